#!/usr/bin/python3
"""How well `gongkai read` reads scans, how far its confidence can be trusted, and what a page costs.

    bench/read_scans.py accuracy [--scans DIR | --reports N] [--classes clean,office] [--keep DIR] [--show N] [--bars]
    bench/read_scans.py cost [--runs N]
    bench/read_scans.py stages [--runs N]

accuracy  reads a set of scans (one that tests/generator/scan_pages.py wrote, or N made here, a third whole reports, the
          others tables full of numbers) and prints, for each class and each degradation, the numbers right, wrong, missing, in
          doubt, and silently wrong; facts, sections, text; and the calibration table: of the numbers with a confidence in
          each bin, how many are wrong. --bars: exit status 1 where a bar of BARS is missed.
cost      CPU (user + system) of `gongkai read` per page against Tesseract on the same page pictures, with one thread and as
          typed, in turn in one run, medians; for whole reports and for pages of tables alone; and two jobs against one by wall time.
stages    where the time of the same two goes: CPU of `gongkai read --timings` by stage, milliseconds a page, medians.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = os.environ.get("GONGKAI", str(ROOT / "build/release/cli/gongkai"))
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests/generator"))

import check_reports  # noqa: E402
import scan_pages  # noqa: E402
from chance import stream  # noqa: E402
from scan_recipes import Recipe  # noqa: E402
from scan_score import judge, missed_bars  # noqa: E402
from scan_set import SHARES, make_pdf, make_set  # noqa: E402

BINS = (0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0000001)


# --- reading a set -----------------------------------------------------------------------------------------------------

def read_set(scans, out, jobs, kinds):
    """Reads every scan; gives the seconds of CPU that each took, and what the program said where it failed."""
    out.mkdir(parents=True, exist_ok=True)
    entries = [entry for entry in json.loads((scans / "scans.json").read_text(encoding="utf-8")) if not kinds or entry["class"] in kinds]
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda entry: _read(scans / "in" / entry["file"], out / f"{entry['name']}.json", entry), entries))


def _read(file, out, entry):
    out.unlink(missing_ok=True)
    used, said = cpu_seconds([BINARY, "read", str(file), "-o", str(out)], allowed=None)
    return {**entry, "cpu": used, "said": said if not out.exists() else ""}


# --- what was read -------------------------------------------------------------------------------------------------------

class Tally:
    """Rows of a table, each a sum of counts."""

    def __init__(self):
        self.rows = {}

    def add(self, key, count):
        self.rows.setdefault(key, Counter()).update(count)

    def print(self, title):
        print(f"\n{title:34} files pages  cells non-0   right%  wrong  miss extra doubt%  SILENT  facts  sect.miss   text%  unread")
        for key, row in self.rows.items():
            cells, text = row["cells"] or 1, row["chars"] or 1
            print(f"{key:34} {row['files']:5} {row['pages']:5} {row['cells']:6} {100 * row['nonzero'] / cells:4.0f}% {100 * row['right'] / cells:8.3f} "
                  f"{row['wrong']:6} {row['missing']:5} {row['extra']:5} {100 * row['doubtful'] / cells:6.2f} {row['silent']:7} "
                  f"{row['facts'] - row['facts_wrong']:3}/{row['facts']:<3} {row['sections_missing']:9} {100 - 100 * row['char_errors'] / text:8.2f} {row['unread']:7}")


def accuracy(scans, entries, got, show):
    classes, degradations, sure = Tally(), Tally(), []
    for entry in entries:
        truth = json.loads((scans / "truth" / f"{entry['name']}.json").read_text(encoding="utf-8"))
        out = got / f"{entry['name']}.json"
        output = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
        count, pairs, lines = judge(truth, output)
        count.update(files=1, pages=entry["pages"])
        sure += pairs
        for key in (entry["class"], "all"):
            classes.add(key, count)
        for name in entry["degradations"] or ["plain"]:
            degradations.add(name, count)
        degradations.add(f"as {entry['file'].rsplit('.', 1)[1]} {' '.join(entry['options'])}".strip(), count)
        degradations.add(f"at {entry['dpi']} dpi", count)
        if lines[:show] or not output:
            print(f"{entry['file']}: {entry['said'].strip()}")
            print("\n".join(lines[:show] if output else []))
    classes.rows["all"] = classes.rows.pop("all")
    degradations.rows = dict(sorted(degradations.rows.items()))
    classes.print("class")
    degradations.print("degradation (each with its fellows)")
    _print_calibration(sure)
    return classes.rows


def _print_calibration(sure):
    print("\nconfidence        numbers   wrong      rate")
    for low, high in zip(BINS, BINS[1:]):
        inside = [wrong for confidence, wrong in sure if low <= confidence < high]
        print(f"{low:4.2f} to {min(high, 1):4.2f} {len(inside):12} {sum(inside):7} {sum(inside) / max(1, len(inside)):9.5f}")
    high = [wrong for confidence, wrong in sure if confidence >= check_reports.SURE]
    print(f"0.90 and more{len(high):12} {sum(high):7} {sum(high) / max(1, len(high)):9.5f}")


# --- what it costs -------------------------------------------------------------------------------------------------------

def cpu_seconds(command, allowed=(0, 1), **environment):
    """(user + system time of the process and its threads, its words on stderr)."""
    with open(os.devnull, "wb") as null, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=null, stderr=errors, env={**os.environ, **environment})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    if allowed is not None and process.returncode not in allowed:
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}\n{said}")
    return usage.ru_utime + usage.ru_stime, said


def cost_set(folder, bare):
    """A scan as PDF, and its pages as pictures: the same pixels."""
    folder.mkdir()
    recipe = Recipe("office", 200, ("skew", "noise"))
    pdf, _ = make_pdf(folder, "report", "cost:0", dense=bare, bare=bare)
    pictures = scan_pages.scan(pdf, recipe, "cost:0")
    scan_pages.write_pngs(folder, "page", pictures)
    file, _ = scan_pages.wrap(folder / "scan", pictures, recipe, stream("cost"), ("pdf", ("flate",)), "right")
    return file, sorted(folder.glob("page_p*.png"))


def cost_sets():
    """(what it is, whether tables alone, the scan, its pages as pictures, a file to write to) of both sets, one after the other."""
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for name, bare in (("whole reports", False), ("pages of tables alone", True)):
            yield name, bare, *cost_set(scratch / name.split()[0], bare), str(scratch / "out.json")


def cost(runs):
    for name, bare, file, pages, out in cost_sets():
        rows = []
        for _ in range(runs):
            ours = cpu_seconds([BINARY, "read", str(file), "--jobs", "1", "-o", out])[0]
            one = sum(cpu_seconds(["tesseract", str(page), "-", "-l", "chi_sim"], OMP_THREAD_LIMIT="1")[0] for page in pages)
            typed = sum(cpu_seconds(["tesseract", str(page), "-", "-l", "chi_sim"])[0] for page in pages)
            rows.append((ours / len(pages), one / len(pages), typed / len(pages)))
        ours, one, typed = (statistics.median(column) for column in zip(*rows))
        print(f"{name}: {len(pages)} pages, CPU s a page: gongkai {ours:.3f}, tesseract one thread {one:.3f}, as typed {typed:.3f}; "
              f"ratio {statistics.median(a / b for a, b, _ in rows):.3f} and {statistics.median(a / c for a, _, c in rows):.3f}", flush=True)
        if not bare:
            _two_jobs(file, out, runs)


def stages(runs):
    table = {}
    for name, _, file, pages, out in cost_sets():
        for _ in range(runs):
            said = cpu_seconds([BINARY, "read", str(file), "--jobs", "1", "--timings", "-o", out])[1]
            rows = [(stage, float(seconds)) for stage, seconds in map(str.split, said.splitlines())]
            for stage, seconds in [*rows, ("all", sum(seconds for _, seconds in rows))]:
                table.setdefault(stage, {}).setdefault(name, []).append(1000 * seconds / len(pages))
    print("CPU ms a page  " + "".join(f"{name:>24}" for name in table["all"]))
    for stage, sets in table.items():
        print(f"{stage:15}" + "".join(f"{statistics.median(values):24.1f}" for values in sets.values()))


def _two_jobs(file, out, runs):
    rows = []
    for _ in range(runs):
        times = []
        for jobs in ("1", "2"):
            start = time.monotonic()
            cpu_seconds([BINARY, "read", str(file), "--jobs", jobs, "-o", out])
            times.append(time.monotonic() - start)
        rows.append(times)
    one, two = (statistics.median(column) for column in zip(*rows))
    print(f"wall time: one job {one:.2f} s, two jobs {two:.2f} s, rate {statistics.median(a / b for a, b in rows):.2f}", flush=True)


def main():
    args = _arguments()
    if args.what != "accuracy":
        {"cost": cost, "stages": stages}[args.what](args.runs)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        keep = args.keep or pathlib.Path(scratch)
        scans = args.scans or keep / "scans"
        kinds = tuple(filter(None, args.classes.split(",")))
        if not args.scans:
            make_set(scans, args.reports, args.seed, kinds or SHARES)
        entries = read_set(scans, keep / "got", args.jobs, kinds)
        rows = accuracy(scans, entries, keep / "got", args.show)
        pages = sum(entry["pages"] for entry in entries)
        print(f"\n{pages} pages, {sum(entry['cpu'] for entry in entries) / max(1, pages):.2f} CPU s a page")
    short = missed_bars(rows)
    print("\n".join(["short of the bars:", *short]) if short else "every bar is met")
    return 1 if short and args.bars else 0


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("accuracy", "cost", "stages"))
    parser.add_argument("--scans", type=pathlib.Path, help="a folder as scan_pages.py writes it")
    parser.add_argument("--reports", type=int, default=120, help="how many to make; about 197 cells each")
    parser.add_argument("--classes", default="")
    parser.add_argument("--seed", default="bench")
    parser.add_argument("--keep", type=pathlib.Path, help="where the scans and what was read stay")
    parser.add_argument("--jobs", type=int, default=1, help="files read at the same time")
    parser.add_argument("--show", type=int, default=0, help="mistakes printed for each report")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--bars", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
