"""Exports of an archive, searches in it, and the queries that docs/archive.md shows."""

import copy
import csv
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

import openpyxl

from command_line import PROGRAM, ROOT, SANITIZED, make_reports, run

MAKE_ARCHIVE = pathlib.Path(os.environ.get("MAKE_ARCHIVE", ROOT / "build/release/tests/make_archive"))
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai export "))
ARCHIVE = FOLDER / "archive.db"
REVIEW_CELLS = [(row, column) for row in ("review", "direct_litigation", "litigation_after_review")
                for column in ("upheld", "corrected", "other", "pending", "total")]
KINDS = ("reports", "cells", "findings", "files")


def put(report, pointer, value):
    """Sets a number of a report, with its evidence."""
    *path, last = pointer.strip("/").split("/")
    where = report
    for step in path:
        where = where[step]
    where[last] = value
    report["evidence"][pointer]["raw"] = str(value)


def variants(report):
    """Reports of two organs, made of one: 甲县 leaves a year out and loses an application, 乙县 grows tenfold."""
    for agency, year, received, carried in (("甲县人民政府", 2021, 30, (1, 2)), ("甲县人民政府", 2022, 31, (1, 5)),
                                            ("甲县人民政府", 2024, 40, (0, 0)), ("乙县人民政府", 2022, 25, (0, 0)),
                                            ("乙县人民政府", 2023, 250, (0, 0))):
        made = copy.deepcopy(report)
        made["source"]["sha256"] = hashlib.sha256(f"{agency}{year}".encode()).hexdigest()
        made["source"]["name"] = f"{agency}{year}.html"
        made["agency"], made["year"] = agency, year
        put(made, "/applications/new_received/total", received)
        put(made, "/applications/carried_over/total", carried[0])
        put(made, "/applications/carried_forward/total", carried[1])
        if (agency, year) == ("乙县人民政府", 2023):
            for row, column in REVIEW_CELLS:
                put(made, f"/review_litigation/{row}/{column}", None)
                made["evidence"][f"/review_litigation/{row}/{column}"].update(raw="", reading="blank", state="blank")
        yield made


def setUpModule():
    global REPORTS
    sources = make_reports(FOLDER / "plain", 4, "html_clean") + make_reports(FOLDER / "annex", 2, "html_clean", "--annex")
    clean = make_reports(FOLDER / "clean", 1, "html_clean", "--clean", "--plain")[0]
    REPORTS = [json.loads(run("read", source).out) for source in sources]
    REPORTS += variants(json.loads(run("read", clean).out))
    files = []
    for number, report in enumerate(REPORTS):
        files.append(FOLDER / f"{number}.json")
        files[-1].write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    make_archive(ARCHIVE, len(files), files)


def tearDownModule():
    shutil.rmtree(FOLDER)


def make_archive(path, count, files):
    subprocess.run([MAKE_ARCHIVE, path, str(count), *files], check=True, timeout=300)


def export(*arguments, archive=ARCHIVE):
    return run("export", "--archive", archive, *arguments)


def number(report, pointer):
    for step in pointer.strip("/").split("/"):
        report = report.get(step, {})
    return report if report != {} else None


def in_statistics(report, label):
    return next((row["value"] for row in report.get("statistics", []) if row["label"] == label), None)


def table(text):
    """The rows of CSV as dicts, after what every file has to be was checked."""
    assert text.startswith("\ufeff") and text.endswith("\r\n"), text[:100]
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows)
    return [dict(zip(rows[0], row)) for row in rows[1:]]


class Jsonl(unittest.TestCase):
    def test_every_report_is_a_line_by_agency_and_year(self):
        ended = export("--format", "jsonl", "-o", "-")
        self.assertEqual((ended.status, ended.err), (0, ""))
        lines = [json.loads(line) for line in ended.out.splitlines()]
        order = lambda report: (report["agency"] is not None, (report["agency"] or "").encode(),
                                report["year"] or 0, report["source"]["sha256"])
        self.assertEqual(lines, sorted(REPORTS, key=order))

    def test_a_file_is_the_same_as_standard_output(self):
        self.assertEqual(export("--format", "jsonl", "-o", FOLDER / "a.jsonl").status, 0)
        self.assertEqual((FOLDER / "a.jsonl").read_text(encoding="utf-8"), export("--format", "jsonl", "-o", "-").out)


class Csv(unittest.TestCase):
    def rows(self, kind, *more):
        ended = export("--format", "csv", "--rows", kind, "-o", "-", *more)
        self.assertEqual((ended.status, ended.err), (0, ""))
        return table(ended.out)

    def test_a_row_a_report(self):
        rows = self.rows("reports")
        by_hash = {row["sha256"]: row for row in rows}
        self.assertEqual(len(rows), len(by_hash))
        self.assertEqual(len(rows), len(REPORTS))
        for report in REPORTS:
            row = by_hash[report["source"]["sha256"]]
            self.assertEqual((row["agency"], row["year"], row["title"]),
                             (report["agency"], str(report["year"]), report["title"]))
            for column, pointer in (("new_received", "/applications/new_received/total"),
                                    ("carried_forward", "/applications/carried_forward/total"),
                                    ("review_total", "/review_litigation/review/total"),
                                    ("fees", "/active_disclosure/fees/amount")):
                value = number(report, pointer)
                self.assertEqual(row[column], "" if value is None else str(value).removesuffix(".0"))
            received = in_statistics(report, "（一）收到申请数")
            self.assertEqual(row["statistics_received"], "" if received is None else str(received))
        self.assertTrue(any(row["statistics_received"] for row in rows))
        self.assertEqual(sorted(int(row["copies"]) for row in rows)[-2:], [1, 2])

    def test_a_row_a_number_with_its_evidence(self):
        rows = self.rows("cells")
        expected = {(report["source"]["sha256"], pointer): entry for report in REPORTS
                    for pointer, entry in report["evidence"].items() if pointer.count("/") > 1}
        self.assertEqual({(row["sha256"], row["pointer"]) for row in rows}, set(expected))
        for row in rows:
            entry = expected[row["sha256"], row["pointer"]]
            self.assertEqual(row["raw"].removeprefix("'"), entry["raw"])
            self.assertEqual(float(row["confidence"]), entry["confidence"])
            self.assertEqual(row["reading"], entry["reading"])
            self.assertEqual(row["value"] == "", row["state"] != "number")
            self.assertTrue(row["table_name"] and row["row_name"] and row["column_name"], row)

    def test_a_row_a_finding(self):
        rows = self.rows("findings")
        verdicts = [row["verdict"] for row in rows]
        self.assertEqual(verdicts.count("dismissed"), 1)
        self.assertEqual(verdicts.count("open"), len(rows) - 1)
        self.assertTrue(all(row["place"] in json.loads(row["places"]) for row in rows))
        english = self.rows("findings", "--lang", "en")
        self.assertEqual([row["fingerprint"] for row in rows], [row["fingerprint"] for row in english])
        self.assertNotEqual([row["message"] for row in rows], [row["message"] for row in english])

    def test_files_that_could_not_be_read_are_not_lost(self):
        rows = self.rows("files")
        self.assertEqual([(row["path"], row["reason"], row["message"]) for row in rows if row["state"] == "failed"],
                         [("/r/空.pdf", "unreadable", "文件是空的")])
        self.assertEqual(len(rows), len(REPORTS) + 2)
        self.assertEqual([row["path"] for row in rows], sorted(row["path"] for row in rows))

    def test_one_file_or_a_folder_with_all(self):
        self.assertEqual(export("--format", "csv", "-o", FOLDER / "folder").status, 0)
        self.assertEqual(sorted(path.name for path in (FOLDER / "folder").iterdir()), sorted(f"{kind}.csv" for kind in KINDS))
        for kind in KINDS:
            self.assertEqual(export("--format", "csv", "--rows", kind, "-o", FOLDER / "one.csv").status, 0)
            self.assertEqual((FOLDER / "one.csv").read_bytes(), (FOLDER / f"folder/{kind}.csv").read_bytes())
        self.assertEqual(export("--format", "csv", "-o", FOLDER / "one.csv").status, 0)
        self.assertEqual((FOLDER / "one.csv").read_bytes(), (FOLDER / "folder/cells.csv").read_bytes())


class Xlsx(unittest.TestCase):
    def book(self, *more):
        self.assertEqual(export("--format", "xlsx", "-o", FOLDER / "a.xlsx", *more).status, 0)
        return openpyxl.load_workbook(FOLDER / "a.xlsx")

    def test_a_sheet_a_kind_with_the_rows_of_the_csv(self):
        book = self.book("--lang", "en")
        self.assertEqual(tuple(book.sheetnames), KINDS)
        for kind in KINDS:
            rows = table(export("--format", "csv", "--rows", kind, "-o", "-", "--lang", "en").out)
            sheet = book[kind]
            self.assertEqual((sheet.max_row, sheet.max_column), (len(rows) + 1, len(rows[0])))
            self.assertEqual((sheet.freeze_panes, sheet.auto_filter.ref), ("A2", sheet.dimensions))
            for row, cells in zip(rows, sheet.iter_rows(min_row=2)):
                for (column, text), cell in zip(row.items(), cells):
                    if isinstance(cell.value, (int, float)):
                        self.assertAlmostEqual(float(text), cell.value, places=9, msg=column)
                    elif column not in ("state", "severity", "cause", "verdict", "origin", "reading"):
                        self.assertEqual(text.removeprefix("'"), cell.value or "", column)
        self.assertTrue(any(isinstance(cell.value, int) for cell in book["cells"]["K"]))

    def test_headers_and_codes_are_in_the_language(self):
        book = self.book()
        self.assertEqual(book.sheetnames, ["报告", "数字", "问题", "文件"])
        self.assertEqual([cell.value for cell in book["报告"][1]][:4], ["机关", "年度", "标题", "格式"])
        self.assertLessEqual({cell.value for cell in book["问题"]["D"]}, {"级别", "错误", "警告", "提示"})
        for sheet in book:
            self.assertFalse(any(re.search("[a-z]", str(cell.value)) for cell in sheet[1]), sheet.title)

    def test_the_same_bytes_on_another_day_in_another_zone(self):
        made = []
        for zone in ("Asia/Shanghai", "America/New_York"):
            ended = run("export", "--archive", ARCHIVE, "--format", "xlsx", "-o", FOLDER / "z.xlsx",
                        environment={"TZ": zone, "LANG": "de_DE.UTF-8"})
            self.assertEqual(ended.status, 0)
            made.append((FOLDER / "z.xlsx").read_bytes())
        self.assertEqual(made[0], made[1])


class Usage(unittest.TestCase):
    def test_wrong_usage(self):
        before = ARCHIVE.read_bytes()
        for arguments in (("--format", "xlsx", "-o", "-"),
                          ("--format", "jsonl", "--rows", "cells", "-o", "-"),
                          ("--format", "xlsx", "--rows", "cells", "-o", FOLDER / "u.xlsx"),
                          ("--format", "csv", "--rows", "cells", "-o", FOLDER / "u"),
                          ("--format", "csv", "--rows", "cell", "-o", "-"),
                          ("--format", "yaml", "-o", "-"),
                          ("--format", "jsonl"),
                          ("-o", "-"),
                          ("--format", "jsonl", "-o", ARCHIVE)):
            with self.subTest(arguments):
                ended = export(*arguments)
                self.assertEqual((ended.status, ended.out), (2, ""))
                self.assertTrue(ended.err.startswith("gongkai: "))
        self.assertEqual(ARCHIVE.read_bytes(), before)
        self.assertFalse((FOLDER / "u").exists() or (FOLDER / "u.xlsx").exists())

    def test_what_cannot_be_read_or_written(self):
        (FOLDER / "text.db").write_text("no archive")
        for archive, output, named in ((FOLDER / "none.db", "-", "none.db"), (FOLDER / "text.db", "-", "text.db"),
                                       (ARCHIVE, FOLDER / "none/a.jsonl", "none/a.jsonl"), (ARCHIVE, "/dev/full", "/dev/full")):
            with self.subTest(output):
                ended = export("--format", "jsonl", "-o", output, archive=archive)
                self.assertEqual((ended.status, ended.out), (3, ""))
                self.assertIn(named, ended.err)
        self.assertFalse((FOLDER / "none.db").exists())

    def test_a_closed_pipe_is_no_crash(self):
        with subprocess.Popen([PROGRAM, "export", "--archive", ARCHIVE, "--format", "csv", "-o", "-"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.close()
            process.stderr.read()
        self.assertIn(process.returncode, (3, -13))


class Memory(unittest.TestCase):
    @unittest.skipIf(SANITIZED, "under the sanitizers memory is another matter")
    def test_ten_times_the_reports_take_no_more_memory(self):
        def peak(archive, *arguments):
            """KiB that the process had in memory at most."""
            code = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
                    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
            ended = subprocess.run(["/usr/bin/python3", "-c", code, PROGRAM, "export", "--archive", archive, *arguments],
                                   check=True, capture_output=True, text=True, timeout=300)
            return int(ended.stdout)

        for name, count in (("small", 100), ("large", 1000)):
            make_archive(FOLDER / f"{name}.db", count, [FOLDER / f"{i}.json" for i in range(len(REPORTS))])
        for arguments in (("--format", "jsonl", "-o", FOLDER / "m.jsonl"), ("--format", "csv", "-o", FOLDER / "m"),
                          ("--format", "xlsx", "-o", FOLDER / "m.xlsx")):
            with self.subTest(arguments):
                small, large = (peak(FOLDER / f"{name}.db", *arguments) for name in ("small", "large"))
                self.assertLess(large - small, 4096, f"{small} KiB for 100 reports, {large} KiB for 1,000")


class Search(unittest.TestCase):
    def hits(self, *arguments):
        ended = run("search", "--archive", ARCHIVE, "--format", "json", *arguments)
        self.assertEqual((ended.status, ended.err), (0, ""))
        return json.loads(ended.out)

    def test_it_finds_what_the_reports_say(self):
        for text in ("政府信息", "申请", "公", "2022年", "行政复议、行政诉讼"):
            expected = {(report["source"]["sha256"], section["key"], section["heading"]) for report in REPORTS
                        for section in report["sections"] if text in section["text"] or text in section["heading"]}
            found = self.hits(text, "--limit", "1000")
            with self.subTest(text):
                self.assertEqual({(hit["sha256"], hit["section"], hit["heading"]) for hit in found["hits"]}, expected)
                self.assertGreater(len(expected), 2)
                self.assertTrue(all(text in hit["snippet"] and hit["path"].startswith("/r/") for hit in found["hits"]))

    def test_a_line_a_section_for_people(self):
        ended = run("search", "--archive", ARCHIVE, "政府信息", "--limit", "3")
        self.assertEqual((ended.status, len(ended.out.splitlines())), (0, 3))
        self.assertIn("--limit", ended.err)
        self.assertTrue(self.hits("政府信息", "--limit", "3")["more"])
        ended = run("search", "--archive", ARCHIVE, "没有哪份报告这样说", "--lang", "en")
        self.assertEqual((ended.status, ended.out, ended.err), (0, "", "gongkai: Nothing was found.\n"))

    def test_wrong_usage_and_no_archive(self):
        for arguments in (("",), ("x" * 1001,), ("x", "--limit", "0"), ("x", "--format", "xml"), ()):
            with self.subTest(arguments):
                self.assertEqual(run("search", "--archive", ARCHIVE, *arguments).status, 2)
        self.assertEqual(run("search", "--archive", ARCHIVE, b"\xff\xfe".decode(errors="surrogateescape")).status, 2)
        self.assertEqual(run("search", "--archive", FOLDER / "none.db", "政府").status, 3)


class Queries(unittest.TestCase):
    """docs/archive.md"""

    @classmethod
    def setUpClass(cls):
        page = (ROOT / "docs/archive.md").read_text(encoding="utf-8")
        cls.queries = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
        cls.database = sqlite3.connect(f"file:{ARCHIVE}?mode=ro", uri=True)
        cls.page = page

    @classmethod
    def tearDownClass(cls):
        cls.database.close()

    def ask(self, words):
        """The rows of the one query that has these words in it."""
        found = [query for query in self.queries if words in query]
        self.assertEqual(len(found), 1, words)
        return self.database.execute(found[0]).fetchall()

    def test_all_run_and_say_something(self):
        self.assertGreaterEqual(len(self.queries), 10)
        for query in self.queries:
            with self.subTest(query):
                rows = self.database.execute(query).fetchall()
                if "confidence <" not in query:  # no number of these reports is doubtful
                    self.assertTrue(rows)

    def test_the_views_have_the_columns_that_the_page_names(self):
        for view in ("reports", "numbers", "problems", "files"):
            line = next(line for line in self.page.splitlines() if line.startswith(f"| `{view}` |"))
            named = set(re.findall(r"`(\w+)`", line)) - {view, "open", "imported", "failed"}
            columns = {row[1] for row in self.database.execute(f"PRAGMA table_info({view})")}
            self.assertEqual(named, columns, view)

    def test_applications_year_by_year(self):
        def received(report):
            if "statistics" in report:
                return in_statistics(report, "（一）收到申请数")
            return number(report, "/applications/new_received/total")

        rows = self.ask("AS received\nFROM numbers\nGROUP BY report_id\nORDER")
        self.assertEqual(sorted(rows, key=repr),
                         sorted(((report["agency"], report["year"], received(report)) for report in REPORTS), key=repr))

    def test_totals_of_a_year(self):
        rows = {row[0]: row[1:] for row in self.ask("percent_granted")}
        for year, (count, received, percent) in rows.items():
            reports = [report for report in REPORTS if report["year"] == year]
            numbers = [number(report, "/applications/new_received/total") for report in reports]
            self.assertEqual((count, received or 0), (len(reports), sum(value or 0 for value in numbers)))
            parts = [[number(report, f"/applications/outcome/{row}/total") for row in ("granted", "partly_granted", "total")]
                     for report in reports]
            parts = [part for part in parts if None not in part]
            if percent is not None:
                share = 100 * sum(a + b for a, b, _ in parts) / sum(total for _, _, total in parts)
                self.assertAlmostEqual(percent, share, delta=0.051)
        self.assertTrue(any(row[2] is not None for row in rows.values()))

    def test_missing_years(self):
        years = {}
        for report in REPORTS:
            years.setdefault(report["agency"], set()).add(report["year"])
        missing = {(agency, year) for agency, seen in years.items() for year in range(min(seen), max(seen)) if year not in seen}
        self.assertIn(("甲县人民政府", 2023), missing)
        self.assertEqual(set(self.ask("WITH RECURSIVE")), missing)

    def test_what_is_not_carried_over(self):
        self.assertEqual(self.ask("AS carried_forward"), [("甲县人民政府", 2021, "total", 2, 1)])

    def test_tenfold(self):
        self.assertIn(("乙县人民政府", "/applications/new_received/total", 2023, 25, 250), self.ask("WINDOW past"))

    def test_rules_without_what_was_dismissed(self):
        findings = table(export("--format", "csv", "--rows", "findings", "-o", "-").out)
        self.assertEqual(sum(row[2] for row in self.ask("count(*) AS findings")), len(findings) - 1)

    def test_blank_by_habit(self):
        rows = self.ask("blanks * 2 > cells")
        for agency, year, key, blanks, cells in rows:
            report = next(report for report in REPORTS if (report["agency"], report["year"]) == (agency, year))
            entries = [entry for pointer, entry in report["evidence"].items() if pointer.startswith(f"/{key}/")]
            self.assertEqual((blanks, cells), (sum(entry["reading"] == "blank" for entry in entries), len(entries)))

    def test_the_narrative(self):
        expected = sum("行政复议" in section["text"] for report in REPORTS for section in report["sections"])
        self.assertEqual(len(self.ask("sections_text")), expected)
        plan = "\n".join(row[3] for row in self.database.execute(
            "EXPLAIN QUERY PLAN " + next(query for query in self.queries if "sections_text" in query)))
        self.assertIn("VIRTUAL TABLE INDEX 0:L", plan)

    def test_what_could_not_be_read(self):
        self.assertEqual(self.ask("for_example"), [("unreadable", 1, "/r/空.pdf")])


if __name__ == "__main__":
    unittest.main()
