"""PDF written directly. Styles: how the rules of a table are drawn (see ruled.py); wps is the manner of WPS Office."""
from document import Grid
from producers import paper, ruled, typeset

STYLES = ("wps", "wps", "stroked", "thin", "no_vertical", "no_rules")
EXTENSION = "pdf"
LACKS = dict.fromkeys(STYLES, ("row_short",))


def write(document, path, style, rng):
    look = _look(rng, document)
    table_look = ruled.TableLook(style, rng.random() < 0.4, rng.random() < 0.15, rng.choice((None, None, (0.776, 0.851, 0.945), (0.9, 0.9, 0.9))),
                                 rng.choice((2, 4, 7)), rng.choice((0.48, 0.5, 0.75, 1)), rng.random() < 0.3)
    lay_out(document, path, look, table_look)


def lay_out(document, path, look, table_look):
    sheet = paper.Paper(path, look)
    sheet.canvas.setTitle(document.title)
    _front(sheet, document)
    for section in document.sections:
        sheet.paragraph(section.printed, look.heading)
        for block in section.blocks:
            if isinstance(block, Grid):
                ruled.Table(sheet, block, table_look).draw()
            elif block.style == "signature":
                sheet.flush_right(block.text, look.body)
            else:
                sheet.paragraph(block.text, look.body)
    sheet.save()


def _look(rng, document):
    latin = rng.choice((None, "Times-Roman", "Times-Roman"))
    size, leading = rng.choice(((16, 28), (16, 28), (15, 27), (14, 24), (12, 20)))
    body = rng.choice(("song", "kai", "hei"))
    face = typeset.Face
    return paper.Look(face(body, size, latin), face(rng.choice(("hei", "zen")), size, latin), face(rng.choice(("hei", "song")), 22, latin),
                      face(rng.choice(("song", "song", "hei")), rng.choice((8, 9, 10.5)), latin), leading,
                      rng.choice(((80, 105, 74, 100), (90, 72, 90, 72), (70, 80, 70, 80))),
                      rng.choice(("- {} -", "—{}—", "{}", "第{}页", "")), rng.choice(("centre", "right", "outer")),
                      document.title if rng.random() < 0.2 else "", rng.random() < 0.6)


def _front(sheet, document):
    for line in document.title_lines:
        sheet.centred(line, sheet.look.title)
    if document.subtitle:
        sheet.centred(document.subtitle, sheet.look.body)
    sheet.y += sheet.look.leading / 2
    for words in document.preamble:
        sheet.paragraph(words, sheet.look.body)
