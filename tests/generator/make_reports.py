#!/usr/bin/python3
"""Writes synthetic reports with known truth: OUT/in/NAME.ext and OUT/truth/NAME.json."""
import argparse
import json
import os
import pathlib
import sys

import producers
from annex import make_annex_report
from chance import stream
from report import Report, make_report

DEBIAN_PYTHON = "/usr/bin/python3"


def main():
    args = _arguments()
    usable = load_producers(args.producers)
    for folder in ("in", "truth"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    for index in range(args.count):
        chosen = usable if args.each else [usable[index % len(usable)]]
        for name, producer in chosen:
            _write_one(args, index, name, producer)
    for _, producer in usable:
        getattr(producer, "finish", lambda: None)()


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=20, help="how many reports")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--producers", default=",".join(producers.NAMES), help="comma separated, taken in turn")
    parser.add_argument("--styles", default="", help="only these styles of the producers that have them")
    parser.add_argument("--each", action="store_true", help="every report through every producer")
    parser.add_argument("--clean", action="store_true", help="no seeded errors")
    parser.add_argument("--plain", action="store_true", help="no variations")
    parser.add_argument("--common", action="store_true", help="places named with common characters, as a recogniser of scans knows them")
    parser.add_argument("--annex", action="store_true", help="reports of 2014 to 2018 with the national statistics annex")
    parser.add_argument("--dense", action="store_true", help="tables full of numbers, and hardly a word around them")
    return parser.parse_args()


def load_producers(names):
    """[(name, producer)] of those that can be used here."""
    usable = []
    for name in names.split(","):
        producer, reason = producers.load(name)
        if producer:
            usable.append((name, producer))
        else:
            print(reason)
    if not usable:
        sys.exit("make_reports.py: no producer can be used")
    return usable


def _write_one(args, index, name, producer):
    seed = f"{args.seed}:{index}"
    rng = stream(seed, name)
    wanted = [style for style in producer.STYLES if style in args.styles.split(",")] or producer.STYLES
    style = rng.choice(wanted)
    if args.annex:
        report = Report(*make_annex_report(seed, producer.LACKS.get(style, ()), args.clean))
    else:
        report = make_report(seed, producer.LACKS.get(style, ()), args.clean, args.plain, args.dense, args.common)
    stem = f"{index:04}_{name}_{style}"
    producer.write(report.document, args.out / "in" / f"{stem}.{producer.EXTENSION}", style, rng)
    truth = json.dumps(report.truth, ensure_ascii=False, indent=1)
    (args.out / "truth" / f"{stem}.json").write_text(truth + "\n", encoding="utf-8")


def use_debian_python():
    """Debian's python3-reportlab and python3-weasyprint belong to Debian's Python; another one may come first on PATH."""
    here, there = os.path.realpath(sys.executable), os.path.realpath(DEBIAN_PYTHON)
    if here != there and os.path.exists(there):
        os.execv(DEBIAN_PYTHON, [DEBIAN_PYTHON, *sys.argv])


if __name__ == "__main__":
    use_debian_python()
    main()
