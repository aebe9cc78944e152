// Connected pieces of ink, and the lines of text that they make up.
#pragma once

#include <vector>

#include "model/raster.h"
#include "ocr/grey.h"

namespace gongkai {

// The boxes of everything darker than `level` that hangs together, corners included, from the top.
// Specks of less than 3 x 3 pixels are left out. Nothing where a page has more pieces than any
// print: noise.
std::vector<PixelBox> FindInkPieces(const Raster& grey, int level);

// Those of the pieces that stand alone and are too small for any mark of print of that size: dust,
// a copier's drum. Nothing where there are so few that they may be marks all the same.
std::vector<PixelBox> FindSpecks(const std::vector<PixelBox>& pieces, int typical);

// A piece of a printed line without a wide gap in it.
struct PrintLine {
  PixelBox box;
  std::vector<PixelBox> pieces;  // by their left sides
  double em = 0;                 // pixels: how high a full Chinese character of it is
  double slope = 0;              // pixels down a pixel to the right; 0 where it is level enough
  PixelBox level;                // its box once it is turned level about its middle
};

// The height in pixels of a full Chinese character's ink in the size that most of the pieces are set
// in; 0 where there are no pieces of a glyph's size.
int TypicalHeight(const std::vector<PixelBox>& pieces);

// The lines that pieces of ink make up, from top to bottom and left to right. `typical` is the
// height of a full character around here: in a cell of two characters the pieces alone do not tell
// one line of 企 from two. Pieces that stand in no line and are far smaller are left out.
std::vector<PrintLine> FindPrintLines(const std::vector<PixelBox>& pieces, int typical);

}  // namespace gongkai
