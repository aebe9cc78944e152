"""An import among everything that goes wrong: bad files, lost workers, kills, a full disk."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import threading
import time
import unittest
import zipfile

from archives import FAULTY, IMPORT_SECONDS, assert_sound, content, exports, import_reports, rows, states
from command_line import PROGRAM, SANITIZED, make_reports

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai torture "))
GOOD = 40 if SANITIZED else 200
TIMEOUT = 20 if SANITIZED else 3  # of one report, as --timeout
# What the whole folder may take: the good files, and four that run into their time limit.
TORTURE_SECONDS = 300 if SANITIZED else 60
KILLS = 5 if SANITIZED else 20


def setUpModule():
    global REPORTS
    made = make_reports(FOLDER / "made", 20, "html_clean,txt_tab,md_pipe,pdf_reportlab")
    REPORTS = FOLDER / "reports"
    for index in range(GOOD):
        source = made[index % len(made)]
        ending = b"\n% " if source.suffix == ".pdf" else b"\n"  # bytes of its own
        target = REPORTS / f"{index % 7}" / f"{index:03} {source.name}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes() + ending + b" " * index + b"\n")


def tearDownModule():
    shutil.rmtree(FOLDER)


class Torture(unittest.TestCase):
    def test_bad_files_among_good_ones(self):
        work = FOLDER / "work"
        shutil.copytree(REPORTS, work)
        expected = self.add_bad_files(work)
        good = GOOD + self.add_odd_names(work)
        log = FOLDER / "torture.jsonl"
        log.touch()
        archive = FOLDER / "torture.db"
        meddler = threading.Thread(target=self.meddle, args=(work, log), daemon=True)
        meddler.start()
        begun = time.monotonic()
        command = [FAULTY, "import", work, "--archive", archive, "--jobs", "2", "--log", log,
                   "--timeout", str(TIMEOUT), "--memory", "512"]
        # Without the right of root to read everything, there are files that cannot be read.
        if os.getuid() == 0:
            command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
        ended = subprocess.run(command, capture_output=True, timeout=IMPORT_SECONDS, check=False)
        self.assertLess(time.monotonic() - begun, TORTURE_SECONDS)
        self.meddling = False
        meddler.join()
        self.assertEqual(ended.returncode, 3, ended.stderr.decode(errors="replace"))
        assert_sound(archive)
        lines = [json.loads(line) for line in log.read_text().splitlines()]
        reasons = {pathlib.PurePath(line["path"]).name: line.get("reason", "imported") for line in lines}
        self.assertEqual({name: reasons.get(name) for name in expected}, expected)
        self.assertEqual(sum(line["outcome"] == "imported" for line in lines), good)
        self.assertEqual(rows(archive, "SELECT count(*) FROM reports"), [(good,)])
        self.assertEqual(len(lines), good + len(expected), "each input ends exactly once")
        self.assertNotIn("seccomp", ended.stderr.decode(errors="replace"))

    def add_bad_files(self, work):
        """Writes them, and says by file name how each has to end."""
        pdf = next(path for path in sorted(REPORTS.rglob("*.pdf")))
        whole = pdf.read_bytes()

        def add(name, bytes_):
            (work / name).write_bytes(bytes_)

        add("truncated.pdf", whole[: len(whole) // 2])
        add("empty.pdf", b"")
        add("letter.txt", "各位同事：明天下午三点开会。".encode() * 20)
        add("noise", random.Random(7).randbytes(100_000))
        subprocess.run(["qpdf", "--encrypt", "a", "b", "256", "--", pdf, work / "encrypted.pdf"], check=True)
        with open(work / "sparse.pdf", "wb") as file:
            file.truncate(1 << 30)
        with zipfile.ZipFile(work / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("bomb.txt", b"0" * 150_000_000)
        expected = {"truncated.pdf": "unreadable", "empty.pdf": "empty", "letter.txt": "not_a_report",
                    "noise": "unsupported", "encrypted.pdf": "encrypted", "sparse.pdf": "too_large",
                    "bomb.txt": "too_large"}
        hooks = {"hang": "timeout", "spin": "timeout", "abort": "crash", "fault": "crash", "exit": "crash",
                 "close": "crash", "babble": "crash"}
        if not SANITIZED:  # there, address space is not memory and has no limit
            hooks |= {"memory": "memory", "memory in C": "memory"}
        for hook, reason in hooks.items():
            add(f"hook {hook}", f"HOOK {hook}\n".encode())
            expected[f"hook {hook}"] = reason
        add("00 slow", b"HOOK slow\n")  # first: what is meddled with is still there when it begins
        add("zz vanishes.html", b"x")
        expected |= {"00 slow": "not_a_report", "zz vanishes.html": "not_opened"}
        with open(work / "zy grows.html", "wb") as file:
            file.truncate(150_000_000)
        expected["zy grows.html"] = "changed"
        os.mkfifo(work / "pipe")
        expected["pipe"] = "unsupported"
        os.symlink("loop a", work / "loop b")
        os.symlink("loop b", work / "loop a")
        os.symlink("..", work / "0" / "up")
        os.symlink("nowhere", work / "dangling")
        expected |= {name: "not_opened" for name in ("loop a", "loop b", "up", "dangling")}
        add("no right.html", whole)
        (work / "no right.html").chmod(0)
        (work / "closed").mkdir()
        (work / "closed" / "inside.html").write_bytes(whole)
        (work / "closed").chmod(0)
        expected |= {"no right.html": "not_opened", "closed": "not_opened"}
        return expected

    def add_odd_names(self, work):
        """Good reports with names that are hard to carry; how many."""
        names = [b"a\nb.html", b"  blanks  .html", b"\xb1\xa8\xb8\xe6.html", b"-o.html", b"@list.html",
                 "报告（终稿）*?[1].html".encode(), b"back\\slash.html", b'"quotes" \x1b[31m.html']
        source = next(path for path in sorted(REPORTS.rglob("*.html"))).read_bytes()
        for index, name in enumerate(names):
            with open(os.path.join(os.fsencode(work), name), "wb") as file:
                file.write(source + b"<!-- odd " + str(index).encode() + b" -->")
        return len(names)

    meddling = True

    def meddle(self, work, log):
        """Takes one file away once the import runs, and writes to another all the while."""
        with open(work / "zy grows.html", "ab") as file:
            while self.meddling:
                file.write(b"x")
                file.flush()
                if log.stat().st_size > 0:
                    (work / "zz vanishes.html").unlink(missing_ok=True)
                time.sleep(0.0005)

    def test_a_lost_worker_takes_nothing_else_with_it(self):
        """A report is read again where the worker had read others before it was lost: what becomes of one
        does not depend on its neighbours."""
        work = FOLDER / "neighbours"
        work.mkdir()
        for index, path in enumerate(sorted(REPORTS.rglob("*.html"))[:10]):
            shutil.copy(path, work / f"{index:02}.html")
            (work / f"{index:02} bad").write_bytes(b"HOOK fault\n" + b" " * index)
        archive = FOLDER / "neighbours.db"
        subprocess.run([FAULTY, "import", work, "--archive", archive, "--jobs", "1"], capture_output=True,
                       timeout=IMPORT_SECONDS, check=False)
        found = states(archive)
        self.assertEqual({name for name, state in found.items() if state == "imported"},
                         {f"{index:02}.html" for index in range(10)})
        self.assertEqual(sorted(found.values()).count("crash"), 10)


    @unittest.skipIf(SANITIZED, "there, address space is not memory and has no limit")
    def test_what_waits_behind_a_report_does_not_cost_it_its_memory(self):
        """A worker holds the next report's bytes while it reads: each has to fit alone."""
        work = FOLDER / "large"
        work.mkdir()
        report = next(path for path in sorted(REPORTS.rglob("*.html"))).read_bytes()
        for index in range(6):
            # 60 MB that are refused at a look, once the hook has needed half of the limit.
            (work / f"{index} large").write_bytes(b"HOOK half\n" + b"\0" * (60_000_000 + index))
            (work / f"{index} small.html").write_bytes(report + b"<!-- large -->" + b" " * index)
        archive = FOLDER / "large.db"
        subprocess.run([FAULTY, "import", work, "--archive", archive, "--jobs", "1", "--memory", "530"],
                       capture_output=True, timeout=IMPORT_SECONDS, check=False)
        found = states(archive)
        self.assertEqual({name: state for name, state in found.items() if "small" in name},
                         {f"{index} small.html": "imported" for index in range(6)})
        self.assertEqual({state for name, state in found.items() if "large" in name}, {"not_a_report"})


class Kill(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = FOLDER / "kill"
        shutil.copytree(REPORTS, cls.work)
        with zipfile.ZipFile(cls.work / "some.zip", "w") as archive:
            for index, path in enumerate(sorted(REPORTS.rglob("*.html"))[:30]):
                archive.writestr(f"{index}.html", path.read_bytes() + b"<!-- in a ZIP -->" + b" " * index)
        (cls.work / "letter.txt").write_text("各位同事：明天下午三点开会。" * 20)
        shutil.copy(next(cls.work.rglob("*.html")), cls.work / "zz copy.html")
        cls.undisturbed = FOLDER / "undisturbed.db"
        cls.seconds = import_reports(cls.work, archive=cls.undisturbed).seconds

    def test_kill_9_at_any_moment_loses_nothing(self):
        chance = random.Random(7)
        wanted = content(self.undisturbed)
        archive = FOLDER / "killed.db"
        for turn in range(KILLS):
            with self.subTest(turn=turn):
                if turn % 4 == 0:  # some upon each other, some from the beginning
                    for path in FOLDER.glob("killed.db*"):
                        path.unlink()
                running = subprocess.Popen([PROGRAM, "import", self.work, "--archive", archive], stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL)
                time.sleep(self.seconds * chance.random())
                running.kill()
                running.wait()
                if archive.exists() and archive.stat().st_size > 0:
                    assert_sound(archive)
                if turn % 2 == 0:
                    import_reports(self.work, archive=archive)
                    self.assertEqual(content(archive), wanted)
        import_reports(self.work, archive=archive)
        self.assertEqual(content(archive), wanted)
        self.assertEqual(exports(archive), exports(self.undisturbed))

    def test_workers_go_with_their_parent(self):
        work = FOLDER / "orphans"
        work.mkdir()
        (work / "a").write_bytes(b"HOOK hang\n")
        running = subprocess.Popen([FAULTY, "import", work, "--archive", FOLDER / "orphans.db", "--jobs", "1"])
        workers = []
        while not workers:
            workers = pathlib.Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
        running.kill()
        running.wait()
        for _ in range(500):
            if not any(pathlib.Path("/proc", pid).exists() for pid in workers):
                return
            time.sleep(0.01)
        self.fail(f"still there: {workers}")


class FullDisk(unittest.TestCase):
    @unittest.skipUnless(os.getuid() == 0, "a small file system can be mounted by root only")
    def test_a_full_disk_stops_it_and_the_next_run_goes_on(self):
        disk = FOLDER / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], check=False)
        if mounted.returncode != 0:
            self.skipTest("tmpfs cannot be mounted here")
        try:
            archive = disk / "a.db"
            ended = import_reports(REPORTS, archive=archive)
            self.assertEqual(ended.status, 3)
            self.assertIn("磁盘是否已满", ended.err)
            self.assertIn("再执行同一命令", ended.err)
            done, = rows(archive, "SELECT count(*) FROM reports")[0]
            self.assertLess(done, GOOD)
            subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
            self.assertEqual(import_reports(REPORTS, archive=archive).status, 0)
            plain = FOLDER / "plain.db"
            import_reports(REPORTS, archive=plain)
            self.assertEqual(content(archive), content(plain))
        finally:
            subprocess.run(["umount", disk], check=True)


if __name__ == "__main__":
    unittest.main()
