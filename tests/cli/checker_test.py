"""What the checker offers beyond findings: explanations, decisions, SARIF, totals, rules of one's own."""

import json
import pathlib
import re
import shutil
import tempfile
import unittest

import jsonschema

from command_line import ROOT, make_reports, run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai checker "))
SARIF_SCHEMA = ROOT / "tests/cli/sarif-2.1.0-rtm.5.json"


def setUpModule():
    global FAULTY, CLEAN
    FAULTY = make_reports(FOLDER / "faulty", 3, "html_clean")[0]
    CLEAN = make_reports(FOLDER / "clean", 1, "html_clean", "--clean", "--plain")[0]


def tearDownModule():
    shutil.rmtree(FOLDER)


class Explain(unittest.TestCase):
    def test_one_rule_in_both_languages(self):
        for language, words in (("zh", ("查什么：", "依据：", "怎样改：")), ("en", ("checks:", "rests on:", "to mend:"))):
            ended = run("explain", "applications.balance", "--lang", language)
            self.assertEqual((ended.status, ended.err), (0, ""))
            self.assertTrue(ended.out.startswith("applications.balance"))
            for word in words:
                self.assertIn(word, ended.out)

    def test_without_a_rule_there_is_a_line_for_each(self):
        lines = run("explain", "--lang", "en").out.splitlines()
        for rule in ("section.missing", "cell.blank", "applications.balance", "narrative.sum", "identity.year"):
            self.assertEqual(sum(line.startswith(rule + " ") for line in lines), 1)

    def test_a_rule_that_is_none_is_wrong_usage(self):
        ended = run("explain", "applications.ballance")
        self.assertEqual((ended.status, ended.out), (2, ""))
        self.assertIn("applications.ballance", ended.err)

    def test_the_page_of_rules_is_what_the_program_says(self):
        page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
        self.assertEqual(run("explain", "--format", "markdown").out, page,
                         "docs/rules.md: run gongkai explain --format markdown > docs/rules.md")


class Decisions(unittest.TestCase):
    def draft(self, *files):
        ended = run("check", *files, "--format", "decisions")
        self.assertIn(ended.status, (0, 1))
        return json.loads(ended.out)

    def decided(self, draft, verdict):
        for entry in draft["decisions"]:
            entry.update(verdict=verdict, by="审核员", when="2024-02-01", reason="已核实")
        path = FOLDER / "decisions.json"
        path.write_text(json.dumps(draft, ensure_ascii=False), encoding="utf-8")
        return path

    def test_a_draft_decides_nothing(self):
        draft = self.draft(FAULTY)
        self.assertTrue(draft["decisions"])
        path = FOLDER / "draft.json"
        path.write_text(json.dumps(draft), encoding="utf-8")
        self.assertEqual(run("check", FAULTY, "--decisions", path).out, run("check", FAULTY).out)

    def test_what_is_dismissed_is_marked_and_does_not_count(self):
        path = self.decided(self.draft(FAULTY), "dismissed")
        ended = run("check", FAULTY, "--decisions", path)
        self.assertEqual(ended.status, 0)
        lines = [line for line in ended.out.splitlines() if "未核对" not in line]
        self.assertTrue(lines)
        for line in lines:
            self.assertIn("已驳回：已核实，审核员 2024-02-01", line)
        checked = json.loads(run("check", FAULTY, "--decisions", path, "--format", "json").out)
        self.assertEqual({f["decision"]["verdict"] for f in checked[0]["findings"]}, {"dismissed"})

    def test_what_is_confirmed_counts(self):
        path = self.decided(self.draft(FAULTY), "confirmed")
        ended = run("check", FAULTY, "--decisions", path)
        self.assertEqual(ended.status, run("check", FAULTY).status)
        self.assertIn("已确认", ended.out)

    def test_a_decision_whose_finding_is_gone_is_told(self):
        draft = self.draft(FAULTY)
        for entry in draft["decisions"]:
            entry["fingerprint"] = entry["fingerprint"][::-1]
        gone = draft["decisions"][0]["fingerprint"]
        ended = run("check", FAULTY, "--decisions", self.decided(draft, "dismissed"))
        self.assertIn(gone, ended.err)
        for entry in draft["decisions"]:
            entry["year"] -= 1  # another report, which is not here: nothing is known of its findings
        self.assertNotIn(gone, run("check", FAULTY, "--decisions", self.decided(draft, "dismissed")).err)

    def test_a_faulty_file_is_status_3_and_says_where(self):
        path = FOLDER / "bad.json"
        path.write_text('{"schema": "gongkai.decisions/1", "decisions": [{"fingerprint": "1"}]}')
        for language, advice in (("zh", "docs/decisions.md"), ("en", "docs/decisions.md")):
            ended = run("check", FAULTY, "--decisions", path, "--lang", language)
            self.assertEqual((ended.status, ended.out), (3, ""))
            self.assertIn("/decisions/0/fingerprint", ended.err)
            self.assertIn(advice, ended.err)


class Sarif(unittest.TestCase):
    def check(self, *arguments):
        log = json.loads(run("check", *arguments, "--format", "sarif").out)
        schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft4Validator(schema).validate(log)
        return log["runs"][0]

    def test_it_follows_the_schema_and_has_every_finding(self):
        odd = FOLDER / "奇怪 名字%.html"
        shutil.copy(FAULTY, odd)
        for language in ("zh", "en"):
            one = self.check(FAULTY, CLEAN, odd, "--lang", language)
            found = json.loads(run("check", FAULTY, CLEAN, odd, "--format", "json", "--lang", language).out)
            expected = [(f["rule"], f["message"], f["fingerprint"]) for file in found for f in file["findings"]]
            self.assertEqual([(r["ruleId"], r["message"]["text"], r["partialFingerprints"]["gongkai/1"])
                              for r in one["results"]], expected)
            known = {rule["id"] for rule in one["tool"]["driver"]["rules"]}
            self.assertLessEqual({r["ruleId"] for r in one["results"]}, known)

    def test_a_number_has_its_page_box_and_characters(self):
        sample = ROOT / "docs/sample/report.pdf"
        evidence = json.loads(run("read", sample).out)["evidence"]
        placed = 0
        for result in self.check(sample)["results"]:
            where = evidence.get(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"])
            if where:
                placed += 1
                self.assertEqual([result["properties"].get(key) for key in ("page", "box", "raw")],
                                 [where[key] for key in ("page", "box", "raw")])
        self.assertGreater(placed, 1)

    def test_nothing_found_is_a_run_without_results(self):
        self.assertEqual(self.check(CLEAN)["results"], [])

    def test_what_is_dismissed_is_suppressed(self):
        draft = json.loads(run("check", FAULTY, "--format", "decisions").out)
        for entry in draft["decisions"]:
            entry.update(verdict="dismissed", by="b", when="2024-02-01", reason="r")
        path = FOLDER / "dismissed.json"
        path.write_text(json.dumps(draft), encoding="utf-8")
        for result in self.check(FAULTY, "--decisions", path)["results"]:
            self.assertEqual(result["suppressions"][0]["justification"], "r (b, 2024-02-01)")


class Totals(unittest.TestCase):
    def test_many_files_end_with_a_line_for_each_rule(self):
        ended = run("check", FAULTY, FAULTY, "--lang", "en")
        found = json.loads(run("check", FAULTY, "--format", "json").out)[0]["findings"]
        for rule in {f["rule"] for f in found}:
            count = sum(f["rule"] == rule for f in found)
            self.assertRegex(ended.err, rf"{rule}: \w+, {2 * count} finding\(s\) in 2 report\(s\)")
        self.assertNotIn("report(s)", run("check", FAULTY, "--lang", "en").err)


class RulesFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.report = make_reports(cls.folder.name, 3, "html_clean")[0]

    def file(self, text):
        path = pathlib.Path(self.folder.name) / "rules.json"
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return path

    def rules(self, rules=(), severity=None):
        return self.file({"schema": "gongkai.rules/1", "rules": list(rules), "severity": severity or {}})

    def findings(self, *arguments):
        ended = run("check", self.report, "--format", "json", *arguments)
        return ended.status, json.loads(ended.out)[0]["findings"]

    def test_what_rules_prints_can_be_loaded_and_finds_the_same(self):
        printed = run("rules")
        self.assertEqual((printed.status, printed.err), (0, ""))
        ids = [rule["id"] for rule in json.loads(printed.out)["rules"]]
        self.assertIn("applications.balance", ids)
        status, built_in = self.findings()
        again, loaded = self.findings("--rules", self.file(printed.out))
        key = lambda finding: (finding["rule"], finding["at"], finding["severity"], finding["message"])
        self.assertEqual((status, [key(f) for f in built_in]), (again, [key(f) for f in loaded]))

    def test_own_rules_in_check_and_read(self):
        path = self.rules([
            {"id": "own.must", "severity": "error", "text": {"must": "绝无此语"},
             "message": {"zh": "没有写到", "en": "not said"}},
            {"id": "own.sum", "sum": {"parts": ["/applications/new_received/*"],
                                      "wholes": ["/review_litigation/review/upheld"], "compare": ">="},
             "severity": "info"}])
        ended = run("check", self.report, "--rules", path)
        self.assertEqual(ended.status, 1)
        self.assertIn("错误: own.must: 没有写到", ended.out)
        english = run("check", self.report, "--rules", path, "--lang", "en")
        self.assertIn("error: own.must: not said", english.out)
        report = json.loads(run("read", self.report, "--rules", path).out)
        found = [finding for finding in report["findings"] if finding["rule"] == "own.must"]
        self.assertEqual(len(found), 1)
        self.assertRegex(found[0]["fingerprint"], "^[0-9a-f]{16}$")
        self.assertEqual(found[0]["cause"], "document")

    def test_severities(self):
        must = {"id": "own.must", "text": {"must": "绝无此语"}, "message": {"zh": "没有写到"}}
        for severity, status in (("error", 1), ("warning", 0), ("info", 0)):
            ended, found = self.findings("--rules", self.rules([must], {"own.*": severity}))
            own = [finding["severity"] for finding in found if finding["rule"] == "own.must"]
            self.assertEqual(own, [severity])
            self.assertEqual(ended, 1 if status or any(f["severity"] == "error" for f in found) else 0)
        self.assertNotIn("own.must", str(self.findings("--rules", self.rules([must], {"own.must": "off"}))))

    def test_a_mistake_is_said_with_file_line_and_column(self):
        for text, words in (
                ('{"schema": "gongkai.rules/1",\n "severity": {"cell.blnak": "off"}}', ("2:29 /severity/cell.blnak：", "“cell.blank”")),
                ('{"schema": "gongkai.rules/1",\n "rules": [}', ("2:12: ",)),
                ("", ("1:1: ",)),
                ("[" * 100000, ("nested too deep",))):
            for command in ("check", "read"):
                ended = run(command, self.report, "--rules", self.file(text))
                self.assertEqual((ended.status, ended.out), (3, ""))
                for word in ("rules.json", "规则文件有误", *words):
                    self.assertIn(word, ended.err)
        ended = run("check", self.report, "--rules", self.folder.name + "/none.json")
        self.assertEqual(ended.status, 3)
        self.assertIn("none.json", ended.err)

    def test_examples_of_the_documentation_are_rules_files(self):
        page = (ROOT / "docs/own-rules.md").read_text(encoding="utf-8")
        examples = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
        self.assertGreater(len(examples), 2)
        for example in examples:
            ended = run("check", self.report, "--rules", self.file(example))
            self.assertEqual(ended.err.count("规则文件有误"), 0, ended.err)


if __name__ == "__main__":
    unittest.main()
