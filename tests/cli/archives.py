"""What the tests of archives share: an import that is run, and an archive that is looked into."""

import contextlib
import os
import pathlib
import sqlite3
import tempfile

from command_line import PROGRAM, SANITIZED, run

FAULTY = pathlib.Path(os.environ.get("FAULTY_GONGKAI", PROGRAM.parent.parent / "tests/faulty_gongkai"))
IMPORT_SECONDS = 600 if SANITIZED else 120


def import_reports(*arguments, archive, **options):
    """`gongkai import`; an archive that it leaves is sound, however it ended."""
    ended = run("import", *arguments, "--archive", archive, before=None, seconds=IMPORT_SECONDS,
                **options)
    if pathlib.Path(archive).exists():
        assert_sound(archive)
    return ended


def rows(archive, query, *parameters):
    with contextlib.closing(sqlite3.connect(f"file:{archive}?mode=ro", uri=True)) as database:
        database.text_factory = lambda text: text.decode(errors="replace")
        return database.execute(query, parameters).fetchall()


def assert_sound(archive):
    if rows(archive, "PRAGMA integrity_check") != [("ok",)]:
        raise AssertionError(f"{archive}: integrity_check")
    if rows(archive, "PRAGMA foreign_key_check"):
        raise AssertionError(f"{archive}: foreign_key_check")
    # The index of the narrative holds what the narrative holds. (The check writes, hence a copy.)
    with contextlib.closing(sqlite3.connect(":memory:")) as copy:
        with contextlib.closing(sqlite3.connect(f"file:{archive}?mode=ro", uri=True)) as database:
            database.backup(copy)
        copy.execute("INSERT INTO sections_text (sections_text, rank) VALUES ('integrity-check', 1)")


def states(archive):
    """By file name: imported, or the reason of the failure."""
    return {pathlib.PurePath(path).name: reason or "imported"
            for path, reason in rows(archive, "SELECT path, reason FROM files")}


def content(archive):
    """All that an archive says, without what differs from run to run."""
    return {name: sorted(rows(archive, query), key=repr) for name, query in {
        "files": "SELECT * FROM files",
        "reports": "SELECT agency, year, title, form, origin, pages, media_type, name, period_from, "
                   "period_to, sha256, bytes, path, copies, report FROM reports",
        "numbers": "SELECT r.sha256, n.pointer, n.label, n.value, n.state, n.raw, n.unit, n.note, "
                   "n.page, n.x0, n.y0, n.x1, n.y1, n.confidence, n.reading_kind "
                   "FROM numbers n JOIN reports r USING (report_id)",
        "problems": "SELECT r.sha256, p.position, p.rule, p.severity, p.cause, p.message_zh, "
                    "p.message_en, p.places, p.expected, p.actual, p.fingerprint, p.verdict "
                    "FROM problems p JOIN reports r USING (report_id)",
        "sections": "SELECT r.sha256, s.position, s.key, s.number, s.heading, s.text, s.page "
                    "FROM sections s JOIN reports r ON r.report_id = s.reading",
    }.items()}


def exports(archive):
    """Every export of an archive, as bytes."""
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        for format_, name in (("jsonl", "a.jsonl"), ("csv", "csv"), ("xlsx", "a.xlsx")):
            ended = run("export", "--archive", archive, "--format", format_, "-o", f"{folder}/{name}", before=None,
                        seconds=IMPORT_SECONDS)
            if ended.status != 0:
                raise AssertionError(ended.err)
        for path in pathlib.Path(folder).rglob("*.*"):
            made[path.name] = path.read_bytes()
    return made
