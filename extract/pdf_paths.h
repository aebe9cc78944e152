// What a page paints besides text becomes rulings, fills and pictures.
#pragma once

#include <poppler/GfxState.h>

#include <vector>

#include "model/page.h"

namespace gongkai {

// Collects one page. Every painted line and rectangle is a box with a colour: cut to the clip, it
// is a ruling where it is thin, else a fill. White paint is no ruling unless it lies on a coloured
// fill. A dot, of which the direction is not known, is a ruling in both. Curves are left out.
class PagePaths {
 public:
  void Stroke(GfxState* state);
  void Fill(GfxState* state, bool even_odd);
  void FillClip(GfxState* state);  // a pattern that fills the current clip
  void Image(GfxState* state, int width, int height);
  void ImageMask(GfxState* state, int width, int height);  // painted in the fill colour

  // Hands everything over, exact duplicates merged, and is empty again.
  void MoveTo(Page& page);

 private:
  void StrokeSegment(const GfxState* state, double ax, double ay, double bx, double by, bool white);
  void Paint(const GfxState* state, Box box, bool white);
  void AddRuling(const Box& box, bool white);
  bool OnColour(double x, double y) const;
  bool Spend(int points);

  int points_ = 0;
  std::vector<Ruling> rulings_;
  std::vector<gongkai::Fill> fills_;
  std::vector<Picture> pictures_;
};

}  // namespace gongkai
