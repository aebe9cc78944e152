"""A4 pages that text flows over, with a number at the foot and perhaps a running head."""
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from producers import typeset

WIDTH, HEIGHT = 595.28, 841.89


@dataclass(frozen=True)
class Look:
    body: typeset.Face
    heading: typeset.Face
    title: typeset.Face
    table: typeset.Face
    leading: float
    margins: tuple          # left, top, right, bottom
    number: str             # the foot's pattern, "" for none
    number_side: str        # centre, right, outer
    header: str
    justify: bool
    number_face: typeset.Face | None = None  # of the cells with numbers, where it is not the table's


class Paper:
    """Keeps the place on the page; y runs downward from the top of the paper."""

    def __init__(self, path, look):
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
        self.look, self.page = look, 1
        self.left, top, right, bottom = look.margins
        self.right, self.top, self.bottom = WIDTH - right, top, HEIGHT - bottom
        self.y = self.top
        self._furniture()

    @property
    def room(self):
        return self.right - self.left

    def need(self, height):
        if self.y + height > self.bottom:
            self.turn()

    def turn(self):
        self.canvas.showPage()
        self.page += 1
        self.y = self.top
        self._furniture()

    def save(self):
        self.canvas.save()

    def line(self, x, text, face, spread=0.0, bold=False):
        """One line of the paper's leading."""
        self.need(self.look.leading)
        baseline = HEIGHT - self.y - (self.look.leading + face.size) / 2 + face.size * (1 - typeset.BASELINE)
        if bold:
            typeset.draw_bold(self.canvas, x, baseline, text, face)
        else:
            typeset.draw(self.canvas, x, baseline, text, face, spread)
        self.y += self.look.leading

    def centred(self, text, face):
        for line in typeset.break_lines(text, face, self.room):
            self.line(self.left + (self.room - typeset.width(line, face)) / 2, line, face)

    def paragraph(self, text, face, bold=False):
        indent = 2 * face.size
        lines = typeset.break_lines(text, face, self.room, indent)
        for i, line in enumerate(lines):
            inset = 0 if i else indent
            slack = self.room - inset - typeset.width(line, face)
            spread = slack / max(1, len(line) - 1) if self.look.justify and i + 1 < len(lines) else 0
            self.line(self.left + inset, line, face, min(spread, face.size / 3), bold)

    def flush_right(self, text, face):
        self.line(self.right - typeset.width(text, face) - 2 * face.size, text, face)

    def _furniture(self):
        if self.look.header:
            face = typeset.Face(self.look.body.font, 9)
            typeset.draw(self.canvas, (WIDTH - typeset.width(self.look.header, face)) / 2, HEIGHT - 40, self.look.header, face)
            self.canvas.setLineWidth(0.5)
            self.canvas.line(self.left, HEIGHT - 45, self.right, HEIGHT - 45)
        if self.look.number:
            text, face = self.look.number.format(self.page), typeset.Face(self.look.body.font, 12, self.look.body.latin or "Times-Roman")
            side = self.look.number_side
            if side == "outer":
                side = "right" if self.page % 2 else "left"
            x = {"centre": (WIDTH - typeset.width(text, face)) / 2, "left": self.left + 14,
                 "right": self.right - typeset.width(text, face) - 14}[side]
            typeset.draw(self.canvas, x, 48, text, face)
