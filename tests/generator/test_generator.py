"""Tests of the generator: python3 -m unittest discover -s tests/generator (Debian's Python, for reportlab and weasyprint)."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))

import arithmetic  # noqa: E402
import check_reports  # noqa: E402
import forms  # noqa: E402
import producers  # noqa: E402
from annex import make_annex_report
from report import make_report  # noqa: E402

SUMS = ("applications.", "review.", "direct_litigation.", "litigation_after_review.", "active_disclosure.", "cell.negative", "narrative.", "table.missing",
        "table.row_missing", "table.column_missing", "section.missing")


def run_generator(out, *options):
    return subprocess.run([HERE / "make_reports.py", out, *options], check=True, capture_output=True, text=True).stdout


class Truth(unittest.TestCase):
    def test_same_seed_same_report(self):
        for index in range(20):
            self.assertEqual(make_report(f"t:{index}"), make_report(f"t:{index}"))

    def test_without_seeded_errors_all_sums_hold(self):
        for index in range(200):
            truth = make_report(f"t:{index}", clean=True).truth
            self.assertEqual([], [finding for finding in truth["findings"] if finding["rule"].startswith(SUMS)])

    def test_plain_and_clean_has_no_findings_and_every_cell(self):
        for index in range(50):
            truth = make_report(f"t:{index}", clean=True, plain=True).truth
            self.assertEqual([], truth["findings"])
            want = [at for table in forms.TABLE_SECTIONS for at in forms.pointers(table, truth["form"])]
            self.assertEqual(sorted(want), sorted(check_reports.cells_of(truth)))

    def test_every_seeded_error_shows_in_some_truth(self):
        rules = {finding["rule"] for index in range(600) for finding in make_report(f"t:{index}").truth["findings"]}
        for rule in ("applications.balance", "applications.outcome_total", "applications.row_total", "review.total", "direct_litigation.total",
                     "litigation_after_review.total", "active_disclosure.in_force", "table.missing", "table.row_missing", "table.column_missing", "table.header",
                     "table.form_mismatch", "section.missing", "narrative.sum", "cell.negative", "cell.blank", "cell.placeholder", "cell.unit", "cell.note",
                     "cell.not_a_number", "table.row_short", "text.doubled", "text.missing_number", "text.numbering", "text.leftover",
                     "identity.year", "identity.agency"):
            self.assertIn(rule, rules)


class Annex(unittest.TestCase):
    def test_the_same_seed_gives_the_same_report(self):
        for index in range(20):
            self.assertEqual(make_annex_report(f"t:{index}"), make_annex_report(f"t:{index}"))

    def test_errors_are_seeded_and_only_where_wanted(self):
        self.assertEqual([], [finding for index in range(50) for finding in make_annex_report(f"t:{index}", clean=True)[1]["findings"]])
        seeded = [finding["at"] for index in range(50) for finding in make_annex_report(f"t:{index}")[1]["findings"]]
        self.assertTrue(any(at.endswith("/value") for at in seeded) and any(at.endswith("/cumulative") for at in seeded))


class Arithmetic(unittest.TestCase):
    ROW = "/applications/new_received/"

    def cells(self, **changes):
        cells = {f"{self.ROW}{column}": 0 for column in forms.COLUMN_KEYS} | {f"{self.ROW}natural_person": 2, f"{self.ROW}total": 2}
        return cells | {self.ROW + column: value for column, value in changes.items()}

    def test_row_total(self):
        for changes, broken in (({}, False), ({"total": 3}, True), ({"business": None}, False), ({"total": None}, False), ({"business": None, "total": 3}, False)):
            with self.subTest(changes):
                found = [{"rule": "applications.row_total", "at": "/applications/new_received/total"}] if broken else []
                self.assertEqual(found, arithmetic.check(self.cells(**changes)))

    def test_lost_row_leaves_the_outcome_total_open(self):
        truth = make_report("t:1", clean=True, plain=True).truth
        cells = {at: value for at, value in check_reports.cells_of(truth).items() if "/granted/" not in at}
        cells["/applications/outcome/total/natural_person"] += 1
        self.assertNotIn("applications.outcome_total", [finding["rule"] for finding in arithmetic.check(cells)])


class Comparer(unittest.TestCase):
    def setUp(self):
        truth = make_report("t:3", clean=True, plain=True).truth
        self.truth, self.output = truth, json.loads(json.dumps(truth))

    def count(self):
        return check_reports.Comparison(self.truth, self.output).count

    def test_truth_agrees_with_itself(self):
        count = self.count()
        self.assertEqual(count["cells"], count["right"])
        self.assertEqual([0] * 5, [count[kind] for kind in ("wrong", "silent", "facts_wrong", "char_errors", "false")])

    def test_wrong_cell_is_silent_unless_doubted(self):
        self.output["applications"]["new_received"]["business"] += 1
        self.assertEqual((1, 1), (self.count()["wrong"], self.count()["silent"]))
        self.output["evidence"] = {"/applications/new_received/business": {"confidence": 0.5}}
        self.assertEqual((1, 0), (self.count()["wrong"], self.count()["silent"]))

    def test_findings(self):
        self.output["findings"] = [{"rule": "cell.blank", "at": ["/applications/new_received/business", "/applications/new_received/other"]}]
        self.assertEqual(2, self.count()["false"])
        self.truth["findings"] = [{"rule": "cell.blank", "at": "/applications/new_received/other"}]
        self.assertEqual((1, 1), (self.count()["found"], self.count()["false"]))

    def test_edits(self):
        for a, b, distance in (("", "", 0), ("甲乙丙", "甲丙", 1), ("甲乙", "乙甲", 2), ("", "甲乙", 2), ("甲乙丙丁", "甲丁丙丁", 1), ("甲", "", 1)):
            self.assertEqual(distance, check_reports.edits(a, b), (a, b))


class Producers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.out = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-generator-"))
        run_generator(cls.out, "--count", "2", "--seed", "t", "--each")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.out)

    def test_each_writes_a_file_with_its_title_and_numbers(self):
        for name in producers.NAMES:
            if producers.load(name)[0] is None:
                continue
            files = sorted((self.out / "in").glob(f"*_{name}_*"))
            self.assertEqual(2, len(files), name)
            for file in files:
                with self.subTest(file.name):
                    truth = json.loads((self.out / "truth" / f"{file.stem}.json").read_text())
                    self.assertIn(check_reports.folded(truth["title"]), _text(file))

    def test_same_seed_same_bytes(self):
        names = "html_word,html_portal,txt_tab,txt_cells,md_pipe,pdf_reportlab"
        folders = [self.out / "a", self.out / "b"]
        for folder in folders:
            run_generator(folder, "--count", "6", "--seed", "t", "--producers", names)
        for file in sorted((folders[0] / "in").iterdir()):
            self.assertEqual(file.read_bytes(), (folders[1] / "in" / file.name).read_bytes(), file.name)

    def test_fonts_have_every_character(self):
        typeset = __import__("producers.typeset", fromlist=["font"])
        from reportlab.pdfbase import pdfmetrics
        words = {c for index in range(300) for c in json.dumps(make_report(f"t:{index}").truth, ensure_ascii=False) if c > "\x7f"}
        for name in typeset.FILES:
            known = pdfmetrics.getFont(typeset.font(name)).face.charToGlyph
            wanted = words if ord("政") in known else set("0123456789.,-+/%")  # a face for numbers only
            self.assertEqual(set(), {c for c in wanted if ord(c) not in known}, name)


def _text(file):
    """The file's characters without tags and white space."""
    if file.suffix == ".pdf":
        text = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout
    else:
        data = file.read_bytes()
        text = data.decode("gb18030" if "gb" in file.stem.rsplit("_", 1)[1] else "utf-8")
    return check_reports.folded(re.sub(r"<[^>]*>|[#*]", "", text))


if __name__ == "__main__":
    unittest.main()
