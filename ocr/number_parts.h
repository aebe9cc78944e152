// The parts of a cell's ink sorted: dust and remains of rulings out, pieces of one glyph together,
// points and the like apart.
#pragma once

#include <vector>

#include "ocr/grey.h"
#include "ocr/number_ink.h"

namespace gongkai {

// What is taken for one glyph.
struct InkPiece {
  PixelBox box;
  std::vector<int> parts;  // indices into InkMap::parts, ascending
};
InkPiece Together(const InkPiece& a, const InkPiece& b);

// Where the digits stand: by the second highest part where that is nearly as high (the highest may
// have a speck or a remain stuck to it).
struct DigitLine {
  int height = 0, baseline = 0;  // 0: nothing is as high as a digit
  int left = 0, right = 0;       // of what is nearly as high
};

struct InkSorting {
  DigitLine line;
  std::vector<InkPiece> pieces;  // of a digit's size, or dashes; from left to right
  std::vector<int> small;        // points, commas, specks: indices of parts
  std::vector<InkPart> remains;  // of rulings, along the cell's borders
};
InkSorting SortInk(const InkMap& ink);

// Of the digits' height: the least paper between two digits with a point between them, 0.39 in
// narrow fonts.
inline constexpr double kPointRoom = 0.24;

bool IsDash(const PixelBox& box);

// What is left of a ruling lies so: thin, and close to the border it runs along.
bool LiesAlongBorder(const InkMap& ink, const InkPart& part);

// The smallest box around both.
PixelBox BoxAround(const PixelBox& a, const PixelBox& b);

}  // namespace gongkai
