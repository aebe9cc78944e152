"""What a producer writes down: paragraphs and grids, without any idea of a file format."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    text: str            # "\n" where the writer broke the line by hand
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    role: str = "label"  # group, head, label, number, note
    vertical: bool = False


@dataclass
class Grid:
    key: str
    widths: list         # one share a column
    header_rows: int = 0
    cells: list = field(default_factory=list)

    @property
    def columns(self):
        return len(self.widths)

    @property
    def rows(self):
        return max(cell.row + cell.rowspan for cell in self.cells)

    def put(self, row, column, text, **more):
        self.cells.append(Cell(text, row, column, **more))

    def by_row(self):
        """The cells that begin in each row, left to right."""
        rows = [[] for _ in range(self.rows)]
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            rows[cell.row].append(cell)
        return rows

    def filled(self):
        """Every slot of the grid: {(row, column): cell that covers it}."""
        return {(row, column): cell for cell in self.cells
                for row in range(cell.row, cell.row + cell.rowspan)
                for column in range(cell.column, cell.column + cell.colspan)}


@dataclass(frozen=True)
class Paragraph:
    text: str
    style: str = "body"  # body, part (begins with （一）), signature
    bold_to: int = 0     # so many characters are set in bold


@dataclass
class Section:
    key: str
    number: str
    heading: str
    printed: str         # the heading as it stands in the document
    blocks: list = field(default_factory=list)

    @property
    def text(self):
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph))


@dataclass
class Document:
    title_lines: list
    subtitle: str        # a line under the title that is no part of it; "" for none
    agency: str
    year: int
    preamble: list
    sections: list
    features: frozenset = frozenset()

    @property
    def title(self):
        return "".join(self.title_lines)
