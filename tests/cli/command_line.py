"""What the tests of the command line share: the program under test and how it is run."""

import os
import pathlib
import resource
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("GONGKAI", ROOT / "build/release/cli/gongkai"))
# Under the sanitizers address space is not memory, and everything takes longer.
SANITIZED = bool(os.environ.get("GONGKAI_SANITIZED"))
SECONDS = 60 if SANITIZED else 10
MEMORY = 2 << 30  # bytes of address space


class Ended:
    """How a run ended: status, out and err as text, and the seconds that it took."""

    def __init__(self, status, out, err, seconds):
        self.status, self.out, self.err, self.seconds = status, out, err, seconds


def limit_memory():
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(*arguments, stdin=b"", environment=None, cwd=None, before=limit_memory,
        seconds=SECONDS):
    """Runs the program; raises where it takes too long or a signal ends it."""
    begin = time.monotonic()
    ended = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                           timeout=seconds, env={**os.environ, **(environment or {})}, cwd=cwd,
                           preexec_fn=before, check=False)
    taken = time.monotonic() - begin
    if ended.returncode not in (0, 1, 2, 3):
        raise AssertionError(f"{arguments} ended with {ended.returncode}:\n"
                             + ended.stderr.decode(errors="replace")[-2000:])
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode(), taken)


def make_reports(folder, count, producers, *options):
    """Synthetic reports with known truth, by the project's own generator: their paths, sorted."""
    subprocess.run([sys.executable, ROOT / "tests/generator/make_reports.py", folder, "--count",
                    str(count), "--seed", "7", "--producers", producers, *options],
                   check=True, stdout=subprocess.DEVNULL, timeout=120)
    return sorted((pathlib.Path(folder) / "in").iterdir())
