"""The red round seal of an organ: a ring, a star, characters along an arc, stamped by hand over what is printed."""
import functools
import math

import numpy
from PIL import Image, ImageDraw, ImageFont

from scan_effects import clipped, colour, millimetres

# Cinnabar paste, vermilion ink pad, laser red, old dark ink, violet-red ink: what the offices of one county use.
INKS = {"vermilion": (226, 48, 36), "laser": (237, 28, 36), "pink": (232, 84, 92), "dark": (160, 26, 30), "violet": (176, 32, 78)}
FONT = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
WORDS = "云溪县临江区人民政府办公室政务公开专用章水利教育财政司法局"
SCALE = 20  # pixels a millimetre of the seal as it is drawn once, to be scaled down


def seal(pixels, dpi, rng, ink="vermilion", place=None, diameter=42.0, strength=0.9):
    """`place`: where its centre comes to lie, as shares of the page's width and height; by chance without."""
    ink = ink if ink in INKS else list(INKS)[int(rng.integers(len(INKS)))]
    x, y = place or (rng.uniform(0.3, 0.75), rng.uniform(0.25, 0.75))
    side = int(millimetres(diameter, dpi))
    start = int(rng.integers(len(WORDS) - 13))
    shape = Image.fromarray(_shape(WORDS[start:start + 13])).rotate(float(rng.uniform(-14, 14)), Image.BICUBIC)
    mask = numpy.asarray(shape.resize((side, side), Image.LANCZOS), numpy.float32) / 255
    return _stamp(colour(pixels), mask * strength * _unevenness(side, rng), INKS[ink], x, y)


def _unevenness(side, rng):
    """A stamp is pressed harder on one side, and its ink is patchy."""
    patches = Image.fromarray(rng.uniform(150, 255, (14, 14)).astype(numpy.uint8)).resize((side, side), Image.BICUBIC)
    lean = numpy.linspace(rng.uniform(0.75, 1), rng.uniform(0.75, 1), side, dtype=numpy.float32)
    return numpy.asarray(patches, numpy.float32) / 255 * (lean[None, :] if rng.random() < 0.5 else lean[:, None])


def _stamp(page, mask, ink, x, y):
    """Ink is transparent: what lies below stays darker than the ink alone."""
    side, out = mask.shape[0], page.copy()
    top, left = int(y * page.shape[0] - side / 2), int(x * page.shape[1] - side / 2)
    y0, x0, y1, x1 = max(0, top), max(0, left), min(page.shape[0], top + side), min(page.shape[1], left + side)
    mask = mask[y0 - top:y1 - top, x0 - left:x1 - left, None]
    below = page[y0:y1, x0:x1].astype(numpy.float32)
    out[y0:y1, x0:x1] = clipped(below * (1 - mask * (1 - numpy.asarray(ink, numpy.float32) / 255)))
    return out


@functools.cache
def _shape(words):
    """The print of a seal, 255 where ink is: large, to be scaled down."""
    side = int(42 * SCALE)
    picture = Image.new("L", (side, side))
    draw, centre = ImageDraw.Draw(picture), side / 2
    draw.ellipse((6, 6, side - 7, side - 7), outline=255, width=int(1.2 * SCALE))
    draw.polygon(_star(centre, 7 * SCALE), fill=255)
    font = ImageFont.truetype(FONT, int(5.2 * SCALE))
    radius = 15.8 * SCALE
    for i, word in enumerate(words):
        angle = math.radians(-130 + 260 * i / (len(words) - 1))
        tile = Image.new("L", (int(6.4 * SCALE),) * 2)
        ImageDraw.Draw(tile).text((tile.width / 2, tile.height / 2), word, 255, font=font, anchor="mm")
        tile = tile.resize((int(tile.width * 0.75), tile.height)).rotate(-math.degrees(angle), Image.BICUBIC, expand=True)
        at = centre + radius * math.sin(angle), centre - radius * math.cos(angle)
        picture.paste(255, (int(at[0] - tile.width / 2), int(at[1] - tile.height / 2)), tile)
    return numpy.asarray(picture)


def _star(centre, radius):
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else radius * 0.382
        angle = math.pi * i / 5
        points.append((centre + reach * math.sin(angle), centre - reach * math.cos(angle)))
    return points
