"""Plain HTML5 as a good site writes it. Styles: spans (rowspan, colspan), padded (empty cells instead), heads (h1, h2, th)."""
from producers import html_parts

STYLES = ("spans", "padded", "heads")
EXTENSION = "html"
LACKS = {}


def write(document, path, style, _rng):
    path.write_text(page(document, style), encoding="utf-8")


def page(document, style):
    title = "<br/>".join(html_parts.text(line) for line in document.title_lines)
    title = f"<h1>{title}</h1>" if style == "heads" else f'<p class="title">{title}</p>'
    subtitle = f'<p class="date">{html_parts.text(document.subtitle)}</p>\n' if document.subtitle else ""
    return (f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"/><title>{html_parts.text(document.title)}</title></head>\n<body>\n'
            f"{title}\n{subtitle}{content(document, style)}\n</body></html>\n")


def content(document, style):
    grid = html_parts.padded_table if style == "padded" else _spans_table
    heading = (lambda words: f"<h2>{html_parts.text(words)}</h2>") if style == "heads" else (lambda words: f"<p>{html_parts.text(words)}</p>")
    return html_parts.body(document, lambda words, _: f"<p>{html_parts.text(words)}</p>", heading,
                           lambda block: grid(block, '<table border="1">'))


def _spans_table(grid, open_tag):
    def cell_html(cell):
        tag = "th" if cell.role == "head" else "td"
        return f"<{tag}{html_parts.spans(cell)}>{html_parts.cell_text(cell)}</{tag}>"
    return html_parts.table(grid, open_tag, cell_html)
