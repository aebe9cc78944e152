"""The launcher ./gongkai, in a copy of the tree where apt-get, dpkg-query and cmake are fakes.

What it must do: say what it installs, build once, be silent and direct afterwards, build again when
sources changed, survive two first calls at once, and keep standard output for the program alone.
"""

import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Each fake notes that it ran; what it does hangs on files in the folder of fakes.
DPKG_QUERY = 'cat "$FAKES/installed"'
APT_GET = 'echo "apt-get $*" >> "$FAKES/calls"; echo noise; [ ! -e "$FAKES/apt-fails" ]'
CMAKE = """
echo "cmake $*" >> "$FAKES/calls"; echo noise
[ -e "$FAKES/cmake-fails" ] && { echo "error: this is broken"; exit 1; }
if [ "$1" = --build ]; then
  sleep 0.3
  mkdir -p build/release/cli
  printf '#!/bin/sh\\necho "program $*"; cat\\nexit 7\\n' > build/release/cli/gongkai
  chmod +x build/release/cli/gongkai
fi
"""


def write_program(path, body):
    path.write_text("#!/bin/sh\n" + body + "\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


class Launcher(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gongkai launcher "))
        self.addCleanup(shutil.rmtree, self.folder)
        self.tree = self.folder / "a tree"
        self.fakes = self.folder / "fakes"
        self.fakes.mkdir()
        for name in ["gongkai", "packages.txt", "CMakeLists.txt", "CMakePresets.json", "cmake",
                     "model", "extract", "ocr", "normalize", "rules", "corpus", "cli"]:
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            self.tree.mkdir(exist_ok=True)
            copy(source, self.tree / name)
        write_program(self.fakes / "dpkg-query", DPKG_QUERY)
        write_program(self.fakes / "apt-get", APT_GET)
        write_program(self.fakes / "cmake", CMAKE)
        write_program(self.fakes / "sudo", 'echo "sudo" >> "$FAKES/calls"; exec "$@"')
        self.set_installed("g++ cmake")

    def set_installed(self, packages):
        lines = [f"{package} installed\n" for package in packages.split()]
        (self.fakes / "installed").write_text("".join(lines))

    def start(self, *arguments, program=None, cwd="/"):
        environment = {"PATH": f"{self.fakes}:/usr/bin:/bin", "FAKES": str(self.fakes), "HOME": "/"}
        return subprocess.Popen([program or self.tree / "gongkai", *arguments], cwd=cwd, text=True,
                                env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def run_launcher(self, *arguments, stdin="", **options):
        process = self.start(*arguments, **options)
        out, err = process.communicate(stdin, timeout=60)
        return process.returncode, out, err

    def calls(self, word):
        log = self.fakes / "calls"
        lines = log.read_text().splitlines() if log.exists() else []
        return [line for line in lines if line.startswith(word)]

    def forget_calls(self):
        (self.fakes / "calls").unlink(missing_ok=True)

    def test_first_call_says_installs_builds_and_runs(self):
        status, out, err = self.run_launcher("read", "a b", stdin="from stdin\n")
        self.assertEqual(out, "program read a b\nfrom stdin\n")  # nothing but the program's own
        self.assertEqual(status, 7)
        self.assertIn("libpoppler-private-dev", err)
        self.assertNotIn("catch2", err)  # of the tests' section
        self.assertNotIn("cmake ninja", err)
        self.assertNotIn("noise", err)
        install = self.calls("apt-get install")
        self.assertEqual(len(install), 1)
        self.assertIn("libgumbo-dev", install[0])
        self.assertNotIn(" g++ ", install[0] + " ")  # is there already
        self.assertNotIn(" cmake ", install[0] + " ")

    def test_later_calls_go_straight_to_the_program(self):
        self.run_launcher()
        self.forget_calls()
        status, out, err = self.run_launcher("--version")
        self.assertEqual((status, out, err), (7, "program --version\n", ""))
        self.assertEqual(self.calls(""), [])

    def test_it_builds_again_after_a_change(self):
        self.run_launcher()
        changes = {
            "a source edited": lambda: os.utime(self.tree / "model/texts.h"),
            "a source added": lambda: (self.tree / "cli/new.cpp").write_text(""),
            "a source removed": lambda: (self.tree / "cli/main.cpp").unlink(),
            "a package added": lambda: os.utime(self.tree / "packages.txt"),
            "the program gone": lambda: (self.tree / "build/release/cli/gongkai").unlink(),
        }
        for name, change in changes.items():
            with self.subTest(name):
                for path in [*self.tree.rglob("*"), self.tree / "build/release/built"]:
                    os.utime(path, (time.time() - 60,) * 2)
                self.forget_calls()
                change()
                status, out, _ = self.run_launcher("x")
                self.assertEqual((status, out), (7, "program x\n"))
                self.assertEqual(len(self.calls("cmake --build")), 1)

    def test_it_runs_from_anywhere_and_through_links(self):
        self.run_launcher()
        self.forget_calls()
        link = self.folder / "a link"
        link.symlink_to(self.tree / "gongkai")
        second = self.folder / "fakes/gk"
        second.symlink_to("../a link")
        for program, cwd in [(self.tree / "gongkai", "/tmp"), ("./gongkai", self.tree),
                             ("../gongkai", self.tree / "model"), (link, "/"), (second, "/"),
                             ("gk", "/")]:
            with self.subTest(program=str(program)):
                # PATH of this process finds the program; ours is not the child's.
                found = shutil.which(str(program), path=str(self.fakes)) or program
                self.assertEqual(self.run_launcher("y", program=found, cwd=cwd)[:2],
                                 (7, "program y\n"))
        process = subprocess.run(["sh", "gongkai", "z"], cwd=self.tree, capture_output=True,
                                 text=True, stdin=subprocess.DEVNULL, timeout=60)
        self.assertEqual(process.stdout, "program z\n")
        self.assertEqual(self.calls(""), [])

    def test_two_first_calls_at_once_build_once(self):
        both = [self.start("1"), self.start("2")]
        ends = [process.communicate("", timeout=60) for process in both]
        self.assertEqual([out for out, _ in ends], ["program 1\n", "program 2\n"])
        self.assertEqual([process.returncode for process in both], [7, 7])
        self.assertEqual(len(self.calls("cmake --build")), 1)
        self.assertEqual(sum("waiting" in err for _, err in ends), 1)

    def test_a_failed_build_says_where_its_log_is(self):
        (self.fakes / "cmake-fails").touch()
        status, out, err = self.run_launcher("read")
        log = self.tree / "build/release.log"
        self.assertEqual((status, out), (3, ""))
        self.assertIn(str(log), err)
        self.assertIn("this is broken", err)
        self.assertIn("this is broken", log.read_text())
        (self.fakes / "cmake-fails").unlink()
        self.assertEqual(self.run_launcher("read")[0], 7)  # and mends itself afterwards

    def test_a_failed_installation_prints_the_one_command(self):
        (self.fakes / "apt-fails").touch()
        status, out, err = self.run_launcher("read")
        self.assertEqual((status, out), (3, ""))
        self.assertRegex(err, r"apt-get update && apt-get install -y .*libre2-dev")
        self.assertEqual(self.calls("cmake"), [])

    def test_without_root_it_asks_sudo_or_prints_the_command(self):
        write_program(self.fakes / "id", "echo 1000")
        self.assertEqual(self.run_launcher("read")[0], 7)
        self.assertEqual(len(self.calls("sudo")), 1)

        shutil.rmtree(self.tree / "build")
        self.forget_calls()
        (self.fakes / "sudo").unlink()
        if shutil.which("sudo", path="/usr/bin:/bin"):
            self.skipTest("this machine has sudo")
        status, _, err = self.run_launcher("read")
        self.assertEqual(status, 3)
        self.assertRegex(err, r"sh -c 'apt-get update && apt-get install -y .*libre2-dev")
        self.assertEqual(self.calls("apt-get"), [])

    def test_nothing_is_installed_where_nothing_is_missing(self):
        names = [line.split()[0] for line in (ROOT / "packages.txt").read_text().splitlines()
                 if line[:1].isalnum()]
        self.set_installed(" ".join(names))
        status, _, err = self.run_launcher()
        self.assertEqual(status, 7)
        self.assertEqual(self.calls("apt-get"), [])
        self.assertNotIn("apt", err)

    def test_the_check_costs_a_few_milliseconds(self):
        self.run_launcher()

        def fastest(program):
            spent = []
            for _ in range(20):
                begin = time.perf_counter()
                subprocess.run([program], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
                spent.append(time.perf_counter() - begin)
            return min(spent)

        program = self.tree / "build/release/cli/gongkai"
        cost = fastest(self.tree / "gongkai") - fastest(program)
        print(f"launcher: {cost * 1000:.1f} ms a call")
        self.assertLess(cost, 0.010)  # 3 ms on a quiet machine; the bar leaves room for a busy one


if __name__ == "__main__":
    unittest.main()
