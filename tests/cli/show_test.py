"""gongkai show: the picture of a page with what was read drawn over it."""

import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
import zlib

from command_line import PROGRAM, ROOT, limit_memory, make_reports, run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai show "))
SHARED = ROOT.parent / "shared/reports/in"
LEGEND = 12  # points: its strip is higher than that, whatever it holds


def setUpModule():
    global PDFS, HTML
    # Fontconfig keeps the machine's list of fonts to the end of the process: no leak of ours.
    suppressions = FOLDER / "leaks.txt"
    suppressions.write_text("leak:libfontconfig\n")
    os.environ["LSAN_OPTIONS"] = f"suppressions='{suppressions}':print_suppressions=0"
    PDFS = make_reports(FOLDER / "pdf", 6, "pdf_reportlab")
    HTML = make_reports(FOLDER / "html", 1, "html_clean", "--plain")[0]


def tearDownModule():
    shutil.rmtree(FOLDER)


class Picture:
    """A PNG of 8-bit RGB, decoded by the standard library alone."""

    def __init__(self, png):
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        self.width, self.height, depth, colour = struct.unpack(">IIBB", png[16:26])
        assert (depth, colour) == (8, 2), "not 8-bit RGB"
        data, at = b"", 8
        while at < len(png):
            size, kind = struct.unpack(">I4s", png[at:at + 8])
            data += png[at + 8:at + 8 + size] if kind == b"IDAT" else b""
            at += size + 12
        self.rows = self._rows(zlib.decompress(data))

    def _rows(self, raw):
        stride, rows, above = self.width * 3, [], bytes(self.width * 3)
        for y in range(self.height):
            begin = y * (stride + 1)
            above = unfilter(raw[begin], raw[begin + 1:begin + 1 + stride], above)
            rows.append(above)
        return rows

    def pixels(self, box):
        """Those of a box in points (the picture has 72 dpi), with the line around it."""
        x0, y0, x1, y1 = (round(side) for side in box)
        for y in range(max(y0 - 3, 0), min(y1 + 3, self.height)):
            for x in range(max(x0 - 3, 0), min(x1 + 3, self.width)):
                yield tuple(self.rows[y][3 * x:3 * x + 3])


def unfilter(kind, line, above):
    line = bytearray(line)
    for i, value in enumerate(line):
        left = line[i - 3] if i >= 3 else 0
        corner = above[i - 3] if i >= 3 else 0
        line[i] = (value + (0, left, above[i], (left + above[i]) // 2,
                            paeth(left, above[i], corner))[kind]) & 255
    return bytes(line)


def paeth(left, above, corner):
    estimate = left + above - corner
    return min((left, above, corner), key=lambda value: abs(estimate - value))


def show(path, *options, environment=None):
    """Status, PNG (on standard output) and messages. A picture is no text: run() cannot hold it."""
    ended = subprocess.run([PROGRAM, "show", path, "-o", "-", *map(str, options)],
                           capture_output=True, timeout=60, check=False,
                           env={**os.environ, **(environment or {})}, preexec_fn=limit_memory)
    return ended.returncode, ended.stdout, ended.stderr.decode()


def picture(path, *options):
    status, png, err = show(path, "--dpi", 72, *options)
    assert (status, err) == (0, ""), err
    return Picture(png)


def is_green(pixel):  # the box of a number, also where it is mixed with the paper's white
    red, green, blue = pixel
    return green > red + 40 and green > blue + 40


def is_red(pixel):  # the box of a reading in doubt
    red, green, blue = pixel
    return red > green + 100 and red > blue + 100


def is_orange(pixel):  # the box of a null
    red, green, blue = pixel
    return red > green + 20 and green > blue + 40


def readings(path):
    """(value, page, box) of every cell that was read."""
    report = json.loads(run("read", path).out)
    for pointer, evidence in report["evidence"].items():
        if pointer not in ("/title", "/agency", "/year"):
            value = report
            for step in pointer[1:].split("/"):
                value = value[int(step) if isinstance(value, list) else step]
            yield value, evidence["page"], evidence["box"]


class TheFile(unittest.TestCase):
    def test_a_png_of_the_page_at_the_dpi_asked_for(self):
        for dpi in (30, 72, 144):
            with self.subTest(dpi=dpi):
                status, png, err = show(PDFS[0], "--dpi", dpi)
                self.assertEqual((status, err), (0, ""))
                self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
                width, height = struct.unpack(">II", png[16:24])
                self.assertAlmostEqual(width, 595.28 * dpi / 72, delta=2)  # A4
                self.assertGreater(height, (841.89 + LEGEND) * dpi / 72)

    def test_the_same_bytes_whatever_the_run_the_folder_or_the_locale(self):
        first = show(PDFS[0], "--page", 2)[1]
        moved = FOLDER / "moved"
        moved.mkdir()
        shutil.copy(PDFS[0], moved)
        self.assertEqual(show(PDFS[0], "--page", 2, environment={"LC_ALL": "C"})[1], first)
        self.assertEqual(show(moved / PDFS[0].name, "--page", 2)[1], first)
        self.assertNotEqual(show(PDFS[0])[1], first)  # page 1 is another picture
        self.assertNotEqual(show(PDFS[0], "--page", 2, "--lang", "en")[1], first)

    def test_it_is_written_whole_or_not_at_all(self):
        output = FOLDER / "page.png"
        output.write_text("the old one")
        self.assertEqual(run("show", PDFS[0], "--page", "99", "-o", output).status, 3)
        self.assertEqual(output.read_text(), "the old one")
        ended = run("show", PDFS[0], "-o", output)
        self.assertEqual((ended.status, ended.out, ended.err), (0, "", ""))
        self.assertEqual(output.read_bytes(), show(PDFS[0])[1])
        self.assertEqual(list(FOLDER.glob(".gongkai*")), [])
        self.assertEqual(run("show", PDFS[0], "-o", FOLDER / "no folder/a.png").status, 3)

    def test_it_never_writes_over_its_input(self):
        copy = FOLDER / "copy.pdf"
        shutil.copy(PDFS[0], copy)
        self.assertEqual(run("show", copy, "-o", copy).status, 2)
        self.assertEqual(copy.read_bytes(), PDFS[0].read_bytes())

    def test_a_pdf_from_standard_input(self):
        with open(PDFS[0], "rb") as file:
            ended = subprocess.run([PROGRAM, "show", "-", "-o", "-"], stdin=file,
                                   capture_output=True, timeout=60, check=False)
        self.assertEqual((ended.returncode, ended.stdout[:4]), (0, b"\x89PNG"))


class TheLayers(unittest.TestCase):
    def test_every_value_and_null_is_marked_at_its_place(self):
        nulls = 0
        for path in PDFS:
            read = list(readings(path))
            for page in sorted({page for _, page, _ in read}):
                bare = picture(path, "--page", page, "--layers", "none")
                cells = picture(path, "--page", page, "--layers", "cells")
                self.assertEqual(bare.width, cells.width)
                for value, at, box in read:
                    if at != page:
                        continue
                    with self.subTest(path=path.name, page=page, box=box):
                        self.assertNotEqual(list(bare.pixels(box)), list(cells.pixels(box)))
                        # A blank in a table without rules is in doubt, and marked so.
                        marks = (is_orange, is_red) if value is None else (is_green,)

                        def is_marked(pixel, marks=marks):
                            return any(mark(pixel) for mark in marks)
                        self.assertTrue(any(map(is_marked, cells.pixels(box))))
                        self.assertFalse(any(map(is_marked, bare.pixels(box))))
                        nulls += value is None
            if nulls:
                return
        self.fail("no report of the generator has a null: choose another seed")

    def test_nothing_else_is_touched(self):
        read = list(readings(PDFS[0]))
        page = max(page for _, page, _ in read)
        top = min(box[1] for _, at, box in read if at == page)
        bare = picture(PDFS[0], "--page", page, "--layers", "none")
        cells = picture(PDFS[0], "--page", page, "--layers", "cells")
        above = int(top) - 20  # a label stands lower, and a table's label cells are finding marks'
        self.assertGreater(above, 20)
        self.assertEqual(bare.rows[:above], cells.rows[:above])

    def test_each_layer_draws_something_of_its_own(self):
        seen = {}
        for layers in ("none", "words", "rulings", "grids", "headings", "cells", "words,cells"):
            seen[layers] = show(PDFS[0], "--page", 2, "--layers", layers)[1]
        self.assertEqual(len(set(seen.values())), len(seen))
        everything = show(PDFS[0], "--page", 2)[1]
        named = show(PDFS[0], "--page", 2, "--layers", "cells,words,grids,headings,rulings")[1]
        self.assertEqual(named, everything)  # in their own order, whatever is typed


class Refusals(unittest.TestCase):
    def test_wrong_usage(self):
        rows = [[], [PDFS[0]], [PDFS[0], "-o"], ["-o", "a.png"],
                *([PDFS[0], "-o", "a.png", *more] for more in (
                    ["--page", "0"], ["--page", "-1"], ["--page", "x"], ["--page", "1.5"],
                    ["--page", "9" * 12], ["--dpi", "0"], ["--dpi", "19"], ["--dpi", "1201"],
                    ["--dpi", "nan"], ["--layers", "colours"], ["--layers", ""], ["another.pdf"]))]
        for arguments in rows:
            with self.subTest(arguments=arguments):
                ended = run("show", *arguments, cwd=FOLDER)
                self.assertEqual((ended.status, ended.out), (2, ""))
                self.assertIn("gongkai --help", ended.err)
                self.assertFalse((FOLDER / "a.png").exists())

    def refused(self, path, reason, *options):
        for language, words in zip(("zh", "en"), reason):
            status, png, err = show(path, *options, "--lang", language)
            self.assertEqual((status, png), (3, b""), err)
            self.assertTrue(err.startswith(f"gongkai: {path}"), err)
            self.assertRegex(err, words)
            self.assertEqual(err.count("\n"), 1)
            self.assertEqual(bool(re.search("[一-鿿]", err.replace(str(path), ""))),
                             language == "zh")

    def test_a_page_that_is_not_there_names_how_many_are(self):
        status, _, err = show(PDFS[0], "--page", 999, "--lang", "en")
        pages = json.loads(run("read", PDFS[0]).out)["source"]["pages"]
        self.assertEqual(status, 3)
        self.assertIn(f"It has {pages}", err)
        self.refused(PDFS[0], (f"共 {pages} 页", "no page 999"), "--page", 999)

    def test_formats_without_pages(self):
        text = FOLDER / "a.txt"
        text.write_text("某某局2023年政府信息公开工作年度报告\n一、总体情况\n无\n")
        other = FOLDER / "not a report.html"
        other.write_text("<p>天气很好</p>")
        for path in (HTML, text, other):
            with self.subTest(path=path.name):
                self.refused(path, ("gongkai read", "gongkai read"))

    def test_what_cannot_be_read(self):
        rows = {"empty.pdf": b"", "broken.pdf": b"%PDF-1.7\nnothing", "zeros.bin": bytes(100),
                "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(50)}
        for name, content in rows.items():
            path = FOLDER / name
            path.write_bytes(content)
            with self.subTest(name):
                self.refused(path, ("[请用]", "."))
        self.refused(FOLDER / "none.pdf", ("没有这个文件", "no such file"))

    def test_a_password(self):
        path = FOLDER / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", PDFS[0], path],
                       check=True)
        self.refused(path, ("--password", "--password"))
        self.refused(path, ("--password", "--password"), "--password", "wrong")
        status, png, _ = show(path, "--password", "secret", "--layers", "none")
        self.assertEqual((status, png[:4]), (0, b"\x89PNG"))

    def test_a_page_beyond_the_budget_of_pixels(self):
        path = FOLDER / "huge.pdf"
        path.write_bytes(blank_pdf(14400, 14400))
        self.refused(path, ("--dpi", "--dpi"))
        path.write_bytes(blank_pdf(14400, 10))
        self.refused(path, ("--dpi", "--dpi"), "--dpi", 200)


def blank_pdf(width, height):
    return f"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]>> endobj
trailer <</Size 4/Root 1 0 R>>
%%EOF
""".encode()


class OddPages(unittest.TestCase):
    def test_a_page_without_text_is_drawn_and_said_to_be_empty(self):
        path = FOLDER / "blank.pdf"
        path.write_bytes(blank_pdf(300, 200))
        status, png, err = show(path, "--dpi", 72, "--lang", "en")
        self.assertEqual((status, Picture(png).width), (0, 300))
        self.assertIn("no headings and no numbers", err)

    def test_the_smallest_page(self):
        path = FOLDER / "small.pdf"
        path.write_bytes(blank_pdf(1, 1))
        for dpi in (20, 1200):
            self.assertEqual(show(path, "--dpi", dpi)[0], 0)

    def test_a_rotated_page_is_drawn_as_a_reader_sees_it(self):
        path = FOLDER / "rotated.pdf"
        subprocess.run(["qpdf", PDFS[0], path, "--rotate=+90"], check=True)
        self.assertAlmostEqual(picture(path, "--layers", "none").width, 842, delta=2)

    def test_a_machine_without_fonts(self):
        config = FOLDER / "fonts.conf"
        config.write_text("<fontconfig><dir>/nonexistent</dir></fontconfig>")
        status, png, _ = show(PDFS[0], environment={"FONTCONFIG_FILE": str(config)})
        self.assertEqual((status, png[:4]), (0, b"\x89PNG"))

    def test_help_in_both_languages(self):
        zh, en = run("show", "--help"), run("show", "--help", "--lang", "en")
        self.assertEqual((zh.status, en.status), (0, 0))
        self.assertIn("gongkai show", zh.out)
        self.assertNotRegex(en.out, "[一-鿿]")

    @unittest.skipUnless(SHARED.is_dir(), "the real reports are not beside the project")
    def test_every_page_of_the_real_reports(self):
        for path in sorted(SHARED.glob("*.pdf")):
            with self.subTest(path.name):
                read = run("read", path)
                pages = json.loads(read.out)["source"]["pages"] if read.status == 0 else 1
                for page in range(1, pages + 1):
                    self.assertEqual(show(path, "--page", page, "--dpi", 40)[0], 0)


if __name__ == "__main__":
    unittest.main()
