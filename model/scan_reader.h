// The seam between extract/, which knows files, and ocr/, which knows pictures. Neither includes
// the other: cli/ hands one to the other, and a test hands in a fake.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/geometry.h"
#include "model/page.h"
#include "model/raster.h"
#include "model/result.h"

namespace gongkai {

// A picture of one page, and how large the page is, which a picture's own resolution need not say.
struct ScannedPage {
  int number = 1;                // from 1
  double width = 0, height = 0;  // points, of the page as it is shown
  Raster raster;                 // all of the page, as it is shown
};

// One grid's cells as its rulings bound them, sorted by (row, col).
struct ScannedCell {
  int row = 0, col = 0, row_span = 1, col_span = 1;  // from 0
  Box box;  // between the centre lines of its rulings
};
struct ScannedGrid {
  int rows = 0, cols = 0;
  std::vector<ScannedCell> cells;
};

// Grids by the page's rulings alone; its words are not looked at.
using CellFinder = std::function<std::vector<ScannedGrid>(const Page&)>;

// Every function may be called from several threads at the same time; the result of each depends on
// its arguments alone.
struct ScanReader {
  // The number of pictures in a TIFF, PNG or JPEG. Errors: kDamaged, kUnsupported.
  std::function<Result<int>(std::string_view bytes)> count;
  // One of them, `index` from 0. Errors: kDamaged, kTooLarge (pixels; found out before decoding).
  std::function<Result<Raster>(std::string_view bytes, int index)> decode;
  // The words and rulings of a page, upright and deskewed, with Page::shown. Errors: kTooLarge.
  std::function<Result<Page>(const ScannedPage& page, const CellFinder& find_cells)> read;
};

}  // namespace gongkai
