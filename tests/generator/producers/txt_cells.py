"""One cell a line; merged cells stand once. Styles: lines, spaced (a blank line after each), bars (a line with a bar after each)."""
from producers import text_parts

STYLES = ("lines", "spaced", "bars")
EXTENSION = "txt"
# Without a mark between cells a blank one leaves no trace, and neither its place nor its loss can be known.
_NO_TRACE = ("blank_zeros", "blank_organisations", "blank_cells", "head_lost", "head_two_rows", "row_short")
LACKS = {"lines": _NO_TRACE, "spaced": _NO_TRACE, "bars": ("head_two_rows", "row_short")}
AFTER = {"lines": [], "spaced": [""], "bars": ["|"]}


def write(document, path, style, _rng):
    gap = [] if style == "lines" else [""]
    path.write_text(text_parts.lines(document, lambda grid: _cells(grid, AFTER[style]), gap), encoding="utf-8")


def _cells(grid, after):
    out = []
    for row in grid.by_row():
        for cell in row:
            out += [*([text_parts.flat(cell)] if cell.text else []), *after]
    return out
