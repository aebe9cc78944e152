// A line of print cut out of a page, as its readers want it.
#pragma once

#include "model/raster.h"
#include "ocr/grey.h"
#include "ocr/ink_pieces.h"

namespace gongkai {

// A picture of its own, that a view can look at.
struct LineCrop {
  Raster raster;
  int x0 = 0, y0 = 0;  // where its top left pixel stands on the page

  GreyView View() const {
    return {raster.samples.data(), raster.width, raster.height, raster.width};
  }
};

// The box with a hair of paper around it, as far as the page goes.
LineCrop LineOf(const Raster& page, const PixelBox& box);

// The same with blank paper above and below: the engine makes every line equally high, and one set
// tightly comes out larger than what it was trained on. Of the 549 characters of one clean page at
// 200 dpi 50 were wrong without any, 5 with 0.1 em and 4 with 0.3 em, which also takes a quarter less
// time than 0.1. A line of one or two characters gets an em of paper at its sides too.
LineCrop PaddedLineOf(const Raster& page, const PixelBox& box, double em);

// A line of text for the engine: levelled, with blank paper of `padding` em above and below, and scaled
// to the height that the engine's net has: left to the engine, the scaling costs one character in
// eight of those that are wrong. kLinePadding is the best padding on the whole, the others tell a doubtful
// line: the net sees the glyphs larger or smaller.
inline constexpr double kLinePadding = 0.3, kTightPadding = 0.2, kWidePadding = 0.4;

struct EngineCrop {
  Raster raster;
  int x0 = 0;        // where its left side stands on the page
  double scale = 1;  // pixels of it for one of the page

  GreyView View() const {
    return {raster.samples.data(), raster.width, raster.height, raster.width};
  }
  int FromPage(int x) const { return static_cast<int>((x - x0) * scale); }
};
EngineCrop EngineCropOf(const Raster& page, const PrintLine& line, double padding);

}  // namespace gongkai
