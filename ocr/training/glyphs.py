"""Labelled pictures of single glyphs: drawn, damaged, cut out again as the program cuts them.

  pictures, labels = make(count, faces, picture_of, seed)

A row of glyphs is drawn with wide gaps and damaged as one picture, which costs a twentieth of
damaging them one by one, and they are told apart by where they stand.
"""

import functools

import cv2
import numpy as np

import damage as dm
import fonts

CLASSES = "0123456789/-"  # one more follows: junk
JUNK = len(CLASSES)
# While cutting out, two kinds of junk are told apart: of a Chinese character a part will do, two
# digits are junk only while they touch.
_HAN_JUNK, _PAIR_JUNK = JUNK + 1, JUNK + 2
SLOTS = 16
_HAN = ("二三四五六七八九十年月日本政府信息公开条例总计其他结果维持纠正尚未审结商业企业科研机构社会公益组织法律服务"
        "行政许可处罚规章件万元报告区市人民个次条件份宗无有")
_SIGNS = "()（）:;%、·*+=<>[]#&?!~"
_LETTERS = "AEFHJKLMNPRTVWXYacdefhjkmnprtuvwxy"


# ---------------------------------------------------------------- pictures the nets look at

@functools.lru_cache(maxsize=None)
def _weights(size, length):
    """Rows of triangle filters, as wide as an output pixel and never narrower than an input one."""
    support = 2 * max(size, length)
    i, j = np.arange(size)[:, None], np.arange(length)[None, :]
    weights = np.maximum(0, support - np.abs(2 * size * j - (2 * i + 1) * length + size))
    return (weights / weights.sum(1, keepdims=True)).astype(np.float32)


def _fit(ink, side, width, height):
    out = np.zeros((side, side), np.uint8)
    x, y = (side - width) // 2, (side - height) // 2
    scaled = _weights(height, ink.shape[0]) @ ink @ _weights(width, ink.shape[1]).T
    out[y:y + height, x:x + width] = np.clip(scaled + .5, 0, 255)
    return out


def shape_picture(ink):
    """24 x 24, proportions kept."""
    height, width = ink.shape
    longest = max(height, width)
    return _fit(ink, 24, max(1, (24 * width + longest // 2) // longest),
                max(1, (24 * height + longest // 2) // longest))


def stroke_picture(ink):
    """28 x 28, proportions half lost: the square root of them is kept."""
    height, width = ink.shape
    narrow = lambda a, b: max(1, int(np.sqrt(28 * 28 * a // b)))
    return (_fit(ink, 28, narrow(width, height), 28) if width <= height
            else _fit(ink, 28, 28, narrow(height, width)))


def directions(pictures):
    """8 directions of stroke edges x 6 x 6 places, 0 to 255, of pictures by stroke_picture."""
    tents = np.maximum(0, 6 - np.abs(np.arange(30)[None, :] - (5 * np.arange(6)[:, None] + 2)))
    tents = tents.astype(np.float32)
    out = np.empty((len(pictures), 288), np.uint8)
    for start in range(0, len(pictures), 2000):
        p = np.pad(pictures[start:start + 2000].astype(np.int32), ((0, 0), (2, 2), (2, 2)))
        column = p[:, :-2] + 2 * p[:, 1:-1] + p[:, 2:]
        row = p[:, :, :-2] + 2 * p[:, :, 1:-1] + p[:, :, 2:]
        gx, gy = column[:, :, 2:] - column[:, :, :-2], row[:, 2:] - row[:, :-2]
        ax, ay = np.abs(gx), np.abs(gy)
        diagonal, straight = np.minimum(ax, ay) * 181 // 128, np.abs(ax - ay)
        planes = [straight * ((ax >= ay) & (gx > 0)), straight * ((ax >= ay) & (gx < 0)),
                  straight * ((ax < ay) & (gy > 0)), straight * ((ax < ay) & (gy < 0)),
                  diagonal * ((gx > 0) & (gy > 0)), diagonal * ((gx < 0) & (gy < 0)),
                  diagonal * ((gx > 0) & (gy < 0)), diagonal * ((gx < 0) & (gy > 0))]
        stack = np.stack(planes, 1).astype(np.float32)
        sums = np.rint(tents @ stack @ tents.T).reshape(len(p), 288)
        out[start:start + len(p)] = np.minimum(255, np.floor(np.sqrt(sums)) * 3 // 8)
    return out


# ---------------------------------------------------------------- glyphs

def _pair(face, px, rng):
    """Two digits that touch."""
    one, two = (_trimmed(fonts.draw(str(rng.integers(10)), face, px, 0)) for _ in range(2))
    height = max(len(one), len(two))
    pad = lambda a: np.pad(a, ((height - len(a), 0), (0, 0)), constant_values=255)
    one, two = pad(one), pad(two)
    overlap = int(rng.integers(1, max(2, px // 20)))
    out = np.full((height, one.shape[1] + two.shape[1] - overlap), 255, np.uint8)
    out[:, :one.shape[1]] = one
    out[:, -two.shape[1]:] = np.minimum(out[:, -two.shape[1]:], two)
    return out


def _half(face, px, rng):
    """A digit cut in two by a wrong cut. Halves that look like digits are left out."""
    digit, right = [("0", 0), ("0", 1), ("6", 0), ("8", 0), ("9", 0), ("4", 0), ("2", 0), ("2", 1),
                    ("5", 0), ("5", 1), ("3", 0), ("7", 0)][rng.integers(12)]
    ink = _trimmed(fonts.draw(digit, face, px, 0))
    cut = max(2, int(ink.shape[1] * rng.uniform(.35, .6)))
    return ink[:, -cut:] if right else ink[:, :cut]


def _remains(px, rng):
    """Corners and arcs: what rulings and seals leave."""
    out = np.full((px, px), 255, np.uint8)
    thick = int(rng.integers(3, max(4, px // 8)))
    if rng.random() < .5:
        x, y = int(rng.integers(px)), int(rng.integers(px))
        cv2.line(out, (x, 0), (x, px), 0, thick)
        cv2.line(out, (0, y), (px, y), 0, thick)
    else:
        axes = (int(rng.integers(px // 3, 2 * px)), int(rng.integers(px // 3, 2 * px)))
        cv2.ellipse(out, (int(rng.integers(-px // 2, px)), int(rng.integers(-px // 2, px))), axes,
                    0, 0, 360, 0, thick)
    return out


def _trimmed(image):
    ys, xs = np.where(image < 128)
    return image[ys.min():ys.max() + 1, xs.min():xs.max() + 1] if len(ys) else image


def _junk(face, han_faces, px, rng):
    kind = rng.random()
    if kind < .4:
        han_face = han_faces[rng.integers(len(han_faces))]
        return fonts.draw(_HAN[rng.integers(len(_HAN))], han_face, px, 0), _HAN_JUNK
    if kind < .5:
        return fonts.draw(_SIGNS[rng.integers(len(_SIGNS))], face, px, 0), JUNK
    if kind < .58:
        return fonts.draw(_LETTERS[rng.integers(len(_LETTERS))], face, px, 0), JUNK
    if kind < .78:
        return _pair(face, px, rng), _PAIR_JUNK
    if kind < .92:
        return _half(face, px, rng), JUNK
    return _remains(px, rng), JUNK


def _with_ruling(ink, rng):
    """A piece of a ruling that touches the glyph from one side."""
    height, width = ink.shape
    thick, side = int(rng.integers(2, 8)), rng.integers(4)
    long, at = int(rng.integers(4, max(5, height // 2))), rng.uniform(.2, .8)
    x, y = int(at * width), int(at * height)
    ink = np.pad(ink, 6, constant_values=255)
    if side < 2:
        cv2.line(ink, (x, [3, height + 8][side]), (x + long, [3, height + 8][side]), 0, thick)
    else:
        cv2.line(ink, ([3, width + 8][side - 2], y), ([3, width + 8][side - 2], y + long), 0, thick)
    return ink


def _glyph(face, han_faces, px, rng):
    draw = rng.random()
    if draw < .17:
        return _junk(face, han_faces, px, rng)
    if draw < .25:
        char = "/-"[rng.integers(2)]
        if char == "-":
            char = [c for c in "-—–" if c == "-" or fonts.has(face, c)][-1 if rng.random() < .5 else 0]
        return fonts.draw(char, face, px, 0), CLASSES.index("-" if char in "—–" else char)
    label = int(rng.integers(10))
    wide = chr(0xFF10 + label)
    char = wide if rng.random() < .1 and fonts.has(face, wide) else str(label)
    ink = fonts.draw(char, face, px, 0)
    return (_with_ruling(ink, rng) if rng.random() < .03 else ink), label


def _row(faces, han_faces, rng):
    face = faces[rng.integers(len(faces))]
    px = int(rng.uniform(7.5, 15) / 72 * dm.DRAWING_DPI)
    slot = int(px * 1.9)
    image, labels = np.full((2 * px, SLOTS * slot), 255, np.uint8), []
    for i in range(SLOTS):
        ink, label = _glyph(face, han_faces, px, rng)
        ink = ink[:2 * px - 8, :slot - px // 3]
        y, x = (2 * px - len(ink)) // 2, i * slot + (slot - ink.shape[1]) // 2
        image[y:y + len(ink), x:x + ink.shape[1]] = ink
        labels.append(label)
    return image, labels, slot


def _crop(grey, mask_stats, label, slot_range, px, rng):
    """The box of the parts of the glyph that stands in the slot."""
    inside = [s for s in mask_stats if slot_range[0] <= s[0] + s[2] / 2 < slot_range[1]]
    if not inside:
        return None
    most = max(s[4] for s in inside)  # pixels
    parts = [s for s in inside if s[4] >= .06 * most and (max(s[2:4]) >= .16 * px or s[4] == most)]
    if most < .008 * px * px:  # only specks were left of the glyph
        return None
    if label == _PAIR_JUNK and len(parts) > 1:
        return None
    if label == _HAN_JUNK and rng.random() < .4:
        parts = [parts[rng.integers(len(parts))]]
        if not 1 < 3 * parts[0][2] / parts[0][3] < 9:  # a stick may well be a 1 or a dash
            return None
    x0, y0 = min(s[0] for s in parts), min(s[1] for s in parts)
    x1, y1 = max(s[0] + s[2] for s in parts), max(s[1] + s[3] for s in parts)
    if rng.random() < .15:  # specks and threshold move a side of the box
        x0, y0 = max(0, x0 - rng.integers(0, 2)), max(0, y0 - rng.integers(0, 2))
        x1, y1 = x1 + rng.integers(0, 2), y1 + rng.integers(0, 2)
    crop = grey[y0:y1, x0:x1]
    too_large = y1 - y0 > 1.1 * px and label < JUNK  # noise all over the slot
    too_small = max(crop.shape) < .35 * px and label != CLASSES.index("-")
    if too_large or too_small or min(crop.shape) < 1:
        return None
    return crop


def _cut_out(grey, labels, slot, px, share, rng):
    paper = 255.0
    ink = float(np.percentile(grey, 2))
    if paper - ink < 40:
        return []
    threshold = paper - share * (paper - ink)
    stats = cv2.connectedComponentsWithStats((grey < threshold).astype(np.uint8),
                                             connectivity=8)[2][1:].tolist()
    dark = np.clip((paper - grey.astype(np.float32)) * (255 / (paper - ink)), 0, 255)
    crops = [_crop(dark, stats, label, (i * slot, (i + 1) * slot), px, rng)
             for i, label in enumerate(labels)]
    return [(crop, min(label, JUNK)) for crop, label in zip(crops, labels) if crop is not None]


def make(count, faces, picture_of, share, seed):
    """`share`: from and to, how far from paper to ink the threshold stands."""
    rng = np.random.default_rng(seed)
    han_faces = [face for face in faces if face.han]
    pictures, labels = [], []
    while len(labels) < count:
        image, row_labels, slot = _row(faces, han_faces, rng)
        damage = dm.sample("any", rng)
        grey = dm.apply(damage, image, rng)
        scale = grey.shape[1] / image.shape[1]
        for crop, label in _cut_out(grey, row_labels, slot * scale,
                                    int(slot / 1.9 * scale), rng.uniform(*share), rng):
            pictures.append(picture_of(crop))
            labels.append(label)
    return np.stack(pictures[:count]), np.array(labels[:count])
