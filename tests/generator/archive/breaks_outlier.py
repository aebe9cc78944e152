"""Numbers that stand out from the other years of their organ. Each report still agrees with itself, prose and all."""
import annex
from archive.breaks_numbers import add_cumulative, annexes

DECISIONS = ("licences", "penalties", "coercive_measures")
# An outlier must be found where it stands among four other years at least, and these are no handful.
FEWEST_YEARS, LEAST = 5, 20


def _decisions(archive, organ, row, least=LEAST):
    """The reports of a series of decisions that is long and full enough."""
    at = f"/active_disclosure/{row}/decisions"
    reports = [report for report in archive.of(organ) if report.has_tables]
    return reports if len(reports) >= FEWEST_YEARS and min(report.values[at] for report in reports) >= least else []


def _outlier(report, pointer, value, required=True):
    old = report.values[pointer]
    report.values[pointer] = value
    return [_outlier_finding(report, pointer, old, value, required)]


def _outlier_finding(report, pointer, old, value, required):
    return {"severity": "warning", "years": [report.year], "reports": [report.key], "required": required,
            "cells": [{"pointer": pointer, "expected": old, "actual": value}]}


def _changed(change, required=True):
    """A break of one number of decisions: `change` gives the new number, or None."""
    def seed(rng, archive, organ):
        for row in rng.sample(DECISIONS, len(DECISIONS)):
            reports = _decisions(archive, organ, row)
            pointer = f"/active_disclosure/{row}/decisions"
            for report in rng.sample(reports, len(reports)):
                value = change(report.values[pointer])
                if value is not None:
                    return _outlier(report, pointer, value, required)
        return None
    return seed


def _reversed_digits(value):
    turned = int(str(value)[::-1])
    return turned if max(turned, value) > 4 * min(turned, value) else None


def _others_number(rng, archive, organ):
    """The licences stand in the row of the coercive measures too."""
    licences, coercive = (f"/active_disclosure/{row}/decisions" for row in ("licences", "coercive_measures"))
    reports = _decisions(archive, organ, "coercive_measures", 1)
    most = max((report.values[coercive] for report in reports), default=0)
    able = [report for report in reports if report.values[licences] > 20 * most]
    if not able:
        return None
    report = rng.choice(able)
    return _outlier(report, coercive, report.values[licences])


def _yuan(rng, archive, organ):
    """元 in place of 万元. Three years have this cell, which is few to judge by."""
    pointer = "/active_disclosure/fees/amount"
    reports = [report for report in archive.of(organ) if report.values.get(pointer)]
    if len(reports) < 3:
        return None
    report = rng.choice(reports)
    return _outlier(report, pointer, report.values[pointer] * 10000, len(reports) >= FEWEST_YEARS)


def _annex_outlier(keys, factor, least):
    def seed(rng, archive, organ):
        reports = annexes(archive, organ)
        keys_ = [key for key in keys if len(reports) >= FEWEST_YEARS and min(report.values["value"][key] for report in reports) >= least]
        if not keys_:
            return None
        key, report = rng.choice(keys_), rng.choice(reports)
        old = report.values["value"][key]
        report.values["value"][key] = old * factor
        if report.values["cumulative"]:
            add_cumulative(archive, organ, report.year, [key], old * (factor - 1))
        return [_outlier_finding(report, annex.pointer(key, "value"), old, old * factor, True)]
    return seed


OUTLIER = (("hundredfold", _changed(lambda value: value * 100)), ("digits", _changed(_reversed_digits, required=False)),
           ("dropped", _changed(lambda value: 0 if value > 100 else None, required=False)), ("others_number", _others_number), ("yuan", _yuan),
           ("annex_hundredfold", _annex_outlier(("meetings.trainees", "response.interpretations", "complaints.total"), 100, LEAST)),
           ("annex_yuan", _annex_outlier(("capacity.budget",), 10000, 1)))
