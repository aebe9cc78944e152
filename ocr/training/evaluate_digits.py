#!/usr/bin/python3
"""Measures ReadNumberCell on drawn cells, in fonts that no training has seen.

  evaluate_digits.py [cells a level, 4000] [level ...]     prints the tables of docs/digits.md

Compiles the reader with g++ into a temporary folder. --save FOLDER keeps pictures of the cells that
were read wrong, --seed N draws other cells.
"""

import os
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import argparse
import collections
import ctypes
import pathlib
import subprocess
import tempfile
import time
import unicodedata

import cv2
import numpy as np

import damage as dm
import fonts

ROOT = pathlib.Path(__file__).resolve().parents[2]
CELLS_IN_ROW = 4
_HAN = "行政许可处罚强制信息公开申请数量总计自然人法律服务机构其他维持纠正"


class Reader:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        library = f"{self.folder.name}/read_cell.so"
        sources = [*ROOT.glob("ocr/glyph_*.cpp"), *ROOT.glob("ocr/number_*.cpp"),
                   ROOT / "model/stage_times.cpp", ROOT / "ocr/training/read_cell.cpp"]
        subprocess.run(["g++", "-std=c++20", "-O3", "-shared", "-fPIC", f"-I{ROOT}",
                        f'-DGONGKAI_WEIGHTS="{ROOT}/ocr/weights"', "-o", library,
                        *map(str, sorted(sources))], check=True)
        self.function = ctypes.CDLL(library).read_number_cell
        self.function.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_long,
                                  ctypes.c_char_p, ctypes.POINTER(ctypes.c_double)]
        self.seconds = 0.0

    def read(self, cell):
        """(text, confidence, numeric), or None where the cell is blank."""
        cell = np.ascontiguousarray(cell)
        text, out = ctypes.create_string_buffer(64), (ctypes.c_double * 2)()
        start = time.process_time()
        found = self.function(cell.ctypes.data, cell.shape[1], cell.shape[0], cell.shape[1], text, out)
        self.seconds += time.process_time() - start
        return (text.value.decode(), out[0], out[1]) if found else None


def random_text(rng):
    kind = rng.random()
    whole = lambda digits: str(rng.integers(10**(digits - 1), 10**digits))
    if kind < .3:
        return "0"
    if kind < .55:
        return whole(1)
    if kind < .72:
        return whole(2)
    if kind < .82:
        return whole(3)
    if kind < .87:
        return whole(int(rng.integers(4, 7)))
    if kind < .92:
        return f"{whole(int(rng.integers(1, 5)))}.{whole(int(rng.integers(1, 3)))}"
    if kind < .93:
        return f"{rng.integers(1, 100)},{rng.integers(1000):03d}"
    if kind < .95:
        return "-" + whole(int(rng.integers(1, 3)))
    if kind < .96:
        return "/"
    if kind < .97:
        return "—"
    if kind < .985:
        return ""
    return "".join(_HAN[i] for i in rng.integers(len(_HAN), size=rng.integers(1, 5)))


def _wide(text):
    return "".join(chr(ord(c) - 0x30 + 0xFF10) if c.isdigit() else c for c in text)


def _printed(text, face, rng):
    """The text in characters that the font has."""
    if text == "—":
        return next((c for c in ("—", "–") if fonts.has(face, c)), "-")
    if text.isdigit() and rng.random() < .06 and fonts.has(face, "１"):
        return _wide(text)
    return text


def _draw_cell(text, face, px, width, height, rng):
    cell = np.full((height, width), 255, np.uint8)
    ink = fonts.draw(text, face, px, 0) if text else cell[:1, :1]
    if ink.shape[0] > height - 24 or ink.shape[1] > width - 24:
        return None
    x = (width - ink.shape[1]) // 2 + int(rng.normal(0, 4))
    y = (height - ink.shape[0]) // 2 + int(rng.normal(0, 6))
    x = int(np.clip(x, 0, width - ink.shape[1]))
    y = int(np.clip(y, 0, height - ink.shape[0]))
    cell[y:y + ink.shape[0], x:x + ink.shape[1]] = ink
    if rng.random() < .15:  # what is left of a ruling that was painted over
        _draw_remain(cell, rng)
    return cell


def _draw_remain(cell, rng):
    height, width = cell.shape
    offset, thick = int(rng.integers(0, 6)), int(rng.integers(1, 5))
    along = np.sort(rng.uniform(0, 1, 2))
    if rng.random() < .5:
        y = offset if rng.random() < .5 else height - 1 - offset
        cv2.line(cell, (int(along[0] * width), y), (int(along[1] * width), y), 0, thick)
    else:
        x = offset if rng.random() < .5 else width - 1 - offset
        cv2.line(cell, (x, int(along[0] * height)), (x, int(along[1] * height)), 0, thick)


def _legible(damage):
    """Copies and one-bit scans that lose whole digits are thrown away by whoever makes them."""
    return dm.replace(damage, spread=max(damage.spread, .1) if damage.copies else 0.0,
                      bilevel=max(damage.bilevel, damage.ink + 70) if damage.bilevel else 0.0)


def random_cells(faces, level, rng):
    """A row of cells damaged together: [(text, grey picture at 200 dpi, font)]."""
    face = faces[rng.integers(len(faces))]
    if level == "poor" or level == "fax300":
        px = int(rng.uniform(9, 14) / 72 * dm.DRAWING_DPI)
    else:
        px = int(rng.uniform(8, 14) / 72 * dm.DRAWING_DPI)
    width, height = int(px * rng.uniform(2, 6)), int(px * rng.uniform(1.35, 3))
    texts, cells = [], []
    while len(cells) < CELLS_IN_ROW:
        text = random_text(rng)
        han_face = face if face.han or not any(c in _HAN for c in text) else faces[0]
        cell = _draw_cell(_printed(text, han_face, rng), han_face, px, width, height, rng)
        if cell is not None:
            texts.append(text)
            cells.append(cell)
    damage = _legible(dm.sample("fax" if level == "fax300" else level, rng))
    if level == "fax300":
        damage = dm.replace(damage, dpi=300)
    if damage.copies > 1:
        damage = dm.replace(damage, rough=min(damage.rough, 15))
    grey = dm.apply(damage, np.hstack(cells), rng)
    side = grey.shape[1] / CELLS_IN_ROW
    for i, text in enumerate(texts):
        yield text, grey[:, round(i * side):round((i + 1) * side)], face


def plain(text):
    """For comparing: a lone dash is a placeholder however long."""
    text = unicodedata.normalize("NFKC", text)
    return "-" if text in ("—", "–") else text.replace("—", "-")


class Tally:
    def __init__(self):
        self.cells = self.right = self.sure = self.sure_wrong = 0
        self.by_confidence = collections.Counter()

    def add(self, truth, read):
        han = any(c in _HAN for c in truth)
        text, confidence = ("", 1.0) if read is None else read[:2]
        if han:  # not a number: right where it is not taken for one
            self.right_han = confidence < .9 and read is not None
            right = self.right_han
        else:
            right = plain(text) == plain(truth)
            self.cells += 1
            self.right += right
            self.sure += confidence >= .9
        self.sure_wrong += confidence >= .9 and not right
        step = min(int(confidence * 20) / 20, .95)
        self.by_confidence[step, right] += 1
        return right, confidence


def measure(level, count, reader, seed, save=None):
    rng = np.random.default_rng([seed, sum(map(ord, level))])
    faces, tally = fonts.held_out_fonts(), Tally()
    while tally.cells < count:
        for truth, cell, face in random_cells(faces, level, rng):
            read = reader.read(cell)
            right, confidence = tally.add(truth, read)
            doubtful = confidence < .9 and not any(c in _HAN for c in truth)
            if save and (not right or doubtful):
                name = f"{level}_{'' if right else 'WRONG_'}{confidence:.2f}_{tally.cells}_" \
                       f"{truth.replace('/', 's')}_{(read or ('blank',))[0].replace('/', 's')}_" \
                       f"{pathlib.Path(face.path).stem}.png"
                cv2.imwrite(f"{save}/{name}", cell)
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=4000)
    parser.add_argument("levels", nargs="*")
    parser.add_argument("--save")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    reader, total = Reader(), collections.Counter()
    print("| level | cells | right % | at 0.9 or more % | of these wrong |\n|---|---|---|---|---|")
    cells = 0
    for level in options.levels or ["clean", *dm.SINGLE, "office", "poor", "fax300"]:
        tally = measure(level, options.count, reader, options.seed, options.save)
        cells += tally.cells
        total.update(tally.by_confidence)
        print(f"| {level} | {tally.cells} | {100 * tally.right / tally.cells:.2f} | "
              f"{100 * tally.sure / tally.cells:.2f} | {tally.sure_wrong} |", flush=True)
    print("\n| confidence from | cells | wrong |\n|---|---|---|")
    for step in sorted({step for step, _ in total}, reverse=True):
        right, wrong = total[step, True], total[step, False]
        print(f"| {step:.2f} | {right + wrong} | {wrong} |")
    print(f"\n{1e6 * reader.seconds / max(1, cells):.0f} microseconds a cell")


if __name__ == "__main__":
    main()
