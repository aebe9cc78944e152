#!/usr/bin/env python3
"""What checking a report costs beside reading it.

    bench/check_reports.py [--runs N] [--bar SHARE] FILE...

CPU of the rules against CPU of the whole process, as `gongkai read --timings` counts them: the median of N runs a file.
With --bar, exit status 1 where checking takes more than that share of the rest (0.1 is wanted of digital reports).
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys

BINARY = os.environ.get("GONGKAI", str(pathlib.Path(__file__).resolve().parent.parent / "build/release/cli/gongkai"))


def share(file):
    ended = subprocess.run([BINARY, "read", file, "--timings", "-o", os.devnull], capture_output=True, text=True, check=True)
    stages = {stage: float(seconds) for stage, seconds in map(str.split, ended.stderr.splitlines())}
    check = stages.pop("check")
    return check, check / sum(stages.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--bar", type=float)
    args = parser.parse_args()
    over = False
    for file in args.files:
        runs = [share(file) for _ in range(args.runs)]
        middle = statistics.median(part for _, part in runs)
        over = over or (args.bar is not None and middle > args.bar)
        print(f"{pathlib.Path(file).name}: checking {1000 * statistics.median(check for check, _ in runs):.2f} ms, "
              f"{100 * middle:.1f} % of reading")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
