"""Markdown tables. Styles: empty (covered slots are empty), repeat (they repeat the text, as converters do)."""
from producers import text_parts

STYLES = ("empty", "repeat")
EXTENSION = "md"
LACKS = {}


def write(document, path, style, rng):
    heading, title = rng.choice((("## {}", "# {}"), ("{}", "{}"), ("**{}**", "**{}**")))
    merged = {"empty": "full", "repeat": "repeat"}[style]
    path.write_text(text_parts.lines(document, lambda grid: _rows(grid, merged), [""], heading, title), encoding="utf-8")


def _rows(grid, merged):
    rows = [f"| {' | '.join(fields)} |" for fields in text_parts.fields(grid, merged)]
    return [rows[0], "|" + "---|" * grid.columns, *rows[1:]]
