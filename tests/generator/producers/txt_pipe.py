"""Rows as lines with bars, as web text is stored. Styles: trailing (a | b |), both (| a | b |), between (a|b)."""
from producers import text_parts

STYLES = ("trailing", "both", "between")
EXTENSION = "txt"
LACKS = {}
PATTERN = {"trailing": (" | ", "{} |"), "both": (" | ", "| {} |"), "between": ("|", "{}")}


def write(document, path, style, rng):
    merged, gap = rng.choice(("full", "gone")), rng.choice(([], [""]))
    path.write_text(text_parts.lines(document, lambda grid: _rows(grid, style, merged), gap), encoding="utf-8")


def _rows(grid, style, merged):
    bar, row = PATTERN[style]
    return [row.format(bar.join(fields)) for fields in text_parts.fields(grid, merged)]
