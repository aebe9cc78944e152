"""Tables full of numbers, for measuring how digits are read: hardly a zero, one to five digits, amounts with decimals; every sum
of FORMS.md section 7 holds, as in values.py. No organ has such numbers."""
from decimal import Decimal

import forms

ZERO = 0.25  # of the parts; sums make the share of all cells smaller


def make_dense(rng, form2, form3):
    # What fits a column: most tables have small numbers and a few large ones, some large ones everywhere.
    digits = rng.choice((1.5, 2, 2.5, 3, 3.5, 4))
    return {**_disclosure(rng, form2, digits + 0.7), **_applications(rng, form3, digits), **_review(rng, min(digits, 2))}


def _number(rng, digits):
    return 0 if rng.random() < ZERO else int(10 ** rng.uniform(0, digits))


def _applications(rng, form, digits):
    keys = [row.key for row in forms.APPLICATION_ROWS[form] if row.key.startswith("outcome/") and row.key != "outcome/total"]
    table = {key: [_number(rng, digits) for _ in forms.COLUMNS[1:]] for key in keys}
    done = table["outcome/total"] = [sum(column) for column in zip(*table.values())]
    forward = table["carried_forward"] = [_number(rng, digits) for _ in done]
    both = [a + b for a, b in zip(done, forward)]
    over = table["carried_over"] = [min(total, _number(rng, digits)) for total in both]
    table["new_received"] = [total - part for total, part in zip(both, over)]
    return {f"/applications/{row.key}/{column}": value for row in forms.APPLICATION_ROWS[form]
            for column, value in zip(forms.COLUMN_KEYS, [*table[row.key], sum(table[row.key])])}


def _review(rng, digits):
    cells = {}
    for group, _ in forms.REVIEW_GROUPS:
        parts = [_number(rng, digits) for _ in forms.REVIEW_PARTS]
        for column, value in zip((*forms.REVIEW_PARTS, "total"), [*parts, sum(parts)]):
            cells[f"/review_litigation/{group}/{column}"] = value
    return cells


def _disclosure(rng, form, digits):
    cells = {pointer: _number(rng, digits) for pointer in forms.pointers("active_disclosure", form)}
    for pointer in cells:
        if forms.is_amount(pointer):
            places = rng.choice((0, 1, 2, 2, 2, 4, 6))
            cells[pointer] = Decimal(_number(rng, digits) * 10**places + rng.randrange(10**places)).scaleb(-places)
        elif pointer.endswith(("/in_force", "/public_total")):
            # What is in force or public is no less than what was made this year.
            cells[pointer] += max(cells[other] for other in cells if other.rsplit("/", 1)[0] == pointer.rsplit("/", 1)[0] and other != pointer)
        elif pointer.endswith("/change"):
            cells[pointer] = max(-cells[pointer.replace("/change", "/last_year")], cells[pointer] * rng.choice((1, 1, -1)))
    return cells
