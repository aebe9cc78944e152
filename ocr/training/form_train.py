#!/usr/bin/python3
"""Trains the two readers of the form's characters and writes ocr/weights/form_{first,second}.net
and form_characters.txt.

  form_train.py first|second DATA...      files written by form_data.py; see docs/labels.md
"""

import os
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import pathlib
import sys
import time

import numpy as np

import form_data
from small_net import Net, accuracy, train, write

WEIGHTS = pathlib.Path(__file__).resolve().parent.parent / "weights"
READERS = {"first": dict(hidden=288, share=0, seed=4021), "second": dict(hidden=224, share=1, seed=8803)}
EPOCHS = 16


def load(paths):
    files = [np.load(path) for path in paths]
    return (np.concatenate([file["inputs"] for file in files]),
            np.concatenate([file["labels"] for file in files]))


def train_reader(name, inputs, labels, held_out):
    reader, start = READERS[name], time.time()
    rng = np.random.default_rng(reader["seed"])
    # Of every five pieces each reader leaves out another one; half of what is no character is left
    # out at random, for there is twice as much of it as there ought to be.
    mine = np.arange(len(labels)) % 5 != reader["share"]
    mine &= (labels != form_data.JUNK) | (rng.random(len(labels)) < .55)
    classes = len(form_data.CHARACTERS) + 1
    net = Net.random((form_data.INPUTS, reader["hidden"], classes), rng)
    train(net, inputs[mine], labels[mine], epochs=EPOCHS, seed=reader["seed"] + 1, batch=1024, rate=2.5e-3,
          report=lambda epoch: print(f"  {name} {epoch} held-out fonts: {accuracy(net, *held_out):.4f}"
                                     f" {time.time() - start:.0f} s", flush=True))
    write(net, WEIGHTS / f"form_{name}.net")


if __name__ == "__main__":
    all_inputs, all_labels = load(sys.argv[2:])
    unseen = form_data.pieces(
        form_data.draw_lines(500, form_data.held_out_faces(), "office", 77), 77)
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / "form_characters.txt").write_text("".join(form_data.CHARACTERS), encoding="utf-8")
    train_reader(sys.argv[1], all_inputs, all_labels, unseen)
