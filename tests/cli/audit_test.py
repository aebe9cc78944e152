"""gongkai audit: archives of many organs and years, with breaks that were put into them, and without."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from archives import import_reports
from command_line import ROOT, SANITIZED, run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai audit "))
SHARED = ROOT.parent / "shared/reports/in"
ORGANS = 40 if SANITIZED else 150  # every kind of break needs about 140
SECONDS = 300


def make_archive(name, *options):
    """Reports and their archive; the folder with regions.json, aliases.json and truth.json."""
    folder = FOLDER / name
    subprocess.run([sys.executable, ROOT / "tests/generator/make_archive.py", folder, "--organs", str(ORGANS),
                    "--years", "2012-2023", "--seed", name, *options], check=True, stdout=subprocess.DEVNULL,
                   timeout=SECONDS)
    ended = import_reports(folder / "in", archive=folder / "a.db")
    if ended.status != 0:
        raise AssertionError(ended.err)
    return folder


def audit(folder, *options):
    return run("audit", "--archive", folder / "a.db", "--aliases", folder / "aliases.json", "--regions",
               folder / "regions.json", *options, before=None, seconds=SECONDS)


def setUpModule():
    global BROKEN, CLEAN
    BROKEN, CLEAN = make_archive("broken"), make_archive("clean", "--clean")


def tearDownModule():
    shutil.rmtree(FOLDER)


class Audit(unittest.TestCase):
    def compared(self, folder, *limits):
        """What check_audit.py says of the audit against what was seeded; fails below the limits."""
        out = folder / "audit.json"
        status = audit(folder, "--format", "json", "-o", out).status
        ended = subprocess.run([sys.executable, ROOT / "tests/generator/check_audit.py", folder / "truth.json", out, *limits],
                               capture_output=True, text=True, check=False)
        self.assertEqual(ended.returncode, 0, ended.stdout)
        return status, json.loads(out.read_text())

    def test_every_seeded_error_is_found_and_nothing_else(self):
        """Of warnings, a copied paragraph in which every name was changed may be missed (docs/audit.md)."""
        status, found = self.compared(BROKEN, "--warning-recall", "0.9")
        self.assertEqual(status, 1)
        for finding in found["findings"]:
            self.assertRegex(finding["fingerprint"], "^[0-9a-f]{16}$")
            self.assertTrue(finding["at"])
        self.assertEqual(len({f["fingerprint"] for f in found["findings"]}), len(found["findings"]))

    def test_a_clean_archive_has_no_error_and_no_warning(self):
        status, found = self.compared(CLEAN)
        self.assertEqual(status, 0)
        self.assertEqual({f["severity"] for f in found["findings"]} - {"info"}, set())

    def test_the_same_whatever_the_threads_and_the_import(self):
        one = audit(BROKEN, "--format", "json", "--jobs", "1").out
        self.assertEqual(audit(BROKEN, "--format", "json", "--jobs", "2").out, one)
        other = FOLDER / "other"
        other.mkdir()
        for name in ("aliases.json", "regions.json"):
            shutil.copy(BROKEN / name, other / name)
        # Another order of reading: the ids in the archive differ.
        parts = sorted((BROKEN / "in").iterdir(), reverse=True)
        import_reports(*parts, "--jobs", "4", archive=other / "a.db")
        self.assertEqual(audit(other, "--format", "json").out, one)

    def test_text_has_a_line_a_finding_and_counts_them(self):
        for language, word in (("zh", "机关"), ("en", "organs")):
            ended = audit(BROKEN, "--lang", language)
            self.assertEqual(ended.status, 1)
            *lines, last = ended.out.splitlines()
            found = json.loads(audit(BROKEN, "--format", "json").out)["findings"]
            self.assertEqual(len(lines), len(found))
            self.assertIn(word, last)
            for line, finding in zip(lines, found):
                self.assertIn(finding["rule"], line)
                self.assertIn(finding["agency"], line)
            self.assertNotIn("{", ended.out)

    def test_a_dismissed_finding_no_longer_counts(self):
        folder = FOLDER / "dismissed"
        shutil.copytree(BROKEN, folder)
        found = json.loads(audit(folder, "--format", "json").out)["findings"]
        errors = [f for f in found if f["severity"] == "error"]
        decisions = folder / "decisions.json"
        decisions.write_text(json.dumps({"schema": "gongkai.decisions/1", "decisions": [
            {"fingerprint": f["fingerprint"], "verdict": "dismissed", "reason": "已核实", "by": "审核员", "when": "2024-02-01"}
            for f in errors]}))
        empty = folder / "empty"
        empty.mkdir()
        self.assertEqual(import_reports(empty, "--decisions", decisions, archive=folder / "a.db").status, 0)
        ended = audit(folder)
        self.assertEqual(ended.status, 0, ended.out)
        self.assertEqual(ended.out.count("已驳回"), len(errors))

    def test_bad_input(self):
        bad = FOLDER / "bad.json"
        rows = [("--aliases", "{", "bad.json"), ("--aliases", '{"aliases": [{"name": 3, "formerly": []}]}', "1:23"),
                ("--aliases", '{"regions": []}', "regions"), ("--regions", '{"regions": [{"name": "甲"}]}', "organs"),
                ("--regions", '{"regions": [{"name": "甲", "within": "乙", "organs": []}]}', "乙"),
                ("--regions", '{"regions": [{"name": "甲", "within": "甲", "organs": []}]}', "甲"),
                ("--regions", '{"regions": [{"name": "甲", "organs": []}, {"name": "甲", "organs": []}]}', "甲")]
        for option, content, word in rows:
            with self.subTest(content):
                bad.write_text(content)
                ended = run("audit", "--archive", BROKEN / "a.db", option, bad)
                self.assertEqual((ended.status, ended.out), (3, ""))
                self.assertIn("bad.json", ended.err)
                self.assertIn(word, ended.err)
        for archive in (FOLDER / "none.db", bad, FOLDER):
            ended = run("audit", "--archive", archive)
            self.assertEqual((ended.status, ended.out), (3, ""), ended.err)
            self.assertIn(str(archive), ended.err)
        self.assertEqual(run("audit").status, 2)

    @unittest.skipUnless(SHARED.is_dir(), "skipped: ../shared is not there")
    def test_the_real_series(self):
        """docs/audit.md lists what a reader finds between these reports, and this is that list."""
        archive = FOLDER / "real.db"
        self.assertEqual(import_reports(SHARED, archive=archive).status, 0)
        found = json.loads(run("audit", "--archive", archive, "--format", "json", before=None).out)["findings"]
        self.assertEqual(sorted((f["rule"], f["severity"], *f["years"]) for f in found), [
            ("series.carry_over", "error", 2015, 2017), ("series.in_force", "info", 2019, 2020),
            ("series.missing_year", "warning", 2016), ("text.boilerplate", "warning", 2019, 2020)])


if __name__ == "__main__":
    unittest.main()
