// The ink of one printed line: where its characters stand, and how dark each pixel is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ocr/grey.h"

namespace gongkai {

struct FormInk {
  int width = 0, height = 0;        // those of the view
  std::vector<std::uint8_t> shade;  // row by row: 0 paper, 255 the line's darkest ink
  std::vector<std::uint8_t> mask;   // row by row: 1 where there is ink, specks and rules left out
  // The rows between which most characters stand, from their highest to behind their lowest ink. A
  // Chinese character is nearly as wide as that.
  int top = 0, bottom = 0;
  // Columns at which the line may be cut, ascending: 2i and 2i+1 are the first column of a part and
  // the one behind its last. Between two parts is blank paper, or a place where ink is thin.
  std::vector<int> parts;
  std::vector<PixelBox> specks;  // left out of the mask, but maybe what is left of a dot

  int Em() const { return bottom - top; }
};

// Nothing where the view holds no line of 12 to 80 pixels height, or is not one line of print.
std::optional<FormInk> FindFormInk(const GreyView& line);

// The ink in the columns from x0 to before x1; an empty box where there is none.
PixelBox InkBox(const FormInk& ink, int x0, int x1);

}  // namespace gongkai
