"""Sets of scans of synthetic reports: OUT/in, OUT/truth and OUT/scans.json, from nothing but a seed."""
import dataclasses
import json
import pathlib
import tempfile

import scan_pages
import scan_recipes
from chance import stream
from document import Grid
from producers import pdf_archive
from report import make_report

SHARES = ("clean", "office", "office", "office", "poor", "fax_of_photocopy")
DENSE = 3  # of so many reports all but one are tables full of numbers, so that more than half of the numbers are not zero


def make_pdf(folder, name, seed, dense, bare=False):
    """A synthetic report without seeded errors, as PDF and truth; `bare`: its tables and not a word around them."""
    report = make_report(seed, ("row_short",), clean=True, plain=dense, dense=dense, common=True)
    document = _bare(report.document) if bare else report.document
    pdf = folder / f"{name}.pdf"
    rng = stream(seed, "pdf_archive")
    pdf_archive.write(document, pdf, rng.choice(pdf_archive.STYLES), rng)
    truth = folder / f"{name}.json"
    truth.write_text(json.dumps(report.truth, ensure_ascii=False), encoding="utf-8")
    return pdf, truth


def _bare(document):
    sections = [dataclasses.replace(section, printed="", blocks=[block for block in section.blocks if isinstance(block, Grid)])
                for section in document.sections]
    return dataclasses.replace(document, title_lines=[], subtitle="", preamble=[], sections=[section for section in sections if section.blocks])


def make_set(out, count, seed, kinds):
    for folder in ("in", "truth"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    entries = []
    with tempfile.TemporaryDirectory() as scratch:
        for index in range(count):
            dense = index // len(kinds) % DENSE > 0
            name = f"{index:04}{'dense' if dense else 'whole'}"
            pdf, truth = make_pdf(pathlib.Path(scratch), name, f"{seed}:{index}", dense)
            kind = kinds[index % len(kinds)]
            entries.append(scan_pages.write_scan(out, pdf, truth, scan_recipes.draw(kind, stream(seed, "recipe", index)), seed, name))
            pdf.unlink()
    (out / "scans.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")
