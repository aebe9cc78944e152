"""The fonts that glyphs are drawn with: which Debian package each comes from, and which are kept
out of training because the readers are measured in them.

  training_fonts()        faces with digits; training_fonts(han=True): those with Chinese characters
  held_out_fonts(...)     the same, of the packages that no training may use
  draw(text, face, px)    uint8 picture, 255 paper, 0 ink, tight around the ink with a margin
"""

import functools
import os
import sys
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont


@dataclass(frozen=True)
class Face:
    package: str
    path: str
    index: int = 0
    han: bool = False  # has the common simplified Chinese characters


def _faces(package, folder, names, index=0, han=False):
    return [Face(package, f"/usr/share/{folder}/{name}", index, han) for name in names.split()]


_TT, _OT = "fonts/truetype", "fonts/opentype"

# Left out on purpose: what derives from held-out fonts. DroidSansFallback is the source of WenQuanYi
# Micro Hei, BabelStone Han comes from Arphic's fonts, TeX Gyre, FreeFont and DejaVuMathTeXGyre
# from URW's.
_TRAINING = (
    _faces("fonts-noto-cjk", f"{_OT}/noto", "NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc "
           "NotoSerifCJK-Regular.ttc NotoSerifCJK-Bold.ttc", 2, True)
    + _faces("fonts-noto-cjk-extra", f"{_OT}/noto", "NotoSansCJK-Light.ttc NotoSansCJK-Medium.ttc "
             "NotoSerifCJK-Light.ttc NotoSerifCJK-SemiBold.ttc NotoSerifCJK-ExtraLight.ttc", 2, True)
    + _faces("fonts-lxgw-wenkai", f"{_TT}/lxgw-wenkai", "LXGWWenKai-Light.ttf LXGWWenKai-Regular.ttf "
             "LXGWWenKai-Bold.ttf", 0, True)
    + _faces("fonts-hanazono", f"{_TT}/hanazono", "HanaMinA.ttf", 0, True)
    + _faces("fonts-cwtex-fs", f"{_TT}/cwtex", "cwfs.ttf")
    + _faces("fonts-cwtex-kai", f"{_TT}/cwtex", "cwkai.ttf")
    + _faces("fonts-cwtex-ming", f"{_TT}/cwtex", "cwming.ttf")
    + _faces("fonts-cwtex-heib", f"{_TT}/cwtex", "cwheib.ttf")
    + _faces("fonts-cwtex-yen", f"{_TT}/cwtex", "cwyen.ttf")
    + _faces("fonts-liberation", f"{_TT}/liberation", "LiberationSans-Regular.ttf "
             "LiberationSans-Bold.ttf LiberationSerif-Regular.ttf LiberationSerif-Bold.ttf "
             "LiberationMono-Regular.ttf LiberationMono-Bold.ttf LiberationSansNarrow-Regular.ttf "
             "LiberationSerif-Italic.ttf")
    + _faces("fonts-dejavu-core", f"{_TT}/dejavu", "DejaVuSans.ttf DejaVuSans-Bold.ttf "
             "DejaVuSansMono.ttf DejaVuSerif.ttf")
    + _faces("fonts-dejavu-extra", f"{_TT}/dejavu", "DejaVuSansCondensed.ttf "
             "DejaVuSerifCondensed.ttf")
    + _faces("fonts-crosextra-caladea", f"{_TT}/crosextra", "Caladea-Regular.ttf Caladea-Bold.ttf")
    + _faces("fonts-lmodern", "texmf/fonts/opentype/public/lm", "lmroman10-regular.otf "
             "lmroman12-bold.otf lmsans10-regular.otf lmmono10-regular.otf")
    + _faces("fonts-roboto-unhinted", f"{_TT}/roboto/unhinted", "RobotoTTF/Roboto-Regular.ttf "
             "RobotoTTF/Roboto-Light.ttf RobotoTTF/Roboto-Bold.ttf RobotoCondensed-Regular.ttf")
    + _faces("fonts-lato", f"{_TT}/lato", "Lato-Regular.ttf Lato-Bold.ttf")
    + _faces("fonts-open-sans", f"{_TT}/open-sans", "OpenSans-Regular.ttf OpenSans-Light.ttf")
    + _faces("fonts-baekmuk", f"{_TT}/baekmuk", "batang.ttf dotum.ttf gulim.ttf")
    + _faces("fonts-unfonts-core", f"{_TT}/unfonts-core", "UnBatang.ttf UnBatangBold.ttf "
             "UnDotum.ttf UnDotumBold.ttf UnGraphic.ttf UnGungseo.ttf")
    + _faces("fonts-ipafont-gothic", f"{_OT}/ipafont-gothic", "ipag.ttf ipagp.ttf")
    + _faces("fonts-ipafont-mincho", f"{_OT}/ipafont-mincho", "ipam.ttf ipamp.ttf")
    + _faces("fonts-ipaexfont-gothic", f"{_OT}/ipaexfont-gothic", "ipaexg.ttf")
    + _faces("fonts-ipaexfont-mincho", f"{_OT}/ipaexfont-mincho", "ipaexm.ttf")
    + _faces("fonts-vlgothic", f"{_TT}/vlgothic", "VL-Gothic-Regular.ttf")
    + _faces("fonts-stix", f"{_OT}/stix", "STIXGeneral-Regular.otf STIXGeneral-Bold.otf")
    + _faces("fonts-hosny-amiri", f"{_OT}/fonts-hosny-amiri", "Amiri-Regular.ttf")
    + _faces("fonts-cantarell", f"{_OT}/cantarell", "Cantarell-Regular.otf")
    + _faces("fonts-linuxlibertine", f"{_OT}/linux-libertine", "LinLibertine_R.otf "
             "LinLibertine_RB.otf LinBiolinum_R.otf")
    + _faces("fonts-croscore", f"{_TT}/croscore", "Cousine-Regular.ttf Tinos-Regular.ttf")
    + _faces("fonts-cmu", f"{_TT}/cmu", "cmunrm.ttf cmunss.ttf")
    + _faces("fonts-sil-charis", f"{_TT}/charis", "CharisSIL-Regular.ttf")
    + _faces("fonts-sil-andika", f"{_TT}/andika", "Andika-Regular.ttf")
    + _faces("fonts-tlwg-loma-otf", f"{_OT}/tlwg", "Loma.otf")
    + _faces("fonts-nanum", f"{_TT}/nanum", "NanumGothic.ttf NanumMyeongjo.ttf "
             "NanumBarunGothic.ttf")
    + _faces("fonts-mplus", f"{_OT}/mplus", "Mplus1-Regular.otf Mplus1-Light.otf "
             "Mplus1Code-Regular.otf")
    + _faces("fonts-horai-umefont", f"{_TT}/horai-umefont", "ume-tgo4.ttf ume-pmo3.ttf "
             "ume-tms3.ttf")
    + _faces("fonts-sawarabi-gothic", f"{_TT}/sawarabi-gothic", "sawarabi-gothic-medium.ttf")
    + _faces("fonts-sawarabi-mincho", f"{_TT}/sawarabi-mincho", "sawarabi-mincho-medium.ttf")
    + _faces("fonts-motoya-l-cedar", f"{_TT}/motoya-l-cedar", "MTLc3m.ttf")
    + _faces("fonts-inter", f"{_OT}/inter", "Inter-Regular.otf")
    + _faces("fonts-wine", "wine/fonts", "tahoma.ttf tahomabd.ttf")
)

_HELD_OUT = (
    _faces("fonts-wqy-zenhei", f"{_TT}/wqy", "wqy-zenhei.ttc", 0, True)
    + _faces("fonts-wqy-microhei", f"{_TT}/wqy", "wqy-microhei.ttc", 0, True)
    + _faces("fonts-arphic-uming", f"{_TT}/arphic", "uming.ttc", 0, True)
    + _faces("fonts-arphic-ukai", f"{_TT}/arphic", "ukai.ttc", 0, True)
    + _faces("fonts-arphic-gbsn00lp", f"{_TT}/arphic-gbsn00lp", "gbsn00lp.ttf", 0, True)
    + _faces("fonts-arphic-gkai00mp", f"{_TT}/arphic-gkai00mp", "gkai00mp.ttf", 0, True)
    + _faces("fonts-urw-base35", f"{_OT}/urw-base35", "NimbusSans-Regular.otf NimbusSans-Bold.otf "
             "NimbusSansNarrow-Regular.otf NimbusRoman-Regular.otf NimbusRoman-Bold.otf "
             "NimbusMonoPS-Regular.otf P052-Roman.otf C059-Roman.otf URWBookman-Light.otf")
    + _faces("fonts-crosextra-carlito", f"{_TT}/crosextra", "Carlito-Regular.ttf Carlito-Bold.ttf")
)


def _checked(faces):
    faces = list(faces)
    missing = sorted({face.package for face in faces if not os.path.exists(face.path)})
    if missing:
        sys.exit("fonts are missing; apt-get install " + " ".join(missing))
    return faces


def training_fonts(han=False):
    return _checked(face for face in _TRAINING if face.han or not han)


def held_out_fonts(han=False):
    return _checked(face for face in _HELD_OUT if face.han or not han)


@functools.lru_cache(maxsize=400)
def _font(face, px):
    return ImageFont.truetype(face.path, px, index=face.index, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=None)
def has(face, char):
    """Whether the font has the character: fonts draw one and the same box for all they lack."""
    font = _font(face, 40)
    ink = font.getmask(char)
    if ink.getbbox() is None:
        return False
    return bytes(ink) != bytes(font.getmask("\U0010fffe")) and bytes(ink) != bytes(
        font.getmask("\u0378"))


def draw(text, face, px, margin=None):
    """`text` in one line, `px` pixels to the em; paper of `margin` pixels all around the ink."""
    font = _font(face, int(px))
    margin = int(px) // 3 if margin is None else int(margin)
    x0, y0, x1, y1 = font.getbbox(text)
    if x1 <= x0 or y1 <= y0:
        return np.full((2 * margin + 1, 2 * margin + 1), 255, np.uint8)
    image = Image.new("L", (x1 - x0 + 2 * margin, y1 - y0 + 2 * margin), 255)
    ImageDraw.Draw(image).text((margin - x0, margin - y0), text, 0, font=font)
    return np.array(image)
