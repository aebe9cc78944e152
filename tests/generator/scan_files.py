"""The files that scanners write, around pictures of pages: PDF, TIFF, PNG, JPEG.

PDF is written here byte by byte, since what is wanted are the ways in which scanners write it: a page as one picture
or in strips, DCT, CCITT G4 or JBIG2 or Flate, with or without an earlier reader's text below, at any stated size.
"""
import dataclasses
import io
import zlib

import numpy
from PIL import Image, TiffImagePlugin

import scan_jbig2


@dataclasses.dataclass(frozen=True)
class Picture:
    pixels: numpy.ndarray  # grey or RGB
    dpi: float             # as scanned
    quality: int = 85      # of JPEG
    words: tuple = ()      # (left, top, right, bottom, text) in points of the page: an earlier reader's text

    @property
    def bilevel(self):
        return self.pixels.ndim == 2 and bool(numpy.isin(self.pixels, (0, 255)).all())


def image(picture):
    """A PIL picture: of one bit where two values are all there is."""
    whole = Image.fromarray(picture.pixels)
    return whole.convert("1", dither=Image.NONE) if picture.bilevel else whole


def write_single(path, picture, stated_dpi):
    """PNG or JPEG by the name's ending; `stated_dpi` None: the file does not say."""
    more = {} if stated_dpi is None else {"dpi": (stated_dpi, stated_dpi)}
    if path.suffix in (".jpg", ".jpeg"):
        Image.fromarray(picture.pixels).save(path, "JPEG", quality=picture.quality, **more)
    else:
        image(picture).save(path, "PNG", compress_level=3, **more)


def write_tiff(path, pictures, stated_dpi, compression):
    """`compression`: group4 where bilevel (else LZW is taken), tiff_lzw, jpeg, tiff_adobe_deflate, raw."""
    pages = [image(picture) for picture in pictures]
    more = {} if stated_dpi is None else {"dpi": (stated_dpi, stated_dpi)}
    if compression == "group4" and any(page.mode != "1" for page in pages):
        compression = "tiff_lzw"
    if compression == "jpeg":
        pages, more = [page.convert("L") if page.mode == "1" else page for page in pages], more | {"quality": pictures[0].quality}
    pages[0].save(path, "TIFF", save_all=True, append_images=pages[1:], compression=compression, **more)


def write_pdf(path, pictures, stated_dpi=None, strips=1, codec="auto", words_below=False):
    """`stated_dpi` sets the page's size: right without one. `words_below`: the words are drawn in sight of nobody.
    A picture that comes again is stored once."""
    out = _Pdf()
    stored = {}
    for picture in pictures:
        if id(picture) not in stored:
            stored[id(picture)] = [out.add(*_encode(part, codec, picture.bilevel)) for part in _strips(picture, strips)]
        _page(out, picture, stored[id(picture)], stated_dpi or picture.dpi, words_below)
    path.write_bytes(out.finish())


def _edges(height, strips):
    return [round(i * height / strips) for i in range(strips + 1)]


def _strips(picture, strips):
    edges = _edges(len(picture.pixels), strips)
    return [dataclasses.replace(picture, pixels=picture.pixels[top:bottom]) for top, bottom in zip(edges, edges[1:])]


def _page(out, picture, images, dpi, words_below):
    height, width = picture.pixels.shape[:2]
    points = width * 72 / dpi, height * 72 / dpi
    edges = _edges(height, len(images))
    names = " ".join(f"/Im{i} {image} 0 R" for i, image in enumerate(images))
    commands = [f"q {points[0]:.3f} 0 0 {(bottom - top) * 72 / dpi:.3f} 0 {(height - bottom) * 72 / dpi:.3f} cm /Im{i} Do Q"
                for i, (top, bottom) in enumerate(zip(edges, edges[1:]))]
    fonts = ""
    if words_below and picture.words:
        fonts = f"/Font << /F0 {out.chinese_font()} 0 R >>"
        commands.insert(0, _invisible(picture.words, points[1]))
    content = out.add("", "\n".join(commands).encode())
    out.page(f"/MediaBox [0 0 {points[0]:.3f} {points[1]:.3f}] /Contents {content} 0 R /Resources << {fonts} /XObject << {names} >> >>")


def _invisible(words, height):
    lines = ["BT 3 Tr"]
    for left, top, right, bottom, text in words:
        size = max(1.0, (bottom - top) * 0.85)
        scale = 100 * (right - left) / max(1.0, size * len(text))
        lines.append(f"/F0 {size:.2f} Tf {scale:.1f} Tz 1 0 0 1 {left:.2f} {height - bottom + 0.15 * (bottom - top):.2f} Tm "
                     f"<{text.encode('utf-16-be').hex()}> Tj")
    return "\n".join([*lines, "ET"])


def _encode(picture, codec, bilevel):
    """(dictionary entries, data) of an image."""
    height, width = picture.pixels.shape[:2]
    head = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
    if bilevel and codec in ("auto", "g4", "jbig2"):
        head += "/ColorSpace /DeviceGray /BitsPerComponent 1 "
        if codec == "jbig2":
            return head + "/Filter /JBIG2Decode", scan_jbig2.encode((picture.pixels == 0).astype(numpy.uint8))
        return f"{head}/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {width} /Rows {height} >>", _g4(picture)
    space = "/DeviceGray" if picture.pixels.ndim == 2 else "/DeviceRGB"
    head += f"/ColorSpace {space} /BitsPerComponent 8 "
    if codec == "flate":
        return head + "/Filter /FlateDecode", zlib.compress(numpy.ascontiguousarray(picture.pixels).tobytes(), 3)
    data = io.BytesIO()
    Image.fromarray(picture.pixels).save(data, "JPEG", quality=picture.quality)
    return head + "/Filter /DCTDecode", data.getvalue()


def _g4(picture):
    """CCITT group 4 data, taken out of a TIFF of one strip. Inverted: libtiff codes 0 as the white of a fax."""
    page = Image.fromarray(255 - picture.pixels).convert("1", dither=Image.NONE)
    usual, TiffImagePlugin.STRIP_SIZE = TiffImagePlugin.STRIP_SIZE, page.width * page.height
    data = io.BytesIO()
    page.save(data, "TIFF", compression="group4")
    TiffImagePlugin.STRIP_SIZE = usual
    data.seek(0)
    (start,), (size,) = (Image.open(data).tag_v2[tag] for tag in (273, 279))
    return data.getvalue()[start:start + size]


class _Pdf:
    """Objects in the order of their making; 1 is the catalogue, 2 the tree of pages."""

    def __init__(self):
        self.objects, self.pages, self._font = [b"", b""], [], None

    def add(self, entries, data=None):
        body = f"<< {entries} >>".encode() if data is None else (
            f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream")
        self.objects.append(body)
        return len(self.objects)

    def chinese_font(self):
        """A font that is not embedded, whose codes are Unicode: how OCR programs put text below."""
        if not self._font:
            shape = self.add("/Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
                             "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93")
            info = self.add("/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
                            f"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor {shape} 0 R")
            self._font = self.add(f"/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [{info} 0 R]")
        return self._font

    def page(self, entries):
        self.pages.append(self.add(f"/Type /Page /Parent 2 0 R {entries}"))

    def finish(self):
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.objects[1] = f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>".encode()
        out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        return bytes(out + f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
