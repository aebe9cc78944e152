"""What every HTML producer shares: escaping, and a table out of a grid."""
from html import escape

from document import Grid


def text(words):
    """Escaped, with the writer's own line breaks."""
    return escape(words, quote=False).replace("\n", "<br/>")


def cell_text(cell):
    return "<br/>".join(text(character) for character in cell.text) if cell.vertical else text(cell.text)


def spans(cell):
    return "".join(f' {name}="{value}"' for name, value in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if value > 1)


def table(grid, open_tag="<table>", cell_html=None):
    """`cell_html(cell)` writes one td; the plain one is used where it is left out."""
    cell_html = cell_html or (lambda cell: f"<td{spans(cell)}>{cell_text(cell)}</td>")
    rows = ["<tr>" + "".join(cell_html(cell) for cell in row) + "</tr>" for row in grid.by_row()]
    return f"{open_tag}<tbody>\n" + "\n".join(rows) + "\n</tbody></table>"


def padded_table(grid, open_tag="<table>"):
    """Empty cells in place of rowspan and colspan, as some editors leave behind."""
    slots = grid.filled()
    rows = []
    for row in range(grid.rows):
        cells = ((column, slots[row, column]) for column in range(grid.columns) if (row, column) in slots)
        rows.append("<tr>" + "".join(
            f"<td>{cell_text(cell) if (cell.row, cell.column) == (row, column) else ''}</td>"
            for column, cell in cells) + "</tr>")
    return f"{open_tag}<tbody>\n" + "\n".join(rows) + "\n</tbody></table>"


def body(document, paragraph, heading, grid_html):
    """The report between its title and its end."""
    parts = [paragraph(words, "body") for words in document.preamble]
    for section in document.sections:
        parts.append(heading(section.printed))
        for block in section.blocks:
            parts.append(grid_html(block) if isinstance(block, Grid) else paragraph(block.text, block.style))
    return "\n".join(parts)
