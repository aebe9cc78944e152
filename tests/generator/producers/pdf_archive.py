"""PDF to be printed and scanned: numbers in a face and size of their own, as Word sets them, and only in faces that the reader
of digits has not been trained on (README.md). Not among the producers taken by default: ask for it by name."""
from document import Grid
from producers import paper, pdf_reportlab, ruled, typeset

STYLES = ("stroked", "thin", "wps")
EXTENSION = "pdf"
LACKS = dict.fromkeys(STYLES, ("row_short",))

# (of the text, of digits and letters): 仿宋 or 宋体 with Times, with Calibri, with Arial, or with its own digits.
TABLE_FACES = (("song", "times"), ("song", "times"), ("song", "times"), ("song", "calibri"), ("kai", "times"), ("song", None), ("kai", None),
               ("hei", "arial"), ("hei", None), ("zen", None), ("song", "century"), ("song", "palatino"), ("song", "timesbold"))
SIZES = (14, 13, 12, 11, 10.5, 10, 9)


def write(document, path, style, rng):
    text, latin = rng.choice(TABLE_FACES)
    margins = rng.choice(((74, 90, 74, 80), (60, 72, 60, 72), (54, 64, 54, 60)))
    room = paper.WIDTH - margins[0] - margins[2]
    number = _largest(document, text, latin, room, rng.choice(SIZES))
    body, prose, body_latin = rng.choice(("song", "kai", "hei")), rng.choice((14, 15, 16)), rng.choice(("times", "times", None))
    face = typeset.Face
    look = paper.Look(face(body, prose, body_latin), face(rng.choice(("hei", "zen")), prose, body_latin), face(rng.choice(("hei", "song")), 22, body_latin),
                      face(text, rng.choice((9, 9, 10, 10.5)), latin), prose * 1.7, margins, rng.choice(("- {} -", "—{}—", "{}", "")),
                      rng.choice(("centre", "outer")), "", True, number)
    table = ruled.TableLook(style, rng.random() < 0.4, rng.random() < 0.15, rng.choice((None, None, None, (0.85, 0.9, 0.96))),
                            rng.choice((2, 3, 4, 6)), rng.choice((0.5, 0.5, 0.75, 1)), rng.random() < 0.2)
    pdf_reportlab.lay_out(document, path, look, table)


def _largest(document, text, latin, room, wanted):
    """The face of the numbers at the size wanted, or the next smaller one at which every number stands in one line."""
    faces = [typeset.Face(text, size, latin) for size in SIZES if size <= wanted]
    return next((face for face in faces if _fits(document, face, room)), faces[-1])


def _fits(document, face, room):
    """Does every number stand in one line in its cell?"""
    for section in document.sections:
        for grid in section.blocks:
            if isinstance(grid, Grid):
                for cell in grid.cells:
                    wide = sum(grid.widths[cell.column:cell.column + cell.colspan]) * room - 5
                    if cell.role == "number" and typeset.width(cell.text, face) > wide:
                        return False
    return True
