"""Rows as lines with tabs, as copied from a word processor. Styles: full, gone (see text_parts.fields)."""
from producers import text_parts

STYLES = ("full", "gone")
EXTENSION = "txt"
LACKS = {}


def write(document, path, style, rng):
    gap = rng.choice(([], [""]))
    path.write_text(text_parts.lines(document, lambda grid: _rows(grid, style), gap), encoding="utf-8")


def _rows(grid, style):
    return ["\t".join(row) for row in text_parts.fields(grid, style)]
