#!/usr/bin/python3
"""Writes tests/ocr/pictures/form_*.pgm: lines in held-out fonts, for the tests of the reader.

The same call writes the same bytes with the same versions of the fonts and of FreeType."""

import pathlib

import numpy as np

import form_data

TARGET = pathlib.Path(__file__).resolve().parents[2] / "tests" / "ocr" / "pictures"
# Name, text, which held-out face, level of damage, seed.
PICTURES = (
    ("granted", "（一）予以公开", 0, "clean", 1),
    ("secret", "1.属于国家秘密", 0, "noise", 2),
    ("slip", "其他法律行政止公开", 0, "jpeg", 3),
    ("fee", "251000元", 0, "clean", 4),
    ("items", "12条", 1, "clean", 5),
    ("part", "其中：3", 0, "blur", 16),
    ("stranger", "钦州市", 0, "clean", 7),
    ("strangers", "其他蜂蜜", 1, "clean", 8),
)


def write(path, picture):
    path.write_bytes(b"P5 %d %d 255\n" % (picture.shape[1], picture.shape[0]) + picture.tobytes())


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True, parents=True)
    for name, text, face, level, seed in PICTURES:
        faces = form_data.held_out_faces()
        line = form_data.draw_line(text, faces[face], level, np.random.default_rng(seed), px=87)
        write(TARGET / f"form_{name}.pgm", line.picture)
        print(name, line.picture.shape)
