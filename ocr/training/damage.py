"""What printing, copying, scanning and cleaning do to a drawing.

  damage = sample("office", rng)        a value: what happens, and how much
  grey = apply(damage, drawing, rng)    drawing: uint8 at 600 dpi, 255 paper, 0 ink
                                        grey: uint8 at 200 dpi, as the program hands it to a reader

The levels: clean; office (one or two degradations, 200 or 300 dpi); poor (150 dpi, noise, blur and
the rest of a seal together); fax (a photocopy faxed: one bit, at 200 or 300 dpi); any (a mixture,
wider than those, to train with); and each single degradation by its name.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np

cv2.setNumThreads(1)

DRAWING_DPI, WORKING_DPI = 600, 200


@dataclass(frozen=True)
class Damage:
    dpi: int = 200
    rotation: float = 0.0   # degrees: what deskewing left
    shear: float = 0.0      # x per y
    stretch: float = 1.0    # x against y
    copies: int = 0         # generations of photocopy
    spread: float = 0.0     # -1 thin to 1 thick: grey levels of the copier's threshold, times 70
    rough: float = 0.0      # grey levels of noise in that threshold: frayed and broken strokes
    speckle: float = 0.0    # black and white specks per square inch
    blur: float = 0.3       # sigma in pixels of the scan
    ink: int = 20           # grey of solid ink
    light: float = 0.0      # 0 to 1: how much darker one side is
    light_left: float = 0.0  # how much of that cleaning left in
    seal: float = 0.0       # 0 to 1: how dark the rest of a seal is
    noise: float = 0.0      # sigma in grey levels
    bilevel: float = 0.0    # threshold of a one-bit scan; 0: grey
    jpeg: int = 0           # quality; 0: none
    clip: int = 235         # grey that cleaning turns into white
    keep_dpi: bool = False  # 150 dpi is not brought to 200


_SINGLE = {
    "skew": lambda r: dict(rotation=r.uniform(-1.0, 1.0), shear=r.uniform(-.02, .02)),
    "noise": lambda r: dict(noise=r.uniform(8, 25)),
    "blur": lambda r: dict(blur=r.uniform(.7, 1.3)),
    "jpeg": lambda r: dict(jpeg=int(r.integers(30, 71))),
    "bilevel": lambda r: dict(bilevel=r.uniform(110, 190), noise=r.uniform(0, 10)),
    "light": lambda r: dict(light=r.uniform(.2, .5), light_left=r.uniform(0, .3)),
    "seal": lambda r: dict(seal=r.uniform(.03, .25)),
    "speckle": lambda r: dict(speckle=r.uniform(30, 250)),
    "photocopy": lambda r: dict(copies=1, spread=r.uniform(-.15, .6), rough=r.uniform(5, 25)),
    "faint": lambda r: dict(ink=int(r.integers(80, 150))),
}
SINGLE = tuple(_SINGLE)


def _clean(rng):
    return Damage(dpi=int(rng.choice([200, 300])), rotation=rng.normal(0, .1),
                  blur=rng.uniform(.15, .5), ink=int(rng.integers(0, 60)),
                  clip=int(rng.integers(215, 256)))


def _with(damage, names, rng):
    for name in names:
        damage = replace(damage, **_SINGLE[name](rng))
    if damage.bilevel:  # nobody keeps a scan whose dark side became black
        damage = replace(damage, light=min(damage.light, .2))
    return damage


def _office(rng):
    count = 1 + int(rng.random() < .5)
    return _with(_clean(rng), [str(n) for n in rng.choice(SINGLE, count, replace=False)], rng)


def _poor(rng):
    damage = _with(_clean(rng), ["skew", "noise", "seal", "jpeg"], rng)
    return replace(damage, dpi=150, blur=rng.uniform(.5, .9), noise=rng.uniform(5, 18),
                   keep_dpi=bool(rng.random() < .2))


def _fax(rng):
    damage = _with(_clean(rng), ["skew", "photocopy", "bilevel"], rng)
    return replace(damage, dpi=int(rng.choice([200, 300], p=[.3, .7])), copies=int(rng.integers(1, 3)),
                   speckle=rng.uniform(0, 400), blur=rng.uniform(.3, .8))


def _any(rng):
    damage = replace(_clean(rng), dpi=int(rng.choice([150, 200, 300], p=[.3, .4, .3])),
                     shear=rng.normal(0, .03) + (.18 if rng.random() < .05 else 0),
                     stretch=rng.uniform(.82, 1.2), keep_dpi=bool(rng.random() < .3))
    count = int(rng.choice([0, 1, 2, 3, 4], p=[.1, .25, .3, .2, .15]))
    return _with(damage, [str(n) for n in rng.choice(SINGLE, count, replace=False)], rng)


_LEVELS = {"clean": _clean, "office": _office, "poor": _poor, "fax": _fax, "any": _any}
LEVELS = tuple(_LEVELS)


def sample(level, rng):
    if level in _LEVELS:
        return _LEVELS[level](rng)
    return _with(_clean(rng), [level], rng)


def _cloud(shape, cell, rng):
    """Smooth noise of about sigma 1, whose lumps are `cell` pixels wide."""
    rows, cols = (max(2, side // cell + 2) for side in shape)
    return cv2.resize(rng.standard_normal((rows, cols)).astype(np.float32), shape[::-1],
                      interpolation=cv2.INTER_LINEAR)


def _bent(damage, drawing):
    if not (damage.rotation or damage.shear or damage.stretch != 1):
        return drawing
    angle = np.deg2rad(damage.rotation)
    height, width = drawing.shape
    out_width = max(1, round(width * damage.stretch))
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.array(
        [[damage.stretch, -damage.shear], [0, 1]])
    offset = np.array([out_width / 2, height / 2]) - matrix @ np.array([width / 2, height / 2])
    return cv2.warpAffine(drawing, np.hstack([matrix, offset[:, None]]), (out_width, height),
                          flags=cv2.INTER_LINEAR, borderValue=255)


def _copied(damage, image, rng):
    """A photocopier sees a blurred page and prints black where it is dark enough."""
    for _ in range(damage.copies):
        seen = cv2.GaussianBlur(image, (0, 0), rng.uniform(1.5, 3.5)).astype(np.float32)
        threshold = 128 + 70 * damage.spread + damage.rough * _cloud(image.shape, 5, rng)
        image = np.where(seen < threshold, 0, 255).astype(np.uint8)
    return image


def _speckled(damage, image, rng):
    count = rng.poisson(damage.speckle * image.size / DRAWING_DPI**2)
    for _ in range(count):
        at = (int(rng.integers(image.shape[1])), int(rng.integers(image.shape[0])))
        grey = 0 if rng.random() < .7 else 255
        cv2.circle(image, at, int(rng.choice([1, 1, 2, 2, 3, 4])), grey, -1)
    return image


def _sealed(damage, grey, rng):
    """What removing a seal leaves: arcs and lumps, a little darker than paper."""
    height, width = grey.shape
    mask = np.zeros(grey.shape, np.float32)
    for _ in range(int(rng.integers(1, 4))):
        centre = (int(rng.integers(-60, width + 60)), int(rng.integers(-60, height + 60)))
        axes = (int(rng.integers(15, 160)), int(rng.integers(15, 160)))
        cv2.ellipse(mask, centre, axes, rng.uniform(0, 180), 0, 360, 1.0, int(rng.integers(1, 7)))
    uneven = .7 + .3 * _cloud(grey.shape, 3, rng)
    return grey * (1 - damage.seal * mask * np.clip(uneven, 0, 1.4))


def _scanned(damage, image, rng):
    scale = damage.dpi / DRAWING_DPI
    if damage.blur > .2:
        image = cv2.GaussianBlur(image, (0, 0), damage.blur / scale)
    phase = int(1 / scale)  # where the scanner's pixels begin is chance
    image = image[int(rng.integers(phase)):, int(rng.integers(phase)):]
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    grey = cv2.resize(image, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    grey = damage.ink + grey * ((250 - damage.ink) / 255)
    if damage.light:
        slope = np.linspace(0, damage.light, grey.shape[1], dtype=np.float32)
        grey = grey * (1 - (slope if rng.random() < .5 else slope[::-1]))
    if damage.seal:
        grey = _sealed(damage, grey, rng)
    if damage.noise:
        grey = grey + rng.standard_normal(grey.shape).astype(np.float32) * damage.noise
    return np.clip(grey, 0, 255)


def _stored(damage, grey):
    if damage.bilevel:
        grey = np.where(grey < damage.bilevel, 0, 255)
    grey = grey.astype(np.uint8)
    if damage.jpeg:
        packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, damage.jpeg])[1]
        grey = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    return grey


def _cleaned(damage, grey):
    """The program's own steps: the working resolution, and paper made white."""
    if damage.dpi != WORKING_DPI and not (damage.keep_dpi and damage.dpi == 150):
        scale = WORKING_DPI / damage.dpi
        size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    if damage.bilevel:
        return grey
    paper = np.percentile(grey, 75, axis=0).astype(np.float32)
    smooth = cv2.blur(paper.reshape(1, -1), (101, 1))[0]
    paper = damage.light_left * np.median(smooth) + (1 - damage.light_left) * smooth
    grey = grey * (255 / np.maximum(paper, 30))
    grey = np.where(grey > damage.clip, 255, grey)
    return np.clip(grey, 0, 255).astype(np.uint8)


def apply(damage, drawing, rng):
    image = _bent(damage, drawing)
    image = _copied(damage, image, rng)
    if damage.speckle:
        image = _speckled(damage, image.copy(), rng)
    return _cleaned(damage, _stored(damage, _scanned(damage, image, rng)))
