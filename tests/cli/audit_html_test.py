"""gongkai audit --html: the pages as files: valid, whole, true to the archive, and the same each time."""

import contextlib
import decimal
import hashlib
import json
import pathlib
import re
import shutil
import sqlite3
import struct
import tempfile
import unittest

from archives import rows
from audit_pages import (by_id, files, links, make_archive, page_of, parse, resolve, text_of,
                         write_pages)
from command_line import run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai audit "))
HOSTILE = "</p><script>alert(1)</script>&\"'\x1b[31m"
MOST_FINDINGS, MOST_ORGANS = 2000, 200  # of one page, as cli/audit_html_index.cpp has them


def setUpModule():
    global ARCHIVE, GONE, PAGES
    ARCHIVE, GONE = make_archive(FOLDER)
    write_pages(ARCHIVE, FOLDER / "pages")
    PAGES = files(FOLDER / "pages")


def tearDownModule():
    shutil.rmtree(FOLDER)


def html(pages):
    return {name: page for name, page in pages.items() if name.endswith(".html")}


class Pages(unittest.TestCase):
    def check_all(self, pages):
        """Valid HTML; every link and picture leads to something that is there; nothing is elsewhere."""
        trees = {name: parse(page) for name, page in html(pages).items()}
        ids = {name: by_id(tree) for name, tree in trees.items()}
        led_to = {"index.html"}
        for name, tree in trees.items():
            for attribute, target in links(tree):
                with self.subTest(page=name, target=target):
                    self.assertNotRegex(target, r"^([a-zA-Z][\w+.-]*:|/)")
                    file, fragment = resolve(name, target)
                    self.assertIn(file, pages)
                    led_to.add(file)
                    if fragment:
                        self.assertIn(fragment, ids[file])
            self.assertIn("main", ids[name])
            self.assertEqual(len(list(tree.iter("h1"))), 1)
        self.assertEqual(led_to, set(pages))
        return trees

    def test_every_page_is_valid_and_every_link_resolves(self):
        self.check_all(PAGES)
        self.assertEqual(len(html(PAGES)), 1 + len(rows(ARCHIVE, "SELECT 1 FROM readings")))

    def test_no_page_speaks_of_another_machine(self):
        for name, page in html(PAGES).items():
            with self.subTest(name):
                self.assertNotRegex(page.decode(), r"(?i)https?://|url\(|@import|//[\w-]+\.\w")
                self.assertIn(b"default-src 'none'", page)

    def test_english_pages_are_english_but_for_what_documents_say(self):
        write_pages(ARCHIVE, FOLDER / "en", "--lang", "en")
        pages = files(FOLDER / "en")
        self.check_all(pages)
        index = by_id(parse(pages["index.html"]))
        self.assertNotRegex(text_of(index["filter"]).replace("（", ""), "[一-鿿]")
        self.assertEqual(set(pages), set(PAGES))

    def test_the_same_archive_gives_the_same_bytes(self):
        write_pages(ARCHIVE, FOLDER / "again", "--jobs", "1")
        self.assertEqual(files(FOLDER / "again"), PAGES)
        write_pages(ARCHIVE, FOLDER / "again", "--jobs", "4")  # over the pages that are there
        self.assertEqual(files(FOLDER / "again"), PAGES)

    def test_a_rerun_keeps_pictures_and_removes_only_its_own_old_pages(self):
        target = FOLDER / "kept"
        write_pages(ARCHIVE, target)
        picture = next((target / "pages").iterdir())
        before = picture.stat()
        old = target / "reports" / ("0" * 16 + ".html")
        foreign = [target / "notes.html", target / "reports" / "notes.html", target / "pages" / "a.txt"]
        for path in (old, target / "organs-7.html", *foreign):
            path.write_text("x")
        write_pages(ARCHIVE, target)
        after = picture.stat()
        self.assertEqual((after.st_ino, after.st_mtime_ns), (before.st_ino, before.st_mtime_ns))
        self.assertFalse(old.exists())
        self.assertFalse((target / "organs-7.html").exists())
        for path in foreign:
            self.assertEqual(path.read_text(), "x")

    def test_standard_output_is_the_summary_unless_findings_are_asked_for(self):
        summary = write_pages(ARCHIVE, FOLDER / "pages")
        self.assertEqual(len(summary.out.splitlines()), 1)
        plain = run("audit", "--archive", ARCHIVE)
        self.assertEqual(summary.status, plain.status)
        asked = write_pages(ARCHIVE, FOLDER / "pages", "--format", "text")
        self.assertEqual(asked.out, plain.out)
        self.assertEqual(plain.out.splitlines()[-1:], summary.out.splitlines())

    def test_what_cannot_be_written_is_status_3(self):
        file = FOLDER / "file"
        file.write_text("")
        for target in (file, file / "below", "/proc/none"):
            ended = run("audit", "--archive", ARCHIVE, "--html", target)
            self.assertEqual((ended.status, ended.out), (3, ""))
            self.assertIn(str(target), ended.err)


class Reports(unittest.TestCase):
    def test_every_number_is_that_of_the_archive(self):
        words = {"blank": "空白", "unreadable": "无法辨认"}
        seen = set()
        for reading, sha256 in rows(ARCHIVE, "SELECT r.id, d.sha256 FROM readings r "
                                             "JOIN documents d ON d.id = r.document"):
            ids = by_id(parse(PAGES[page_of(sha256)]))
            for pointer, value, state, raw in rows(
                    ARCHIVE, "SELECT pointer, value, state, raw FROM cells JOIN places p "
                             "ON p.id = place WHERE reading = ?", reading):
                shown = text_of(next(iter(ids[pointer])))
                seen.add(state)
                with self.subTest(sha256=sha256, pointer=pointer):
                    if value is None:
                        self.assertEqual(shown, words.get(state, f"“{raw}”"))
                    else:
                        self.assertEqual(decimal.Decimal(shown), decimal.Decimal(str(value)))
        self.assertIn("number", seen)

    def test_every_finding_stands_on_its_reports_pages(self):
        audit = json.loads(run("audit", "--archive", ARCHIVE, "--format", "json").out)
        self.assertGreater(len(audit["findings"]), 3)
        for finding in audit["findings"]:
            for sha256 in {place["sha256"] for place in finding["at"]}:
                self.assertIn(finding["message"], text_of(by_id(parse(PAGES[page_of(sha256)]))["findings"]))
            self.assertIn(finding["message"], text_of(by_id(parse(PAGES["index.html"]))["list"]))
        for sha256, message in rows(ARCHIVE, "SELECT sha256, message_zh FROM problems p "
                                             "JOIN reports r ON r.report_id = p.report_id"):
            self.assertIn(message, text_of(by_id(parse(PAGES[page_of(sha256)]))["findings"]))

    def test_a_finding_between_reports_leads_to_the_cells_of_both(self):
        audit = json.loads(run("audit", "--archive", ARCHIVE, "--format", "json").out)
        broken = [f for f in audit["findings"] if f["rule"] == "series.carry_over"]
        self.assertTrue(broken)
        for finding in broken:
            places = [place for place in finding["at"] if "value" in place]
            for here in places:
                targets = {resolve(page_of(here["sha256"]), target) for _, target in
                           links(by_id(parse(PAGES[page_of(here["sha256"])]))["findings"])}
                for there in places:
                    self.assertIn((page_of(there["sha256"]), there["pointer"]), targets)

    def test_marks_beside_cells_lead_to_findings(self):
        marked = 0
        for name, page in html(PAGES).items():
            ids = by_id(parse(page))
            for element in ids.values():
                for link in element.iter("a"):
                    if (link.get("class") or "").startswith("mark"):
                        self.assertIn(link.get("href")[1:], ids)
                        marked += 1
        self.assertGreater(marked, 5)

    def test_the_years_of_an_organ_lead_to_each_other(self):
        for sha256, agency in rows(ARCHIVE, "SELECT sha256, agency FROM reports"):
            of_organ = {page_of(other) for other, in
                        rows(ARCHIVE, "SELECT sha256 FROM reports WHERE agency = ?", agency)}
            name = page_of(sha256)
            led = {resolve(name, target)[0] for _, target in links(parse(PAGES[name]))}
            self.assertLessEqual(of_organ - {name}, led)

    def test_hostile_text_stays_text(self):
        archive = FOLDER / "hostile.db"
        shutil.copy(ARCHIVE, archive)
        with contextlib.closing(sqlite3.connect(archive)) as database:
            report, = database.execute("SELECT report FROM readings WHERE id = 1").fetchone()
            report = json.loads(report)
            report["title"] += HOSTILE
            report["agency"] += HOSTILE
            for section in report["sections"]:
                section["heading"] += HOSTILE
                section["text"] += HOSTILE
            for row in report["evidence"].values():
                row["raw"] += HOSTILE
            database.execute("UPDATE readings SET title = title || ?1, agency = agency || ?1, report = ?2 "
                             "WHERE id = 1", (HOSTILE, json.dumps(report, ensure_ascii=False)))
            database.execute("UPDATE inputs SET path = path || ?", (HOSTILE,))
            database.execute("INSERT INTO findings VALUES (1, 900, 'cell.blank', 'error', 'document', "
                             "?1, ?1, NULL, ?2, NULL, NULL, 'f')", (HOSTILE, json.dumps([HOSTILE])))
            database.commit()
        write_pages(archive, FOLDER / "hostile")
        for name, page in html(files(FOLDER / "hostile")).items():
            tree = parse(page)
            self.assertLessEqual(len(list(tree.iter("script"))), 1)
            self.assertNotIn(b"\x1b", page)
            self.assertNotIn(b"alert(1)</script>", page)

    def test_an_archive_that_is_none_is_refused(self):
        for change in ("UPDATE documents SET sha256 = '../../../../tmp/x' WHERE id = 1",
                       "UPDATE readings SET report = '{}' WHERE id = 1"):
            archive = FOLDER / "bad.db"
            shutil.copy(ARCHIVE, archive)
            with contextlib.closing(sqlite3.connect(archive)) as database:
                database.execute(change)
                database.commit()
            ended = run("audit", "--archive", archive, "--html", FOLDER / "bad")
            self.assertEqual(ended.status, 3, change)
            self.assertIn(str(archive), ended.err)


class Pictures(unittest.TestCase):
    def original(self, sha256):
        return by_id(parse(PAGES[page_of(sha256)]))["original"]

    def test_the_original_is_found_or_the_page_says_why_not(self):
        for name, words in (("packed", None), ("nested", None), ("odd", None), ("changed", "SHA-256 不同"),
                            ("deleted", "找不到原件")):
            with self.subTest(name):
                section = self.original(GONE[name])
                self.assertEqual(any(True for _ in section.iter("img")), words is None)
                if words:
                    self.assertIn(words, text_of(section))
        flowing, = rows(ARCHIVE, "SELECT sha256 FROM reports WHERE pages IS NULL LIMIT 1")
        self.assertIn("没有固定版面", text_of(self.original(flowing[0])))

    def test_every_number_of_a_drawn_page_has_its_outline_there(self):
        outlined = 0
        for reading, sha256 in rows(ARCHIVE, "SELECT report_id, sha256 FROM reports WHERE pages > 0"):
            if sha256 in (GONE["changed"], GONE["deleted"]):
                continue
            ids = by_id(parse(PAGES[page_of(sha256)]))
            for pointer, page, x0, y0, x1, y1 in rows(
                    ARCHIVE, "SELECT pointer, page, x0, y0, x1, y1 FROM cells JOIN places p "
                             "ON p.id = place WHERE reading = ? AND x0 IS NOT NULL", reading):
                name = f"pages/{sha256[:16]}-{page}-110dpi.png"
                width, height = struct.unpack(">II", PAGES[name][16:24])
                style = dict(part.split(":") for part in ids["original" + pointer].get("style").split(";"))
                left, top, wide, high = (float(style[key][:-1]) / 100
                                         for key in ("left", "top", "width", "height"))
                point = 110 / 72
                self.assertAlmostEqual(left * width, (x0 - 2) * point, delta=0.2)
                self.assertAlmostEqual(top * height, (y0 - 2) * point, delta=0.2)
                self.assertAlmostEqual((left + wide) * width, (x1 + 2) * point, delta=0.3)
                self.assertAlmostEqual((top + high) * height, (y1 + 2) * point, delta=0.3)
                outlined += 1
        self.assertGreater(outlined, 200)

    def test_a_broken_original_is_said_and_the_rest_is_drawn(self):
        """Its bytes are those that were imported, but no program can draw them."""
        archive, target = FOLDER / "broken.db", FOLDER / "broken"
        shutil.copy(ARCHIVE, archive)
        broken = FOLDER / "broken.pdf"
        broken.write_bytes(b"%PDF-1.4\n" + b"\x00\xff" * 500)
        sha256 = hashlib.sha256(broken.read_bytes()).hexdigest()
        with contextlib.closing(sqlite3.connect(archive)) as database:
            database.execute("UPDATE documents SET sha256 = ? WHERE sha256 = ?", (sha256, GONE["deleted"]))
            database.execute("UPDATE inputs SET path = ? WHERE document = (SELECT id FROM documents "
                             "WHERE sha256 = ?)", (str(broken), sha256))
            database.commit()
        write_pages(archive, target)
        pages = files(target)
        self.assertRegex(text_of(by_id(parse(pages[page_of(sha256)]))["original"]), "没有图像：.+")
        drawn = {name for name in PAGES if name.endswith(".png")}
        self.assertLessEqual(drawn, set(pages))


class Large(unittest.TestCase):
    """More than one page holds: the index stays small and leads to the rest."""

    @classmethod
    def setUpClass(cls):
        archive = FOLDER / "large.db"
        shutil.copy(ARCHIVE, archive)
        with contextlib.closing(sqlite3.connect(archive)) as database:
            report, = database.execute("SELECT report FROM readings WHERE id = 1").fetchone()
            for i in range(MOST_ORGANS + 1):
                sha256 = f"{i:064x}"
                database.execute("INSERT INTO documents (id, sha256, bytes, reader) VALUES (?, ?, 1, '')",
                                 (1000 + i, sha256))
                database.execute("INSERT INTO inputs (path, document) VALUES (?, ?)",
                                 (f"/none/{i}.html", 1000 + i))
                database.execute("INSERT INTO readings (id, document, name, media_type, origin, title, agency, "
                                 "year, report) VALUES (?1, ?1, 'a', 'text/html', 'text', 't', ?2, 2020, ?3)",
                                 (1000 + i, f"第{i}局", report))
            database.executemany(
                "INSERT INTO findings VALUES (?, ?, 'cell.blank', 'warning', 'document', '有空白', 'blank', "
                "NULL, '[\"/applications\"]', NULL, NULL, 'f')",
                [(1000 + i % MOST_ORGANS, i) for i in range(2 * MOST_FINDINGS + 1)])
            database.commit()
        write_pages(archive, FOLDER / "large")
        cls.pages = files(FOLDER / "large")

    def test_links_resolve_and_nothing_is_missing(self):
        Pages.check_all(self, self.pages)
        for name in ("organs-2.html", "rules/cell.blank.html", "rules/cell.blank-2.html",
                     "rules/cell.blank-3.html"):
            self.assertIn(name, self.pages)
        listed = 0
        for name, page in self.pages.items():
            if name.startswith("rules/"):
                listed += len(by_id(parse(page))["list"])
        index = by_id(parse(self.pages["index.html"]))
        total = int(re.search(r"共 (\d+) 条，这里", text_of(index["findings"]))[1])
        self.assertEqual(listed, total)
        self.assertEqual(len(index["list"]), MOST_FINDINGS)

    def test_sizes(self):
        for name, page in self.pages.items():
            if not name.startswith("reports/"):
                self.assertLess(len(page), 2_000_000, name)


if __name__ == "__main__":
    unittest.main()
