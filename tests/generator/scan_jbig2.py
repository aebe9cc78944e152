"""JBIG2 (ITU-T T.88) as scanners put it into PDF: a page as one generic region, arithmetic coded (Annex E), template 0.

Debian has no encoder, and Poppler 22.12 misreads the other coding of a generic region (MMR), so that here is one.
"""
import struct

import numpy

# Table E.1: (Qe, next state after the more probable symbol, after the less probable one, does that one swap them?)
STATES = (
    (0x5601, 1, 1, 1), (0x3401, 2, 6, 0), (0x1801, 3, 9, 0), (0x0AC1, 4, 12, 0), (0x0521, 5, 29, 0), (0x0221, 38, 33, 0), (0x5601, 7, 6, 1),
    (0x5401, 8, 14, 0), (0x4801, 9, 14, 0), (0x3801, 10, 14, 0), (0x3001, 11, 17, 0), (0x2401, 12, 18, 0), (0x1C01, 13, 20, 0), (0x1601, 29, 21, 0),
    (0x5601, 15, 14, 1), (0x5401, 16, 14, 0), (0x5101, 17, 15, 0), (0x4801, 18, 16, 0), (0x3801, 19, 17, 0), (0x3401, 20, 18, 0), (0x3001, 21, 19, 0),
    (0x2801, 22, 19, 0), (0x2401, 23, 20, 0), (0x2201, 24, 21, 0), (0x1C01, 25, 22, 0), (0x1801, 26, 23, 0), (0x1601, 27, 24, 0), (0x1401, 28, 25, 0),
    (0x1201, 29, 26, 0), (0x1101, 30, 27, 0), (0x0AC1, 31, 28, 0), (0x09C1, 32, 29, 0), (0x08A1, 33, 30, 0), (0x0521, 34, 31, 0), (0x0441, 35, 32, 0),
    (0x02A1, 36, 33, 0), (0x0221, 37, 34, 0), (0x0141, 38, 35, 0), (0x0111, 39, 36, 0), (0x0085, 40, 37, 0), (0x0049, 41, 38, 0), (0x0025, 42, 39, 0),
    (0x0015, 43, 40, 0), (0x0009, 44, 41, 0), (0x0005, 45, 42, 0), (0x0001, 45, 43, 0), (0x5601, 46, 46, 0))
# The pixels that foretell one (row, column from it); the outermost of the rows above are the adaptive ones in their usual places.
TEMPLATE = (*((-2, x) for x in range(-2, 3)), *((-1, x) for x in range(-3, 4)), *((0, x) for x in range(-4, 0)))
ADAPTIVE = struct.pack("8b", 3, -1, -3, -1, 2, -2, -2, -2)


def encode(black):
    """The embedded stream of a page; `black`: rows × columns of 0 and 1."""
    height, width = black.shape
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 0) + ADAPTIVE + _arithmetic(*_runs(black))
    return b"".join(struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data for number, (kind, data) in enumerate(((48, page), (38, region))))


def _runs(black):
    """(context, pixel, how often in a row) lists: most of a page is white within white."""
    padded = numpy.pad(black.astype(numpy.uint16), ((2, 0), (4, 4)))
    height, width = black.shape
    context = numpy.zeros(black.shape, numpy.uint16)
    for bit, (dy, dx) in enumerate(TEMPLATE):
        context |= padded[2 + dy:2 + dy + height, 4 + dx:4 + dx + width] << bit
    context, pixel = context.ravel(), black.ravel()
    starts = numpy.flatnonzero(numpy.concatenate(([True], (context[1:] != context[:-1]) | (pixel[1:] != pixel[:-1]))))
    lengths = numpy.diff(numpy.append(starts, len(pixel)))
    return context[starts].tolist(), pixel[starts].tolist(), lengths.tolist()


def _arithmetic(contexts, pixels, lengths):
    index, likely = [0] * 65536, [0] * 65536
    a, c, ct = 0x8000, 0, 12
    out = bytearray(1)  # the byte before the first takes a carry that never comes
    for context, pixel, left in zip(contexts, pixels, lengths):
        while left:
            qe, next_more, next_less, swap = STATES[index[context]]
            if pixel == likely[context]:
                free = min(left, (a - 0x8000) // qe)  # so many symbols leave the register as long as it is
                a, c, left = a - free * qe, c + free * qe, left - free
                if not left:
                    break
                a -= qe
                if a < qe:
                    a = qe
                else:
                    c += qe
                index[context] = next_more
            else:
                a -= qe
                if a < qe:
                    c += qe
                else:
                    a = qe
                likely[context] ^= swap
                index[context] = next_less
            left -= 1
            while a < 0x8000:
                a, c, ct = a << 1, c << 1, ct - 1
                if not ct:
                    c, ct = _byte_out(out, c)
    return _flush(out, a, c, ct)


def _byte_out(out, c):
    """Moves a byte out of the register, with the carry into the byte before; a byte behind 0xFF has seven bits."""
    if out[-1] != 0xFF and c >= 0x8000000:
        out[-1] += 1
        c &= 0x7FFFFFF
    if out[-1] == 0xFF:
        out.append(c >> 20)
        return c & 0xFFFFF, 7
    out.append(c >> 19)
    return c & 0x7FFFF, 8


def _flush(out, a, c, ct):
    most = c + a
    c |= 0xFFFF
    if c >= most:
        c -= 0x8000
    c, ct = _byte_out(out, c << ct)
    _byte_out(out, c << ct)
    return bytes(out[1:]) + (b"\xac" if out[-1] == 0xFF else b"\xff\xac")
