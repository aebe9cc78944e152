"""Narratives that are copied: the sentences stay, the names of organ and places and the year change, and the numbers of the tables are each report's own."""
from dataclasses import replace

from archive import prose

# So many sentences are a long paragraph: about 350 characters.
LONG = 8


def _finding(report, source, sections):
    return {"severity": "warning", "years": sorted({report.year, source.year}), "reports": [source.key, report.key], "required": True,
            "sections": sections, "cells": []}


def _copy_all(report, source):
    report.prose = replace(report.prose, parts=[list(part) for part in source.prose.parts], problems=list(source.prose.problems))
    return [_finding(report, source, ["overview", "problems"])]


def _pairs(archive, organ, wanted=lambda report: True):
    reports = archive.of(organ)
    return [(before, after) for before, after in zip(reports, reports[1:]) if wanted(after) and before.year + 1 == after.year]


def _last_year(rng, archive, organ, wanted=lambda report: True):
    pairs = _pairs(archive, organ, wanted)
    if not pairs:
        return None
    before, after = rng.choice(pairs)
    return _copy_all(after, before)


def _last_year_before_2019(rng, archive, organ):
    return _last_year(rng, archive, organ, lambda report: report.year < 2019)


def _source(rng, archive, organ):
    """(report, another organ's of the same year); that organ is used up as well."""
    others = [other for other in archive.plain_organs() if other is not organ]
    reports = archive.of(organ)
    rng.shuffle(others)
    for other in others:
        years = [report for report in reports if (other.id, report.year) in archive.entries]
        if years:
            archive.used.add(other.id)
            report = rng.choice(years)
            return report, archive.entries[other.id, report.year]
    return None


def _other_organ(rng, archive, organ):
    pair = _source(rng, archive, organ)
    return pair and _copy_all(*pair)


def _edited(rng, archive, organ):
    """Copied, and one sentence in each part written anew."""
    pair = _source(rng, archive, organ)
    if not pair:
        return None
    found = _copy_all(*pair)
    for index, part in enumerate(pair[0].prose.parts):
        part[rng.randrange(len(part))] = prose.sentences(rng, index, 1)[0]
    return found


def _paragraph(rng, archive, organ):
    """One long paragraph in a text that is otherwise the organ's own."""
    pair = _source(rng, archive, organ)
    if not pair:
        return None
    return _share_paragraph(rng, *pair)


def _paragraph_of_last_year(rng, archive, organ):
    pairs = _pairs(archive, organ)
    return _share_paragraph(rng, *rng.choice(pairs)[::-1]) if pairs else None


def _share_paragraph(rng, report, source):
    index = rng.randrange(prose.PARTS)
    for entry in (report, source):
        entry.prose = replace(entry.prose, parts=[list(part) for part in entry.prose.parts])
    source.prose.parts[index] = prose.sentences(rng, index, LONG)
    report.prose.parts[index] = list(source.prose.parts[index])
    return [_finding(report, source, ["overview"])]


BOILERPLATE = (("last_year", _last_year), ("last_year_before_2019", _last_year_before_2019), ("other_organ", _other_organ), ("edited", _edited),
               ("paragraph", _paragraph), ("paragraph_of_last_year", _paragraph_of_last_year))
