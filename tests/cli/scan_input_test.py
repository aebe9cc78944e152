"""Scans through the command line: pictures that cannot be read, and the options for those that can.

The pictures are made by hand, of the standard library alone."""

import json
import os
import pathlib
import pty
import shutil
import struct
import subprocess
import tempfile
import unittest
import zlib

from command_line import PROGRAM, SANITIZED, limit_memory, make_reports, run

OCR_SECONDS = 120  # some pages of a report, on a machine that does other things
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai scan "))


def setUpModule():
    global PDF
    PDF = make_reports(FOLDER / "pdf", 1, "pdf_reportlab", "--clean", "--plain")[0]


def tearDownModule():
    shutil.rmtree(FOLDER)


def write(name, content):
    path = FOLDER / name
    path.write_bytes(content)
    return path


def png(width, height, rows=None):
    """A grey PNG of one value; `rows` of its rows are there where that is given."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    line = b"\0" + b"\xff" * width
    data = zlib.compress(line * (height if rows is None else rows), 1)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data)
            + chunk(b"IEND", b""))


def tiff(pages, width=64, height=64, claimed=None):
    """White pages of one bit; each claims to be of the size `claimed` where that is given."""
    out = b"II*\0"
    strip = b"\xff" * ((width + 7) // 8 * height)
    offset = 8
    body = b""
    claimed_width, claimed_height = claimed or (width, height)
    for page in range(pages):
        directory = offset + len(body) + len(strip)
        directory += directory % 2
        padding = directory - offset - len(body) - len(strip)
        entries = [(256, 4, claimed_width), (257, 4, claimed_height), (258, 3, 1), (259, 3, 1),
                   (262, 3, 1), (273, 4, offset + len(body)), (277, 3, 1),
                   (278, 4, claimed_height), (279, 4, len(strip))]
        following = directory + 2 + 12 * len(entries) + 4
        chain = following + len(strip) + (following + len(strip)) % 2
        table = struct.pack("<H", len(entries))
        for tag, kind, value in entries:
            table += struct.pack("<HHII", tag, kind, 1, value)
        table += struct.pack("<I", chain if page + 1 < pages else 0)
        if page == 0:
            out += struct.pack("<I", directory)
        body += strip + b"\0" * padding + table
    return out + body


class BadScans(unittest.TestCase):
    def refused(self, path, reason, *options, seconds=None):
        """Status 3, nothing on standard output, and at the end of standard error one line that
        names the file and the reason (libpng and libjpeg may have complained before)."""
        ended = run("read", path, *options)
        self.assertEqual((ended.status, ended.out), (3, ""), ended.err)
        line = ended.err.splitlines()[-1]
        self.assertIn(str(path), line)
        self.assertIn(reason, line)
        if seconds and not SANITIZED:
            self.assertLess(ended.seconds, seconds)

    def test_what_is_no_picture_after_all(self):
        rows = [
            ("cut.png", png(400, 400)[:60]),
            ("header.png", b"\x89PNG\r\n\x1a\n"),
            ("noise.png", b"\x89PNG\r\n\x1a\n" + os.urandom(5000)),
            ("noise.jpg", b"\xff\xd8\xff\xe0" + os.urandom(5000)),
            ("header.tif", b"II*\0"),
            ("noise.tif", b"MM\0*" + os.urandom(5000)),
            ("far.tif", b"II*\0" + struct.pack("<I", 0x7FFFFFFF) + b"\0" * 100),
        ]
        for name, content in rows:
            with self.subTest(name):
                self.refused(write(name, content), "已损坏")

    def test_a_picture_that_is_too_large_is_never_decoded(self):
        for name, content in [("large.png", png(30_000, 30_000, rows=10)),
                              ("large.tif", tiff(1, claimed=(30_000, 30_000)))]:
            with self.subTest(name):
                self.refused(write(name, content), "超出处理上限", seconds=2)

    def test_a_tiff_that_lies_about_its_size_ends(self):
        path = write("lies.tif", tiff(1, claimed=(9_000, 9_000)))
        self.assertEqual(run("read", path).status, 3)

    def test_blank_paper_has_no_text(self):
        self.refused(write("blank.tif", tiff(2, 400, 400)), "没有读到文字")

    def test_too_many_pages_are_refused_unread(self):
        path = write("long.tif", tiff(2001))
        self.refused(path, "2001 > 2000 pages", seconds=3)
        self.refused(path, "2001 > 50 pages", "--max-pages", "50", seconds=3)

    def test_ocr_can_be_forbidden(self):
        self.refused(write("blank.png", png(300, 300)), "--ocr off", "--ocr", "off", seconds=2)
        self.assertEqual(run("read", PDF, "--ocr", "off").out, run("read", PDF).out)

    def test_wrong_options_are_wrong_usage(self):
        for options in (["--ocr", "sometimes"], ["--dpi", "7"], ["--jobs", "-1"],
                        ["--max-pages", "0"], ["--jobs", "many"]):
            with self.subTest(options=options):
                ended = run("read", PDF, *options)
                self.assertEqual((ended.status, ended.out), (2, ""))

    def test_a_picture_of_no_report_still_can_be_looked_at(self):
        ended = run("show", write("blank.png", png(300, 400)), "-o", FOLDER / "shown.png")
        self.assertEqual(ended.status, 3)
        self.assertFalse((FOLDER / "shown.png").exists())


@unittest.skipIf(SANITIZED, "one reading of a scan takes the sanitizers a minute")
class Forced(unittest.TestCase):
    """A digital report that is read from its pictures."""

    def test_threads_change_nothing_and_origin_says_what_was_done(self):
        one = run("read", PDF, "--ocr", "force", before=None, seconds=OCR_SECONDS)
        two = run("read", PDF, "--ocr", "force", "--jobs", "2", before=None,
                  seconds=OCR_SECONDS)
        self.assertEqual(one.status, 0, one.err)
        self.assertEqual((one.out, one.err), (two.out, ""))
        report = json.loads(one.out)
        self.assertEqual(report["source"]["origin"], "ocr")
        self.assertIn("ocr", {fact["reading"] for fact in report["evidence"].values()})
        self.assertEqual(json.loads(run("read", PDF).out)["source"]["origin"], "text")

    def test_timings_go_to_standard_error_and_change_nothing(self):
        timed = run("read", PDF, "--ocr", "force", "--timings", before=None, seconds=OCR_SECONDS)
        stages = dict(line.split() for line in timed.err.splitlines())
        self.assertGreater(float(stages["numbers"]), 0)
        self.assertGreater(float(stages["engine"]), 0)
        plain = run("read", PDF, "--ocr", "force", before=None, seconds=OCR_SECONDS)
        self.assertEqual(timed.out, plain.out)

    def test_show_draws_over_what_was_read(self):
        path = FOLDER / "forced.png"
        ended = run("show", PDF, "--ocr", "force", "-o", path, before=None, seconds=OCR_SECONDS)
        self.assertEqual(ended.status, 0, ended.err)
        self.assertTrue(path.read_bytes().startswith(b"\x89PNG"))

    def test_progress_is_a_line_that_goes_away(self):
        leader, follower = pty.openpty()
        running = subprocess.Popen([PROGRAM, "read", PDF, "--ocr", "force"],
                                   stdout=subprocess.DEVNULL, stderr=follower)
        os.close(follower)
        said = b""
        while True:
            try:
                part = os.read(leader, 1000)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
        os.close(leader)
        self.assertEqual(running.wait(OCR_SECONDS), 0)
        self.assertIn(b"] 1/", said)
        self.assertTrue(said.endswith(b"\r\x1b[K"), said)


if __name__ == "__main__":
    unittest.main()
