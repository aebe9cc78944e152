// What a page paints, as far as it tells a scan from a page of text.
#pragma once

#include <poppler/GfxState.h>

#include "extract/text_layer.h"

namespace gongkai {

// White, and the off-whites that a screen shows as paper.
bool IsPaperWhite(const GfxRGB& rgb);

// Collects one page, in the order of its content.
class PagePaint {
 public:
  void Character(const GfxState* state);
  void Stroke(const GfxState* state);
  void Fill(const GfxState* state);
  void Image(const GfxState* state, bool opaque);
  void ImageMask(const GfxState* state) { Place(state, true); }
  void HiddenImage() { ++drawn_; }  // part of a soft mask
  void Other() { other_ = true; }  // a shading, a pattern, a transparency group

  PaintFacts Take();  // and is empty again

 private:
  void Path(const GfxState* state);
  void Place(const GfxState* state, bool plain);

  PaintFacts facts_;
  int drawn_ = 0;       // images so far
  int pictures_ = 0;    // of them: since the page was last covered
  bool plain_ = false;  // the last of them: upright, unclipped, opaque
  bool other_ = false;  // anything else that can be seen
};

}  // namespace gongkai
