"""LibreOffice Writer, which stands for Word: an OpenDocument file of our own, converted in one batch at the end.
Styles: head (table heads repeated on each page), plain, tight (rows that do not break, small type)."""
import pathlib
import shutil
import subprocess
import tempfile
from html import escape

from document import Grid

STYLES = ("head", "plain", "tight")
EXTENSION = "pdf"
TOOL = "soffice"
LACKS = dict.fromkeys(STYLES, ("row_short",))
FONTS = ("AR PL UMing CN", "AR PL UKai CN", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Serif CJK SC")
_waiting = []  # (source, target) of the documents to be converted

SOURCE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="body" svg:font-family="'{font}'"/><style:font-face style:name="bold" svg:font-family="'{bold}'"/></office:font-face-decls>
<office:styles>
{paragraph_styles}
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="595pt" fo:page-height="842pt" fo:margin-top="72pt" fo:margin-bottom="50pt" fo:margin-left="{margin}pt" fo:margin-right="{margin}pt"/>
<style:footer-style><style:header-footer-properties fo:min-height="28pt" fo:margin-top="10pt"/></style:footer-style></style:page-layout>
<style:style style:name="table" style:family="table"><style:table-properties style:width="{room}pt" table:align="margins" table:border-model="collapsing"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties fo:keep-together="{together}"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="{border}" fo:padding="{pad}pt" style:vertical-align="middle"/></style:style>
<style:style style:name="group" style:family="table-cell"><style:table-cell-properties fo:border="{border}" fo:padding="{pad}pt" style:vertical-align="middle" fo:background-color="{fill}"/></style:style>
{column_styles}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:footer><text:p text:style-name="Foot">- <text:page-number text:select-page="current"/> -</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document>
"""
PARAGRAPH = ('<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" fo:text-indent="{indent}pt" '
             'fo:line-height="{leading}"/><style:text-properties style:font-name-asian="{face}" style:font-name="{face}" fo:font-size="{size}pt" '
             'style:font-size-asian="{size}pt" fo:font-weight="{weight}" style:font-weight-asian="{weight}"/></style:style>')


def write(document, path, style, rng):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-soffice-"))
    source = folder / f"{path.stem}.fodt"
    source.write_text(_source(document, style, rng), encoding="utf-8")
    _waiting.append((source, path))


def finish():
    """One soffice for each target folder: its start costs more than a report."""
    targets = {target.parent for _, target in _waiting}
    for folder in targets:
        sources = [source for source, target in _waiting if target.parent == folder]
        with tempfile.TemporaryDirectory(prefix="gongkai-soffice-") as profile:
            subprocess.run([TOOL, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
                            *map(str, sources)], check=True, capture_output=True, timeout=60 + 20 * len(sources))
    for source, _ in _waiting:
        shutil.rmtree(source.parent)
    _waiting.clear()


def _source(document, style, rng):
    size, margin = rng.choice((12, 14, 16)), rng.choice((70, 80, 90))
    room = 595 - 2 * margin
    font, bold = rng.choice(FONTS), rng.choice(FONTS)
    return SOURCE.format(font=font, bold=bold, margin=margin, room=room, together="always" if style == "tight" else "auto",
                         border=rng.choice(("0.5pt solid #000000", "0.75pt solid #000000", "1pt solid #808080")), pad=rng.choice((1, 2, 4)),
                         fill=rng.choice(("#ffffff", "#c6d9f1", "#eeeeee")), paragraph_styles=_paragraph_styles(size, 8 if style == "tight" else rng.choice((9, 10.5))),
                         column_styles=_column_styles(document, room), body=_body(document, style))


def _paragraph_styles(size, table_size):
    rows = (("Title", "center", 0, "140%", "bold", 22, "bold"), ("Date", "center", 0, "140%", "body", size, "normal"),
            ("Body", "justify", 2 * size, f"{round(size * 1.75)}pt", "body", size, "normal"), ("Heading", "left", 2 * size, f"{round(size * 1.75)}pt", "bold", size, "bold"),
            ("Signature", "right", 0, f"{round(size * 1.75)}pt", "body", size, "normal"), ("Foot", "center", 0, "100%", "body", 12, "normal"),
            ("Label", "left", 0, "100%", "body", table_size, "normal"), ("Number", "center", 0, "100%", "body", table_size, "normal"))
    names = ("name", "align", "indent", "leading", "face", "size", "weight")
    return "\n".join(PARAGRAPH.format(**dict(zip(names, row))) for row in rows)


def _grids(document):
    return [block for section in document.sections for block in section.blocks if isinstance(block, Grid)]


def _column_styles(document, room):
    widths = sorted({share for grid in _grids(document) for share in grid.widths})
    return "\n".join(f'<style:style style:name="w{share:.4f}" style:family="table-column"><style:table-column-properties '
                     f'style:column-width="{share * room:.2f}pt"/></style:style>' for share in widths)


def _paragraph(words, style):
    return f'<text:p text:style-name="{style}">{escape(words, quote=False)}</text:p>'


def _body(document, style):
    parts = [_paragraph(line, "Title") for line in document.title_lines]
    parts += [_paragraph(document.subtitle, "Date")] if document.subtitle else []
    parts += [_paragraph(words, "Body") for words in document.preamble]
    for section in document.sections:
        parts.append(_paragraph(section.printed, "Heading"))
        for block in section.blocks:
            if isinstance(block, Grid):
                parts.append(_table(block, style))
            else:
                parts.append(_paragraph(block.text, "Signature" if block.style == "signature" else "Body"))
    return "\n".join(parts)


def _table(grid, style):
    columns = "".join(f'<table:table-column table:style-name="w{share:.4f}"/>' for share in grid.widths)
    rows = [_row(grid, row) for row in range(grid.rows)]
    head = grid.header_rows if style == "head" else 0
    head_rows = f"<table:table-header-rows>{''.join(rows[:head])}</table:table-header-rows>" if head else ""
    return f'<table:table table:style-name="table">{columns}{head_rows}{"".join(rows[head:])}</table:table>'


def _row(grid, row):
    slots = grid.filled()
    cells = []
    for column in range(grid.columns):
        cell = slots.get((row, column))
        if cell and (cell.row, cell.column) == (row, column):
            cells.append(_cell(cell))
        else:
            cells.append('<table:covered-table-cell table:style-name="cell"/>' if cell else '<table:table-cell table:style-name="cell"><text:p/></table:table-cell>')
    return f'<table:table-row table:style-name="row">{"".join(cells)}</table:table-row>'


def _cell(cell):
    style = "Label" if cell.role in ("label", "note") and not cell.vertical else "Number"
    lines = list(cell.text) if cell.vertical else cell.text.split("\n")
    return (f'<table:table-cell table:style-name="{"group" if cell.role == "group" else "cell"}" table:number-rows-spanned="{cell.rowspan}" '
            f'table:number-columns-spanned="{cell.colspan}">{"".join(_paragraph(line, style) for line in lines or [""])}</table:table-cell>')
