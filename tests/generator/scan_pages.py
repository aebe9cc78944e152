#!/usr/bin/python3
"""Writes scans of reports with known truth: OUT/in/NAME.ext, OUT/truth/NAME.json, and what each is in OUT/scans.json.

    scan_pages.py OUT FILE.pdf... --truth DIR [--classes clean,office,poor,fax_of_photocopy,hard | --singles DPI | --recipe 200:skew+seal]
"""
import argparse
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

import cv2
import numpy

import scan_recipes
from chance import stream, weighted
from scan_files import Picture, write_pdf, write_single, write_tiff

# How a file is written: (kind of file, options), with its weight.
WRAPPINGS = {("pdf", ()): 50, ("pdf", ("strips",)): 12, ("pdf", ("flate",)): 3, ("pdf", ("jbig2",)): 5, ("pdf", ("layer",)): 8,
             ("pdf", ("garbage",)): 6, ("pdf", ("mixed",)): 6, ("tif", ("packed",)): 10, ("tif", ("jpeg",)): 4, ("png", ()): 3, ("jpg", ()): 3}
STATED = {"right": 80, "missing": 8, "wrong": 12}
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def numpy_stream(*parts):
    """An independent numpy generator for each named purpose."""
    digest = hashlib.sha256(":".join(map(str, parts)).encode()).digest()
    return numpy.random.Generator(numpy.random.PCG64(int.from_bytes(digest[:16], "little")))


def render(pdf, dpi, first=None, last=None):
    """The pages of a PDF as RGB arrays."""
    limits = (["-f", str(first)] if first else []) + (["-l", str(last)] if last else [])
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["pdftoppm", "-r", str(dpi), *limits, str(pdf), f"{scratch}/p"], check=True)
        files = sorted(pathlib.Path(scratch).iterdir(), key=lambda file: int(file.stem.rsplit("-", 1)[1]))
        return [cv2.cvtColor(cv2.imread(str(file)), cv2.COLOR_BGR2RGB) for file in files]


def printed(file, scratch):
    """A PDF of the file: itself, or what Chromium prints of it."""
    if file.suffix == ".pdf":
        return file
    out = scratch / f"{file.stem}.pdf"
    subprocess.run([*CHROMIUM, f"--print-to-pdf={out}", file.resolve().as_uri()], check=True, capture_output=True, timeout=120)
    return out


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def earlier_reading(pdf, rng, garbage):
    """For each page the words that an OCR of long ago left in place: of `garbage` none is right, else every fifth character is wrong."""
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = []
    for page in text.split("<page ")[1:]:
        words = [(*map(float, box), _shifted(word) if garbage else _misread(word, rng)) for *box, word in WORD.findall(page)]
        pages.append(tuple(word for word in words if word[-1]))
    return pages


def _shifted(word):
    """As by a font whose map to Unicode is another's: it looks like words, and like numbers."""
    return "".join(str((int(c) + 3) % 10) if c.isdecimal() else chr(ord(c) + 0x11) for c in word if ord(c) < 0xfff0)


MISREAD = {"0": "O", "1": "7", "5": "6", "8": "3", "2": "Z", "6": "b", "公": "么", "开": "幵", "信": "倌", "政": "攻", "府": "俯", "息": "怠"}


def _misread(word, rng):
    out = "".join(rng.choice((MISREAD.get(c, c), c, "")) if rng.random() < 0.4 else c for c in word)
    return "".join(c for c in out if c.isalnum() and ord(c) < 0x10000)


def scan(pdf, recipe, seed, words=None):
    """The pictures of a file's pages."""
    pages = render(pdf, recipe.dpi)
    pictures = []
    for i, page in enumerate(pages):
        rng = numpy_stream(seed, recipe.label, i)
        pixels = scan_recipes.apply(page, recipe, rng, pages[i ^ 1] if i ^ 1 < len(pages) else None)
        quality = 85 if "jpeg" not in recipe.names else 60
        pictures.append(Picture(pixels, recipe.dpi, quality, words[i] if words else ()))
    return pictures


def wrap(path_stem, pictures, recipe, rng, wrapping=None, stated=None):
    """Writes the pictures as one file; returns its path and what was chosen."""
    kind, options = wrapping or _wrapping(recipe, rng)
    stated = stated or weighted(rng, STATED)
    dpi = {"right": recipe.dpi, "missing": None, "wrong": rng.choice((72, 96, recipe.dpi * 2))}[stated]
    path = path_stem.with_name(f"{path_stem.name}.{kind}")
    if kind == "pdf":
        # A PDF always states a size; a scanner that does not know writes a pixel a point.
        write_pdf(path, pictures, 72 if stated == "missing" else dpi, 5 if "strips" in options else 1,
                  next((name for name in ("flate", "jbig2") if name in options), "auto"), bool({"layer", "garbage"} & set(options)))
    elif kind == "tif":
        write_tiff(path, pictures, dpi, "jpeg" if "jpeg" in options else "group4")
    else:
        write_single(path, pictures[0] if len(pictures) == 1 else _long(pictures), dpi)
    return path, {"file": path.name, "options": list(options), "stated": stated, "pages": len(pictures)}


def _wrapping(recipe, rng):
    """Long pictures are made of upright pages; words below a page stand where the page has them only if it lies straight."""
    while True:
        kind, options = weighted(rng, WRAPPINGS)
        if kind in ("png", "jpg") and (recipe.turned() or recipe.dpi > 200) or recipe.turned() and {"layer", "garbage"} & set(options):
            continue
        if recipe.bilevel and (kind == "jpg" or "jpeg" in options or "flate" in options) or "jbig2" in options and not recipe.bilevel:
            continue
        return kind, options


def _long(pictures):
    """All pages one below the other, as a phone or a web page joins them."""
    width = max(picture.pixels.shape[1] for picture in pictures)
    grey = all(picture.pixels.ndim == 2 for picture in pictures)
    rows = []
    for picture in pictures:
        pixels = picture.pixels if grey or picture.pixels.ndim == 3 else cv2.cvtColor(picture.pixels, cv2.COLOR_GRAY2RGB)
        more = ((0, 0), (0, width - pixels.shape[1]), (0, 0))[:pixels.ndim]
        rows.append(numpy.pad(pixels, more, constant_values=255))
    return Picture(numpy.vstack(rows), pictures[0].dpi, pictures[0].quality)


def write_scan(out, pdf, truth, recipe, seed, name=None, wrapping=None, stated=None, png=False):
    """One file and its truth; returns its entry of scans.json."""
    rng = stream(seed, name or pdf.stem, recipe.label)
    wrapping = wrapping or _wrapping(recipe, rng)
    layer = {"layer", "garbage"} & set(wrapping[1])
    words = earlier_reading(pdf, rng, "garbage" in layer) if layer else None
    pictures = scan(pdf, recipe, f"{seed}:{name or pdf.stem}", words)
    stem = f"{name or pdf.stem}_{recipe.label}"
    if png:
        write_pngs(out / "png", stem, pictures)
    path, entry = wrap(out / "in" / stem, pictures, recipe, rng, wrapping, stated)
    if "mixed" in wrapping[1]:
        mix(pdf, path, rng.randint(1, max(1, len(pictures) - 1)))
    if truth:
        shutil.copyfile(truth, out / "truth" / f"{stem}.json")
    return {"name": stem, "class": recipe.kind, "dpi": recipe.dpi, "degradations": list(recipe.names), **entry}


def mix(pdf, scanned, first):
    """Puts the digital pages before page `first` in place of their scans, as where a signed page is scanned and joined to a file."""
    if first > 1:
        with tempfile.TemporaryDirectory() as scratch:
            out = f"{scratch}/out.pdf"
            subprocess.run(["qpdf", "--deterministic-id", "--empty", "--pages", str(pdf), f"1-{first - 1}", str(scanned), f"{first}-z", "--", out], check=True)
            shutil.copyfile(out, scanned)


def misname_characters(pdf, out):
    """A digital PDF whose fonts say of each character that it is another: it looks right, and its text is garbage."""
    with tempfile.TemporaryDirectory() as scratch:
        plain = pathlib.Path(scratch) / "plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--static-id", str(pdf), str(plain)], check=True)
        # As long as before, so that no offset changes.
        data = MAP.sub(lambda block: CODE.sub(lambda code: b"<%04X>" % ((int(code[1], 16) + 0x111) & 0xffff), block[0]), plain.read_bytes())
        out.write_bytes(data)


MAP = re.compile(rb"beginbf(?:char|range).*?endbf(?:char|range)", re.DOTALL)
CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")


def write_pngs(folder, stem, pictures):
    """The pages as PNG, for those who look at pictures."""
    for i, picture in enumerate(pictures, 1):
        write_single(folder / f"{stem}_p{i}.png", picture, picture.dpi)


def parse_recipe(text, kind="single"):
    """200:skew+seal; office=200:skew names the class."""
    kind, _, rest = text.rpartition("=")
    dpi, _, names = rest.partition(":")
    return scan_recipes.Recipe(kind or "single", int(dpi), scan_recipes.in_order(tuple(filter(None, names.split("+")))))


def main():
    args = _arguments()
    for folder in ("in", "truth", "png") if args.png else ("in", "truth"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    entries = []
    with tempfile.TemporaryDirectory() as scratch:
        for index, file in enumerate(args.files):
            pdf = printed(file, pathlib.Path(scratch))
            truth = args.truth / f"{file.stem}.json" if args.truth else None
            for recipe in _recipes(args, index, file):
                entries.append(write_scan(args.out, pdf, truth, recipe, args.seed, file.stem, png=args.png))
                print(entries[-1]["file"], flush=True)
    (args.out / "scans.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _recipes(args, index, file):
    if args.recipe:
        return [parse_recipe(text) for text in args.recipe]
    if args.singles:
        return scan_recipes.singles(args.singles)
    kinds = args.classes.split(",")
    kinds = kinds if args.each else [kinds[index % len(kinds)]]
    return [scan_recipes.draw(kind, stream(args.seed, "recipe", file.stem, kind)) for kind in kinds]


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("files", type=pathlib.Path, nargs="+", help="PDF, or HTML that Chromium prints first")
    parser.add_argument("--truth", type=pathlib.Path, help="folder with NAME.json for each file")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--classes", default=",".join(scan_recipes.CLASSES), help="taken in turn, one a file")
    parser.add_argument("--each", action="store_true", help="every file in every class")
    parser.add_argument("--singles", type=int, metavar="DPI", help="every file in each degradation alone")
    parser.add_argument("--png", action="store_true", help="the pages as pictures too, in OUT/png")
    parser.add_argument("--recipe", action="append", help="[CLASS=]DPI:NAME+NAME…; may be given again")
    return parser.parse_args()


if __name__ == "__main__":
    main()
