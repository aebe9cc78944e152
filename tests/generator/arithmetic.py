"""FORMS.md section 7 over the printed values: the findings that a truth must name.

A blank, a placeholder or an absent cell never gives a finding: either the sum agrees with it as 0, or it is not assessed.
"""
import forms


def check(cells):
    """[{"rule", "at"}] for {pointer: number or None}."""
    return [*_columns(cells), *_rows(cells), *_review(cells), *_in_force(cells)]


def _known(cells, pointers):
    values = [cells.get(pointer) for pointer in pointers]
    return None if None in values else values


def _columns(cells):
    for column in forms.COLUMN_KEYS:
        at = f"/applications/{{}}/{column}".format
        four = _known(cells, map(at, ("new_received", "carried_over", "outcome/total", "carried_forward")))
        if four and four[0] + four[1] != four[2] + four[3]:
            yield {"rule": "applications.balance", "at": at("new_received")}
        details = _known(cells, map(at, _details(cells)))
        total = cells.get(at("outcome/total"))
        if details and total is not None and sum(details) != total:
            yield {"rule": "applications.outcome_total", "at": at("outcome/total")}


def _details(cells):
    """The outcome rows of the form that the table follows; one that is not printed makes the sum unknown."""
    single = any(pointer.startswith("/applications/outcome/other/all/") for pointer in cells)
    return [row.key for row in forms.APPLICATION_ROWS["2019" if single else "2021"]
            if row.key.startswith("outcome/") and row.key != "outcome/total"]


def _rows(cells):
    for row in {row.key: row for form in forms.APPLICATION_ROWS.values() for row in form}:
        values = _known(cells, (f"/applications/{row}/{column}" for column in forms.COLUMN_KEYS))
        if values and sum(values[:-1]) != values[-1]:
            yield {"rule": "applications.row_total", "at": f"/applications/{row}/total"}


def _review(cells):
    for group, _ in forms.REVIEW_GROUPS:
        values = _known(cells, (f"/review_litigation/{group}/{column}" for column, _ in forms.REVIEW_COLUMNS))
        if values and sum(values[:-1]) != values[-1]:
            yield {"rule": f"{group}.total", "at": f"/review_litigation/{group}"}


def _in_force(cells):
    for row in ("regulations", "normative_documents"):
        values = _known(cells, (f"/active_disclosure/{row}/{column}" for column in ("issued", "repealed", "in_force")))
        if values and values[0] - values[1] > values[2]:
            yield {"rule": "active_disclosure.in_force", "at": f"/active_disclosure/{row}/in_force"}
