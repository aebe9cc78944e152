"""HTML as Word and WPS save it and as site editors paste it. Styles: word, wps, editor (nested font tags)."""
from producers import html_parts

STYLES = ("word", "wps", "editor")
EXTENSION = "html"
LACKS = {}

HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><title>{title}</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View><w:Zoom>100</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0cm; text-align:justify; font-size:16.0pt; font-family:仿宋_GB2312}} --></style></head>
<body lang=ZH-CN style='text-justify-trim:punctuation'><div class=WordSection1 style='layout-grid:15.6pt'>
"""
OPEN = {
    "word": ("<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt;mso-line-height-rule:exactly'>", "</p>"),
    "wps": ('<p class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;line-height:28.0000pt;">', "</p>"),
    "editor": ('<p style="text-indent: 2em; text-align: justify; line-height: 2; font-family: 微软雅黑;" align="">', "</p>"),
}
RUN = {  # (before, after) a piece of Chinese, and of digits and letters
    "word": (("<span style='font-family:仿宋_GB2312;mso-hansi-font-family:\"Times New Roman\"'>", "</span>"), ("<span lang=EN-US>", "</span>")),
    "wps": (("<span style=\"mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:16.0000pt;mso-font-kerning:1.0000pt;\">", "</span>"),
            ("<span style=\"mso-spacerun:'yes';font-family:'Times New Roman';font-size:16.0000pt;\">", "</span>")),
    "editor": (('<span style="font-family: 微软雅黑;"><font style="font-family: 微软雅黑;" face="方正仿宋_GBK">', "</font></span>"),
               ('<font face="Times New Roman"><font style="font-family: 微软雅黑;">', "</font></font>")),
}
MARK = {"word": "<o:p></o:p>", "wps": '<span style="font-family:仿宋_GB2312;"><o:p></o:p></span>', "editor": "<span><o:p></o:p></span>"}
BLANK = {"word": "<span lang=EN-US><o:p>&nbsp;</o:p></span>", "wps": '<span style="font-family:宋体;"><o:p>&nbsp;</o:p></span>', "editor": "<o:p> </o:p>"}
TABLE = {"word": "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>",
         "wps": '<table class="MsoTableGrid" border="1" cellspacing="0" style="border-collapse:collapse;width:426.1000pt;">',
         "editor": '<table border="1" cellspacing="0" style="width: 100%;">'}


def write(document, path, style, rng):
    path.write_text(page(document, style, rng), encoding="utf-8")


def page(document, style, rng):
    title = "\n".join(f"<p class=MsoNormal align=center style='text-align:center'><b>{_runs(line, style, rng)}</b></p>" for line in document.title_lines)
    subtitle = f"<p class=MsoNormal align=center>{_runs(document.subtitle, style, rng)}</p>\n" if document.subtitle else ""
    return f"{HEAD.format(title=html_parts.text(document.title))}{title}\n{subtitle}{content(document, style, rng)}\n</div></body></html>\n"


def content(document, style, rng):
    before, after = OPEN[style]

    def paragraph(words, _kind):
        return before + _runs(words, style, rng) + MARK[style] + after

    return html_parts.body(document, paragraph, lambda words: _heading(words, style, rng),
                           lambda grid: html_parts.table(grid, TABLE[style], lambda cell: _cell(cell, style, rng)))


def _heading(words, style, rng):
    """The number now and then as an automatic list number."""
    before, after = OPEN[style]
    if style == "word" and rng.random() < 0.3:
        return f"{before}<![if !supportLists]><span lang=EN-US>{words[:2]}</span><![endif]>{_runs(words[2:], style, rng)}{MARK[style]}{after}"
    return f"{before}<b>{_runs(words, style, rng)}</b>{MARK[style]}{after}"


def _runs(words, style, rng):
    """Chinese and digits in runs of their own, some runs cut in two inside a number or a word; Word breaks its source lines as well."""
    chinese, latin = RUN[style]
    pieces = []
    for piece in _pieces(words):
        cut = rng.randrange(1, len(piece)) if len(piece) > 1 and rng.random() < 0.25 else 0
        for part in (piece[:cut], piece[cut:]):
            if part:
                before, after = latin if part.isascii() else chinese
                pieces.append(before + html_parts.text(part) + after)
    return ("\n" if style == "word" and rng.random() < 0.2 else "").join(pieces)


def _pieces(words):
    """Runs of ASCII and runs of the rest, in turn."""
    pieces = []
    for character in words:
        if pieces and pieces[-1][-1].isascii() == character.isascii():
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _cell(cell, style, rng):
    before, after = (OPEN[style][0].split(" style=")[0] + ">", "</p>") if style != "editor" else ("<p align=center>", "</p>")
    lines = list(cell.text) if cell.vertical else cell.text.split("\n")
    inner = "".join(before + (_runs(line, style, rng) if line else BLANK[style]) + after for line in lines or [""])
    return f'<td{html_parts.spans(cell)} valign=center style="padding:0.0000pt 5.4000pt;border:1.0000pt solid windowtext;">{inner}</td>'
