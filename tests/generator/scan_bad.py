"""Pictures that are no reports, and files that lie: what a reader of scans must end with a clear word, in bounded time and memory."""
import struct
import zlib

import cv2
import numpy

import scan_files
from scan_files import Picture

A4 = (2339, 1654)  # at 200 dpi


def black():
    return numpy.zeros(A4, numpy.uint8)


def white():
    return numpy.full(A4, 255, numpy.uint8)


def noise(rng):
    """As an untuned receiver; bilevel, so that every pixel is a component."""
    return numpy.where(rng.random(A4) < 0.5, 255, 0).astype(numpy.uint8)


def photograph(rng):
    """Clouds of colour with hard edges in them, no paper anywhere."""
    picture = numpy.zeros((*A4, 3), numpy.float32)
    for size in (6, 20, 90, 400):
        coarse = rng.random((size, size, 3), numpy.float32)
        picture += cv2.resize(coarse, A4[::-1], interpolation=cv2.INTER_CUBIC) * 200 / size ** 0.3
    picture = numpy.clip(picture * 255 / picture.max(), 0, 255).astype(numpy.uint8)
    for _ in range(60):
        centre, axes = rng.integers(0, A4[1], 2), rng.integers(10, 300, 2)
        shade = tuple(map(int, rng.integers(0, 255, 3)))
        cv2.ellipse(picture, tuple(map(int, centre)), tuple(map(int, axes)), float(rng.uniform(0, 180)), 0, 360, shade, -1, cv2.LINE_AA)
    return picture


def handwriting(rng):
    """Lines of joined strokes on ruled paper."""
    page = numpy.full(A4, 248, numpy.uint8)
    for y in range(200, A4[0] - 150, 75):
        cv2.line(page, (120, y + 18), (A4[1] - 120, y + 18), 190, 1)
        x = 140.0
        while x < A4[1] - 200:
            steps = rng.normal(0, 1, (int(rng.integers(8, 30)), 2)).cumsum(0) * (4, 7)
            stroke = numpy.column_stack((x + numpy.linspace(0, 45, len(steps)) + steps[:, 0], y + numpy.clip(steps[:, 1], -26, 22)))
            cv2.polylines(page, [stroke.astype(numpy.int32)], False, int(rng.integers(20, 90)), int(rng.integers(2, 5)), cv2.LINE_AA)
            x += rng.uniform(40, 110)
    return page


def hatched():
    """Rules and nothing but rules: more crossings than any table has."""
    page = white()
    page[::12] = 0
    page[:, ::12] = 0
    return page


def write_large_png(path, side):
    """A PNG of side × side pixels of one bit, small as a file."""
    row = b"\0" + b"\xff" * ((side + 7) // 8)
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b""))


def _chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def tiff(width, height, strip_at=8, strip_bytes=64, compression=1, next_directory=0, bits=8, data=b"\x55" * 64):
    """A little-endian TIFF with whatever header it is told to have; the directory stands behind the data."""
    entries = ((256, 4, width), (257, 4, height), (258, 3, bits), (259, 3, compression), (262, 3, 1), (273, 4, strip_at), (277, 3, 1),
               (278, 4, height), (279, 4, strip_bytes))
    start = 8 + len(data)
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<I", start) + data + directory + struct.pack("<I", start if next_directory == "itself" else next_directory)


LYING_TIFFS = {
    "larger than its data": tiff(1654, 2339),
    "60,000 pixels square": tiff(60000, 60000),
    "4,294,967,295 pixels square": tiff(0xffffffff, 0xffffffff),
    "no pixels": tiff(0, 0),
    "data behind the end": tiff(1654, 2339, strip_at=0x7fffffff),
    "G4 that is none": tiff(1654, 2339, compression=4, bits=1),
    "LZW that is none": tiff(1654, 2339, compression=5),
    "a directory that follows itself": tiff(8, 8, next_directory="itself"),
    "no directory": b"II*\0\xff\xff\xff\x7f" + b"\0" * 64,
}


def write_many_pages(path, picture, count):
    """A PDF whose pages all show the one picture: a long scan in a small file."""
    scan_files.write_pdf(path, [picture] * count)


def pages():
    """name: Picture of a page that is no report."""
    rng = numpy.random.Generator(numpy.random.PCG64(5))
    made = {"black": black(), "white": white(), "noise": noise(rng), "photograph": photograph(rng), "handwriting": handwriting(rng), "hatched": hatched()}
    return {name: Picture(pixels, 200) for name, pixels in made.items()}
