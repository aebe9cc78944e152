"""Reports that are not there, and reports that are there twice."""
from dataclasses import replace

from archive import entries


def _gap(rng, archive, organ, length=1, wanted=lambda year: True):
    """Takes out so many years in a row, with reports before and after."""
    years = [report.year for report in archive.of(organ)]
    starts = [year for year in years[1:-length] if wanted(year)]
    if not starts:
        return None
    first = rng.choice(starts)
    gap = list(range(first, first + length))
    for year in gap:
        del archive.entries[organ.id, year]
    return [gap]


def _two_years(rng, archive, organ):
    return _gap(rng, archive, organ, 2)


def _with_annex(rng, archive, organ):
    return _gap(rng, archive, organ, 1, lambda year: 2014 < year < 2018)


def _renamed(rng, archive, organ):
    """The last year of the former name is missing."""
    return _gap(rng, archive, organ, 1, lambda year: organ.name_in(year) != organ.name_in(year + 1))


MISSING = (("one_year", _gap), ("two_years", _two_years), ("with_annex", _with_annex), ("renamed", _renamed))


def _copy(archive, report, **changes):
    values = {part: dict(numbers) if numbers else numbers for part, numbers in report.values.items()} if report.has_annex else dict(report.values)
    copy = replace(report, copy="b", values=values, blanks=set(report.blanks), notes=list(report.notes), style="b", **changes)
    archive.copies.append(copy)
    return copy


def _some(rng, archive, organ, wanted):
    reports = [report for report in archive.of(organ) if wanted(report)]
    return rng.choice(reports) if reports else None


def _same_numbers(rng, archive, organ):
    report = _some(rng, archive, organ, lambda report: report.year >= 2014)
    return report and [[_copy(archive, report).year]]


def _other_name(rng, archive, organ):
    """The same numbers under another spelling of the name."""
    report = _some(rng, archive, organ, lambda report: report.has_tables and report.name != organ.name_in(report.year))
    return report and [[_copy(archive, report, name=organ.name_in(report.year)).year]]


def _same_bytes(rng, archive, organ):
    """One document at two places: no finding."""
    report = _some(rng, archive, organ, lambda report: True)
    _copy(archive, report, like=report)
    return []


def _one_cell(rng, archive, organ):
    report = _some(rng, archive, organ, lambda report: report.has_tables)
    if report:
        _copy(archive, report).values["/active_disclosure/licences/decisions"] += rng.choice((1, 10, 100))
    return report and [[report.year]]


def _applications(rng, archive, organ):
    """Several cells of table 3, which still add up; nothing that last or next year's report repeats."""
    report = _some(rng, archive, organ, lambda report: report.has_tables)
    if report:
        entries.receive(_copy(archive, report).values, rng.choice(("natural_person", "business")), rng.randint(1, 5))
    return report and [[report.year]]


def _annex(rng, archive, organ):
    report = _some(rng, archive, organ, lambda report: report.has_annex and not report.values["cumulative"])
    if report:
        _copy(archive, report).values["value"][rng.choice(("complaints.total", "meetings.trainees"))] += rng.randint(1, 9)
    return report and [[report.year]]


DUPLICATE = (("same_numbers", _same_numbers), ("other_name", _other_name), ("same_bytes", _same_bytes), ("one_cell", _one_cell), ("applications", _applications),
             ("annex", _annex))
