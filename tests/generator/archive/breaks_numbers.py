"""Breaks in the numbers of one organ's series. Each report still agrees with itself."""
from archive import entries
from archive.series import ORGANISATIONS

ROW = "/applications/carried_over"
# Rows of the annex that are part of no sum.
ALONE = ("disclosure.wechat", "disclosure.website", "meetings.trainees", "response.interpretations", "complaints.total")


def _years(*reports):
    return [[report.year for report in reports]]


def _column(rng, archive, organ, columns=("natural_person",), wanted=lambda before, after: True):
    pairs = [pair for pair in archive.pairs(organ) if wanted(*pair)]
    if not pairs:
        return None
    before, after = rng.choice(pairs)
    entries.carry_over(after.values, rng.choice(columns), rng.choice((1, 1, 2, 3, 10)))
    return _years(before, after)


def _organisation(rng, archive, organ):
    return _column(rng, archive, organ, ORGANISATIONS)


def _across_forms(rng, archive, organ):
    return _column(rng, archive, organ, wanted=lambda before, after: before.form != after.form)


def _renamed(rng, archive, organ):
    return _column(rng, archive, organ, wanted=lambda before, after: organ.name_in(before.year) != organ.name_in(after.year))


def _swapped(rng, archive, organ):
    """Two columns change places; the total is right."""
    for before, after in archive.pairs(organ):
        person, business = (after.values[f"{ROW}/{column}"] for column in ("natural_person", "business"))
        if person != business and after.values["/applications/outcome/granted/natural_person"] >= person and after.values["/applications/outcome/granted/business"] >= business:
            entries.carry_over(after.values, "natural_person", business - person)
            entries.carry_over(after.values, "business", person - business)
            return _years(before, after)
    return None


def _stale(rng, archive, organ):
    """The number of the year before is copied."""
    for before, after in archive.pairs(organ):
        old, new = (report.values[f"{ROW}/natural_person"] for report in (before, after))
        if old != new and after.values["/applications/outcome/granted/natural_person"] >= new - old:
            entries.carry_over(after.values, "natural_person", old - new)
            return _years(before, after)
    return None


def _nothing_came_over(rng, archive, organ, blanks=()):
    """Work was left, and next year's report says 0, or nothing."""
    pairs = [(before, after) for before, after in archive.pairs(organ) if after.values[f"{ROW}/total"] == 0]
    if not pairs:
        return None
    before, after = rng.choice(pairs)
    entries.receive(before.values, "natural_person", rng.randint(1, 6), kept=True)
    after.blanks.update(f"{ROW}/{column}" for column in blanks)
    return _years(before, after)


def _blank(rng, archive, organ):
    return _nothing_came_over(rng, archive, organ, ("natural_person", *ORGANISATIONS, "total"))


def _total_only(rng, archive, organ):
    """Only the total is filled in, and it differs."""
    pairs = archive.pairs(organ)
    if not pairs:
        return None
    before, after = rng.choice(pairs)
    entries.receive(before.values, "natural_person", rng.randint(1, 6), kept=True)
    after.blanks.update(f"{ROW}/{column}" for column in ("natural_person", *ORGANISATIONS))
    return _years(before, after)


CARRY_OVER = (("column", _column), ("organisation", _organisation), ("across_forms", _across_forms), ("renamed", _renamed), ("swapped", _swapped),
              ("stale", _stale), ("nothing", _nothing_came_over), ("blank", _blank), ("total_only", _total_only))


def _in_force_pairs(archive, organ):
    return [pair for pair in archive.pairs(organ) if pair[0].form == "2021"]


def _repealed_too_many(rng, archive, organ):
    """More is repealed than there was."""
    pairs = _in_force_pairs(archive, organ)
    if not pairs:
        return None
    before, after = rng.choice(pairs)
    at = "/active_disclosure/normative_documents"
    after.values[f"{at}/repealed"] = before.values[f"{at}/in_force"] + after.values[f"{at}/issued"] + rng.randint(2, 9)
    return _years(before, after)


def _jump(rng, archive, organ):
    """A zero too many, kept in the years that follow."""
    pairs = _in_force_pairs(archive, organ)
    if not pairs:
        return None
    before, after = rng.choice(pairs)
    at = "/active_disclosure/normative_documents/in_force"
    more = after.values[at] * 9 + rng.randint(40, 90)
    for report in archive.of(organ):
        if report.year >= after.year:
            report.values[at] += more
    return _years(before, after)


IN_FORCE = (("repealed_too_many", _repealed_too_many), ("jump", _jump))


def annexes(archive, organ):
    return [report for report in archive.of(organ) if report.has_annex]


def add_cumulative(archive, organ, year, keys, number, until=2018):
    for report in annexes(archive, organ):
        if year <= report.year <= until:
            for key in keys:
                report.values["cumulative"][key] += number


def _cumulative_pairs(archive, organ):
    reports = annexes(archive, organ)
    return [(before, after) for before, after in zip(reports, reports[1:]) if after.values["cumulative"]]


def _falls(rng, archive, organ):
    for before, after in _cumulative_pairs(archive, organ):
        for key in ALONE:
            past, value = before.values["cumulative"][key], after.values["value"][key]
            if past > 2 * value + 5 and value > 0:
                add_cumulative(archive, organ, after.year, [key], -value - rng.randint(1, 4))
                return _years(before, after)
    return None


def _no_sum(rng, archive, organ, keys=None, until=2018):
    pairs = _cumulative_pairs(archive, organ)
    if not pairs:
        return None
    before, after = rng.choice(pairs)
    add_cumulative(archive, organ, after.year, keys or [rng.choice(ALONE)], rng.randint(1, 40), until)
    return _years(before, after)


def _whole_and_part(rng, archive, organ):
    return _no_sum(rng, archive, organ, ["applications.received", "applications.network"])


def _one_year(rng, archive, organ):
    """Wrong in one year, right again in the next: two pairs of years do not agree."""
    pairs = _cumulative_pairs(archive, organ)
    if len(pairs) < 2:
        return None
    position = rng.randrange(len(pairs) - 1)
    (before, after), (_, later) = pairs[position:position + 2]
    add_cumulative(archive, organ, after.year, [rng.choice(ALONE)], rng.randint(1, 40), after.year)
    return _years(before, after) + _years(after, later)


def _not_added(rng, archive, organ):
    """Last year's cumulative number again."""
    for before, after in _cumulative_pairs(archive, organ):
        for key in ALONE:
            value = after.values["value"][key]
            if 0 < value <= before.values["cumulative"][key]:
                add_cumulative(archive, organ, after.year, [key], -value)
                return _years(before, after)
    return None


CUMULATIVE = (("falls", _falls), ("no_sum", _no_sum), ("whole_and_part", _whole_and_part), ("one_year", _one_year), ("not_added", _not_added))
