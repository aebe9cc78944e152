// From the picture of a page to one that can be read: cleaned, at the working resolution, straight,
// its rulings found and taken out, its ink in pieces; and turned so that it stands upright.
#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/raster.h"
#include "model/scan_reader.h"
#include "ocr/ink_pieces.h"
#include "ocr/rulings.h"
#include "ocr/tesseract.h"

namespace gongkai {

struct UprightPage {
  double width = 0, height = 0;  // points
  double scale = 0.36;           // points a pixel of what follows
  Affine shown;                  // to the page as it came
  InkLines rulings;
  Raster print;                   // the page without its rulings
  std::vector<PixelBox> pieces;   // of the ink of `print`
  int typical = 0;                // TypicalHeight of all of them
};

// The picture cleaned and at kWorkingDpi, still as it came. A page whose size is no paper's counts
// as A4 in that.
Raster CleanPicture(const ScannedPage& page);

// The cleaned picture after so many clockwise quarter turns.
UprightPage Straighten(const ScannedPage& page, const Raster& clean, int quarters);

// The same, upright. A page stands so where its first lines can be read; only one that cannot is
// tried the other three ways.
UprightPage StandUpright(const ScannedPage& page, const Raster& clean, LineEngine& engine);

}  // namespace gongkai
