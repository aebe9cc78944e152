"""What does not agree between the reports of an archive, from the printed cells of each: it knows nothing of what was seeded.

A finding has severity and cells; `tolerated` are differences that may be mentioned, but not at a higher severity than theirs."""
import check_reports

COLUMNS = ("natural_person", "business", "research", "public_welfare", "legal_service", "other", "total")
# in_force so many times what it should be, of so many documents at least, is no matter of counting.
JUMP, JUMP_FROM = 3, 10


class Written:
    """An entry as it stands in its file."""

    def __init__(self, entry, path, sha256, truth):
        self.entry, self.path, self.sha256, self.truth = entry, path, sha256, truth
        self.cells = {at: value for at, value in check_reports.cells_of(truth).items() if not isinstance(value, str)}


def find(archive, written):
    """(findings, tolerated) of all reports but the copies, which are only compared with their originals."""
    by_key = {one.entry.key: one for one in written}
    found, tolerated = [], []
    for organ in archive.organs:
        reports = [by_key[entry.key] for entry in archive.of(organ)]
        found += _missing_years(organ, reports)
        for before, after in zip(reports, reports[1:]):
            if before.entry.year + 1 == after.entry.year:
                _carry_over(before, after, found, tolerated)
                _in_force(before, after, found, tolerated)
                _cumulative(before, after, found)
    for copy in archive.copies:
        if not copy.like:
            found.append(_duplicate(by_key[f"{copy.organ.id}_{copy.year}"], by_key[copy.key]))
    for region in archive.regions:
        if region.total:
            for entry in archive.of(region.total):
                _sums(archive, region, entry.year, by_key, found)
    return found, tolerated


def _finding(rule, severity, reports, cells=(), **more):
    entries = [report.entry for report in reports]
    return {"rule": rule, "severity": severity, "organ": entries[-1].organ.id, "years": sorted({entry.year for entry in entries}),
            "reports": [entry.key for entry in entries], "cells": list(cells), "required": True} | more


def _cell(pointer, expected, actual):
    return {"pointer": pointer, "expected": expected, "actual": actual}


def _missing_years(organ, reports):
    for before, after in zip(reports, reports[1:]):
        gap = list(range(before.entry.year + 1, after.entry.year))
        if gap:
            yield _finding("series.missing_year", "warning", [before, after]) | {"years": gap}


def _carry_over(before, after, found, tolerated):
    certain, doubtful = [], []
    for column in COLUMNS:
        forward, over = (report.cells.get(f"/applications/{row}/{column}") for report, row in ((before, "carried_forward"), (after, "carried_over")))
        if (forward or 0) != (over or 0):
            cell = _cell(f"/applications/carried_over/{column}", forward, over)
            (doubtful if forward is None or over is None else certain).append(cell)
    if not (before.entry.has_tables and after.entry.has_tables):
        return
    if after.entry.restated:
        tolerated.append(_finding("series.carry_over", "warning", [before, after], certain + doubtful))
    else:
        if certain:
            found.append(_finding("series.carry_over", "error", [before, after], certain))
        if doubtful and certain:
            tolerated.append(_finding("series.carry_over", "warning", [before, after], doubtful))
        elif doubtful:
            found.append(_finding("series.carry_over", "warning", [before, after], doubtful, required=False))


def _in_force(before, after, found, tolerated):
    for row in ("regulations", "normative_documents"):
        at = f"/active_disclosure/{row}"
        past = before.cells.get(f"{at}/in_force")
        issued, repealed, now = (after.cells.get(f"{at}/{column}") for column in ("issued", "repealed", "in_force"))
        if None in (past, issued, repealed, now) or past + issued - repealed == now:
            continue
        expected = past + issued - repealed
        cells = [_cell(f"{at}/in_force", expected, now)]
        cannot = expected < 0 or now > JUMP * max(expected, JUMP_FROM)
        (found if cannot else tolerated).append(_finding("series.in_force", "warning", [before, after], cells))


def _cumulative(before, after, found):
    cells = []
    for pointer, now in after.cells.items():
        past, value = before.cells.get(pointer), after.cells.get(pointer.replace("/cumulative", "/value"))
        if pointer.endswith("/cumulative") and None not in (now, past, value) and abs(past + value - now) > 1e-6:
            cells.append(_cell(pointer, round(past + value, 6), now))
    if cells:
        found.append(_finding("series.cumulative", "error", [before, after], cells))


def _duplicate(original, copy):
    cells = [_cell(pointer, original.cells.get(pointer), copy.cells.get(pointer)) for pointer in sorted(original.cells | copy.cells)
             if (original.cells.get(pointer) or 0) != (copy.cells.get(pointer) or 0)]
    return _finding("series.duplicate", "error" if cells else "warning", [original, copy], cells)


def _sums(archive, region, year, by_key, found):
    children = archive.children(region, year)
    if year < 2014 or None in children:
        return
    parts = [by_key[child.key] for child in children]
    total = by_key[archive.entries[region.total.id, year].key]
    cells = []
    for pointer, actual in total.cells.items():
        expected = sum(part.cells.get(pointer) or 0 for part in parts)
        if abs(expected - (actual or 0)) > 1e-6:
            cells.append(_cell(pointer, round(expected, 6), actual))
    if cells:
        found.append(_finding("hierarchy.sum", "error", [*parts, total], cells) | {"years": [year]})
