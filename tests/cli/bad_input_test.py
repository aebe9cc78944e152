"""Inputs that cannot be read: a clear message, status 3, bounded time and memory, no crash."""

import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

from command_line import make_reports, run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai bad "))
PARAGRAPH = "<p>这是一段与年度报告无关的文字。</p>"
EMPTY_PDF = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
xref
0 3
0000000000 65535 f 
0000000009 00000 n 
0000000054 00000 n 
trailer <</Size 3/Root 1 0 R>>
startxref
101
%%EOF
"""


def setUpModule():
    global PDF
    PDF = make_reports(FOLDER / "pdf", 1, "pdf_reportlab", "--clean", "--plain")[0]


def tearDownModule():
    shutil.rmtree(FOLDER)


def random_bytes(size):
    return random.Random(7).randbytes(size)


def write(name, content):
    path = FOLDER / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def encrypt(name, user, owner, *restrictions):
    path = FOLDER / name
    subprocess.run(["qpdf", "--encrypt", user, owner, "256", *restrictions, "--", PDF, path],
                   check=True)
    return path


class BadInput(unittest.TestCase):
    def refused(self, path, reason, *options, seconds=None):
        """Status 3, nothing on standard output, one line that names the file and the reason."""
        ended = run("read", path, *options)
        self.assertEqual((ended.status, ended.out), (3, ""), ended.err)
        self.assertIn(str(path), ended.err)
        self.assertIn(reason, ended.err)
        self.assertEqual(ended.err.count("\n"), 1)
        if seconds:
            self.assertLess(ended.seconds, seconds)

    def test_bad_content(self):
        pdf = PDF.read_bytes()
        rows = [
            ("empty.pdf", b"", "文件是空的"),
            ("empty.html", b"", "文件是空的"),
            ("blank.txt", b" \n\t \r\n" * 1000, "文件是空的"),
            ("head only.pdf", pdf[:9], "已损坏"),
            ("truncated.pdf", pdf[: len(pdf) // 2], "已损坏"),
            ("no pages.pdf", EMPTY_PDF, "一页也没有"),
            ("random.pdf", random_bytes(100_000), "不是可以读取的文件"),
            ("random", random_bytes(1_000_000), "不是可以读取的文件"),
            ("picture.png", b"\x89PNG\r\n\x1a\n" + random_bytes(1000), "已损坏"),
            ("archive.zip", b"PK\x03\x04" + random_bytes(1000), "不是可以读取的文件"),
            ("letter.txt", "各位同事：\n明天下午三点开会。\n" * 20, "没有政府信息公开"),
            ("page.html", f"<html><body>{PARAGRAPH * 100}</body></html>", "没有政府信息公开"),
            ("numbers.txt", "1 2 3 4 5\n" * 1000, "没有政府信息公开"),
            ("nul.txt", b"\0" * 100_000, ""),
            ("deep.html", "<div>" * 200_000, ""),
            ("deep tables.html", "<table><tr><td>" * 50_000, ""),
            ("wide.html", "<table>" + "<tr>" + "<td>1" * 300_000, ""),
            ("spans.html", "<table>" + "<tr><td colspan=1000 rowspan=65000>1" * 2000, ""),
            ("one line.txt", "公" * 3_000_000, ""),
            ("lines.txt", "1\n" * 1_000_000, ""),
            ("bars.md", "|" * 2_000_000, ""),
            ("tabs.txt", "1\t" * 1_000_000, ""),
        ]
        for name, content, reason in rows:
            with self.subTest(name):
                self.refused(write(name, content), reason)

    def test_every_truncation_of_a_pdf_ends_cleanly(self):
        whole = PDF.read_bytes()
        for part in range(1, 10):
            with self.subTest(part=part):
                path = write("part.pdf", whole[: len(whole) * part // 10])
                self.assertIn(run("read", path).status, (0, 3))

    def test_a_damaged_pdf_ends_cleanly(self):
        for seed in range(8):
            with self.subTest(seed=seed):
                chance = random.Random(seed)
                damaged = bytearray(PDF.read_bytes())
                for _ in range(50):
                    damaged[chance.randrange(len(damaged))] = chance.randrange(256)
                self.assertIn(run("read", write("damaged.pdf", bytes(damaged))).status, (0, 3))

    def test_500_megabytes_are_refused_unread(self):
        path = FOLDER / "large.pdf"
        with open(path, "wb") as file:
            file.truncate(500_000_000)
        self.refused(path, "超出处理上限", seconds=1)

    def test_endless_standard_input_is_refused(self):
        with open("/dev/zero", "rb") as endless:
            read, feed = os.pipe()
            copier = subprocess.Popen(["cat"], stdin=endless, stdout=feed)
            os.close(feed)
            from command_line import PROGRAM, SECONDS, limit_memory
            with os.fdopen(read, "rb") as source:
                ended = subprocess.run([PROGRAM, "read", "-"], stdin=source, capture_output=True,
                                       timeout=SECONDS, preexec_fn=limit_memory, check=False)
            copier.kill()
            copier.wait()
        self.assertEqual(ended.returncode, 3)
        self.assertIn("标准输入：文件超出处理上限", ended.stderr.decode())

    def test_what_is_no_file(self):
        pipe = FOLDER / "pipe"
        os.mkfifo(pipe)
        link = FOLDER / "broken link"
        link.symlink_to("/none")
        for path, reason in [(FOLDER, "这是文件夹"), (pipe, "这是设备或管道"),
                             ("/dev/zero", "这是设备或管道"), (link, "没有这个文件"),
                             (FOLDER / "none.pdf", "没有这个文件"), ("", "没有这个文件"),
                             (PDF / "x", "文件打不开"), ("x" * 5000, "文件打不开")]:
            with self.subTest(path=str(path)[:40]):
                self.refused(path, reason, seconds=5)

    @unittest.skipIf(os.geteuid() == 0 and not shutil.which("setpriv"), "needs setpriv as root")
    def test_a_file_without_read_permission(self):
        from command_line import PROGRAM
        FOLDER.chmod(0o755)
        path = write("secret.pdf", PDF.read_bytes())
        path.chmod(0)
        prefix = ["setpriv", "--reuid=65534", "--clear-groups"] if os.geteuid() == 0 else []
        ended = subprocess.run([*prefix, PROGRAM, "read", path], capture_output=True, check=False)
        if ended.returncode in (126, 127):
            self.skipTest("another user cannot run the program where it lies")
        self.assertEqual(ended.returncode, 3)
        self.assertIn("没有读取权限", ended.stderr.decode())


@unittest.skipUnless(shutil.which("qpdf"), "qpdf is not installed: encrypted PDFs skipped")
class Encrypted(unittest.TestCase):
    def numbers(self, path, *options):
        import json
        ended = run("read", path, *options)
        self.assertEqual(ended.status, 0, ended.err)
        return json.loads(ended.out)["applications"]

    def test_one_that_only_forbids_copying_is_read(self):
        path = encrypt("no copying.pdf", "", "owner", "--extract=n", "--print=none")
        self.assertEqual(self.numbers(path), self.numbers(PDF))

    def test_one_that_needs_a_password_takes_it(self):
        path = encrypt("locked.pdf", "user 口令", "owner")
        for password in ("user 口令", "owner"):
            self.assertEqual(self.numbers(path, "--password", password), self.numbers(PDF))
            self.assertIn(run("check", path, "--password", password).status, (0, 1))

    def test_without_it_the_message_says_what_to_do(self):
        path = encrypt("locked.pdf", "user", "owner")
        for options in ([], ["--password", "wrong"], ["--password", ""]):
            with self.subTest(options=options):
                ended = run("read", path, *options)
                self.assertEqual((ended.status, ended.out), (3, ""))
                self.assertIn("--password", ended.err)
                self.assertIn("encrypted", run("read", path, *options, "--lang", "en").err)


if __name__ == "__main__":
    unittest.main()
