"""Tests of the generator of scans: python3 -m unittest discover -s tests/generator (Debian's Python, for OpenCV and reportlab)."""
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))

import numpy  # noqa: E402
from PIL import Image  # noqa: E402

import arithmetic  # noqa: E402
import check_reports  # noqa: E402
import scan_bad  # noqa: E402
import scan_effects as effects  # noqa: E402
import scan_files  # noqa: E402
import scan_pages  # noqa: E402
import scan_recipes  # noqa: E402
from report import make_report  # noqa: E402
from scan_files import Picture  # noqa: E402
from scan_score import judge, missed_bars  # noqa: E402
from scan_set import make_pdf, make_set  # noqa: E402

DPI = 200
# Not embedded: of page numbers alone, and of reportlab's empty default.
NUMBERS_AT_THE_FOOT = ("Times-Roman", "Helvetica")


def page(colour=False):
    """Print in the middle of white paper."""
    pixels = numpy.full((400, 300), 255, numpy.uint8)
    pixels[100:300:20, 60:240] = 0
    pixels[100:300, 60:240:30] = 0
    return effects.colour(pixels) if colour else pixels


def rng(seed="t"):
    return scan_pages.numpy_stream(seed)


def picture_of(pdf, folder):
    """The one picture inside a PDF, as Poppler decodes it."""
    subprocess.run(["pdfimages", "-png", str(pdf), f"{folder}/image"], check=True)
    return [numpy.asarray(Image.open(file).convert("L")) for file in sorted(folder.glob("image*.png"))]


class Effects(unittest.TestCase):
    def test_each_changes_the_page_and_the_same_seed_does_it_again(self):
        for name, step in scan_recipes.STEPS.items():
            for colour in (False, True):
                recipe = scan_recipes.Recipe("single", DPI, (name,))
                once, again = (scan_recipes.take_step(name, page(colour), recipe.dpi, rng(), page()) for _ in range(2))
                self.assertTrue(numpy.array_equal(once, again), name)
                self.assertEqual(once.dtype, numpy.uint8, name)
                if name == "fax":
                    continue  # the page is black and white already
                self.assertFalse(once.shape == page(colour).shape and numpy.array_equal(once, page(colour)), name)

    def test_what_stays_legible(self):
        """No degradation takes the print away: where ink was, the page stays darker than the paper around."""
        for name in scan_recipes.STEPS:
            if name.startswith("turn") or name in ("skew", "skewmild", "keystone"):
                continue  # the ink is elsewhere
            out = effects.grey(scan_recipes.take_step(name, page(True), DPI, rng(name), page())).astype(float)
            ink = page() == 0
            self.assertLess(out[ink].mean() + 40, out[~ink].mean(), name)

    def test_quarter_turns_come_round(self):
        turned = effects.quarter_turns(effects.quarter_turns(page(), DPI, None, 90), DPI, None, 270)
        self.assertTrue(numpy.array_equal(turned, page()))
        self.assertEqual(effects.quarter_turns(page(), DPI, None, 90).shape, (300, 400))

    def test_a_seal_is_red_and_hides_nothing_black(self):
        out = scan_recipes.take_step("seal", page(True), DPI, rng(), None).astype(int)
        self.assertGreater((out[..., 0] - out[..., 2] > 80).sum(), 500)
        self.assertTrue((out[page() == 0].max(axis=1) == 0).all())

    def test_bilevel_has_two_values(self):
        self.assertEqual(set(numpy.unique(effects.bilevel(effects.noise(page(), DPI, rng()), DPI, None))), {0, 255})


class Recipes(unittest.TestCase):
    def test_classes_keep_to_their_bounds(self):
        chance = random.Random(1)
        for _ in range(500):
            clean, office, poor, fax = (scan_recipes.draw(kind, chance) for kind in scan_recipes.CLASSES[:4])
            self.assertTrue(clean.dpi >= 200 and len(clean.names) <= 1)
            self.assertTrue(office.dpi >= 200 and 1 <= len(office.names) <= 2)
            self.assertFalse(any(pair <= set(office.names) for pair in scan_recipes.APART))
            self.assertTrue(poor.dpi == 150 and {"noise", "blur"} <= set(poor.names) and {"seal", "sealdark"} & set(poor.names))
            self.assertTrue(fax.dpi == 300 and {"copy", "fax"} <= set(fax.names))

    def test_every_degradation_is_met_in_some_office(self):
        chance = random.Random(2)
        met = {name for _ in range(2000) for name in scan_recipes.draw("office", chance).names}
        self.assertEqual(met, set(scan_recipes.OFFICE))

    def test_a_name_says_what_was_done_in_order(self):
        self.assertEqual(scan_pages.parse_recipe("office=200:skew+seal").label, "office_200_seal_skew")
        self.assertEqual(scan_pages.parse_recipe("300:"), scan_recipes.Recipe("single", 300, ()))


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_a_pdf_gives_back_the_pixels(self):
        for codec, strips in (("auto", 1), ("auto", 3), ("jbig2", 1), ("flate", 1), ("flate", 4)):
            with self.subTest(codec=codec, strips=strips), tempfile.TemporaryDirectory() as scratch:
                pdf = pathlib.Path(scratch) / "a.pdf"
                pixels = page() if codec != "flate" else effects.noise(page(), DPI, rng())
                scan_files.write_pdf(pdf, [Picture(pixels, DPI)], None, strips, codec)
                got = picture_of(pdf, pathlib.Path(scratch))
                self.assertEqual(len(got), strips)
                self.assertTrue(numpy.array_equal(numpy.vstack(got), pixels))

    def test_the_page_has_the_stated_size(self):
        for stated, width in ((None, 300 * 72 / DPI), (72, 300), (100, 216)):
            scan_files.write_pdf(self.folder / "a.pdf", [Picture(page(), DPI)], stated)
            told = subprocess.run(["pdfinfo", self.folder / "a.pdf"], capture_output=True, text=True, check=True).stdout
            self.assertIn(f"Page size:       {width:g} x", told)

    def test_words_below_are_found_and_not_seen(self):
        picture = Picture(page(), DPI, words=((30, 60, 90, 74, "政务公开42"),))
        scan_files.write_pdf(self.folder / "a.pdf", [picture], words_below=True)
        said = subprocess.run(["pdftotext", self.folder / "a.pdf", "-"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(said.strip(), "政务公开42")
        shown = scan_pages.render(self.folder / "a.pdf", DPI)
        scan_files.write_pdf(self.folder / "b.pdf", [picture])
        self.assertTrue(numpy.array_equal(shown, scan_pages.render(self.folder / "b.pdf", DPI)))

    def test_tiff_has_all_pages_and_its_resolution(self):
        for compression, exact in (("group4", True), ("tiff_lzw", True), ("jpeg", False)):
            scan_files.write_tiff(self.folder / "a.tif", [Picture(page(), DPI)] * 3, DPI, compression)
            with Image.open(self.folder / "a.tif") as file:
                self.assertEqual((file.n_frames, file.info["compression"]), (3, compression))
                self.assertEqual(file.info["dpi"], (DPI, DPI))
                if exact:
                    self.assertTrue(numpy.array_equal(numpy.asarray(file.convert("L")), page()))

    def test_pictures_that_do_not_say_their_resolution(self):
        for name in ("a.png", "a.jpg"):
            scan_files.write_single(self.folder / name, Picture(page(), DPI), None)
            with Image.open(self.folder / name) as file:
                self.assertNotIn("dpi", file.info)

    def test_bad_files_are_what_they_say(self):
        scan_bad.write_large_png(self.folder / "large.png", 3000)
        with Image.open(self.folder / "large.png") as file:
            self.assertEqual(file.size, (3000, 3000))
            self.assertEqual(file.convert("L").getextrema(), (255, 255))
        scan_bad.write_many_pages(self.folder / "many.pdf", Picture(page(), DPI), 50)
        told = subprocess.run(["pdfinfo", self.folder / "many.pdf"], capture_output=True, text=True, check=True).stdout
        self.assertIn("Pages:           50\n", told)
        self.assertLess((self.folder / "many.pdf").stat().st_size, 60_000)


class Sets(unittest.TestCase):
    def test_the_same_seed_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as scratch:
            first, second = (pathlib.Path(scratch) / name for name in "ab")
            for out in (first, second):
                make_set(out, 2, "same", ("poor", "fax_of_photocopy"))
            files = sorted(file.relative_to(first) for file in first.rglob("*") if file.is_file())
            self.assertEqual(len(files), 5)
            for file in files:
                self.assertEqual((first / file).read_bytes(), (second / file).read_bytes(), file)

    def test_dense_tables_are_mostly_not_zero_and_add_up(self):
        cells = []
        for index in range(40):
            truth = make_report(f"d:{index}", clean=True, plain=True, dense=True).truth
            values = check_reports.cells_of(truth)
            self.assertEqual(list(arithmetic.check(values)), [])
            cells += values.values()
        self.assertGreater(sum(bool(value) for value in cells), 0.7 * len(cells))
        lengths = {len(str(abs(value))) for value in cells if isinstance(value, int)}
        self.assertTrue({1, 2, 3, 4, 5} <= lengths, lengths)
        self.assertTrue(any(isinstance(value, float) for value in cells))

    def test_reports_to_be_scanned_embed_only_faces_held_out(self):
        held_out = ("UMing", "UKai", "WenQuanYi", "Nimbus", "Carlito", "C059", "P052")
        with tempfile.TemporaryDirectory() as scratch:
            for index in range(12):
                pdf, _ = make_pdf(pathlib.Path(scratch), "a", f"f:{index}", index % 2 == 0)
                fonts = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
                for line in fonts:
                    self.assertTrue(any(face in line.split()[0] for face in held_out) or line.startswith(NUMBERS_AT_THE_FOOT), line)


class Judging(unittest.TestCase):
    TRUTH = {"form": "2021", "review_litigation": {"review": {"upheld": 1, "total": 2}}, "sections": []}

    def output(self, upheld, confidence):
        evidence = {f"/review_litigation/review/{name}": {"confidence": confidence if name == "upheld" else 1.0} for name in ("upheld", "total")}
        return {"form": "2021", "review_litigation": {"review": {"upheld": upheld, "total": 2}}, "evidence": evidence, "findings": []}

    def test_wrong_is_silent_unless_in_doubt(self):
        for value, confidence, want in ((1, 1.0, (2, 0, 0, 0)), (7, 0.95, (1, 1, 1, 0)), (7, 0.5, (1, 1, 0, 1)), (1, 0.5, (2, 0, 0, 1))):
            count, sure, _ = judge(self.TRUTH, self.output(value, confidence))
            self.assertEqual((count["right"], count["wrong"], count["silent"], count["doubtful"]), want)
            self.assertIn((confidence, value != 1), sure)

    def test_nothing_read_is_missing_and_not_silent(self):
        count, _, _ = judge(self.TRUTH, {})
        self.assertEqual((count["missing"], count["silent"], count["unread"]), (2, 0, 1))

    def test_bars(self):
        good = {"cells": 1000, "right": 1000, "silent": 0, "doubtful": 10, "chars": 1000, "char_errors": 10, "facts_wrong": 0, "sections_missing": 0}
        self.assertEqual(missed_bars({"office": good, "poor": good | {"right": 990, "doubtful": 90}}), [])
        for change in ({"right": 998}, {"silent": 1}, {"doubtful": 11}, {"char_errors": 11}, {"facts_wrong": 1}, {"sections_missing": 1}):
            self.assertEqual(len(missed_bars({"office": good | change})), 1, change)
        self.assertEqual(len(missed_bars({"hard": good | {"silent": 1}})), 1)


if __name__ == "__main__":
    unittest.main()
