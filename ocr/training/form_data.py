"""Lines of the form and of other characters, drawn, damaged, and cut by the program's own code.

  lines = draw_lines(count, faces, level, seed)   pictures with their text and where it stands
  inputs, labels = pieces(lines, seed)            what the classifier sees, and what it is
"""

import ctypes
import functools
import pathlib
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

import damage as dm
import fonts
import form_words
from fonts import Face

HERE = pathlib.Path(__file__).resolve().parent
CHARACTERS = form_words.characters()
JUNK = len(CHARACTERS)
CLASS = {char: i for i, char in enumerate(CHARACTERS)}
OTHERS = form_words.others()
INPUTS = 512 + 64 + 32

_TT = "/usr/share/fonts/truetype/"
# Besides those of fonts.py: held out here are WenQuanYi Zen Hei and both kai faces of Arphic's, of
# which the one derives from the other.
_MORE = [
    Face("fonts-droid-fallback", _TT + "droid/DroidSansFallbackFull.ttf", 0, True),
    Face("fonts-wqy-microhei", _TT + "wqy/wqy-microhei.ttc", 0, True),
    Face("fonts-arphic-gbsn00lp", _TT + "arphic-gbsn00lp/gbsn00lp.ttf", 0, True),
    Face("fonts-arphic-uming", _TT + "arphic/uming.ttc", 0, True),
    Face("fonts-babelstone-han", _TT + "babelstone/BabelStoneHan.ttf", 0, True),
    Face("fonts-cns11643-kai", _TT + "cns11643/TW-Kai-98_1.ttf", 0, True),
    Face("fonts-cns11643-sung", _TT + "cns11643/TW-Sung-98_1.ttf", 0, True),
    Face("fonts-smiley-sans", _TT + "smiley-sans/SmileySans-Oblique.ttf", 0, True),
    # Traditional, but the characters that both scripts share are there: the only fangsong of Debian.
    Face("fonts-cwtex-fs", _TT + "cwtex/cwfs.ttf", 0, True),
    Face("fonts-cwtex-fs", _TT + "cwtex/cwfs.ttf", 0, True),
    Face("fonts-cwtex-kai", _TT + "cwtex/cwkai.ttf", 0, True),
    Face("fonts-cwtex-ming", _TT + "cwtex/cwming.ttf", 0, True),
    Face("fonts-cwtex-heib", _TT + "cwtex/cwheib.ttf", 0, True),
    Face("fonts-cwtex-yen", _TT + "cwtex/cwyen.ttf", 0, True),
]
_HELD_OUT = ("fonts-wqy-zenhei", "fonts-arphic-ukai", "fonts-arphic-gkai00mp")


def training_faces():
    return fonts.training_fonts(han=True) + _MORE


def held_out_faces():
    return [face for face in fonts.held_out_fonts(han=True) if face.package in _HELD_OUT]


@functools.lru_cache(maxsize=None)
def _latin_faces():
    names = ("LiberationSerif-Regular.ttf", "LiberationSans-Regular.ttf", "LiberationSerif-Bold.ttf",
             "Carlito-Regular.ttf")
    return tuple(face for face in fonts.training_fonts() + fonts.held_out_fonts()
                 if face.path.endswith(names))


@dataclass
class Line:
    picture: np.ndarray  # as the program gets it
    text: str            # western marks as their full-width classes
    ends: list           # of each character: the columns of its ink in the picture


def _random_text(rng):
    kind = rng.random()
    if kind < .3:
        words = form_words.words()
        text = words[int(rng.integers(len(words)))]
        start = int(rng.integers(0, max(1, len(text) - 14)))
        return text[start:start + 16]
    count = int(rng.integers(2, 14))
    others = rng.choice([0, .1, .5, 1], p=[.45, .35, .15, .05])
    text = []
    for _ in range(count):
        if rng.random() < others:
            text.append(OTHERS[int(rng.integers(len(OTHERS)))])
        elif rng.random() < .22:
            marks = form_words.DIGITS + form_words.MARKS + "(),:;"
            text.append(marks[int(rng.integers(len(marks)))])
        else:
            text.append(CHARACTERS[int(rng.integers(len(CHARACTERS)))])
    return "".join(text)


def _narrow(text, rng):
    """Typed with western marks, as many do."""
    for wide, narrow in zip("（），：；", "(),:;"):
        if rng.random() < .5:
            text = text.replace(wide, narrow)
    return text


@functools.lru_cache(maxsize=100000)
def _ink_columns(font, char):
    """Of the character's ink, from where the pen stands. (getbbox counts its advance in.)"""
    mask, offset = font.getmask2(char, "L", anchor="ls")[:2]
    box = mask.getbbox() or (0, 0, 0, 0)
    return offset[0] + box[0], offset[0] + box[2]


def _drawn(text, face, px, rng):
    """The line at 600 dpi, with the columns of each character's ink."""
    han = fonts._font(face, px)
    latin = fonts._font(_latin_faces()[int(rng.integers(len(_latin_faces())))], px)
    apart = px * float(rng.choice([0, 0, 0, .03, .1, .3, -.03]))
    image = Image.new("L", (int(len(text) * (px + max(apart, 0)) + 2 * px), 2 * px), 255)
    pen, x, ends = ImageDraw.Draw(image), px * .7, []
    own_latin = rng.random() < .4
    for char in text:
        font = latin if ord(char) < 128 and not own_latin else han
        left, right = _ink_columns(font, char)
        pen.text((round(x), round(px * 1.4)), char, 0, font=font, anchor="ls")
        ends.append((round(x) + left, round(x) + right))
        x += font.getlength(char) + apart
    return np.array(image)[:, :int(x + px * .7)], ends


def _cropped(picture, ends, rng):
    """As the program cuts a line out: a few pixels around its ink, now and then a rest of a rule."""
    rows = np.flatnonzero((picture < 140).sum(1) > 0)
    if len(rows) == 0:
        return None
    pads = rng.integers(1, 9, 4)
    top, bottom = max(0, rows[0] - pads[0]), min(picture.shape[0], rows[-1] + 1 + pads[1])
    left = int(max(0, ends[0][0] - pads[2]))
    right = int(min(picture.shape[1], ends[-1][1] + pads[3]))
    cut = picture[top:bottom, left:right].copy()
    if rng.random() < .05:
        cut[:int(rng.integers(1, 3))] = int(rng.integers(0, 160))
    if rng.random() < .05:
        cut[:, :int(rng.integers(1, 4))] = int(rng.integers(0, 160))
    return cut, [(a - left, b - left) for a, b in ends]


def draw_line(text, face, level, rng, px=None):
    px = px or int(rng.uniform(8, 14.5) / 72 * dm.DRAWING_DPI)
    drawing, ends = _drawn(text, face, px, rng)
    damage = dm.sample(level, rng)
    picture = dm.apply(damage, drawing, rng)
    scale = picture.shape[1] / drawing.shape[1]
    cut = _cropped(picture, [(a * scale, b * scale) for a, b in ends], rng)
    if cut is None or cut[0].size == 0:
        return None
    known = "".join(form_words.FULL_TO_CLASS.get(char, char) for char in text)
    return Line(np.ascontiguousarray(cut[0]), known, cut[1])


def draw_lines(count, faces, level, seed, text_of=None):
    rng = np.random.default_rng(seed)
    made = 0
    while made < count:
        face = faces[int(rng.integers(len(faces)))]
        text = _narrow((text_of or _random_text)(rng), rng)
        text = "".join(char for char in text if ord(char) < 128 or fonts.has(face, char))
        if not text:
            continue
        line = draw_line(text, face, level, rng)
        if line is not None:
            made += 1
            yield line


@functools.lru_cache(maxsize=None)
def _library():
    path = pathlib.Path(tempfile.mkdtemp()) / "form_pieces.so"
    sources = [HERE / "form_pieces_api.cpp", HERE.parent / "form_ink.cpp", HERE.parent / "form_piece.cpp"]
    subprocess.run(["g++", "-std=c++20", "-O2", "-shared", "-fPIC", f"-I{HERE.parent.parent}", "-o",
                    path, *sources], check=True)
    return ctypes.CDLL(str(path))


def look(picture, most=600):
    """Ends and inputs of every piece of a line, and the line's height."""
    ends, inputs = np.zeros((most, 2), np.int32), np.zeros((most, INPUTS), np.uint8)
    em = ctypes.c_int32()
    pointer = lambda array: array.ctypes.data_as(ctypes.c_void_p)
    count = _library().LookAtPieces(pointer(picture), picture.shape[1], picture.shape[0], most,
                                    pointer(ends), pointer(inputs), ctypes.byref(em))
    return ends[:max(0, count)], inputs[:max(0, count)], em.value


def _label(piece, line, em):
    """The class of a piece; None where it nearly is a character, but not quite."""
    near, far = 1.3 + .05 * em, 2.5 + .13 * em
    for char, (a, b) in zip(line.text, line.ends):
        away = max(abs(piece[0] - a), abs(piece[1] - b))
        if away <= near:
            return CLASS.get(char, JUNK)
        if away <= far:
            return None
    return JUNK


def pieces(lines, seed, junk_share=.35):
    """All pieces that are characters, and some of those that are none."""
    rng = np.random.default_rng(seed)
    inputs, labels = [], []
    for line in lines:
        ends, seen, em = look(line.picture)
        known = {char for char in line.text}
        for piece, values in zip(ends, seen):
            label = _label(piece, line, em)
            whole = label is not None and label != JUNK
            if label is None or (not whole and rng.random() > (
                    1 if any(CLASS.get(c) is None for c in known) and _is_other(piece, line, em)
                    else junk_share)):
                continue
            inputs.append(values)
            labels.append(label)
    return np.array(inputs, np.uint8), np.array(labels, np.int64)


def _is_other(piece, line, em):
    """Whether the piece is a whole character that the form does not have."""
    return any(max(abs(piece[0] - a), abs(piece[1] - b)) <= 1.3 + .05 * em
               for char, (a, b) in zip(line.text, line.ends) if char not in CLASS)


if __name__ == "__main__":
    target, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    level = sys.argv[4] if len(sys.argv) > 4 else "any"
    data = pieces(draw_lines(count, training_faces(), level, seed), seed)
    np.savez(target, inputs=data[0], labels=data[1])
    print(target, len(data[1]), "pieces,", int((data[1] == JUNK).sum()), "junk")
