"""A grid on paper: heights of rows, breaks over pages (also inside merged cells), and the rules in the manner of a style."""
from dataclasses import dataclass

from producers import typeset
from producers.paper import HEIGHT


@dataclass(frozen=True)
class TableLook:
    rules: str            # wps, stroked, thin, no_vertical, no_rules
    repeat_head: bool     # the head again after a page break
    repeat_merged: bool   # the text of a merged cell again after a page break
    fill: tuple | None    # colour of the article rows
    pad: float            # above and below the text of a cell
    thickness: float
    open_ends: bool       # no rule where the page cuts the table


class Table:
    def __init__(self, paper, grid, look):
        self.paper, self.grid, self.look = paper, grid, look
        self.face = paper.look.table
        self.number_face = paper.look.number_face or self.face
        self.leading = max(self.face.size, self.number_face.size) * 1.25
        edges = [paper.left]
        for share in grid.widths:
            edges.append(edges[-1] + share * paper.room)
        self.x = edges
        self.lines = {cell: self._lines(cell) for cell in grid.cells}
        self.heights = self._heights()
        self.written = set()

    def draw(self):
        """Row after row, a new slice of the table on each page."""
        start = 0
        while start < self.grid.rows:
            head = self.grid.header_rows if start >= self.grid.header_rows > 0 and self.look.repeat_head and start else 0
            room = self.paper.bottom - self.paper.y - sum(self.heights[:head])
            end = start
            while end < self.grid.rows and sum(self.heights[start:end + 1]) <= room:
                end += 1
            if end < max(start + 1, self.grid.header_rows):
                self.paper.turn()
                continue
            if head:
                self._slice(0, head)
            self._slice(start, end)
            start = end
            if start < self.grid.rows:
                self.paper.turn()
        self.paper.y += 10

    def _face(self, cell):
        return self.number_face if cell.role == "number" else self.face

    def _lines(self, cell):
        if cell.vertical and cell.text:
            return list(cell.text)
        room = self.x[cell.column + cell.colspan] - self.x[cell.column] - 5
        return [line for piece in cell.text.split("\n") for line in typeset.break_lines(piece, self._face(cell), room)]

    def _heights(self):
        heights = [self.leading + 2 * self.look.pad] * self.grid.rows
        for cell in sorted(self.grid.cells, key=lambda cell: cell.rowspan):
            if not (cell.vertical and cell.rowspan > 4):  # tall vertical text is squeezed into what is there
                lack = len(self.lines[cell]) * self.leading + 2 * self.look.pad - sum(heights[cell.row:cell.row + cell.rowspan])
                heights[cell.row + cell.rowspan - 1] += max(0, lack)
        return heights

    def _slice(self, start, end):
        """Draws rows start to end at the paper's place, and moves that on."""
        y = [self.paper.y]
        for height in self.heights[start:end]:
            y.append(y[-1] + height)
        for cell in self.grid.cells:
            top, bottom = max(cell.row, start), min(cell.row + cell.rowspan, end)
            if top < bottom:
                box = (self.x[cell.column], y[top - start], self.x[cell.column + cell.colspan], y[bottom - start])
                if cell.role == "group" and self.look.fill:
                    self._fill(box, self.look.fill)
                if self._belongs(cell, box, end):
                    self._text(cell, box)
                    self.written.add(cell)
                RULES[self.look.rules](self, box, self._cut(cell, start, end))
        self.paper.y = y[-1]

    def _belongs(self, cell, box, end):
        """A merged cell that the page cuts has its text in the first slice with room for it."""
        if cell in self.written:
            return cell.row < self.grid.header_rows or self.look.repeat_merged
        return cell.row + cell.rowspan <= end or len(self.lines[cell]) * self.leading <= box[3] - box[1]

    def _cut(self, cell, start, end):
        """(top, bottom): are these edges of the cell made by the page, and to be left open?"""
        return (self.look.open_ends and cell.row < start, self.look.open_ends and cell.row + cell.rowspan > end)

    def _text(self, cell, box):
        left, top, right, bottom = box
        lines, face = self.lines[cell], self._face(cell)
        step = min(self.leading, (bottom - top) / len(lines)) if cell.vertical else self.leading
        y = top + (bottom - top - step * len(lines)) / 2
        for line in lines:
            slack = right - left - typeset.width(line, face)
            x = left + (2.5 if cell.role in ("label", "note") and not cell.vertical else slack / 2)
            typeset.draw(self.paper.canvas, x, HEIGHT - y - face.size * typeset.BASELINE - (step - face.size) / 2, line, face)
            y += step

    def _fill(self, box, colour=(0, 0, 0)):
        left, top, right, bottom = box
        self.paper.canvas.setFillColorRGB(*colour)
        self.paper.canvas.rect(left, HEIGHT - bottom, right - left, bottom - top, stroke=0, fill=1)
        self.paper.canvas.setFillColorRGB(0, 0, 0)


def _edges(box, cut):
    """The four edges as (x0, y0, x1, y1), without those that the page cut open."""
    left, top, right, bottom = box
    edges = [(left, top, left, bottom), (right, top, right, bottom)]
    edges += [] if cut[0] else [(left, top, right, top)]
    return edges if cut[1] else [*edges, (left, bottom, right, bottom)]


def _wps(table, box, cut):
    """Each edge a filled bar that ends 0.25 pt short of the corner, and a filled square in each corner."""
    half = table.look.thickness / 2
    for x0, y0, x1, y1 in _edges(box, cut):
        gap = half + 0.25
        if x0 == x1:
            table._fill((x0 - half, y0 + gap, x0 + half, y1 - gap))
        else:
            table._fill((x0 + gap, y0 - half, x1 - gap, y0 + half))
        for x, y in ((x0, y0), (x1, y1)):
            table._fill((x - half, y - half, x + half, y + half))


def _thin(table, box, cut):
    half = table.look.thickness / 2
    for x0, y0, x1, y1 in _edges(box, cut):
        table._fill((x0 - half, y0 - half, x1 + half, y1 + half))


def _stroked(table, box, cut):
    table.paper.canvas.setLineWidth(table.look.thickness)
    for x0, y0, x1, y1 in _edges(box, cut):
        table.paper.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)


def _no_vertical(table, box, cut):
    table.paper.canvas.setLineWidth(table.look.thickness)
    for x0, y0, x1, y1 in _edges(box, cut):
        if y0 == y1:
            table.paper.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)


RULES = {"wps": _wps, "thin": _thin, "stroked": _stroked, "no_vertical": _no_vertical, "no_rules": lambda table, box, cut: None}
