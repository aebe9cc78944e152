#!/usr/bin/env python3
"""CPU time of `gongkai read` on digital PDFs against `pdftotext -bbox` on the same files.

    bench/read_pdf.py [--runs N] [--bar RATIO] FILE.pdf...

Whole process against whole process, the two in turn in one run, so that a drift of the machine
meets both. CPU is user + system time of the finished process as the kernel counts it. Prints the
median of each and the median of the ratios; with --bar, exit status 1 where a ratio lies above it.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

BINARY = pathlib.Path(__file__).resolve().parent.parent / "build/release/cli/gongkai"


def cpu_seconds(command):
    with open(os.devnull, "wb") as null:
        process = subprocess.Popen(command, stdout=null, stderr=null)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]}: exit status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def measure(file, runs, scratch):
    ours = [str(BINARY), "read", file, "-o", os.path.join(scratch, "out.json")]
    theirs = ["pdftotext", "-bbox", file, os.path.join(scratch, "out.html")]
    cpu_seconds(ours), cpu_seconds(theirs)  # warm caches
    return [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(runs)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE.pdf")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--bar", type=float)
    args = parser.parse_args()
    over = False
    with tempfile.TemporaryDirectory() as scratch:
        for file in args.files:
            pairs = measure(file, args.runs, scratch)
            ratio = statistics.median(a / b for a, b in pairs)
            over = over or (args.bar is not None and ratio > args.bar)
            print(f"{pathlib.Path(file).name}: gongkai {1000 * statistics.median(a for a, _ in pairs):.1f} ms, "
                  f"pdftotext -bbox {1000 * statistics.median(b for _, b in pairs):.1f} ms, ratio {ratio:.2f}")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
