#!/usr/bin/python3
"""Trains the two readers of the form's characters and writes ocr/weights/form_{first,second}.net
and form_characters.txt.

  form_train.py first|second [--continue] DATA...    files written by form_data.py; see docs/labels.md

With --continue the nets that are there are trained on, at a lower rate, on more data.
"""

import os
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import pathlib
import struct
import sys
import time

import numpy as np

import form_data
from small_net import Net, accuracy, train, write

WEIGHTS = pathlib.Path(__file__).resolve().parent.parent / "weights"
READERS = {"first": dict(hidden=288, share=0, seed=4021), "second": dict(hidden=224, share=1, seed=8803)}
FRESH, CONTINUED = dict(epochs=16, rate=2.5e-3), dict(epochs=4, rate=7e-4)


def load(paths):
    files = [np.load(path) for path in paths]
    return (np.concatenate([file["inputs"] for file in files]),
            np.concatenate([file["labels"] for file in files]))


def read_net(path):
    """The floats that small_net.write made the file of, but for their rounding."""
    data, offset = path.read_bytes(), 8
    count = struct.unpack_from("<I", data, 4)[0]
    sizes = struct.unpack_from(f"<{count}I", data, offset)
    offset += 4 * count
    weights, biases, unit = [], [], 255.0
    for i, (a, b) in enumerate(zip(sizes, sizes[1:])):
        target = 256.0 if i + 2 == count else 1024.0
        shift = struct.unpack_from("<i", data, offset)[0]
        bias, multiplier = np.frombuffer(data, "<i4", 2 * b, offset + 4).reshape(2, b)
        scale = multiplier / 2.0**shift * unit / target
        packed = np.frombuffer(data, np.int8, a * b, offset + 4 + 8 * b).reshape(b, a)
        weights.append((packed.T * scale).astype(np.float32))
        biases.append((bias * scale / unit).astype(np.float32))
        offset, unit = offset + 4 + 8 * b + a * b, target
    return Net(weights, biases)


def train_reader(name, continued, inputs, labels, held_out):
    reader, start = READERS[name], time.time()
    rng = np.random.default_rng(reader["seed"])
    # Of every five pieces each reader leaves out another one; half of what is no character is left
    # out at random, for there is twice as much of it as there ought to be.
    mine = np.arange(len(labels)) % 5 != reader["share"]
    mine &= (labels != form_data.JUNK) | (rng.random(len(labels)) < .55)
    classes = len(form_data.CHARACTERS) + 1
    layers = (form_data.INPUTS, reader["hidden"], classes)
    path = WEIGHTS / f"form_{name}.net"
    net = read_net(path) if continued else Net.random(layers, rng)
    how = CONTINUED if continued else FRESH
    train(net, inputs[mine], labels[mine], **how, seed=reader["seed"] + 1 + continued, batch=1024,
          report=lambda epoch: print(f"  {name} {epoch} held-out fonts: {accuracy(net, *held_out):.4f}"
                                     f" {time.time() - start:.0f} s", flush=True))
    write(net, path)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[2:] if argument != "--continue"]
    all_inputs, all_labels = load(arguments)
    unseen = form_data.pieces(
        form_data.draw_lines(500, form_data.held_out_faces(), "office", 77), 77)
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / "form_characters.txt").write_text("".join(form_data.CHARACTERS), encoding="utf-8")
    train_reader(sys.argv[1], len(arguments) < len(sys.argv) - 2, all_inputs, all_labels, unseen)
