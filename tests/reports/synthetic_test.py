"""Reads synthetic reports of every producer and compares with what was put into them."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from reading import GONGKAI, PYTHON, ROOT, all_evidence_faults, read_all, schema_errors

GENERATOR = ROOT / "tests" / "generator"
# Rules that the checker gets with its narrative part; their errors are seeded already.
LATER = "narrative.applications,narrative.review,text.doubled"
# Under the sanitizers each report takes ten times as long: fewer of them there.
COUNT = 40 if os.environ.get("GONGKAI_SANITIZED") else 150
SLOW_COUNT = 4 if os.environ.get("GONGKAI_SANITIZED") else 10
QUICK = "html_clean,html_word,html_portal,txt_tab,txt_pipe,txt_cells,md_pipe,pdf_reportlab"


class Synthetic(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def read(self, producers, count, seed):
        subprocess.run([PYTHON, "-B", str(GENERATOR / "make_reports.py"), str(self.folder), "--count", str(count),
                        "--seed", seed, "--producers", producers], check=True, timeout=900)
        files = sorted((self.folder / "in").iterdir())
        if not files:
            self.skipTest(f"none of the producers {producers} is installed")
        (self.folder / "got").mkdir()
        self.assertEqual(read_all(files, self.folder / "got"), [])
        return files

    def compare(self):
        done = subprocess.run([PYTHON, "-B", str(GENERATOR / "check_reports.py"), str(self.folder / "truth"),
                               str(self.folder / "got"), "--quiet", "--without", LATER], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(schema_errors(self.folder / "got", self.folder), "")
        self.assertEqual(all_evidence_faults(self.folder / "got"), [])
        print(done.stdout.splitlines()[-2])

    def test_quick_producers(self):
        self.read(QUICK, COUNT, "quick")
        self.compare()

    def test_browsers_and_word_processors(self):
        self.read("pdf_chromium,pdf_weasyprint,pdf_libreoffice", SLOW_COUNT, "slow")
        self.compare()

    def test_the_same_bytes_every_time(self):
        files = self.read(QUICK, 8, "again")
        for file in files:
            again = subprocess.run([GONGKAI, "read", str(file)], capture_output=True, check=True,
                                   env={"LC_ALL": "C", "TZ": "Asia/Shanghai"}, cwd="/").stdout
            self.assertEqual(again, (self.folder / "got" / (file.stem + ".json")).read_bytes(), file.name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
