"""What happens to a page on its way through copiers and scanners: small functions from pixels to pixels.

A page is an array of 8 bits a sample, 255 white: rows × columns (grey) or rows × columns × 3 (red, green, blue). Every
effect is called as effect(pixels, dpi, rng, **parameters). Lengths are millimetres of paper, so that an effect is
the same thing at every resolution. `rng` is a numpy Generator: the same seed gives the same bytes.
"""
import cv2
import numpy

cv2.setNumThreads(1)
WHITE = 255


def millimetres(length, dpi):
    """So many pixels."""
    return length * dpi / 25.4


def _by_channel(field, pixels):
    return field if pixels.ndim == 2 else field[..., None]


def clipped(values):
    return numpy.clip(values, 0, WHITE).astype(numpy.uint8)


def grey(pixels):
    return pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)


def colour(pixels):
    return cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB) if pixels.ndim == 2 else pixels


# --- the paper -------------------------------------------------------------------------------------------------------

def tint(pixels, _dpi, rng, shade=(250, 243, 225), mottle=2.0):
    """Yellowed or recycled paper: a colour, and clouds in it."""
    height, width = pixels.shape[:2]
    coarse = rng.normal(0, mottle, (height // 40 + 2, width // 40 + 2)).astype(numpy.float32)
    clouds = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    paper = numpy.asarray(shade, numpy.float32) + clouds[..., None]
    return clipped(colour(pixels).astype(numpy.float32) * paper / WHITE)


def show_through(pixels, dpi, _rng, reverse=None, amount=0.12):
    """The print of the reverse side: mirrored, soft and faint."""
    if reverse is None:
        return pixels
    height, width = pixels.shape[:2]
    back = cv2.resize(grey(reverse), (width, height))[:, ::-1]
    ink = cv2.GaussianBlur(back, (0, 0), millimetres(0.15, dpi)).astype(numpy.float32)
    return clipped(pixels * _by_channel(1 - amount * (WHITE - ink) / WHITE, pixels))


# --- how it lies on the glass ----------------------------------------------------------------------------------------

def skew(pixels, _dpi, _rng, degrees=1.0, border=WHITE):
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(border,) * 3)


def perspective(pixels, _dpi, rng, amount=0.006):
    """Paper photographed not quite from above: each corner is off by up to `amount` of the side."""
    height, width = pixels.shape[:2]
    corners = numpy.float32([(0, 0), (width, 0), (width, height), (0, height)])
    moved = corners + rng.uniform(-amount, amount, (4, 2)).astype(numpy.float32) * (width, height)
    turn = cv2.getPerspectiveTransform(corners, moved.astype(numpy.float32))
    return cv2.warpPerspective(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(WHITE,) * 3)


def quarter_turns(pixels, _dpi, _rng, degrees=90):
    """Fed in sideways or upside down; degrees counterclockwise."""
    return numpy.ascontiguousarray(numpy.rot90(pixels, degrees // 90))


# --- ink and toner ---------------------------------------------------------------------------------------------------

def thicken(pixels, dpi, _rng, spread=0.05):
    """Ink that ran: dark grows by `spread` on each side."""
    return _grow(pixels, cv2.erode, millimetres(spread, dpi))


def thin(pixels, dpi, _rng, loss=0.04):
    """Toner that did not hold: light grows."""
    return _grow(pixels, cv2.dilate, millimetres(loss, dpi))


def _grow(pixels, change, distance):
    """By whole pixels, and the rest of a pixel by mixing."""
    whole = int(distance)
    for _ in range(whole):
        pixels = change(pixels, _CROSS)
    rest = distance - whole
    return cv2.addWeighted(pixels, 1 - rest, change(pixels, _CROSS), rest, 0)


_CROSS = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))


def speckle(pixels, dpi, rng, per_cm2=0.6, largest=0.28):
    """Specks of toner and dust: dark ones anywhere, and half as many light ones, which bite into the print."""
    height, width = pixels.shape[:2]
    count = int(per_cm2 * height * width / millimetres(10, dpi) ** 2)
    out = pixels.copy()
    for number in range(count + count // 2):
        centre = int(rng.integers(width * 16)), int(rng.integers(height * 16))
        radius = max(0.4, millimetres(rng.uniform(0.05, largest) / 2, dpi))
        shade = float(rng.integers(0, 90)) if number < count else float(WHITE)
        cv2.circle(out, centre, int(radius * 16), (shade,) * 3, -1, cv2.LINE_AA, 4)
    return out


def streak(pixels, dpi, rng, count=1, strength=0.5):
    """What a speck on the copier's glass draws down the whole page; often it fades and comes back."""
    height, width = pixels.shape[:2]
    field = numpy.ones((height, width), numpy.float32)
    for _ in range(count):
        x, wide = int(rng.uniform(0.06, 0.94) * width), max(1, round(millimetres(rng.uniform(0.1, 0.3), dpi)))
        along = cv2.resize(rng.uniform(0.2, 1, (12, 1)).astype(numpy.float32), (1, height))
        field[:, x:x + wide] *= 1 - strength * along
    return clipped(pixels * _by_channel(field, pixels))


# --- the scanner -----------------------------------------------------------------------------------------------------

def lamp(pixels, _dpi, rng, least=0.62):
    """Light that falls off across the page, in any direction."""
    height, width = pixels.shape[:2]
    angle = rng.uniform(0, 2 * numpy.pi)
    y, x = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    along = numpy.cos(angle) * (x / width - 0.5) + numpy.sin(angle) * (y / height - 0.5)
    along = (along - along.min()) / (along.max() - along.min())
    return clipped(pixels * _by_channel(least + (1 - least) * along, pixels))


def curl(pixels, dpi, rng, darkest=0.45, reach=28.0):
    """The shade where the page bends into the binding."""
    height, width = pixels.shape[:2]
    x = numpy.arange(width, dtype=numpy.float32)
    shade = 1 - (1 - darkest) * numpy.exp(-x / millimetres(reach, dpi) * 2)
    field = numpy.repeat((shade if rng.random() < 0.5 else shade[::-1])[None, :], height, 0)
    return clipped(pixels * _by_channel(field, pixels))


def edge(pixels, dpi, rng, widest=6.0):
    """The dark of an open lid along one side and perhaps the foot, not quite straight."""
    height, width = pixels.shape[:2]
    out = pixels.copy()
    deep = millimetres(rng.uniform(1.5, widest), dpi)
    x = numpy.arange(width)[None, :]
    inner = deep + millimetres(1.5, dpi) * numpy.linspace(rng.uniform(-1, 1), rng.uniform(-1, 1), height)[:, None]
    inner = inner + rng.normal(0, millimetres(0.08, dpi), (height, 1))
    dark = x < inner if rng.random() < 0.5 else x >= width - inner
    if rng.random() < 0.5:
        dark = dark | (numpy.arange(height)[:, None] >= height - millimetres(rng.uniform(1, widest / 2), dpi))
    out[dark] = int(rng.integers(5, 60))
    return out


def blur(pixels, dpi, _rng, sigma=0.1):
    """Glass out of focus."""
    return cv2.GaussianBlur(pixels, (0, 0), max(0.2, millimetres(sigma, dpi)))


def noise(pixels, _dpi, rng, sigma=12.0):
    """The sensor's grain; the same in all colours but for a rest."""
    grain = rng.standard_normal(pixels.shape[:2], numpy.float32) * sigma
    return clipped(pixels + _by_channel(grain, pixels))


def photocopy(pixels, dpi, rng, contrast=2.2, toner=0.03):
    """One generation of copying: soft, then hard again, toner gained or lost, grain in the black."""
    soft = cv2.GaussianBlur(grey(pixels), (0, 0), millimetres(0.07, dpi))
    soft = thicken(soft, dpi, rng, toner) if rng.random() < 0.5 else thin(soft, dpi, rng, toner)
    grain = rng.standard_normal(soft.shape, numpy.float32) * 10
    hard = 128 + contrast * (soft.astype(numpy.float32) + grain - 140)
    return cv2.GaussianBlur(clipped(hard), (0, 0), millimetres(0.05, dpi))


def bilevel(pixels, _dpi, _rng, threshold=170):
    """Black or white, as a fax sends it and many a copier stores it."""
    return numpy.where(grey(pixels) > threshold, WHITE, 0).astype(numpy.uint8)


def jpeg(pixels, _dpi, _rng, quality=40):
    flags = [cv2.IMWRITE_JPEG_QUALITY, quality]
    order = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    back = cv2.imdecode(cv2.imencode(".jpg", order, flags)[1], cv2.IMREAD_UNCHANGED)
    return back if pixels.ndim == 2 else cv2.cvtColor(back, cv2.COLOR_BGR2RGB)
