"""The command line, driven as a user would: commands, languages, exit status, output."""

import json
import os
import pathlib
import shutil
import tempfile
import unittest

from command_line import ROOT, make_reports, run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai commands "))
SHARED = ROOT.parent / "shared/reports/in"


def setUpModule():
    global FAULTY, CLEAN
    FAULTY = make_reports(FOLDER / "faulty", 3, "html_clean")[0]
    CLEAN = make_reports(FOLDER / "clean", 1, "html_clean", "--clean", "--plain")[0]


def tearDownModule():
    shutil.rmtree(FOLDER)


class Usage(unittest.TestCase):
    def test_wrong_usage_is_status_2_with_a_hint_and_no_output(self):
        rows = [[], ["bogus"], ["read"], ["read", "a", "b"], ["read", "a", "--nonsense"],
                ["read", "a", "-o"], ["read", "a", "--lang", "fr"], ["read", "a", "--lang="],
                ["check"], ["check", "a", "--format", "xml"], ["check", "a", "--format"],
                ["schema", "extra"], ["--nonsense"], ["READ", "a"]]
        for arguments in rows:
            for language in ([], ["--lang", "en"]):
                if language and any(word.startswith("--lang") for word in arguments):
                    continue
                with self.subTest(arguments=arguments + language):
                    ended = run(*language, *arguments)
                    self.assertEqual((ended.status, ended.out), (2, ""))
                    self.assertIn("gongkai --help", ended.err)
                    self.assertEqual("用法" in ended.err, not language)

    def test_help_has_examples_in_both_languages(self):
        for command in ([], ["read"], ["check"], ["show"], ["explain"], ["schema"]):
            with self.subTest(command=command):
                zh, en = run(*command, "--help"), run(*command, "--help", "--lang", "en")
                for ended in (zh, en):
                    self.assertEqual((ended.status, ended.err), (0, ""))
                    self.assertIn("gongkai " + " ".join(command), ended.out)
                self.assertIn("例：", zh.out)
                self.assertRegex(en.out, "Examples?:")
                self.assertNotRegex(en.out, "[一-鿿]")
                self.assertEqual(run(*command, "-h").out, zh.out)

    def test_help_names_every_command(self):
        for command in ("read", "check", "show", "explain", "schema"):
            self.assertIn("\n  " + command + " ", run("--help").out)

    def test_version(self):
        ended = run("--version")
        self.assertEqual((ended.status, ended.err), (0, ""))
        self.assertRegex(ended.out, r"\Agongkai \d+\.\d+\.\d+\n\Z")

    def test_the_language_does_not_come_from_the_locale(self):
        for locale in ("C", "en_US.UTF-8", "zh_CN.UTF-8"):
            self.assertIn("没有这个文件", run("read", "/none", environment={"LC_ALL": locale}).err)


class Read(unittest.TestCase):
    def test_standard_output_holds_one_object_and_nothing_else(self):
        ended = run("read", FAULTY)
        self.assertEqual((ended.status, ended.err), (0, ""))
        report = json.loads(ended.out)
        self.assertEqual(report["schema"], "gongkai.report/1")
        self.assertEqual(report["source"]["name"], FAULTY.name)
        self.assertEqual(report["source"]["bytes"], FAULTY.stat().st_size)
        self.assertEqual(report["source"]["media_type"], "text/html")
        self.assertTrue(ended.out.endswith("}\n"))

    def test_sha256_is_that_of_the_bytes(self):
        import hashlib
        report = json.loads(run("read", FAULTY).out)
        self.assertEqual(report["source"]["sha256"],
                         hashlib.sha256(FAULTY.read_bytes()).hexdigest())

    def test_standard_input_reads_the_same(self):
        named = json.loads(run("read", FAULTY).out)
        piped = json.loads(run("read", "-", stdin=FAULTY.read_bytes()).out)
        self.assertEqual(piped["source"].pop("name"), "-")
        named["source"].pop("name")
        self.assertEqual(piped, named)

    def test_output_file_is_whole_and_alone(self):
        target = FOLDER / "out" / "报告 1.json"
        target.parent.mkdir()
        ended = run("read", FAULTY, "-o", target)
        self.assertEqual((ended.status, ended.out, ended.err), (0, "", ""))
        self.assertEqual(target.read_text(), run("read", FAULTY).out)
        self.assertEqual(list(target.parent.iterdir()), [target])  # nothing left beside
        target.write_text("old")
        self.assertEqual(run("read", FAULTY, "--output", target).status, 0)
        self.assertNotEqual(target.read_text(), "old")

    def test_output_file_stands_where_reading_fails(self):
        target = FOLDER / "stands.json"
        target.write_text("old")
        self.assertEqual(run("read", "/none", "-o", target).status, 3)
        self.assertEqual(target.read_text(), "old")

    def test_output_through_a_link_replaces_the_file_and_keeps_its_link(self):
        real, link = FOLDER / "real.json", FOLDER / "link.json"
        real.write_text("old")
        link.symlink_to(real)
        self.assertEqual(run("read", FAULTY, "-o", link).status, 0)
        self.assertTrue(link.is_symlink())
        self.assertIn("gongkai.report/1", real.read_text())

    def test_output_has_the_rights_of_any_new_file(self):
        target = FOLDER / "rights.json"
        run("read", FAULTY, "-o", target, before=lambda: os.umask(0o027))
        self.assertEqual(target.stat().st_mode & 0o777, 0o640)

    def test_what_cannot_be_written_is_status_3_and_named(self):
        for target in (FOLDER / "none/x.json", FOLDER, "/dev/full"):
            with self.subTest(target=target):
                ended = run("read", FAULTY, "-o", target)
                self.assertEqual((ended.status, ended.out), (3, ""))
                self.assertIn(str(target), ended.err)
                self.assertIn("无法写入", ended.err)
        self.assertEqual(run("read", FAULTY, "-o", "/dev/null").status, 0)
        self.assertTrue(pathlib.Path("/dev/null").is_char_device())

    def test_the_input_is_never_overwritten(self):
        copy = FOLDER / "copy.html"
        shutil.copy(FAULTY, copy)
        for target in (copy, f"{FOLDER}/../{FOLDER.name}/copy.html"):
            self.assertEqual(run("read", copy, "-o", target).status, 2)
        self.assertEqual(copy.read_bytes(), FAULTY.read_bytes())

    def test_the_same_bytes_give_the_same_bytes(self):
        expected = run("read", FAULTY).out
        elsewhere = FOLDER / "elsewhere"
        elsewhere.mkdir()
        shutil.copy(FAULTY, elsewhere)
        for environment in ({"LC_ALL": "C"}, {"LC_ALL": "zh_CN.UTF-8"}, {"LC_ALL": "de_DE.UTF-8"},
                            {"TZ": "Asia/Shanghai"}, {"TZ": "America/New_York"}, {"HOME": "/none"}):
            with self.subTest(environment=environment):
                ended = run("read", FAULTY.name, environment=environment, cwd=elsewhere)
                self.assertEqual(ended.out, expected)

    def test_a_name_that_is_not_utf8_still_gives_json(self):
        odd = os.fsencode(FOLDER) + b"/\xb1\xa8\xb8\xe6.html"
        shutil.copy(os.fsencode(FAULTY), odd)
        ended = run("read", os.fsdecode(odd))
        self.assertEqual(ended.status, 0)
        self.assertTrue(json.loads(ended.out)["source"]["name"].endswith(".html"))

    def test_messages_of_findings_follow_the_language(self):
        zh, en = (json.loads(run("read", FAULTY, "--lang", name).out) for name in ("zh", "en"))
        self.assertEqual([finding["fingerprint"] for finding in zh["findings"]],
                         [finding["fingerprint"] for finding in en["findings"]])
        self.assertTrue(zh["findings"])
        for before, after in zip(zh["findings"], en["findings"]):
            self.assertRegex(before["message"], "[一-鿿]")
            self.assertNotEqual(before["message"], after["message"])


class Check(unittest.TestCase):
    def test_a_faulty_report_is_status_1_and_a_clean_one_0(self):
        faulty, clean = run("check", FAULTY), run("check", CLEAN)
        self.assertEqual(faulty.status, 1)
        self.assertIn("错误", faulty.out)
        self.assertEqual((clean.status, clean.out), (0, ""))

    def test_each_line_names_file_severity_rule_and_place(self):
        for language, severities in (("zh", "错误|警告|提示|未核对"),
                                     ("en", "error|warning|info|not assessed")):
            for line in run("check", FAULTY, "--lang", language).out.splitlines():
                self.assertRegex(line, rf"\A{FAULTY}: ({severities}): [a-z_.]+: .+")

    def test_json_format_has_an_entry_for_each_file(self):
        ended = run("check", FAULTY, CLEAN, "--format", "json")
        self.assertEqual((ended.status, ended.err), (1, ""))
        first, second = json.loads(ended.out)
        self.assertEqual(set(first), {"file", "findings", "not_assessed"})
        self.assertEqual((first["file"], second["file"]), (str(FAULTY), str(CLEAN)))
        self.assertEqual(first["findings"], json.loads(run("read", FAULTY).out)["findings"])
        self.assertEqual(second["findings"], [])

    def test_report_json_is_checked_like_its_document(self):
        for path in (FAULTY, CLEAN):
            written = FOLDER / "written.json"
            run("read", path, "-o", written)
            lists = [json.loads(run("check", source, "--format", "json").out)[0]
                     for source in (path, written)]
            for entry in lists:
                del entry["file"]
            self.assertEqual(lists[0], lists[1])

    def test_an_unreadable_file_does_not_stop_the_others(self):
        for order in ([FAULTY, "/none", CLEAN], ["/none", FAULTY], [FAULTY, "/none"]):
            with self.subTest(order=order):
                ended = run("check", *order, "--format", "json")
                self.assertEqual(ended.status, 3)
                self.assertIn("/none", ended.err)
                self.assertEqual([entry["file"] for entry in json.loads(ended.out)],
                                 [str(path) for path in order if path != "/none"])
        self.assertEqual(json.loads(run("check", "/none", "--format", "json").out), [])

    def test_bad_json_says_so(self):
        good = run("read", FAULTY).out
        rows = {"cut": good[: len(good) // 2], "not ours": '{"a": 1}', "open": "{",
                "wrong type": good.replace('"sections": [', '"sections": 5, "x": [', 1),
                "deep": '{"a":' * 100000}
        for name, text in rows.items():
            with self.subTest(name):
                path = FOLDER / "bad.json"
                path.write_text(text)
                ended = run("check", path)
                self.assertEqual((ended.status, ended.out), (3, ""))
                self.assertIn("gongkai schema", ended.err)

    def test_a_file_named_like_a_command_is_a_file(self):
        shutil.copy(CLEAN, FOLDER / "read")
        self.assertEqual(run("check", "read", cwd=FOLDER).status, 0)


class Schema(unittest.TestCase):
    def test_it_is_a_schema_and_knows_what_read_writes(self):
        ended = run("schema")
        self.assertEqual((ended.status, ended.err), (0, ""))
        schema = json.loads(ended.out)
        self.assertIn("draft-07", schema["$schema"])
        report = json.loads(run("read", FAULTY).out)
        self.assertLessEqual(set(report), set(schema["properties"]))
        self.assertLessEqual(set(schema["required"]), set(report))


class RealReports(unittest.TestCase):
    @unittest.skipUnless(SHARED.is_dir(), "../shared is not here: real reports skipped")
    def test_every_real_report_is_read(self):
        for path in sorted(SHARED.iterdir()):
            with self.subTest(path.name):
                ended = run("read", path)
                self.assertEqual((ended.status, ended.err), (0, ""))
                json.loads(ended.out)


if __name__ == "__main__":
    unittest.main()
