#!/usr/bin/python3
"""Compares what `gongkai read` wrote with the truth of the synthetic reports; exit status 1 where the reader falls short."""
import argparse
import json
import pathlib
import sys
import unicodedata
from collections import Counter

import forms

SURE = 0.9  # a reading below this says of itself that it may be wrong (CONTRACT.md)
DOUBT = ("cell.low_confidence", "cell.unreadable", "cell.not_a_number", "table.missing", "table.row_missing", "table.column_missing",
         "table.row_short", "section.missing")
FACTS = ("title", "agency", "year", "form")
COUNTS = ("cells", "right", "wrong", "missing", "extra", "silent", "facts", "facts_wrong", "sections_missing", "chars", "char_errors",
          "found", "missed", "false")
LIMITED = ("wrong", "missing", "extra", "silent", "facts_wrong", "sections_missing", "missed", "false")
ABSENT = "absent"


def leaves(node, pointer):
    if not isinstance(node, (dict, list)):
        return {pointer: node}
    children = node.items() if isinstance(node, dict) else enumerate(node)
    return {at: value for key, child in children for at, value in leaves(child, f"{pointer}/{key}").items()}


def cells_of(report):
    return {at: value for table in (*forms.TABLE_SECTIONS, "statistics") for at, value in leaves(report.get(table) or {}, f"/{table}").items()}


def folded(text):
    return "".join(unicodedata.normalize("NFKC", str(text)).split())


def under(pointer, at):
    return pointer == at or pointer.startswith(at.rstrip("/") + "/")


def doubted(pointer, output):
    if (output.get("evidence", {}).get(pointer) or {}).get("confidence", 1) < SURE:
        return True
    return any(under(pointer, at) for finding in output.get("findings", []) if finding["rule"] in DOUBT for at in finding.get("at") or [])


def edits(a, b):
    """The edit distance of two texts, by furthest-reaching diagonals: quick where they are nearly equal."""
    limit = max(len(a), len(b))
    reach = {0: _slide(a, b, 0, 0)}
    for distance in range(limit + 1):
        if reach.get(len(b) - len(a), -1) >= len(a):
            return distance
        if distance > 400 and distance > limit / 4:
            return limit  # too far apart for the exact number to matter
        wider = {}
        for diagonal in range(-distance - 1, distance + 2):
            row = max(reach.get(diagonal, -2) + 1, reach.get(diagonal + 1, -2) + 1, reach.get(diagonal - 1, -2))
            if 0 <= row <= len(a) and row + diagonal <= len(b):
                wider[diagonal] = _slide(a, b, row, row + diagonal)
        reach = wider
    return limit


def _slide(a, b, i, j):
    while i < len(a) and j < len(b) and a[i] == b[j]:
        i, j = i + 1, j + 1
    return i


class Comparison:
    """The mistakes of one report: counts, and lines that say what they are."""

    def __init__(self, truth, output):
        self.count, self.lines = Counter(), []
        self._cells(truth, output)
        self._facts(truth, output)
        self._sections(truth, output)
        self._findings(truth, output)

    def _note(self, kind, *what):
        self.count[kind] += 1
        self.lines.append(f"    {kind}: {' '.join(map(str, what))}")

    def _cells(self, truth, output):
        unscored = tuple(truth.get("unscored", ()))
        want = cells_of(truth)
        have = {at: value for at, value in cells_of(output).items() if not at.startswith(unscored)}
        self.count["cells"] = len(want)
        for at in sorted(want | have):
            expected, actual = want.get(at, ABSENT), have.get(at, ABSENT)
            if expected == actual:
                self.count["right"] += 1
                continue
            kind = "extra" if expected is ABSENT else "missing" if actual is ABSENT else "wrong"
            silent = not doubted(at, output) and not (kind == "extra" and actual is None)
            self.count["silent"] += silent
            self._note(kind, at, "expected", expected, "got", actual, "(silent)" if silent else "")

    def _facts(self, truth, output):
        for fact in FACTS:
            if fact in truth:
                self.count["facts"] += 1
                if folded(truth[fact]) != folded(output.get(fact)):
                    self._note("facts_wrong", fact, "expected", truth[fact], "got", output.get(fact))

    def _sections(self, truth, output):
        texts = {}
        for section in output.get("sections", []):
            texts.setdefault(section["key"], section.get("text") or "")
        for section in truth["sections"]:
            if section["key"] not in texts:
                self._note("sections_missing", section["key"])
            want, have = folded(section["text"]), folded(texts.get(section["key"], ""))
            errors = edits(want, have)
            self.count["chars"] += len(want)
            self.count["char_errors"] += errors
            if errors:
                self.lines.append(f"    text: {section['key']} {errors} of {len(want)}: {_first_difference(want, have)}")

    def _findings(self, truth, output):
        open_ = [(finding["rule"], at) for finding in output.get("findings", []) for at in _places(finding)]
        for finding in truth["findings"]:
            match = next((mine for mine in open_ if mine[0] == finding["rule"] and _same_place(finding["at"], mine[1])), None)
            if match is None:
                self._note("missed", finding["rule"], finding["at"])
            else:
                open_.remove(match)
                self.count["found"] += 1
        for rule, places in open_:
            if rule.startswith(tuple(truth["judged_rules"])) and rule not in truth.get("unjudged_rules", ()):
                self._note("false", rule, *places[:1])


def _places(finding):
    """Cells with the same fault share a finding, so that each of its cells is one to be found; any other finding is one."""
    at = finding.get("at") or []
    return [[pointer] for pointer in at] if finding["rule"].startswith("cell.") and at else [at]


def _same_place(wanted, places):
    return wanted is None or any(under(at, wanted) or under(wanted, at) for at in places)


def _first_difference(want, have):
    at = _slide(want, have, 0, 0)
    return f"…{want[max(0, at - 6):at + 12]} / …{have[max(0, at - 6):at + 12]}"


def main():
    args = _arguments()
    total = Counter()
    for file in sorted(args.truth.glob("*.json")):
        total["reports"] += 1
        _report(file, args, total)
    if not total["reports"]:
        sys.exit(f"check_reports.py: no truth in {args.truth}")
    accuracy = _accuracy(total)
    print(f"TOTAL reports {total['reports']}, unread {total['unread']}, {_summary(total)}, text {accuracy:.5f}")
    short = [f"{kind} {total[kind]} > {getattr(args, kind)}" for kind in LIMITED if total[kind] > getattr(args, kind)]
    short += [f"unread {total['unread']}"] if total["unread"] else []
    short += [f"text {accuracy:.5f} < {args.text}"] if accuracy < args.text else []
    print("FAILED: " + ", ".join(short) if short else "passed")
    return 1 if short else 0


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=pathlib.Path)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--show", type=int, default=6, help="mistakes printed for each report")
    parser.add_argument("--quiet", action="store_true", help="only the reports with mistakes")
    parser.add_argument("--text", type=float, default=0.995, help="the least text accuracy")
    for kind in LIMITED:
        parser.add_argument(f"--{kind.replace('_', '-')}", type=int, default=0, help=f"how many {kind} are allowed")
    return parser.parse_args()


def _report(file, args, total):
    truth = json.loads(file.read_text(encoding="utf-8"))
    try:
        output = json.loads((args.output / file.name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        total["unread"] += 1
        print(f"{file.stem}: no output ({error})")
        output = {}
    result = Comparison(truth, output)
    total.update(result.count)
    if result.lines or not args.quiet:
        print(f"{file.stem}: {_summary(result.count)}, text {_accuracy(result.count):.4f}")
    for line in result.lines[:args.show]:
        print(line)
    if len(result.lines) > args.show:
        print(f"    … and {len(result.lines) - args.show} more")


def _accuracy(count):
    return 1 - count["char_errors"] / count["chars"] if count["chars"] else 1.0


def _summary(count):
    return ", ".join(f"{kind} {count[kind]}" for kind in COUNTS)


if __name__ == "__main__":
    sys.exit(main())
