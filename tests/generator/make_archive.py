#!/usr/bin/python3
"""Writes a whole synthetic archive with known truth: OUT/in/REGION/ORGAN/YEAR_*, OUT/truth.json, OUT/regions.json, OUT/aliases.json, and OUT/truth/ for each report."""
import argparse
import functools
import hashlib
import json
import multiprocessing
import pathlib
import sys

import producers
from archive import between, breaks, documents, truth
from archive.plan import Archive
from chance import stream
from make_reports import load_producers, use_debian_python

PRODUCERS = "html_clean,html_word,html_portal,txt_tab,txt_pipe,md_pipe"


def main():
    args = _arguments()
    if args.out.exists() and any(args.out.iterdir()):
        sys.exit(f"make_archive.py: {args.out} is not empty")
    first, last = map(int, args.years.split("-"))
    names = [name for name, _ in load_producers(args.producers)]
    archive = Archive(args.seed, args.organs, list(range(first, last + 1)))
    seeded = [] if args.clean else breaks.seed_breaks(args.seed, archive, args.breaks or max(1, args.organs // 70))
    entries = archive.all()
    (args.out / "truth").mkdir(parents=True)
    write = functools.partial(_write, args.out, args.seed, names)
    originals = [entry for entry in entries if not entry.like]
    if args.jobs > 1:
        with multiprocessing.Pool(args.jobs) as pool:
            written = pool.map(write, originals, chunksize=16)
    else:
        written = [write(entry) for entry in originals]
    by_key = {one.entry.key: one for one in written}
    written += [_copy_bytes(args.out, entry, by_key[entry.like.key]) for entry in entries if entry.like]
    truth.write_files(args.out, args.seed, archive, written, seeded)


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--organs", type=int, default=200)
    parser.add_argument("--years", default="2012-2023", help="first and last year of the reports")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--clean", action="store_true", help="no breaks, only what honest series have")
    parser.add_argument("--breaks", type=int, default=0, help="how often each kind of break is seeded (one for 70 organs)")
    parser.add_argument("--producers", default=PRODUCERS, help="comma separated; one is drawn for each report")
    parser.add_argument("--jobs", type=int, default=2, help="processes; the result does not depend on it")
    return parser.parse_args()


def _write(out, seed, names, entry):
    rng = stream(seed, entry.key, "producer")
    name, producer, style = _able(rng, names, entry)
    report = documents.write_document(seed, entry, _lacks(name, producer, style))
    stem = f"{entry.year}_{entry.organ.id}{entry.copy}_{name}_{style}"
    path = _folder(entry) / f"{stem}.{producer.EXTENSION}"
    (out / path).parent.mkdir(parents=True, exist_ok=True)
    producer.write(report.document, out / path, style, rng)
    (out / "truth" / f"{stem}.json").write_text(json.dumps(report.truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return between.Written(entry, str(path), _sha256(out / path), report.truth)


def _able(rng, names, entry):
    """A producer and a style that can carry the report's blank cells."""
    has_blanks = entry.blanks or (entry.has_annex and entry.values["cumulative"] and None in entry.values["cumulative"].values())
    choices = [(name, producer, style) for name in names for producer in [producers.load(name)[0]] for style in producer.STYLES
               if not (has_blanks and "blank_cells" in _lacks(name, producer, style))]
    if not choices:
        sys.exit("make_archive.py: none of these producers can leave a cell blank")
    name = rng.choice(sorted({name for name, _, _ in choices}))
    return rng.choice([choice for choice in choices if choice[0] == name])


def _lacks(name, producer, style):
    """Bars between cells and none behind the last: where that one is blank, or all of a row are, the reader cannot tell what the bar is for."""
    blanks = ("blank_zeros", "blank_cells") if (name, style) == ("txt_pipe", "between") else ()
    return (*producer.LACKS.get(style, ()), *blanks)


def _folder(entry):
    return pathlib.Path("in", "".join(entry.organ.place.above[1:]) + entry.organ.place.name, entry.organ.own)


def _copy_bytes(out, entry, original):
    path = pathlib.Path("in", "补报", pathlib.Path(original.path).name)
    (out / path).parent.mkdir(parents=True, exist_ok=True)
    (out / path).write_bytes((out / original.path).read_bytes())
    return between.Written(entry, str(path), original.sha256, original.truth)


def _sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    use_debian_python()
    main()
