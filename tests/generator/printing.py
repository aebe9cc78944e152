"""From a number to what stands in the cell, and what the truth then says of it: value, and a cell.* finding or none."""
from dataclasses import dataclass
from decimal import Decimal

import forms
from chance import happens

PLACEHOLDERS = ("/", "—", "-", "无", "——")
NOT_NUMBERS = ("不详", "待定", "见附件", "若干")
COUNT_UNITS = ("件", "项", "宗")
FULL_WIDTH = str.maketrans("0123456789.-", "０１２３４５６７８９．－")


@dataclass(frozen=True)
class Printed:
    text: str
    value: object        # int, Decimal or None
    rule: str | None = None


def print_cells(rng, values, features):
    """{pointer: Printed} for every cell that the document has."""
    cells = {pointer: _usual(pointer, value, rng, features) for pointer, value in values.items()}
    for feature, change in CHANGES:
        if feature in features:
            change(rng, cells)
    return cells


def findings(cells):
    return [{"rule": cell.rule, "at": pointer} for pointer, cell in cells.items() if cell.rule]


def _usual(pointer, value, rng, features):
    if pointer.endswith("/change"):
        text = _signed(rng, value) if "signed_change" in features else str(value)
        return Printed(text, value)
    text = format(value, ",f" if isinstance(value, Decimal) else ",d")
    if "thousands" not in features:
        text = text.replace(",", "")
    if "full_width_digits" in features:
        text = text.replace(",", "").translate(FULL_WIDTH)
    return Printed(text, value, "cell.negative" if value < 0 else None)


def _signed(rng, value):
    if value == 0:
        return "0"
    marks = ("增", "+", "↑", "增加", "＋", "") if value > 0 else ("减", "-", "↓", "减少", "－", "-")
    return f"{rng.choice(marks)}{abs(value)}"


def _counts(cells, keep=lambda cell: True):
    """Cells that still stand as usual; `change` cells keep their own spelling."""
    return [pointer for pointer, cell in cells.items()
            if cell.rule is None and not pointer.endswith("/change") and keep(cell)]


def _table_zeros(rng, cells):
    tables = rng.sample(forms.TABLE_SECTIONS, rng.randint(1, 3))
    return [pointer for pointer in _counts(cells, lambda cell: cell.value == 0) if pointer.split("/")[1] in tables]


def _blank_zeros(rng, cells):
    keep_totals = happens(rng, 0.5)
    for pointer in _table_zeros(rng, cells):
        if not (keep_totals and pointer.endswith("/total")):
            cells[pointer] = Printed("", None, "cell.blank")


def _blank_organisations(_rng, cells):
    for pointer in _counts(cells, lambda cell: cell.value == 0):
        if pointer.startswith("/applications/") and pointer.rsplit("/", 1)[1] in forms.COLUMN_KEYS[1:-1]:
            cells[pointer] = Printed("", None, "cell.blank")


def _some(rng, cells, keep, least=1, most=3):
    pointers = _counts(cells, keep)
    return rng.sample(pointers, min(len(pointers), rng.randint(least, most)))


def _blank_cells(rng, cells):
    for pointer in _some(rng, cells, lambda cell: cell.value == 0 or rng.random() < 0.05):
        cells[pointer] = Printed("", None, "cell.blank")


def _placeholder_zeros(rng, cells):
    mark = rng.choice(PLACEHOLDERS)
    for pointer in _table_zeros(rng, cells):
        cells[pointer] = Printed(mark, None, "cell.placeholder")


def _placeholder_cells(rng, cells):
    for pointer in _some(rng, cells, lambda cell: cell.value == 0):
        cells[pointer] = Printed(rng.choice(PLACEHOLDERS), None, "cell.placeholder")


def _not_a_number(rng, cells):
    for pointer in _some(rng, cells, lambda cell: True, 1, 1):
        cells[pointer] = Printed(rng.choice(NOT_NUMBERS), None, "cell.not_a_number")


def _with_unit(cells, pointer, unit):
    if not forms.is_amount(pointer):
        cells[pointer] = Printed(cells[pointer].text + unit, cells[pointer].value, "cell.unit")


def _unit_cells(rng, cells):
    unit = rng.choice(COUNT_UNITS)
    for pointer in _some(rng, cells, lambda cell: True, 1, 4):
        _with_unit(cells, pointer, unit)


def _unit_everywhere(rng, cells):
    """A whole table 2 with a unit in every cell."""
    for pointer in _counts(cells):
        if pointer.startswith("/active_disclosure/"):
            _with_unit(cells, pointer, COUNT_UNITS[0])


def _amount_unit(rng, cells):
    for pointer in _counts(cells, lambda cell: cell.value != 0):
        if forms.is_amount(pointer):
            in_yuan = happens(rng, 0.5)
            value = cells[pointer].value.quantize(Decimal("0.000001"))
            number = (value * 10000).normalize() if in_yuan else value.normalize()
            cells[pointer] = Printed(f"{number:f}{'元' if in_yuan else '万元'}", value, "cell.unit")


def _note_cell(rng, cells):
    large = [pointer for pointer in _counts(cells, lambda cell: cell.value > 3)
             if pointer.startswith("/active_disclosure/") and not forms.is_amount(pointer)]
    if large:
        pointer = rng.choice(large)
        value = cells[pointer].value
        note = f"（其中{rng.choice(('修订', '新制定', '联合发文'))}{rng.randrange(1, value)}件）"
        cells[pointer] = Printed(cells[pointer].text + note, value, "cell.note")


# In this order: what fills whole tables first, so that a single odd cell still shows.
CHANGES = (
    ("blank_zeros", _blank_zeros), ("blank_organisations", _blank_organisations), ("placeholder_zeros", _placeholder_zeros),
    ("amount_unit", _amount_unit), ("note_cell", _note_cell), ("unit_cells", _unit_cells), ("unit_everywhere", _unit_everywhere),
    ("blank_cells", _blank_cells), ("placeholder_cells", _placeholder_cells), ("not_a_number", _not_a_number),
)
