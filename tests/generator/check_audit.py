#!/usr/bin/python3
"""Compares the findings of `gongkai audit --format json` with the truth.json of a synthetic archive; exit status 1 where the audit falls short."""
import argparse
import json
import pathlib
import sys
from collections import Counter, defaultdict
from typing import NamedTuple

from check_reports import folded, under

SEVERITY = ("info", "warning", "error")
BETWEEN = ("series.", "text.boilerplate", "hierarchy.")
# By which rules a finding of the truth may be reported, where not by its own alone.
REPORTED_AS = {"series.cumulative": ("series.cumulative", "series.carry_over")}


class Place(NamedTuple):
    """Where a finding of the audit stands."""
    organs: set
    years: set
    reports: set   # ids as in truth.json
    pointers: set


class Reports:
    """The truth's reports by what an audit may call them."""

    def __init__(self, truth):
        self.by_key, names = {}, defaultdict(set)
        for report in truth["reports"]:
            # Two places of the same bytes are one document.
            self.by_key.setdefault(report["sha256"], report)
            self.by_key[report["path"]] = report
            names[folded(report["name"])].add(report["organ"])
        for organ in truth["organs"]:
            for name in (organ["name"], *organ["formerly"], *organ["names"].values()):
                names[folded(name)].add(organ["id"])
        self.organ_of = {name: organs.pop() for name, organs in names.items() if len(organs) == 1}

    def find(self, at):
        path = at.get("path") or ""
        tail = path[path.find("in/"):] if "in/" in path else path
        return self.by_key.get(at.get("sha256")) or self.by_key.get(path) or self.by_key.get(tail)


def place(finding, reports):
    """The one function that knows the shape of the audit's JSON."""
    places = [at if isinstance(at, dict) else {"pointer": at} for at in finding.get("at") or []]
    known = [report for report in map(reports.find, places) if report]
    organs = {report["organ"] for report in known} | {reports.organ_of.get(folded(finding.get("agency") or ""))}
    years = set(finding.get("years") or ()) or {at["year"] for at in places if at.get("year")} | {report["year"] for report in known}
    years |= {finding["year"]} if finding.get("year") and not finding.get("years") else set()
    return Place(organs - {None}, years, {report["id"] for report in known}, {at["pointer"] for at in places if at.get("pointer")})


def matches(wanted, rule, where):
    """Whether a finding of the audit is the one of the truth."""
    if rule not in REPORTED_AS.get(wanted["rule"], (wanted["rule"],)) or wanted["organ"] not in where.organs:
        return False
    if wanted["rule"] == "text.boilerplate":
        return set(wanted["reports"]) <= where.reports
    years = set(wanted["years"])
    if wanted["rule"] == "series.missing_year":
        return bool(years & where.years)
    if max(years) not in where.years or (len(where.years) == 2 and len(years) == 2 and years != where.years):
        return False
    cells = {cell["pointer"] for cell in wanted["cells"]}
    return not cells or not where.pointers or any(_same_cell(cell, pointer) for cell in cells for pointer in where.pointers)


def _same_cell(wanted, pointer):
    """A number that was carried over stands in two rows, one in each report."""
    pointer = pointer.replace("/carried_forward", "/carried_over")
    return under(pointer, wanted) or under(wanted, pointer)


class Comparison:
    def __init__(self, truth, findings):
        reports = Reports(truth)
        self.count, self.lines = defaultdict(Counter), []
        mine = [(finding, place(finding, reports)) for finding in findings if finding["rule"].startswith(BETWEEN)]
        for wanted in truth["findings"]:
            if wanted["required"]:
                self._look_for(wanted, mine)
        for finding, where in mine:
            self._judge(finding, where, truth)

    def _look_for(self, wanted, mine):
        count = self.count[wanted["rule"], wanted["severity"]]
        count["wanted"] += 1
        least = SEVERITY.index(wanted["severity"]) if wanted["severity"] == "error" else 0
        found = [finding for finding, where in mine if matches(wanted, finding["rule"], where)]
        if any(SEVERITY.index(finding["severity"]) >= least for finding in found):
            count["found"] += 1
        else:
            weak = f" (only as {found[0]['severity']})" if found else ""
            self.lines.append(f"missed: {wanted['rule']} {wanted['severity']} {wanted['variant']} {wanted['organ']} {wanted['years']}{weak} "
                              f"{wanted['reports']} {wanted['cells'][:2]}")

    def _judge(self, finding, where, truth):
        """A finding is a false alarm where nothing explains one of its severity."""
        if finding["severity"] == "info":
            return
        most = [SEVERITY.index(wanted["severity"]) for wanted in (*truth["findings"], *truth["tolerated"]) if matches(wanted, finding["rule"], where)]
        if SEVERITY.index(finding["severity"]) > max(most, default=-1):
            self.count[finding["rule"], finding["severity"]]["false"] += 1
            self.lines.append(f"false: {finding['rule']} {finding['severity']} {sorted(where.organs)} {sorted(where.years)} {sorted(where.pointers)[:2]} "
                              f"{finding.get('message', '')}")

    def recall(self, severity):
        wanted, found = (sum(count[kind] for (_, level), count in self.count.items() if level == severity) for kind in ("wanted", "found"))
        return found / wanted if wanted else 1.0

    def false(self, severity):
        return sum(count["false"] for (_, level), count in self.count.items() if level == severity)


def main():
    args = _arguments()
    truth = json.loads(args.truth.read_text(encoding="utf-8"))
    output = json.loads(args.audit.read_text(encoding="utf-8"))
    result = Comparison(truth, output if isinstance(output, list) else output["findings"])
    for line in result.lines[:args.show]:
        print(line)
    if len(result.lines) > args.show:
        print(f"… and {len(result.lines) - args.show} more")
    for (rule, severity), count in sorted(result.count.items()):
        print(f"{rule:22} {severity:8} wanted {count['wanted']}, found {count['found']}, false {count['false']}")
    short = [f"recall of {severity} {result.recall(severity):.3f} < {least}" for severity, least in (("error", args.error_recall), ("warning", args.warning_recall))
             if result.recall(severity) < least]
    short += [f"false {severity} {result.false(severity)} > {most}" for severity, most in (("error", args.false_errors), ("warning", args.false_warnings))
              if result.false(severity) > most]
    print("FAILED: " + ", ".join(short) if short else "passed")
    return 1 if short else 0


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=pathlib.Path, help="truth.json of make_archive.py")
    parser.add_argument("audit", type=pathlib.Path, help="what gongkai audit printed: a list of findings, or an object that has it under findings")
    parser.add_argument("--error-recall", type=float, default=1.0)
    parser.add_argument("--warning-recall", type=float, default=1.0)
    parser.add_argument("--false-errors", type=int, default=0)
    parser.add_argument("--false-warnings", type=int, default=0)
    parser.add_argument("--show", type=int, default=40, help="mistakes printed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
