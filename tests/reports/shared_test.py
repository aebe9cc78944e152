"""Real reports and their hand-checked truth, where they lie beside the project."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from reading import PYTHON, SHARED, all_evidence_faults, read_all, schema_errors

REPORTS = SHARED / "reports"


@unittest.skipUnless((REPORTS / "in").is_dir(), f"skipped: {REPORTS} is not there")
class Shared(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def test_every_number_fact_section_and_finding(self):
        self.assertEqual(read_all(sorted((REPORTS / "in").iterdir()), self.folder), [])
        score = subprocess.run([PYTHON, str(SHARED / "score.py"), "--json", str(REPORTS / "truth"), str(self.folder)],
                               capture_output=True, text=True, check=True)
        total = json.loads(score.stdout)
        for kind in ("unread", "wrong", "missing", "extra", "silent", "facts_wrong", "sections_missing", "missed", "false"):
            self.assertEqual(total[kind], 0, (kind, total))
        self.assertGreaterEqual(total["text_accuracy"], 0.995, total)
        self.assertGreater(total["right"], 0)
        self.assertEqual(all_evidence_faults(self.folder), [])

    def test_every_excerpt_is_read(self):
        self.assertEqual(read_all(sorted((REPORTS / "excerpts").iterdir()), self.folder), [])
        self.assertEqual(all_evidence_faults(self.folder), [])
        with tempfile.TemporaryDirectory() as scratch:
            self.assertEqual(schema_errors(self.folder, pathlib.Path(scratch)), "")

    def test_output_follows_the_schema(self):
        read_all(sorted((REPORTS / "in").iterdir()), self.folder)
        with tempfile.TemporaryDirectory() as scratch:
            self.assertEqual(schema_errors(self.folder, pathlib.Path(scratch)), "")


if __name__ == "__main__":
    unittest.main(verbosity=2)
