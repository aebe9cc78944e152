"""A report's numbers before anything is printed: {JSON Pointer: number}, every sum of FORMS.md section 7 right."""
from decimal import Decimal

import forms
from chance import happens, split, weighted

# How often each outcome is met; the rest of the rows stay at zero in most reports, as in real ones.
OUTCOME_WEIGHTS = {"granted": 30, "partly_granted": 7, "refused/forbidden_by_law": 0.3, "refused/third_party_rights": 1,
                   "refused/internal_affairs": 1.5, "refused/process_information": 1.5, "refused/enforcement_files": 2,
                   "refused/administrative_queries": 1.5, "refused/state_secret": 0.2, "refused/security_and_stability": 0.3,
                   "unavailable/not_held": 25, "unavailable/needs_creation": 4, "unavailable/still_unclear": 2,
                   "not_processed/petition": 4, "not_processed/repeated": 2, "not_processed/publications": 0.2,
                   "not_processed/excessive": 0.8, "not_processed/reconfirmation": 0.4,
                   "other/overdue_correction": 3, "other/unpaid_fee": 0.1, "other/other": 5, "other/all": 8}
COLUMN_WEIGHTS = (88, 6, 0.3, 0.4, 2, 1.5)


def make_values(rng, agency, form2, form3):
    return {**_active_disclosure(rng, agency, form2), **_applications(rng, agency.scale, form3), **review_table(rng, agency.scale)}


def _skewed(rng, about):
    """Zero often, else of the order of `about`, sometimes ten times that."""
    if about <= 0 or happens(rng, 0.25):
        return 0
    return min(9999999, int(about * rng.lognormvariate(-0.3, 1.0)))


def amount(rng, about):
    """A sum of money in 万元, with as many decimals as people write (zero to six)."""
    if happens(rng, 0.4):
        return Decimal(0)
    places = weighted(rng, {0: 2, 1: 1, 2: 6, 3: 1, 4: 2, 6: 3})
    return Decimal(int(about * 10**places * rng.lognormvariate(0, 1.2))).scaleb(-places)


def _applications(rng, scale, form):
    received = split(rng, _skewed(rng, scale), COLUMN_WEIGHTS)
    over = split(rng, _skewed(rng, scale / 15), COLUMN_WEIGHTS)
    return applications_table(rng, form, received, over)


def applications_table(rng, form, received, over, finished=False):
    """The cells of table 3 for what came in, by column without the total. `finished`: nothing is carried forward."""
    keys = [row.key for row in forms.APPLICATION_ROWS[form] if row.key.startswith("outcome/") and row.key != "outcome/total"]
    table = {"new_received": received, "carried_over": over}
    forward = [0 if finished else min(a + b, _skewed(rng, (a + b) / 15)) for a, b in zip(received, over)]
    done = [a + b - c for a, b, c in zip(received, over, forward)]
    weights = [OUTCOME_WEIGHTS[key.removeprefix("outcome/")] * rng.choice((0, 0.5, 1, 2)) + 0.01 for key in keys]
    order = sorted(range(len(keys)), key=lambda i: weights[i])  # the rest falls to the commonest
    columns = [split(rng, total, [weights[i] for i in order]) for total in done]
    for place, i in enumerate(order):
        table[keys[i]] = [column[place] for column in columns]
    table["outcome/total"], table["carried_forward"] = done, forward
    return {f"/applications/{row.key}/{column}": value for row in forms.APPLICATION_ROWS[form]
            for column, value in zip(forms.COLUMN_KEYS, [*table[row.key], sum(table[row.key])])}


def review_table(rng, scale):
    """The cells of table 4 for an organ of so many applications a year."""
    cells = {}
    for group, share in (("review", 0.06), ("direct_litigation", 0.02), ("litigation_after_review", 0.03)):
        parts = split(rng, _skewed(rng, scale * share), (8, 1, 2, 1)[::-1])[::-1]
        for column, value in zip((*forms.REVIEW_PARTS, "total"), [*parts, sum(parts)]):
            cells[f"/review_litigation/{group}/{column}"] = value
    return cells


def _active_disclosure(rng, agency, form):
    make = _active_2021 if form == "2021" else _active_2019
    return {f"/active_disclosure/{key}": value for key, value in make(rng, agency).items()}


def _documents(rng, scale):
    issued, repealed = _skewed(rng, scale), _skewed(rng, scale / 2)
    return issued, repealed, max(issued - repealed, 0) + _skewed(rng, scale * 6)


def _active_2021(rng, agency):
    rows = {}
    for row, scale in (("regulations", 4 if agency.scale > 400 else 0), ("normative_documents", 1 + agency.scale / 40)):
        rows.update(zip((f"{row}/issued", f"{row}/repealed", f"{row}/in_force"), _documents(rng, scale)))
    rows["licences/decisions"] = _skewed(rng, agency.licences)
    rows["penalties/decisions"] = _skewed(rng, agency.licences / 3)
    rows["coercive_measures/decisions"] = _skewed(rng, agency.licences / 30)
    rows["fees/amount"] = amount(rng, 2 + agency.licences / 20)
    return rows


def _active_2019(rng, agency):
    rows = {}
    for row, scale in (("regulations", 4 if agency.scale > 400 else 0), ("normative_documents", 1 + agency.scale / 40)):
        made = _skewed(rng, scale)
        rows.update({f"{row}/made": made, f"{row}/published": made, f"{row}/public_total": made + _skewed(rng, scale * 8)})
    for row, items, decided in (("licences", 60, 1), ("other_services", 40, 0.5), ("penalties", 90, 0.3), ("coercive_measures", 15, 0.03)):
        last = _skewed(rng, items)
        rows.update({f"{row}/last_year": last, f"{row}/change": _change(rng, last),
                     f"{row}/decisions": _skewed(rng, agency.licences * decided)})
    last = _skewed(rng, 6)
    rows.update({"fees/last_year": last, "fees/change": _change(rng, last),
                 "procurement/projects": _skewed(rng, 5 + agency.scale / 10), "procurement/amount": amount(rng, 60 + agency.scale)})
    return rows


def _change(rng, last):
    return 0 if happens(rng, 0.5) else max(-last, int(rng.gauss(0, 3 + last / 4)))
