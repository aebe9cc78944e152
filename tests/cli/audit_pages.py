"""What the tests of the audit's pages share: an archive with every kind of original, and its pages."""

import hashlib
import os
import pathlib
import subprocess
import sys
import urllib.parse
import zipfile

import html5lib

from archives import import_reports, rows
from command_line import ROOT, run

SECONDS = 120
PRODUCERS = "html_clean,txt_tab,pdf_reportlab"


def make_archive(folder):
    """A few organs over four years: web pages, texts and PDFs; of the PDFs one lies in a ZIP, one in a
    ZIP within a ZIP, one is changed and one deleted after the import, and one has a name that is no text."""
    subprocess.run([sys.executable, "-B", ROOT / "tests/generator/make_archive.py", folder / "made",
                    "--organs", "8", "--years", "2019-2022", "--seed", "5", "--jobs", "1",
                    "--producers", PRODUCERS],
                   check=True, stdout=subprocess.DEVNULL, timeout=SECONDS)
    reports = folder / "made" / "in"
    pdfs = sorted(reports.rglob("*.pdf"))
    if len(pdfs) < 6:
        raise AssertionError("the generator made too few PDFs for this test")
    packed, nested, changed, deleted, odd = pdfs[:5]
    odd = odd.rename(odd.parent / os.fsdecode(b"\xff\\x41 \n.pdf"))
    with zipfile.ZipFile(reports / "inner.zip", "w") as inner:
        inner.write(nested, "甲.pdf")
    with zipfile.ZipFile(reports / "outer.zip", "w") as outer:
        outer.write(packed, "乙.pdf")
        outer.write(reports / "inner.zip", "inner.zip")
    for path in (packed, nested, reports / "inner.zip"):
        path.unlink()
    archive = folder / "archive.db"
    ended = import_reports(reports, archive=archive)
    if ended.status != 0:
        raise AssertionError(ended.err)
    gone = {name: hashlib.sha256(path.read_bytes()).hexdigest()
            for name, path in (("changed", changed), ("deleted", deleted), ("odd", odd))}
    gone["packed"], gone["nested"] = (sha256_of(archive, name) for name in ("乙.pdf", "甲.pdf"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    deleted.unlink()
    return archive, gone


def sha256_of(archive, name):
    return rows(archive, "SELECT sha256 FROM files WHERE path LIKE ?", f"%/{name}")[0][0]


def write_pages(archive, folder, *options):
    ended = run("audit", "--archive", archive, "--html", folder, *options, seconds=SECONDS, before=None)
    if ended.status not in (0, 1):
        raise AssertionError(ended.err)
    return ended


def files(folder):
    """Every file by its name within the folder."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()}


def page_of(sha256):
    return f"reports/{sha256[:16]}.html"


def parse(page):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.decode())


def text_of(element):
    return "".join(element.itertext())


def by_id(tree):
    found = {}
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("id") is not None:
            if element.get("id") in found:
                raise AssertionError(f"the id {element.get('id')} is there twice")
            found[element.get("id")] = element
    return found


def links(tree):
    """What a page leads to or loads: (attribute, target)."""
    for element in tree.iter():
        for name, value in element.attrib.items():
            plain = name[1] if isinstance(name, tuple) else name
            if plain.split(":")[-1] in ("href", "src", "action", "srcset", "poster", "data", "ping",
                                        "formaction", "background", "cite"):
                yield plain, value


def resolve(name, target):
    """The file within the folder and the id that a link of the page `name` leads to."""
    address, _, fragment = target.partition("#")
    path = pathlib.PurePosixPath(name).parent / urllib.parse.unquote(address) if address else name
    parts = []
    for part in pathlib.PurePosixPath(path).parts:
        parts.pop() if part == ".." else parts.append(part)
    return "/".join(parts), urllib.parse.unquote(fragment)
