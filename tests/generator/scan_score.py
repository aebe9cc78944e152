"""What was read from scans against the truth, and the bars of issue 3."""
from collections import Counter

import check_reports

READING = ("cell.low_confidence", "cell.unreadable")
# class: (numbers right, doubtful, text): what issue 3 asks for. Silent wrong numbers: none, in any class.
BARS = {"clean": (0.999, 0.01, 0.99), "office": (0.999, 0.01, 0.99), "poor": (0.99, None, None), "fax_of_photocopy": (0.97, None, None)}


def judge(truth, output):
    """(counts, [(confidence, is it wrong?)], lines about mistakes) of one report; {} where nothing could be read."""
    truth = {"findings": [], "judged_rules": [], **truth, "sections": [{"text": "", **section} for section in truth.get("sections", [])]}
    result = check_reports.Comparison(truth, output)
    count = Counter(result.count)
    want, evidence = check_reports.cells_of(truth), output.get("evidence", {})
    unscored = tuple(truth.get("unscored", ()))
    have = {at: value for at, value in check_reports.cells_of(output).items() if not at.startswith(unscored)}
    sure = [((evidence.get(at) or {}).get("confidence", 1), want.get(at, "absent") != value) for at, value in have.items()]
    flagged = {at for finding in output.get("findings", []) if finding["rule"] in READING for at in finding.get("at") or []}
    count["doubtful"] = sum((evidence.get(at) or {}).get("confidence", 1) < check_reports.SURE or at in flagged for at in have)
    count["nonzero"] = sum(bool(value) for value in want.values())
    if not output:  # an error message claims no number
        count.update(unread=1, silent=-count["silent"])
    return count, sure, result.lines


def missed_bars(rows):
    """What falls short of issue 3, in words."""
    short = [f"{kind}: {row['silent']} silent" for kind, row in rows.items() if row["silent"] and kind != "all"]
    for kind, (right, doubtful, text) in BARS.items():
        row = rows.get(kind)
        if row is None:
            continue
        if row["right"] < right * row["cells"]:
            short.append(f"{kind}: {row['right']}/{row['cells']} right, {right} wanted")
        if doubtful is not None and row["doubtful"] > doubtful * row["cells"]:
            short.append(f"{kind}: {row['doubtful']}/{row['cells']} doubtful, {doubtful} allowed")
        if text is not None and row["char_errors"] > (1 - text) * row["chars"]:
            short.append(f"{kind}: text {1 - row['char_errors'] / row['chars']:.4f}, {text} wanted")
        if doubtful is not None and (row["facts_wrong"] or row["sections_missing"]):
            short.append(f"{kind}: {row['facts_wrong']} facts wrong, {row['sections_missing']} sections missing")
    return short
