"""Chinese lines on paper: fonts, breaking, and drawing with reportlab. Lengths are PDF points."""
import functools
import re
import tempfile
from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FILES = {"song": ("arphic/uming.ttc", 0), "kai": ("arphic/ukai.ttc", 0), "hei": ("wqy/wqy-microhei.ttc", 0), "zen": ("wqy/wqy-zenhei.ttc", 0),
         "calibri": ("crosextra/Carlito-Regular.ttf", 0)}
# Faces for digits and letters, each embedded: the URW clones of Times, Arial, Century, Palatino, and Calibri's twin.
TYPE1 = {"times": "NimbusRoman-Regular", "timesbold": "NimbusRoman-Bold", "arial": "NimbusSans-Regular", "century": "C059-Roman", "palatino": "P052-Roman"}
TYPE1_FOLDER = "/usr/share/fonts/type1/urw-base35"
TYPE1_PARTS = re.compile(rb"(.*?eexec\r)(.*?)((?:0{64}\s){8}cleartomark\s*)", re.DOTALL)
NO_START = "，。、；：？！）》”’】%"
NO_END = "（《“‘【"
ATOM = re.compile(r"[0-9A-Za-z.,@/\-]+|.", re.DOTALL)
LATIN = re.compile(r"[0-9A-Za-z.,@/%+\- ]+|[^0-9A-Za-z.,@/%+\- ]+")
BASELINE = 0.86  # of the font size, from the top of the line's box to its baseline


@dataclass(frozen=True)
class Face:
    font: str
    size: float
    latin: str | None = None  # another font for digits and letters, as Word does with Times


@functools.cache
def font(name):
    if name in TYPE1:
        return _type1(name)
    if name not in FILES:
        return name  # one of the fonts that every PDF reader has
    file, index = FILES[name]
    pdfmetrics.registerFont(TTFont(name, f"/usr/share/fonts/truetype/{file}", subfontIndex=index))
    return name


def _type1(name):
    """reportlab embeds Type 1 from its binary wrapping (PFB) only; the package has the bare file."""
    stem = f"{TYPE1_FOLDER}/{TYPE1[name]}"
    with open(f"{stem}.t1", "rb") as file:
        parts = TYPE1_PARTS.fullmatch(file.read()).groups()
    with tempfile.NamedTemporaryFile(suffix=".pfb") as wrapped:
        for kind, part in zip((1, 2, 1), parts):
            wrapped.write(bytes((0x80, kind)) + len(part).to_bytes(4, "little") + part)
        wrapped.write(b"\x80\x03")
        wrapped.flush()
        face = pdfmetrics.EmbeddedType1Face(f"{stem}.afm", wrapped.name)
    pdfmetrics.registerTypeFace(face)
    pdfmetrics.registerFont(pdfmetrics.Font(name, face.name, "WinAnsiEncoding"))
    return name


def runs(text, face):
    """(font, words) pieces of a line."""
    if not face.latin:
        return [(font(face.font), text)]
    return [(font(face.latin) if piece.isascii() else font(face.font), piece) for piece in LATIN.findall(text)]


def width(text, face):
    return sum(pdfmetrics.stringWidth(piece, name, face.size) for name, piece in runs(text, face))


def break_lines(text, face, room, indent=0):
    """The lines of a paragraph; a closing mark never begins a line and an opening one never ends it."""
    lines, line, used = [], "", indent
    for atom in _atoms(text):
        size = width(atom, face)
        if line and used + size > room:
            lines.append(line)
            line, used = "", 0
        line, used = line + atom, used + size
    return [*lines, line]


def _atoms(text):
    atoms = []
    for atom in ATOM.findall(text):
        if atoms and (atom in NO_START or atoms[-1][-1] in NO_END):
            atoms[-1] += atom
        else:
            atoms.append(atom)
    return atoms


def draw(canvas, x, y, text, face, spread=0.0):
    """Draws with the baseline at y; `spread` is put behind every character."""
    out = canvas.beginText(x, y)
    out.setCharSpace(spread)
    for name, piece in runs(text, face):
        out.setFont(name, face.size)
        out.textOut(piece)
    canvas.drawText(out)


def draw_bold(canvas, x, y, text, face):
    """Chinese bold as Word fakes it: filled and stroked."""
    out = canvas.beginText(x, y)
    out.setTextRenderMode(2)
    canvas.setLineWidth(face.size / 40)
    for name, piece in runs(text, face):
        out.setFont(name, face.size)
        out.textOut(piece)
    out.setTextRenderMode(0)
    canvas.drawText(out)
