"""The numbers of one organ over its years, everything that FORMS.md section 7 asks for between reports right.

Nothing jumps, but much moves: trends, a pandemic that halves two years, a campaign that doubles one, a merger that doubles all that follow."""
from decimal import Decimal

import annex
from chance import happens, split, stream
from values import COLUMN_WEIGHTS, applications_table, review_table

ROWS_2021 = (("licences", 1.0), ("penalties", 0.3), ("coercive_measures", 0.03))
ROWS_2019 = (("licences", 1.0, 60), ("other_services", 0.5, 40), ("penalties", 0.3, 90), ("coercive_measures", 0.03, 15))
# Rows of the annex whose number is what there is, not what was done: some forms leave their cumulative cell blank.
STOCKS = ("capacity.offices", "capacity.reading_points", "capacity.staff", "capacity.staff_full_time", "capacity.staff_part_time")
AMOUNTS = ("fees.amount", "capacity.budget")
# How far a year strays from its trend, as the sigma of a lognormal: two thirds of the years within a fifth.
STRAY = 0.18


class Motion:
    """The factor by which each year's work differs from the organ's usual year."""

    def __init__(self, seed, organ, years):
        rng = stream(seed, organ.id, "motion")
        trend = rng.choice((0.93, 0.97, 1.0, 1.0, 1.03, 1.08, 1.12))
        dips = happens(rng, 0.5)
        campaign = rng.choice(years) if happens(rng, 0.15) else None
        self.factor = {}
        for position, year in enumerate(years):
            factor = trend**position
            factor *= 0.5 if dips and year == 2020 else 0.65 if dips and year == 2021 else 1
            factor *= rng.choice((1.8, 2.2)) if year == campaign else 1
            factor *= 2 if organ.doubles and year >= organ.doubles else 1
            self.factor[year] = factor

    def count(self, rng, level, year):
        """A whole number near the level; small ones stray as counts do."""
        mean = level * self.factor[year] * rng.lognormvariate(0, STRAY)
        return max(0, round(rng.gauss(mean, mean**0.5 * 0.7))) if mean > 0 else 0


def make_series(seed, organ, years):
    """{year: {pointer: number}} from 2019 on; {year: {"value": {key: number}, "cumulative": the same or None}} of the annex; {year: {}} before."""
    living = [year for year in years if organ.lives(year)]
    motion = Motion(seed, organ, living)
    series = {year: {} for year in living if year < 2014}
    series.update(_annexes(seed, organ, motion, [year for year in living if 2014 <= year < 2019]))
    tables = [year for year in living if year >= 2019]
    for year, cells in _applications(seed, organ, motion, tables).items():
        series[year] = cells
    _disclosure(seed, organ, motion, tables, series)
    return series


def _applications(seed, organ, motion, years):
    cells, forward = {}, None
    for year in years:
        rng = stream(seed, organ.id, "applications", year)
        received = split(rng, motion.count(rng, organ.scale, year), COLUMN_WEIGHTS)
        if forward is None:
            new = organ.founded and year == organ.first
            forward = [0] * 6 if new and year > 2019 else split(rng, rng.randint(0, organ.scale // 12), COLUMN_WEIGHTS)
        form = "2019" if year < 2021 else "2021"
        table = applications_table(rng, form, received, forward, finished=organ.dissolved and year == organ.last)
        cells[year] = {**table, **review_table(rng, organ.scale)}
        forward = [table[f"/applications/carried_forward/{column}"] for column in ("natural_person", *ORGANISATIONS)]
    return cells


ORGANISATIONS = ("business", "research", "public_welfare", "legal_service", "other")


def _disclosure(seed, organ, motion, years, series):
    rng = stream(seed, organ.id, "disclosure")
    shares = {row: rng.choice((0, 0.4, 1, 1, 1.5)) for row in ("licences", "other_services", "penalties", "coercive_measures")}
    items = {row: rng.randint(0, about) for row, _, about in ROWS_2019} | {"fees": rng.randint(0, 6)}
    fees = (rng.choice((0, 0, 3, 40, 260)), rng.choice((0, 2, 2, 4)))
    stock = {"regulations": rng.randint(4, 40) if organ.scale > 400 else 0, "normative_documents": rng.randint(0, 10 + organ.scale // 6)}
    about = {"regulations": 2 if organ.scale > 400 else 0, "normative_documents": 0.7 + organ.scale / 50}
    for year in years:
        rng = stream(seed, organ.id, "disclosure", year)
        decide = lambda row, share: motion.count(rng, organ.licences * share * shares[row], year)
        make = _year_2019 if year < 2021 else _year_2021
        rows = make(rng, year, motion, decide, stock, about, items, fees)
        series[year].update({f"/active_disclosure/{key}": value for key, value in rows.items()})


def _year_2021(rng, year, motion, decide, stock, about, _items, fees):
    rows = {}
    for row in ("regulations", "normative_documents"):
        issued = min(rng.randint(0, round(about[row] * 2)), 60) if about[row] else 0
        repealed = rng.randint(0, min(issued + 1, stock[row] + issued)) if happens(rng, 0.5) else 0
        stock[row] += issued - repealed
        rows |= {f"{row}/issued": issued, f"{row}/repealed": repealed, f"{row}/in_force": stock[row]}
    rows |= {f"{row}/decisions": decide(row, share) for row, share in ROWS_2021}
    return rows | {"fees/amount": money(rng, motion, year, *fees)}


def _year_2019(rng, year, motion, decide, stock, about, items, _fees):
    rows = {}
    for row in ("regulations", "normative_documents"):
        made = rng.randint(0, round(about[row] * 2)) if about[row] else 0
        stock[row] += made
        rows |= {f"{row}/made": made, f"{row}/published": made, f"{row}/public_total": stock[row]}
    for row, share, _ in ROWS_2019:
        rows |= _items(rng, row, items) | {f"{row}/decisions": decide(row, share)}
    rows |= _items(rng, "fees", items)
    return rows | {"procurement/projects": motion.count(rng, 12, year), "procurement/amount": money(rng, motion, year, 120, 2)}


def _items(rng, row, items):
    last = items[row]
    change = 0 if happens(rng, 0.5) else max(-last, rng.randint(-4, 4))
    items[row] = last + change
    return {f"{row}/last_year": last, f"{row}/change": change}


def money(rng, motion, year, level, places):
    """万元, with so many decimals."""
    if not level:
        return Decimal(0)
    return Decimal(round(level * motion.factor[year] * rng.lognormvariate(0, STRAY) * 10**places)).scaleb(-places)


def _annexes(seed, organ, motion, years):
    rng = stream(seed, organ.id, "annex")
    keys = [key for key, _, _ in annex.ROWS if key]
    level = {key: rng.choice((0, 0, rng.randint(1, 6), rng.randint(5, 60))) for key in keys}
    level |= {"disclosure.website": rng.randint(60, 900), "disclosure.wechat": rng.randint(0, 500), "meetings.trainees": rng.randint(20, 300)}
    manner = None if organ.is_total else rng.choice((None, "all", "all", "flows"))
    past = {key: rng.randint(0, 6) * level[key] for key in keys}
    annex.add_up(past)
    annexes = {}
    for year in years:
        rng = stream(seed, organ.id, "annex", year)
        values = {key: motion.count(rng, level[key], year) for key in keys}
        values |= {key: money(rng, motion, year, level[key], 2) for key in AMOUNTS}
        values |= {key: level[key] for key in STOCKS}
        annex.add_up(values)
        past = {key: past[key] + values[key] for key in keys}
        cumulative = {key: None if manner == "flows" and key in STOCKS else past[key] for key in keys} if manner else None
        annexes[year] = {"value": values, "cumulative": cumulative}
    return annexes


def add_series(series):
    """The sums over several organs of one year, cell by cell: what a whole region reports."""
    first = series[0]
    if "value" in first:
        return {"value": {key: sum(one["value"][key] for one in series) for key in first["value"]}, "cumulative": None}
    return {pointer: sum(one[pointer] for one in series) for pointer in first}
