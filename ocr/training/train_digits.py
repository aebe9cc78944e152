#!/usr/bin/python3
"""Trains the two readers of glyphs and writes ocr/weights/digits_{shape,stroke}.net.

  train_digits.py [glyphs for each reader, 140000]      five minutes of one core

The same call writes the same bytes on the same machine. See README.md for the format.
"""

import os
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import pathlib
import sys
import time

import numpy as np

import fonts
import glyphs
from small_net import Net, accuracy, train, write

WEIGHTS = pathlib.Path(__file__).resolve().parent.parent / "weights"

# What each reader sees, and of which fonts: each lacks a third of them that the other has.
READERS = {
    "shape": dict(picture_of=glyphs.shape_picture, features=lambda p: p.reshape(len(p), -1),
                  layers=(576, 128, 64, 13), share=(.27, .55), without=0, seed=20261),
    "stroke": dict(picture_of=glyphs.stroke_picture, features=glyphs.directions,
                   layers=(288, 160, 13), share=(.3, .6), without=1, seed=70902),
}


def train_reader(name, count):
    reader = READERS[name]
    start = time.process_time()
    faces = [face for i, face in enumerate(fonts.training_fonts()) if i % 3 != reader["without"]]
    pictures, labels = glyphs.make(count, faces, reader["picture_of"], reader["share"],
                                   reader["seed"])
    print(f"{name}: {count} glyphs in {len(faces)} fonts, {time.process_time() - start:.0f} s")
    held_out = glyphs.make(8000, fonts.held_out_fonts(), reader["picture_of"], reader["share"], 5)
    held_out = (reader["features"](held_out[0]), held_out[1])
    net = Net.random(reader["layers"], np.random.default_rng(reader["seed"] + 1))
    train(net, reader["features"](pictures), labels, epochs=20, seed=reader["seed"] + 2,
          report=lambda epoch: print(f"  {epoch} held-out fonts: {accuracy(net, *held_out):.4f}",
                                     flush=True))
    write(net, WEIGHTS / f"digits_{name}.net")
    print(f"{name}: {time.process_time() - start:.0f} s of CPU")


if __name__ == "__main__":
    for reader_name in READERS:
        train_reader(reader_name, int(sys.argv[1]) if len(sys.argv) > 1 else 140000)
