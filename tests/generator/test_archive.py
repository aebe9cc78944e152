"""Tests of whole synthetic archives: what is told of them must be so in the reports themselves."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections import Counter

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))

import check_audit  # noqa: E402
import check_reports  # noqa: E402
from archive import breaks, prose, truth  # noqa: E402
from chance import stream  # noqa: E402

SIZE = ("--organs", "140", "--years", "2012-2023", "--seed", "t", "--breaks", "1", "--producers", "html_clean,txt_tab,md_pipe")
COLUMNS = ("natural_person", "business", "research", "public_welfare", "legal_service", "other", "total")
# Findings that one report alone gives; a blank is no error.
IN_REPORT = ("cell.blank",)


def make(out, *options):
    subprocess.run([HERE / "make_archive.py", out, *options], check=True, capture_output=True, text=True)
    return json.loads((out / "truth.json").read_text(encoding="utf-8"))


def report_truths(out, archive):
    """{id: truth of the report alone}; places of the same bytes have one."""
    return {report["id"]: json.loads((out / "truth" / f"{pathlib.Path(report['path']).stem}.json").read_text(encoding="utf-8")) for report in archive["reports"]}


def setUpModule():
    """Two archives for all tests of this file: one with breaks, the same without."""
    Archives.out = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-archive-"))
    Archives.broken = make(Archives.out / "broken", *SIZE)
    Archives.clean = make(Archives.out / "clean", *SIZE, "--clean")


def tearDownModule():
    shutil.rmtree(Archives.out)


class Archives(unittest.TestCase):
    out = broken = clean = None


class Truth(Archives):
    def test_the_same_seed_gives_the_same_bytes(self):
        make(self.out / "again", "--organs", "30", "--seed", "t", "--jobs", "1")
        make(self.out / "once_more", "--organs", "30", "--seed", "t", "--jobs", "2")
        files = [sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file()) for folder in (self.out / "again", self.out / "once_more")]
        self.assertEqual(*files)
        for file in files[0]:
            self.assertEqual((self.out / "again" / file).read_bytes(), (self.out / "once_more" / file).read_bytes(), file)

    def test_a_clean_archive_has_nothing_to_find(self):
        self.assertEqual([], self.clean["findings"])
        self.assertNotIn("error", [finding["severity"] for finding in self.clean["tolerated"]])
        self.assertIn("series.carry_over", [finding["rule"] for finding in self.clean["tolerated"]])
        self.assertIn("series.in_force", [finding["rule"] for finding in self.clean["tolerated"]])

    def test_every_kind_of_break_is_there_and_nothing_else(self):
        wanted = {(kind.rule, kind.variant) for kind in breaks.BREAKS} - {("series.duplicate", "same_bytes"), ("hierarchy.sum", "child_missing")}
        have = {(finding["rule"], finding["variant"]) for finding in self.broken["findings"]} - {("series.missing_year", "child_missing")}
        self.assertEqual(wanted, have)

    def test_reports_are_right_in_themselves(self):
        for folder, archive in (("broken", self.broken), ("clean", self.clean)):
            for name, report in report_truths(self.out / folder, archive).items():
                self.assertEqual([], [finding for finding in report["findings"] if finding["rule"] not in IN_REPORT], name)

    def test_files_are_where_the_truth_says(self):
        folders = [pathlib.Path(report["path"]).parts for report in self.broken["reports"]]
        self.assertTrue(all(len(parts) == 4 and parts[0] == "in" or parts[1] == "补报" for parts in folders))
        for report in self.broken["reports"]:
            self.assertTrue((self.out / "broken" / report["path"]).is_file(), report["path"])
        shared = Counter(report["sha256"] for report in self.broken["reports"])
        self.assertEqual(1, sum(count > 1 for count in shared.values()), "one report lies at two places")


class Series(Archives):
    """The carry-overs once more, straight from the reports' truths."""

    def differences(self, folder, archive):
        """{(organ, year): columns} where last year's number is another one."""
        cells = {name: check_reports.cells_of(report) for name, report in report_truths(self.out / folder, archive).items()}
        out = {}
        for report in archive["reports"]:
            before, after = (cells.get(f"{report['organ']}_{year}") for year in (report["year"] - 1, report["year"]))
            if before and after and report["year"] > 2019:
                columns = [column for column in COLUMNS
                           if (before[f"/applications/carried_forward/{column}"] or 0) != (after[f"/applications/carried_over/{column}"] or 0)]
                if columns:
                    out[report["organ"], report["year"]] = columns
        return out

    def told(self, archive):
        out = {}
        for finding in (*archive["findings"], *archive["tolerated"]):
            if finding["rule"] == "series.carry_over":
                out.setdefault((finding["organ"], finding["years"][-1]), set()).update(cell["pointer"].rsplit("/", 1)[1] for cell in finding["cells"])
        return out

    def test_every_break_of_the_carry_over_is_told(self):
        for folder, archive in (("broken", self.broken), ("clean", self.clean)):
            found = {place: set(columns) for place, columns in self.differences(folder, archive).items()}
            self.assertEqual(self.told(archive), found)
            self.assertGreater(len(found), 0)

    def test_restated_numbers_say_so(self):
        reports = report_truths(self.out / "clean", self.clean)
        for finding in self.clean["tolerated"]:
            if finding["rule"] == "series.carry_over":
                text = "".join(section["text"] for section in reports[finding["reports"][-1]]["sections"])
                self.assertRegex(text, "结转.*(不一致|更正|差异)")

    def test_missing_years_lie_within_an_organs_life(self):
        missing = {(finding["organ"], year) for finding in self.broken["findings"] if finding["rule"] == "series.missing_year" for year in finding["years"]}
        gaps = set()
        for organ in self.broken["organs"]:
            years = sorted(map(int, organ["names"]))
            gaps |= {(organ["id"], year) for year in range(years[0], years[-1]) if year not in years}
        self.assertEqual(gaps, missing)
        self.assertTrue(any(min(organ["names"]) > "2012" for organ in self.clean["organs"]), "some organs begin later")
        self.assertTrue(any(max(organ["names"]) < "2023" for organ in self.clean["organs"]), "some are dissolved")


class Names(Archives):
    def test_an_organ_is_written_in_several_ways(self):
        self.assertGreater(sum(len(set(organ["names"].values())) > 1 for organ in self.clean["organs"]), 40)
        self.assertGreater(sum(bool(organ["formerly"]) for organ in self.clean["organs"]), 5)

    def test_a_name_belongs_to_one_organ(self):
        owner = {}
        for organ in self.clean["organs"]:
            for name in (organ["name"], *organ["formerly"], *organ["names"].values()):
                self.assertEqual(organ["id"], owner.setdefault(check_reports.folded(name), organ["id"]), name)

    def test_regions_and_aliases_name_the_organs(self):
        regions = json.loads((self.out / "clean" / "regions.json").read_text(encoding="utf-8"))["regions"]
        members = [organ["name"] for region in regions for organ in region["organs"]] + [region["total"] for region in regions if "total" in region]
        self.assertEqual(sorted(organ["name"] for organ in self.clean["organs"]), sorted(members))
        places = {region["name"] for region in regions}
        self.assertTrue(all(region.get("within", region["name"]) in places for region in regions))
        aliases = json.loads((self.out / "clean" / "aliases.json").read_text(encoding="utf-8"))["aliases"]
        self.assertEqual({organ["name"]: organ["formerly"] for organ in self.clean["organs"] if organ["formerly"]},
                         {alias["name"]: alias["formerly"] for alias in aliases})

    def test_two_regions_have_an_organ_of_the_same_short_name(self):
        short = Counter(organ["name"].removeprefix(organ["region"]) for organ in self.clean["organs"])
        self.assertTrue(any(name.endswith(("镇人民政府", "乡人民政府", "街道办事处")) and count > 1 for name, count in short.items()))


class Narratives(Archives):
    LONGEST_HONEST = 170  # a formula of 120 characters and what may stand around it

    def texts(self, folder, archive):
        return {name: {section["key"]: check_reports.folded(section["text"]) for section in report["sections"]}
                for name, report in report_truths(self.out / folder, archive).items()}

    def test_copies_are_copies_and_honest_texts_are_not(self):
        texts = self.texts("broken", self.broken)
        share = lambda a, b: len(_shingles(a) & _shingles(b)) / len(_shingles(a) | _shingles(b))
        copies = [finding for finding in self.broken["findings"] if finding["rule"] == "text.boilerplate"]
        for finding in copies:
            first, second = (texts[name] for name in finding["reports"])
            self.assertTrue(all(finding["passage"] in "\n".join(text.values()) for text in (first, second)))
            self.assertGreater(len(finding["passage"]), 40, finding["variant"])
            if "paragraph" not in finding["variant"]:
                self.assertGreater(share(first["overview"], second["overview"]), 0.35, finding["variant"])
        used = {name for finding in copies for name in finding["reports"]}
        names = [name for name in sorted(texts) if name not in used and not name.endswith("b")]
        for first, second in zip(names, names[7:] + names[:7]):
            self.assertLess(share(texts[first]["overview"], texts[second]["overview"]), 0.3, (first, second))
        for first, second in list(zip(names, names[1:]))[:60]:
            self.assertLess(len(truth.longest_common(texts[first]["overview"], texts[second]["overview"])), self.LONGEST_HONEST)

    def test_longest_common_run(self):
        for a, b, run in (("", "", ""), ("甲乙丙", "丁", ""), ("甲乙丙丁", "戊乙丙己", "乙丙"), ("甲甲", "甲", "甲"), ("甲乙", "甲乙", "甲乙")):
            self.assertEqual(run, truth.longest_common(a, b))

    def test_sentences_are_filled_in(self):
        rng = stream("t")
        for part in range(prose.PARTS):
            self.assertNotRegex("".join(prose.sentences(rng, part, 20)), r"\{[^wp]|\{p\}|。。|，，")


def _shingles(text, size=5):
    return {text[i:i + size] for i in range(len(text) - size + 1)}


class Comparer(Archives):
    """check_audit.py against an audit made of the truth itself."""

    def audit(self):
        reports = {report["id"]: report for report in self.broken["reports"]}
        findings = []
        for wanted in self.broken["findings"]:
            pointers = [cell["pointer"] for cell in wanted["cells"]] or [""]
            at = [{"path": reports[name]["path"], "year": reports[name]["year"], "pointer": pointer} for name in wanted["reports"] for pointer in pointers]
            years = wanted["years"] if wanted["rule"] == "series.missing_year" else None
            findings.append({"rule": wanted["rule"], "severity": wanted["severity"], "at": at, "years": years})
        return findings

    def compare(self, findings):
        return check_audit.Comparison(self.broken, findings)

    def test_the_truth_agrees_with_itself(self):
        result = self.compare(self.audit())
        self.assertEqual([], result.lines)

    def test_an_audit_that_says_nothing_finds_nothing(self):
        self.assertEqual(0, self.compare([]).recall("error"))

    def test_a_finding_too_weak_is_missed(self):
        weak = [finding | {"severity": "warning"} for finding in self.audit()]
        self.assertEqual((0, 1), (self.compare(weak).recall("error"), self.compare(weak).recall("warning")))

    def test_other_years_cells_and_severities_are_false(self):
        carry = next(finding for finding in self.audit() if finding["rule"] == "series.carry_over" and finding["severity"] == "error")
        other = {"pointer": "/applications/carried_over/research"}
        for change in ({"at": [at | {"year": 1999, "path": "", "sha256": ""} for at in carry["at"]]}, {"at": [at | other for at in carry["at"]]}):
            self.assertEqual(1, self.compare([*self.audit(), carry | change]).false("error"), change)
        raised = [finding | {"severity": "error"} for finding in self.audit()]
        self.assertGreater(self.compare(raised).false("error"), 10)

    def test_the_command(self):
        folder = self.out / "broken"
        for findings, status in ((self.audit(), 0), ([], 1)):
            (folder / "audit.json").write_text(json.dumps({"findings": findings}), encoding="utf-8")
            ended = subprocess.run([sys.executable, HERE / "check_audit.py", folder / "truth.json", folder / "audit.json"], capture_output=True, text=True)
            self.assertEqual(status, ended.returncode, ended.stdout + ended.stderr)


if __name__ == "__main__":
    unittest.main()
