"""What the plain text producers share."""
from document import Grid


def lines(document, grid_lines, gap, heading="{}", title="{}"):
    """The whole report as lines; `gap` are the lines between paragraphs, `grid_lines(grid)` writes a table."""
    out = [title.format(line) for line in document.title_lines]
    for paragraph in ([document.subtitle] if document.subtitle else []) + document.preamble:
        out += [*gap, paragraph]
    for section in document.sections:
        out += [*gap, heading.format(section.printed)]
        for block in section.blocks:
            out += [*gap, *(grid_lines(block) if isinstance(block, Grid) else [block.text])]
    return "\n".join(out) + "\n"


def flat(cell):
    """A cell on one line; a break made by hand becomes a blank, as in many stored texts."""
    return cell.text.replace("\n", " ")


def fields(grid, merged):
    """The rows as lists of fields. `merged`: full (covered slots are empty), gone (those covered by a cell of the same row are
    not there at all), repeat (they repeat the cell's text)."""
    slots = grid.filled()
    for row in range(grid.rows):
        out = []
        for column in range(grid.columns):
            cell = slots.get((row, column))
            if cell is None:
                continue  # the row is short
            if (cell.row, cell.column) == (row, column) or merged == "repeat":
                out.append(flat(cell))
            elif merged == "full" or cell.row < row and cell.column == column:
                out.append("")
        yield out
