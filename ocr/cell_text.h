// What stands in the cells of a scanned grid.
#pragma once

#include <vector>

#include "model/page.h"
#include "model/scan_reader.h"
#include "ocr/tesseract.h"
#include "ocr/upright.h"

namespace gongkai {

// The ink of one grid.
struct InkOfCells {
  std::vector<std::vector<PixelBox>> cells;  // the pieces in each, in the cells' order
  int typical = 0;                           // TypicalHeight of all of them
};

// The words of one grid's cells, in the cells' order. A number is one word, and so is a line of
// text. Ink that no reader could explain is a word of U+FFFD with confidence 0: a cell that holds
// ink is never blank.
std::vector<Word> ReadCells(const UprightPage& page, const ScannedGrid& grid, const InkOfCells& ink,
                            LineEngine& engine);

// The words of lines outside of any grid, from the top. Short ones may be the numbers of a table
// without rulings, and are read as such. `typical`: TypicalHeight of their ink.
std::vector<Word> ReadLines(const UprightPage& page, const std::vector<PrintLine>& lines,
                            int typical, LineEngine& engine);

}  // namespace gongkai
