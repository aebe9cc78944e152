#!/usr/bin/env python3
"""How fast a bulk import is, and whether its memory stays flat.

    bench/import_reports.py FOLDER [--jobs N] [--runs N] [--bar SHARE]

One process that reads every report of FOLDER (`gongkai check --format json`, which reads, checks and writes findings) against
`gongkai import --jobs N` of the same: the share of N times the rate of the one; then a second run over the unchanged folder.
Memory: the resident set of the importing process and of the largest worker in each quarter of the run. Medians of the runs.
Reports are made by tests/generator/make_reports.py. With --bar, exit status 1 where the share is below it (0.8 is wanted).
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

BINARY = os.environ.get("GONGKAI", str(pathlib.Path(__file__).resolve().parent.parent / "build/release/cli/gongkai"))


def seconds_of(command):
    begun = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.monotonic() - begun


def resident(pid):
    try:
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    except OSError:  # it has ended
        pass
    return 0


def children(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []


def watched_import(command):
    """(parent, largest worker) in MiB by quarter of the run. Watching costs time: such a run is not timed."""
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    samples = []
    while running.poll() is None:
        samples.append((resident(running.pid), max(map(resident, children(running.pid)), default=0)))
        time.sleep(0.05)
    quarters = [samples[len(samples) * i // 4: max(len(samples) * (i + 1) // 4, 1)] for i in range(4)]
    return [tuple(max(column, default=0) for column in zip(*quarter)) for quarter in quarters]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--bar", type=float)
    args = parser.parse_args()
    files = sorted(str(path) for path in args.folder.rglob("*") if path.is_file())
    one, many, again = [], [], []
    with tempfile.TemporaryDirectory() as scratch:
        for run in range(args.runs):
            command = [BINARY, "import", str(args.folder), "--archive", f"{scratch}/{run}.db", "--jobs", str(args.jobs)]
            one.append(seconds_of([BINARY, "check", "--format", "json", *files]))
            many.append(seconds_of(command))
            again.append(seconds_of(command))
        quarters = watched_import([BINARY, "import", str(args.folder), "--archive", f"{scratch}/watched.db", "--jobs", str(args.jobs)])
    share = statistics.median(a / (args.jobs * b) for a, b in zip(one, many))
    print(f"{len(files)} reports; one process {statistics.median(one):.2f} s, {args.jobs} jobs {statistics.median(many):.2f} s: "
          f"{share:.2f} of {args.jobs} times its rate")
    print(f"unchanged: {statistics.median(again):.3f} s, {statistics.median(a / b for a, b in zip(many, again)):.0f} times faster")
    print("MiB by quarter (import, largest worker): " + "; ".join(f"{parent:.0f}, {worker:.0f}" for parent, worker in quarters))
    sys.exit(1 if args.bar is not None and share < args.bar else 0)


if __name__ == "__main__":
    main()
