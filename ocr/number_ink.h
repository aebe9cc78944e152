// The ink of a table cell: what is darker than a threshold, in connected parts, without what rulings
// left at the cell's borders.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ocr/grey.h"

namespace gongkai {

// The greys of a cell's paper and of its ink.
struct InkLevels {
  int paper = 255, ink = 0;
  int grain = 0;  // how much darker than its middle paper often is
};
// Nothing where the darkest pixels are hardly darker than paper.
std::optional<InkLevels> FindInkLevels(const GreyView& cell);

struct InkPart {
  PixelBox box;
  int pixels = 0;
  bool cut = false;  // touches the cell's border, or a ruling that was taken off
};

struct InkMap {
  int width = 0, height = 0;
  std::vector<InkPart> parts;  // in the order of their first pixel, row by row
  std::vector<int> owner;      // of each pixel: the index of its part, or -1
  bool noise = false;          // more parts than any number has: `parts` is empty

  const InkPart& Part(int index) const { return parts[static_cast<std::size_t>(index)]; }
  int Owner(int x, int y) const {
    return owner[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                 static_cast<std::size_t>(x)];
  }
};

// `share`: where from paper (0) to ink (1) the threshold lies.
InkMap FindInkMap(const GreyView& cell, const InkLevels& levels, double share);

}  // namespace gongkai
