"""HTML set for paper, shared by the two that print HTML: fonts, page numbers, rules, widths of columns."""
from producers import html_parts

FONTS = ("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "AR PL UMing CN", "AR PL UKai CN", "Noto Sans CJK SC", "Noto Serif CJK SC")
CSS = """
@page {{ size: A4; margin: {margin}; @bottom-{side} {{ content: "- " counter(page) " -"; font: 12pt "{font}" }} {header} }}
body {{ font-family: "{font}"; font-size: {size}pt; line-height: {leading}; margin: 0 }}
p {{ margin: 0; text-indent: 2em; text-align: justify }}
p.title {{ text-align: center; text-indent: 0; font-size: 22pt; font-weight: bold; margin-bottom: 1em }}
p.date {{ text-align: center; text-indent: 0 }}
p.signature {{ text-align: right; text-indent: 0 }}
p.heading {{ font-family: "{bold}"; font-weight: bold }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: {table}pt; line-height: 1.4; margin: 6pt 0 }}
td {{ {rules}; padding: {pad}pt 2pt; word-break: break-all; overflow-wrap: anywhere }}
td.number, td.head, td.group {{ text-align: center }}
td.group {{ {fill} }}
"""
RULES = {"full": "border: 0.75pt solid black", "grey": "border: 1px solid #bbb", "horizontal": "border-top: 0.75pt solid black; border-bottom: 0.75pt solid black",
         "none": "border: none"}


def page(document, style, rng, fonts=FONTS):
    title = "".join(f'<p class="title">{html_parts.text(line)}</p>' for line in document.title_lines)
    subtitle = f'<p class="date">{html_parts.text(document.subtitle)}</p>' if document.subtitle else ""
    content = html_parts.body(document, _paragraph, lambda words: f'<p class="heading">{html_parts.text(words)}</p>', _table)
    return (f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"/><title>{html_parts.text(document.title)}</title>'
            f"<style>{_css(document, style, rng, fonts)}</style></head>\n<body>{title}{subtitle}\n{content}\n</body></html>")


def _css(document, style, rng, fonts):
    font = rng.choice(fonts)
    header = f'@top-center {{ content: "{document.title}"; font: 9pt "{font}" }}' if rng.random() < 0.25 else ""
    return CSS.format(margin=rng.choice(("72pt 80pt", "60pt 60pt", "100pt 75pt 90pt 80pt")), side=rng.choice(("center", "center", "right")), header=header,
                      font=font, bold=rng.choice(fonts), size=rng.choice((12, 14, 16)), leading=rng.choice((1.5, 1.75, 2)),
                      table=rng.choice((8, 9, 10.5)), pad=rng.choice((1, 3, 6)), rules=RULES[style],
                      fill=rng.choice(("", "background: #c6d9f1", "background: #eee")))


def _paragraph(words, style):
    return f'<p class="{style}">{html_parts.text(words)}</p>'


def _table(grid):
    columns = "".join(f'<col style="width:{share:.2%}"/>' for share in grid.widths)
    return html_parts.table(grid, f"<table><colgroup>{columns}</colgroup>",
                            lambda cell: f'<td class="{cell.role}"{html_parts.spans(cell)}>{html_parts.cell_text(cell)}</td>')
