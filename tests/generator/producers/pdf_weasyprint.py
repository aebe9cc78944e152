"""WeasyPrint: another maker of PDF from HTML, with text and rules in its own order. Styles: how the table is ruled."""
import weasyprint

from producers import html_print

STYLES = ("full", "full", "full", "grey", "horizontal", "none")
EXTENSION = "pdf"
LACKS = dict.fromkeys(STYLES, ("row_short",))
FONTS = ("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "AR PL UMing CN", "AR PL UKai CN")  # CFF fonts take long to subset


def write(document, path, style, rng):
    weasyprint.HTML(string=html_print.page(document, style, rng, FONTS)).write_pdf(str(path))
