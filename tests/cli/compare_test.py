"""gongkai compare: two reports side by side, as text, JSON and a page."""

import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import tempfile
import unittest

import html5lib

from command_line import PROGRAM, make_reports, run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai compare "))
NEW = "/applications/new_received/natural_person"
HOSTILE = "</p><script>alert(1)</script>&\"'\x1b[31m"


def setUpModule():
    global REPORT, BEFORE, AFTER
    REPORT = make_reports(FOLDER / "made", 1, "html_clean", "--clean", "--plain")[0]
    BEFORE = FOLDER / "before.json"
    run("read", REPORT, "-o", BEFORE)
    AFTER = save("after.json", next_year(json.loads(BEFORE.read_text())))


def tearDownModule():
    shutil.rmtree(FOLDER)


def save(name, report):
    path = FOLDER / name
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1))
    return path


def next_year(report):
    """The report of the year after, as organs write it: last year's text with its year changed, a
    sentence more, other numbers."""
    year = report["year"]
    text = json.dumps(report, ensure_ascii=False).replace(str(year), str(year + 1))
    report = json.loads(text)
    report["source"]["sha256"] = "0" * 64
    set_number(report, NEW, report["applications"]["new_received"]["natural_person"] + 7)
    section(report, "problems")["text"] += "\n新的一年将继续努力，另行安排专项工作。"
    return report


def section(report, key):
    return next(entry for entry in report["sections"] if entry["key"] == key)


def set_number(report, pointer, number):
    *steps, last = pointer[1:].split("/")
    row = report
    for step in steps:
        row = row[step]
    row[last] = number
    report["evidence"][pointer]["raw"] = str(number)


def compare(*arguments, **more):
    ended = run("compare", *arguments, **more)
    return json.loads(ended.out) if "json" in arguments else ended.out


def cells(comparison):
    return {cell["pointer"]: cell for table in comparison["tables"] for row in table["rows"]
            for cell in row["cells"]}


def side(paragraphs, key, other):
    """One of the two texts, put together again from the difference."""
    held = sorted((entry for entry in paragraphs if key in entry),
                  key=lambda entry: entry[key]["first"])
    return "\n".join("".join(edit["text"] for edit in entry["edits"] if edit["kind"] != other)
                     for entry in held)


class Usage(unittest.TestCase):
    def test_wrong_usage_is_status_2_and_writes_nothing(self):
        rows = [[], [BEFORE], [BEFORE, AFTER, AFTER], [BEFORE, AFTER, "--format", "pdf"], ["-", "-"],
                ["--archive", "a.db", "2019", "2020"], ["--agency", "甲", "2019", "2020"],
                ["--archive", "a.db", "--agency", "甲", BEFORE, "2020"],
                ["--archive", "a.db", "--agency", "甲", "2019", "20"]]
        for arguments in rows:
            for language in ("zh", "en"):
                with self.subTest(arguments=arguments, language=language):
                    ended = run("compare", *arguments, "--lang", language)
                    self.assertEqual((ended.status, ended.out), (2, ""))
                    self.assertIn("gongkai --help", ended.err)

    def test_help(self):
        self.assertIn("\n  compare ", run("--help").out)
        for language, example in (("zh", "例："), ("en", "Examples:")):
            self.assertIn(example, run("compare", "--help", "--lang", language).out)
        self.assertNotRegex(run("compare", "--help", "--lang", "en").out, "[一-鿿]")

    def test_what_cannot_be_read_is_status_3_and_each_is_named(self):
        bad = FOLDER / "bad.json"
        bad.write_text("{")
        for arguments, named in (([BEFORE, "/none"], ["/none"]), (["/none", bad], ["/none", str(bad)]),
                                 ([bad, AFTER, "--format", "html"], [str(bad)]),
                                 (["--archive", "/none.db", "--agency", "甲", "2019", "2020"],
                                  ["/none.db"]),
                                 (["--archive", bad, "--agency", "甲", "2019", "2020"], [str(bad)])):
            with self.subTest(arguments=arguments):
                ended = run("compare", *arguments)
                self.assertEqual((ended.status, ended.out), (3, ""))
                self.assertEqual(len(ended.err.splitlines()), len(named))  # nothing twice
                for name in named:
                    self.assertIn(name, ended.err)

    def test_an_input_is_never_overwritten(self):
        for path in (BEFORE, AFTER):
            old = path.read_bytes()
            self.assertEqual(run("compare", BEFORE, AFTER, "-o", path).status, 2)
            self.assertEqual(path.read_bytes(), old)

    def test_output_file_has_what_standard_output_has(self):
        for name in ("text", "json", "html"):
            target = FOLDER / f"out.{name}"
            ended = run("compare", BEFORE, AFTER, "--format", name, "-o", target)
            self.assertEqual((ended.status, ended.out, ended.err), (0, "", ""))
            self.assertEqual(target.read_text(), run("compare", BEFORE, AFTER, "--format", name).out)
        self.assertEqual(run("compare", BEFORE, AFTER, "-o", FOLDER / "none/x").status, 3)

    def test_a_document_and_its_json_compare_the_same(self):
        for name in ("text", "json", "html"):
            of_json = compare(BEFORE, AFTER, "--format", name, cwd=FOLDER)
            of_document = compare(REPORT, AFTER, "--format", name)
            if name == "json":
                self.assertEqual(of_json, of_document)
            else:
                self.assertEqual(of_json.replace(str(BEFORE), str(REPORT)), of_document)
        piped = compare("-", AFTER, "--format", "json", stdin=BEFORE.read_bytes())
        self.assertEqual(piped, compare(BEFORE, AFTER, "--format", "json"))


class Json(unittest.TestCase):
    def setUp(self):
        self.comparison = compare(BEFORE, AFTER, "--format", "json")
        self.before, self.after = (json.loads(path.read_text()) for path in (BEFORE, AFTER))

    def test_the_shape(self):
        self.assertEqual(list(self.comparison), ["schema", "before", "after", "facts", "carry_over",
                                                 "tables", "statistics", "sections"])
        self.assertEqual(self.comparison["schema"], "gongkai.comparison/1")
        self.assertEqual(self.comparison["after"]["year"], self.comparison["before"]["year"] + 1)

    def test_every_cell_of_both_is_there_with_its_difference(self):
        found = cells(self.comparison)
        numbers = {pointer for report in (self.before, self.after) for pointer in report["evidence"]
                   if pointer.count("/") > 1}
        self.assertEqual(set(found), numbers)
        for pointer, cell in found.items():
            expected = 7 if pointer == NEW else 0
            self.assertEqual(cell["after"]["value"] - cell["before"]["value"], expected)
            self.assertEqual(cell["difference"], expected)
            if cell["before"]["value"] == 0:
                self.assertNotIn("percent", cell)
            else:
                rate = 100 * expected / abs(cell["before"]["value"])
                self.assertAlmostEqual(cell["percent"], rate, delta=0.0501)

    def test_null_and_absent_are_kept_apart(self):
        report = json.loads(AFTER.read_text())
        report["applications"]["new_received"]["natural_person"] = None
        report["evidence"][NEW] = {"raw": "", "page": None, "box": None, "confidence": 1.0,
                                   "reading": "blank", "state": "blank"}
        del report["applications"]["carried_over"]["total"]
        del report["evidence"]["/applications/carried_over/total"]
        found = cells(compare(BEFORE, save("holes.json", report), "--format", "json"))
        self.assertEqual(found[NEW]["after"]["value"], None)
        self.assertEqual(found[NEW]["after"]["state"], "blank")
        gone = found["/applications/carried_over/total"]
        self.assertIn("before", gone)
        for key in ("after", "difference", "percent", "in_form"):
            self.assertNotIn(key, gone)

    def test_the_difference_holds_both_texts(self):
        for entry in self.comparison["sections"]:
            for key, other, report in (("before", "inserted", self.before),
                                       ("after", "deleted", self.after)):
                text = report["sections"][entry[key]["index"]]["text"]
                self.assertEqual(side(entry["paragraphs"], key, other), text)

    def test_what_was_copied_is_said(self):
        changes = {entry["key"]: entry["change"] for entry in self.comparison["sections"]}
        self.assertEqual(changes["preamble"], "numbers")
        self.assertEqual(changes["problems"], "changed")
        self.assertNotIn("changed", {change for key, change in changes.items() if key != "problems"})
        problems = next(entry for entry in self.comparison["sections"] if entry["key"] == "problems")
        self.assertEqual([entry["change"] for entry in problems["paragraphs"]][-1], "added")

    def test_carry_over_stands_between_a_year_and_the_next_only(self):
        carried = self.comparison["carry_over"]
        self.assertEqual(len(carried), 7)
        handed = self.before["applications"]["carried_forward"]
        taken = self.after["applications"]["carried_over"]
        for entry in carried:
            key = entry["from"].rsplit("/", 1)[1]
            self.assertEqual(entry["agreement"], "agrees" if handed[key] == taken[key] else "differs")
        for pair in ((AFTER, BEFORE), (BEFORE, BEFORE)):
            self.assertEqual(compare(*pair, "--format", "json")["carry_over"], [])

    def test_the_language_does_not_matter(self):
        self.assertEqual(compare(BEFORE, AFTER, "--format", "json", "--lang", "en"), self.comparison)

    def test_a_report_beside_itself_is_the_same(self):
        same = compare(BEFORE, BEFORE, "--format", "json")
        self.assertEqual({entry["change"] for entry in same["sections"] + same["facts"]}, {"same"})
        self.assertEqual({cell["difference"] for cell in cells(same).values()}, {0})


class Text(unittest.TestCase):
    def test_numbers_and_words_that_changed(self):
        year = json.loads(BEFORE.read_text())["year"]
        text = compare(BEFORE, AFTER)
        self.assertRegex(text, r"(?m)^    自然人 +\d+ +\d+ +\+7( |$)")
        self.assertIn(f"[-{year}-]{{+{year + 1}+}}年", text)
        self.assertIn("{+新的一年将继续努力，另行安排专项工作。+}", text)
        self.assertIn("沿用（仅数字不同）", text)
        self.assertEqual([line for line in text.splitlines() if line != line.rstrip()], [])

    def test_english(self):
        text = compare(BEFORE, AFTER, "--lang", "en")
        self.assertIn("Table 3: applications", text)
        self.assertIn("copied (only numbers changed)", text)

    def test_colours_only_on_a_terminal_that_wants_them(self):
        self.assertNotIn("\033", compare(BEFORE, AFTER))
        for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)):
            with self.subTest(environment=environment):
                shown = on_terminal(environment, "compare", BEFORE, AFTER)
                self.assertEqual("\033[31;9m" in shown, coloured)
                self.assertEqual("[-" in shown, not coloured)
        target = FOLDER / "plain.txt"
        on_terminal({}, "compare", BEFORE, AFTER, "-o", target)
        self.assertNotIn("\033", target.read_text())


def on_terminal(environment, *arguments):
    """What the program writes to a terminal."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=theirs, env={**clean, **environment}):
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    return shown.decode()


class Page(unittest.TestCase):
    def parse(self, page):
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=False,
                                     namespaceHTMLElements=False)
        tree = parser.parse(page)
        self.assertEqual(parser.errors, [])
        return tree

    def test_the_page_is_valid_and_holds_all_it_needs(self):
        for pair in ((BEFORE, AFTER), (BEFORE, BEFORE), (AFTER, BEFORE)):
            for language in ("zh", "en"):
                page = compare(*pair, "--format", "html", "--lang", language)
                tree = self.parse(page)
                self.assertEqual(tree.get("lang"), "zh-CN" if language == "zh" else "en")
                self.assertNotRegex(page, r"https?://|<script|<link|@import|url\(")
                ids = [node.get("id") for node in tree.iter() if node.get("id")]
                self.assertEqual(len(ids), len(set(ids)))
                for link in tree.iter("a"):
                    self.assertIn(link.get("href").removeprefix("#"), ids)
                for node in tree.iter():
                    self.assertIn(node.get("aria-labelledby", ids[0]), ids)

    def test_every_row_of_a_table_is_as_wide_as_its_head(self):
        tree = self.parse(compare(BEFORE, AFTER, "--format", "html"))
        tables = [table for table in tree.iter("table") if table.find("thead") is not None]
        self.assertGreaterEqual(len(tables), 4)
        for table in tables:
            rows = [list(row) for row in table.iter("tr")]
            widths = {sum(int(cell.get("colspan", 1)) for cell in row) for row in rows}
            self.assertEqual(widths, {len(rows[0])})

    def test_changes_are_marked_by_more_than_colour(self):
        page = compare(BEFORE, AFTER, "--format", "html")
        year = json.loads(BEFORE.read_text())["year"]
        self.assertIn(f"<del>{year}</del><ins>{year + 1}</ins>", page)
        self.assertIn("<ins>新的一年将继续努力，另行安排专项工作。</ins>", page)
        self.assertRegex(page, r"del \{[^}]*line-through")
        self.assertRegex(page, r"ins \{[^}]*underline")
        self.assertIn('<span class="copied">', page)

    def test_what_a_document_holds_stays_text(self):
        report = json.loads(AFTER.read_text())
        for entry in report["sections"]:
            entry["heading"] += HOSTILE
            entry["text"] += HOSTILE
        for key in ("title", "agency"):
            report[key] += HOSTILE
        hostile = save("hostile <b>.json", report)
        for pair in ((BEFORE, hostile), (hostile, BEFORE), (hostile, hostile)):
            page = compare(*pair, "--format", "html")
            tree = self.parse(page)
            self.assertEqual(list(tree.iter("script")), [])
            self.assertNotIn("\x1b", page)
            self.assertNotIn("\x1b", compare(*pair))


class Archive(unittest.TestCase):
    def setUp(self):
        if "\n  import " not in run("--help").out:
            self.skipTest("this gongkai has no import")
        self.archive = FOLDER / "archive.db"
        folder = FOLDER / "years"
        folder.mkdir(exist_ok=True)
        year = json.loads(BEFORE.read_text())["year"]
        text = REPORT.read_text()
        (folder / "a.html").write_text(text)
        (folder / "b.html").write_text(text.replace(str(year), str(year + 1)))
        self.years = (year, year + 1)
        self.agency = json.loads(BEFORE.read_text())["agency"]
        self.assertEqual(run("import", folder, "--archive", self.archive).status, 0)

    def test_two_years_of_an_organ(self):
        comparison = compare("--archive", self.archive, "--agency", self.agency, *self.years,
                             "--format", "json")
        self.assertEqual((comparison["before"]["year"], comparison["after"]["year"]), self.years)
        for arguments in ((self.agency, self.years[0], 1999), ("某局", *self.years)):
            ended = run("compare", "--archive", self.archive, "--agency", *arguments)
            self.assertEqual((ended.status, ended.out), (3, ""))


if __name__ == "__main__":
    unittest.main()
