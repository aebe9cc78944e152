"""Reports of a whole region that the reports of its organs do not add up to."""
from archive import entries


def _some(rng, archive, region):
    """A report of the region whose organs have all reported, in a year in which nothing was seeded yet."""
    reports = _open(archive, region)
    report = rng.choice(reports) if reports else None
    if report:
        archive.used.add(report.key)
    return report


def _open(archive, region):
    return [report for report in archive.of(region.total)
            if report.has_tables and report.key not in archive.used and None not in archive.children(region, report.year)]


def _applications(rng, archive, region):
    report = _some(rng, archive, region)
    if report:
        entries.receive(report.values, "natural_person", rng.choice((1, 3, 20)))
    return report and [[report.year]]


def _penalties(rng, archive, region):
    report = _some(rng, archive, region)
    if report:
        report.values["/active_disclosure/penalties/decisions"] += rng.choice((1, 10, 300))
    return report and [[report.year]]


def _disputes(rng, archive, region):
    report = _some(rng, archive, region)
    if report:
        for column in ("upheld", "total"):
            report.values[f"/review_litigation/review/{column}"] += 1
    return report and [[report.year]]


def _forgotten(rng, archive, region):
    """One organ's applications are left out (one that carried nothing over or forward, so that the series still holds)."""
    for report in _open(archive, region):
        for child in archive.children(region, report.year):
            carried = sum(child.values[f"/applications/{row}/total"] for row in ("carried_over", "carried_forward"))
            if not carried and child.values["/applications/new_received/total"]:
                for pointer, number in child.values.items():
                    if pointer.startswith("/applications/"):
                        report.values[pointer] -= number
                archive.used.add(report.key)
                return [[report.year]]
    return None


def _child_missing(rng, archive, region):
    """An organ's report is missing, so that the sum, which is off, is not assessed."""
    years = {report.year: report for report in _open(archive, region)}
    for organ in rng.sample(region.organs, len(region.organs)):
        inner = [report.year for report in archive.of(organ)[1:-1] if report.year in years]
        if inner and organ.id not in archive.used:
            year = rng.choice(inner)
            del archive.entries[organ.id, year]
            archive.used |= {organ.id, years[year].key}
            entries.receive(years[year].values, "natural_person", 7)
            return [("series.missing_year", organ, [year])]
    return None


HIERARCHY = (("applications", _applications), ("penalties", _penalties), ("disputes", _disputes), ("forgotten", _forgotten), ("child_missing", _child_missing))
