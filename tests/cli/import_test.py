"""gongkai import, as an archivist would drive it."""

import json
import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import time
import unittest
import zipfile

from archives import assert_sound, content, exports, import_reports, rows, states
from command_line import PROGRAM, make_reports, run

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai import "))
COUNT = 12


def setUpModule():
    global REPORTS
    made = make_reports(FOLDER / "made", COUNT, "html_clean,txt_tab,md_pipe")
    REPORTS = FOLDER / "reports"
    for index, path in enumerate(made):
        target = REPORTS / f"organ {index % 3}" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


def tearDownModule():
    shutil.rmtree(FOLDER)


def zip_of(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, bytes_ in entries:
            archive.writestr(name, bytes_)
    return path


def first_report():
    return sorted(REPORTS.rglob("*.*"))[0]


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=FOLDER))
        self.archive = self.folder / "a.db"

    def counts(self, ended):
        """Imported, unchanged, failed, as the summary says."""
        words = ended.out.replace(",", "").replace(";", "").split()
        self.assertEqual(words[1::2][:3], ["imported", "unchanged", "failed"], ended.out)
        return tuple(int(word) for word in words[:5:2])

    def imported(self, *arguments, status=0, **options):
        ended = import_reports(*arguments, "--lang", "en", archive=self.archive, **options)
        self.assertEqual(ended.status, status, ended.err)
        return self.counts(ended)


class Import(Case):
    def test_a_folder_becomes_rows(self):
        self.assertEqual(self.imported(REPORTS), (COUNT, 0, 0))
        for path, sha256, report in rows(self.archive, "SELECT path, sha256, report FROM reports"):
            read = json.loads(run("read", path).out)
            self.assertEqual(json.loads(report), read)
            self.assertEqual(read["source"]["sha256"], sha256)
            self.assertNotIn("\n", report)
            numbers = rows(self.archive, "SELECT pointer, value, raw, page, confidence, reading_kind FROM "
                           "numbers JOIN reports USING (report_id) WHERE sha256 = ?", sha256)
            evidence = {at: entry for at, entry in read["evidence"].items() if at.count("/") > 1}
            self.assertEqual({number[0] for number in numbers}, set(evidence))
            for pointer, value, raw, page, confidence, kind in numbers:
                self.assertEqual(value, self.at(read, pointer), pointer)
                self.assertEqual((raw, page, confidence, kind), tuple(
                    evidence[pointer][key] for key in ("raw", "page", "confidence", "reading")))
            problems = rows(self.archive, "SELECT rule, severity, message_zh, fingerprint FROM problems "
                            "JOIN reports USING (report_id) WHERE sha256 = ? ORDER BY position", sha256)
            self.assertEqual(problems, [tuple(f[key] for key in ("rule", "severity", "message", "fingerprint"))
                                        for f in read["findings"]])

    @staticmethod
    def at(report, pointer):
        for step in pointer.split("/")[1:]:
            report = report[int(step)] if isinstance(report, list) else report[step]
        return report

    def test_again_is_unchanged_and_writes_nothing_new(self):
        self.imported(REPORTS)
        before = content(self.archive)
        self.assertEqual(self.imported(REPORTS), (0, COUNT, 0))
        self.assertEqual(content(self.archive), before)
        self.assertEqual(rows(self.archive, "SELECT count(*) FROM journal"), [(COUNT,)])

    def test_any_number_of_jobs_gives_the_same(self):
        bad = self.folder / "in"
        shutil.copytree(REPORTS, bad)
        shutil.copy(first_report(), bad / "zz copy.html")
        (bad / "letter.txt").write_text("各位同事：明天下午三点开会。" * 20)
        self.imported(bad, "--jobs", "1", status=3)
        other = self.folder / "b.db"
        import_reports(bad, "--jobs", "4", archive=other)
        self.assertEqual(content(other), content(self.archive))
        self.assertEqual(exports(other), exports(self.archive))

    def test_a_file_that_changes_is_read_again_and_its_old_reading_goes(self):
        work = self.folder / "in"
        shutil.copytree(REPORTS, work)
        self.imported(work)
        first, second = sorted(path for path in work.rglob("*.html"))[:2]
        old = first.read_bytes()
        first.write_bytes(old.replace("年".encode(), "年 ".encode(), 1))
        second.touch()
        self.assertEqual(self.imported(work), (1, COUNT - 1, 0))
        self.assertEqual(rows(self.archive, "SELECT count(*) FROM documents"), [(COUNT,)])
        # Written to within the clock's tick, with the times set back: still seen.
        facts = first.stat()
        first.write_bytes(old)
        os.utime(first, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        self.assertEqual(self.imported(work), (1, COUNT - 1, 0))

    def test_a_file_that_is_gone_stays_in_the_archive(self):
        work = self.folder / "in"
        shutil.copytree(REPORTS, work)
        self.imported(work)
        shutil.rmtree(work)
        ended = import_reports(work, archive=self.archive)
        self.assertEqual(ended.status, 3)
        self.assertIn("没有这个文件", ended.err)
        self.assertEqual(rows(self.archive, "SELECT count(*) FROM reports"), [(COUNT,)])

    def test_copies_are_read_once(self):
        for name in ("b.html", "a.html", "c.html"):
            shutil.copy(first_report(), self.folder / name)
        self.assertEqual(self.imported(*sorted(self.folder.glob("*.html"))), (1, 2, 0))
        self.assertEqual(rows(self.archive, "SELECT name, path, copies FROM reports"),
                         [("a.html", str(self.folder / "a.html"), 3)])

    def test_lists_patterns_and_names_twice(self):
        paths = sorted(str(path) for path in REPORTS.rglob("*.*"))
        (self.folder / "lines").write_text("\r\n".join(paths[:3]) + "\r\n\n")
        (self.folder / "noughts").write_bytes(b"\0".join(path.encode() for path in paths[2:5]) + b"\0")
        self.assertEqual(self.imported("@lines", "@noughts", paths[0], str(REPORTS / "organ 0" / "*.html"),
                                       cwd=self.folder)[2], 0)
        wanted = set(paths[:5]) | {str(path) for path in (REPORTS / "organ 0").glob("*.html")}
        self.assertEqual({path for path, in rows(self.archive, "SELECT path FROM files")}, wanted)

    def test_names_that_lead_nowhere(self):
        ended = import_reports("none", "@nothing", "*.none", archive=self.archive, cwd=self.folder)
        self.assertEqual(ended.status, 3)
        self.assertEqual(sorted(states(self.archive).values()), ["not_opened"] * 3)

    def test_hidden_files_are_left_out_and_counted(self):
        work = self.folder / "in"
        shutil.copytree(REPORTS, work)
        (work / ".DS_Store").write_bytes(b"\0\0\0\1")
        ended = import_reports(work, "--lang", "en", archive=self.archive)
        self.assertEqual(ended.status, 0)
        self.assertIn("1 hidden", ended.out)

    def test_the_archive_and_the_log_in_the_folder_are_no_reports(self):
        work = self.folder / "in"
        shutil.copytree(REPORTS, work)
        self.archive = work / "archive.db"
        for expected in ((COUNT, 0, 0), (0, COUNT, 0)):
            self.assertEqual(self.imported(work, "--log", work / "log.jsonl"), expected)

    def test_since(self):
        work = self.folder / "in"
        shutil.copytree(REPORTS, work)
        day = time.mktime((2024, 2, 1, 0, 0, 0, 0, 0, -1))
        paths = sorted(work.rglob("*.*"))
        for path in paths:
            os.utime(path, (day - 1, day - 1))
        os.utime(paths[0], (day, day))
        self.assertEqual(self.imported(work, "--since", "2024-02-01"), (1, 0, 0))
        for wrong in ("yesterday", "2024-02-30", "2024-02-01x", "1.2.2024"):
            self.assertEqual(import_reports(work, "--since", wrong, archive=self.archive).status, 2)

    def test_a_dry_run_says_what_would_be_done_and_does_nothing(self):
        ended = import_reports(REPORTS, "--dry-run", "--lang", "en", archive=self.archive)
        self.assertEqual((ended.status, ended.out.count("would be read: ")), (0, COUNT))
        self.assertFalse(self.archive.exists())
        letter = self.folder / "letter.txt"
        letter.write_text("各位同事：明天下午三点开会。" * 20)
        self.imported(REPORTS, letter, status=3)
        before = self.archive.read_bytes()
        ended = import_reports(REPORTS, letter, "--dry-run", "--lang", "en", archive=self.archive)
        self.assertEqual((ended.status, ended.out.count("unchanged: ")), (3, COUNT))
        self.assertIn("failed (not_a_report): ", ended.out)
        self.assertEqual(self.archive.read_bytes(), before)

    def test_failures_are_kept_and_tried_again_when_asked(self):
        letter = self.folder / "letter.txt"
        letter.write_text("各位同事：明天下午三点开会。" * 20)
        for options, journal in (([], 1), ([], 2), (["--retry-failed"], 3)):
            self.assertEqual(self.imported(letter, *options, status=3), (0, 0, 1))
            taken = rows(self.archive, "SELECT seconds > 0 FROM journal ORDER BY id")
            self.assertEqual(len(taken), journal)
        self.assertEqual(taken, [(1,), (0,), (1,)])
        self.assertEqual(states(self.archive), {"letter.txt": "not_a_report"})

    def test_options_that_change_the_reading_read_again(self):
        report = first_report()
        self.assertEqual(self.imported(report), (1, 0, 0))
        self.assertEqual(self.imported(report, "--max-pages", "5"), (1, 0, 0))
        self.assertEqual(self.imported(report, "--max-pages", "5"), (0, 1, 0))
        rules = self.folder / "rules.json"
        rules.write_text(json.dumps({"schema": "gongkai.rules/1", "severity": {"cell.*": "off"}}))
        self.assertEqual(self.imported(report, "--rules", rules), (1, 0, 0))
        self.assertEqual(rows(self.archive, "SELECT count(*) FROM problems WHERE rule LIKE 'cell.%'"), [(0,)])
        rules.write_text("{")
        ended = import_reports(report, "--rules", rules, archive=self.archive)
        self.assertEqual(ended.status, 3)
        self.assertIn("rules.json", ended.err)

    def test_decisions_are_kept_beside_the_findings(self):
        self.imported(REPORTS)
        fingerprint, = rows(self.archive, "SELECT fingerprint FROM problems ORDER BY fingerprint")[0]
        draft = json.loads(run("check", "--format", "decisions", *sorted(REPORTS.rglob("*.*"))).out)
        for entry in draft["decisions"]:
            if entry["fingerprint"] == fingerprint:
                entry |= {"verdict": "dismissed", "reason": "习惯", "by": "审核员", "when": "2024-02-01"}
        decisions = self.folder / "decisions.json"
        decisions.write_text(json.dumps(draft))
        self.imported(REPORTS, "--decisions", decisions)
        self.assertIn((fingerprint, "dismissed", "习惯"),
                      rows(self.archive, "SELECT fingerprint, verdict, reason FROM problems"))
        decisions.write_text("{")
        ended = import_reports(REPORTS, "--decisions", decisions, archive=self.folder / "other.db")
        self.assertEqual(ended.status, 3)
        self.assertIn("decisions.json", ended.err)
        self.assertFalse((self.folder / "other.db").exists())

    def test_the_log_has_a_line_for_every_input(self):
        letter = self.folder / "a\nletter.txt"
        letter.write_text("各位同事：明天下午三点开会。" * 20)
        log = self.folder / "log.jsonl"
        self.imported(REPORTS, letter, "--log", log, status=3)
        lines = [json.loads(line) for line in log.read_text().splitlines()]
        self.assertEqual(len(lines), COUNT + 1)
        failed, = [line for line in lines if line["outcome"] == "failed"]
        self.assertEqual(failed["reason"], "not_a_report")
        self.assertTrue(failed["path"].endswith("a\\x0Aletter.txt"))
        self.imported(REPORTS, "--log", log)
        self.assertEqual(len(log.read_text().splitlines()), 2 * COUNT + 1)

    def test_usage(self):
        for arguments in ([], ["--archive", "x"], [REPORTS], [REPORTS, "--archive", "x", "--jobs", "-1"]):
            self.assertEqual(run("import", *arguments, cwd=self.folder).status, 2)
        self.assertEqual(list(self.folder.iterdir()), [])
        ended = import_reports(REPORTS, archive=self.folder / "none/a.db")
        self.assertEqual(ended.status, 3)
        self.assertIn("none/a.db", ended.err)
        text = self.folder / "text.db"
        text.write_text("no archive " * 1000)
        ended = run("import", REPORTS, "--archive", text)
        self.assertEqual(ended.status, 3)
        self.assertIn("text.db", ended.err)
        self.assertNotIn("worker", run("--help").out)

    def test_two_imports_at_once_the_second_is_told(self):
        holder = subprocess.Popen(["flock", self.archive, "sleep", "60"])
        try:
            while subprocess.run(["flock", "-n", self.archive, "true"], check=False).returncode == 0:
                time.sleep(0.01)
            ended = run("import", REPORTS, "--archive", self.archive)
            self.assertEqual(ended.status, 3)
            self.assertIn("另一个进程", ended.err)
        finally:
            holder.kill()
            holder.wait()

    def test_a_terminal_sees_a_bar_and_a_file_sees_lines(self):
        parent, child = pty.openpty()
        ended = subprocess.Popen([PROGRAM, "import", REPORTS, "--archive", self.archive, "--jobs", "1"],
                                 stderr=child, stdout=subprocess.PIPE)
        os.close(child)
        seen = b""
        while True:
            try:
                piece = os.read(parent, 4096)
            except OSError:  # the other end has closed
                break
            seen += piece
        os.close(parent)
        out = ended.communicate(timeout=60)[0].decode()
        self.assertIn(f"导入 {COUNT}，", out)
        self.assertIn(f"/{COUNT}，失败 0", seen.decode())
        self.assertTrue(seen.endswith(b"\r\x1b[K"), "the bar is taken away")
        self.assertEqual(import_reports(REPORTS, archive=self.archive).err, "")


class Zips(Case):
    def reports(self, count):
        return [(path.name, path.read_bytes()) for path in sorted(REPORTS.rglob("*.*"))[:count]]

    def test_entries_are_inputs(self):
        path = zip_of(self.folder / "z.zip", self.reports(5) + [("folder/letter.txt", "各位同事：开会。" * 20)])
        for expected in ((5, 0, 1), (0, 5, 1)):
            self.assertEqual(self.imported(path, status=3), expected)
        self.assertIn(f"{path}!/folder/letter.txt", [p for p, in rows(self.archive, "SELECT path FROM files")])
        plain = self.folder / "b.db"
        import_reports(REPORTS, archive=plain)
        inside = {sha256 for sha256, in rows(self.archive, "SELECT sha256 FROM reports")}
        self.assertLess(inside, {sha256 for sha256, in rows(plain, "SELECT sha256 FROM reports")})

    def test_zips_in_zips(self):
        inner = zip_of(self.folder / "inner.zip", self.reports(2)).read_bytes()
        deep = inner
        for depth in range(5):
            deep = zip_of(self.folder / "deep.zip", [(f"{depth}.zip", deep)]).read_bytes()
        path = zip_of(self.folder / "z.zip", [("a/inner.zip", inner), ("deep.zip", deep)] + self.reports(3))
        self.assertEqual(self.imported(path, status=3), (3, 2, 1))
        found = states(self.archive)
        self.assertEqual(sorted(found.values()).count("too_large"), 1)
        self.assertTrue(any("z.zip!/a/inner.zip!/" in p for p, in rows(self.archive, "SELECT path FROM files")))

    def test_a_bomb_is_refused_and_its_neighbours_are_read(self):
        path = zip_of(self.folder / "z.zip", [("bomb.txt", b"0" * 150_000_000)] + self.reports(3))
        ended = import_reports(path, "--lang", "en", archive=self.archive)
        self.assertEqual(self.counts(ended), (3, 0, 1))
        self.assertLess(ended.seconds, 60)
        self.assertEqual(states(self.archive)["bomb.txt"], "too_large")

    def test_a_zip_that_changes_forgets_what_it_no_longer_has(self):
        path = zip_of(self.folder / "z.zip", self.reports(5))
        self.assertEqual(self.imported(path), (5, 0, 0))
        zip_of(path, self.reports(3))
        self.assertEqual(self.imported(path), (0, 3, 0))
        self.assertEqual(rows(self.archive, "SELECT count(*) FROM reports"), [(3,)])

    def test_broken_and_foreign_zips(self):
        whole = zip_of(self.folder / "whole.zip", self.reports(3)).read_bytes()
        cases = {"cut.zip": (whole[: len(whole) // 2], "unreadable"),
                 "garbage.zip": (b"PK\x03\x04" + os.urandom(5000), "unreadable"),
                 "word.docx": (zip_of(self.folder / "w", [("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")])
                               .read_bytes(), "unsupported")}
        for name, (bytes_, reason) in cases.items():
            (self.folder / name).write_bytes(bytes_)
            self.assertEqual(self.imported(self.folder / name, status=3), (0, 0, 1))
            self.assertEqual(states(self.archive)[name], reason)
        locked = self.folder / "locked.zip"
        subprocess.run(["zip", "-q", "-j", "-P", "secret", locked, first_report()], check=True)
        self.assertEqual(self.imported(locked, status=3), (0, 0, 1))
        self.assertEqual(states(self.archive)[first_report().name], "encrypted")

    def test_a_flaw_in_one_entry_is_its_own(self):
        path = zip_of(self.folder / "z.zip", self.reports(3))
        broken = bytearray(path.read_bytes())
        with zipfile.ZipFile(path) as archive:
            entry = archive.infolist()[1]
        broken[entry.header_offset + 60 + len(entry.filename)] ^= 0xFF
        path.write_bytes(broken)
        self.assertEqual(self.imported(path, status=3), (2, 0, 1))
        self.assertEqual(states(self.archive)[entry.filename], "unreadable")

    def test_names_in_the_chinese_of_windows_and_names_twice(self):
        path = self.folder / "z.zip"
        reports = self.reports(3)
        with zipfile.ZipFile(path, "w") as archive:
            # What Windows writes: bytes of GBK without the mark of UTF-8. Python reads such names as cp437.
            archive.writestr("甲乙镇2023年年报.html".encode("gbk").decode("cp437"), reports[0][1])
            archive.writestr("same.html", reports[1][1])
            with self.assertWarns(UserWarning):
                archive.writestr("same.html", reports[2][1])
        data = path.read_bytes().replace("甲乙镇2023年年报.html".encode("gbk").decode("cp437").encode(),
                                         "甲乙镇2023年年报.html".encode("gbk"))
        self.assertEqual(self.imported(path), (3, 0, 0), data[:40])
        names = set(states(self.archive))
        self.assertLessEqual({"same.html", "same.html#2"}, names)


class Stop(Case):
    def test_a_signal_lets_the_reports_in_hand_end(self):
        import signal
        many = self.folder / "in"
        for copy in range(20):
            for path in REPORTS.rglob("*.*"):
                target = many / f"{copy:02}" / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes() + f"<!-- {copy} -->\n".encode())
        for number in (signal.SIGINT, signal.SIGTERM):
            archive = self.folder / f"{number}.db"
            log = self.folder / f"{number}.log"
            log.touch()
            running = subprocess.Popen([PROGRAM, "import", many, "--archive", archive, "--log", log, "--jobs", "2"],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
            while log.read_text().count("\n") < 20 and running.poll() is None:
                time.sleep(0.01)
            os.killpg(running.pid, number)  # as a terminal does: to the workers, too
            _, err = running.communicate(timeout=120)
            self.assertEqual(running.returncode, 3)
            self.assertIn("再执行同一命令", err.decode())
            assert_sound(archive)
            done = log.read_text().count("\n")
            self.assertLess(done, 20 * COUNT)
            self.assertEqual(rows(archive, "SELECT count(*) FROM reports"), [(done,)])
            self.assertNotIn("crash", log.read_text())
            self.assertEqual(import_reports(many, archive=archive).status, 0)
            self.assertEqual(rows(archive, "SELECT count(*) FROM reports"), [(20 * COUNT,)])


if __name__ == "__main__":
    unittest.main()
