#!/usr/bin/python3
"""How the reader of form lines does in fonts that it was not trained on.

  form_measure.py [lines a level, 2000] [--others] [--show] [LEVEL...] [FONT PACKAGE...]

Without --others the lines are those of the form. With it they are random lines, most of them with
characters that the form does not have, which the reader has to refuse.
"""

import ctypes
import pathlib
import subprocess
import sys
import tempfile
import time

import damage as dm
import form_data
import form_words

HERE = pathlib.Path(__file__).resolve().parent
THRESHOLDS = (.3, .5, .6, .7, .8, .9, .95, .98)


def library():
    path = pathlib.Path(tempfile.mkdtemp()) / "form_lines.so"
    sources = [HERE / "form_lines_api.cpp", HERE.parent / "glyph_net.cpp"]
    sources += sorted(HERE.parent.glob("form_*.cpp"))
    subprocess.run(["g++", "-std=c++20", "-O3", "-shared", "-fPIC", f"-I{HERE.parent.parent}",
                    f'-DGONGKAI_WEIGHTS="{HERE.parent}/weights"', "-o", path, *sources], check=True)
    loaded = ctypes.CDLL(str(path))
    loaded.ReadLine.restype = ctypes.c_double
    return loaded


def read(reader, picture):
    text = ctypes.create_string_buffer(1000)
    sure = reader.ReadLine(picture.ctypes.data_as(ctypes.c_void_p), picture.shape[1],
                           picture.shape[0], text, len(text))
    return text.value.decode(), sure


def folded(text):
    return "".join(form_words.FULL_TO_CLASS.get(char, char) for char in text)


def _label_text(rng):
    """As lines of the form are: wrapped where a cell ends, numbers behind some."""
    words = [word for word in form_words.words() if len(word) > 1]
    text = words[int(rng.integers(len(words)))]
    if len(text) > 8 and rng.random() < .5:
        start = int(rng.integers(0, len(text) - 4))
        text = text[start:start + int(rng.integers(4, 15))]
    if rng.random() < .08:
        text = f"{int(rng.integers(0, 3000))}{'件条次元个'[int(rng.integers(5))]}"
    return text


def measure(level, count, others, show, faces):
    reader, results, spent, glyphs = library(), [], 0.0, 0
    lines = form_data.draw_lines(count, faces, level, 991,
                                 None if others else _label_text)
    for i, line in enumerate(lines):
        start = time.process_time()
        text, sure = read(reader, line.picture)
        spent += time.process_time() - start
        glyphs += len(line.text)
        results.append((sure, folded(text) == line.text))
        if show and folded(text) != line.text and sure >= show:
            print(f"    {sure:.3f} {line.text} -> {text} [{i}]")
    row = [f"{sum(s >= t for s, _ in results) / count:6.1%} {sum(s >= t and not r for s, r in results):3d}"
           for t in THRESHOLDS]
    print(f"{level:10}", " | ".join(row), f"| {1000 * spent / glyphs:.3f} ms a character", flush=True)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    print("accepted at, and wrong of", numbers[0] if numbers else 2000, "lines:", THRESHOLDS)
    of = [argument for argument in sys.argv[1:] if argument.startswith("fonts-")]
    chosen = [face for face in form_data.held_out_faces() if not of or face.package in of]
    levels = [argument for argument in sys.argv[1:] if argument in dm.LEVELS + dm.SINGLE]
    for each in levels or ("clean", "office", "poor", "fax"):
        measure(each, numbers[0] if numbers else 2000, "--others" in sys.argv,
                .5 if "--show" in sys.argv else 0, chosen)
