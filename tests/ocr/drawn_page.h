// A page drawn for a test: paper, rulings, blocks of ink in place of glyphs, and damage.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "model/raster.h"

namespace gongkai::drawn {

inline Raster Paper(int width, int height, unsigned char level = 250) {
  Raster page;
  page.width = width;
  page.height = height;
  page.samples.assign(page.Pixels(), level);
  return page;
}

inline void Fill(Raster& page, int x0, int y0, int x1, int y1, unsigned char level) {
  for (int y = std::max(0, y0); y < std::min(page.height, y1); ++y) {
    for (int x = std::max(0, x0); x < std::min(page.width, x1); ++x) {
      page.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) +
                   static_cast<std::size_t>(x)] = level;
    }
  }
}

inline unsigned char At(const Raster& page, int x, int y) {
  return page.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) +
                      static_cast<std::size_t>(x)];
}

// Lines of `columns` and `rows` (their places), from the first to the last of the others.
template <typename Places>
void Grid(Raster& page, const Places& columns, const Places& rows, unsigned char level = 20,
          int thickness = 2) {
  for (const int x : columns) {
    Fill(page, x, *std::begin(rows), x + thickness, *std::rbegin(rows) + thickness, level);
  }
  for (const int y : rows) {
    Fill(page, *std::begin(columns), y, *std::rbegin(columns) + thickness, y + thickness, level);
  }
}

// Strokes like those of a line of Chinese print: `count` glyphs of `size`, with gaps between them.
inline void Glyphs(Raster& page, int x, int y, int count, int size) {
  for (int i = 0; i < count; ++i, x += size + size / 8) {
    for (int stroke = 0; stroke < 4; ++stroke) {
      const int inner = stroke == 0 || stroke == 3 ? 0 : (i * 5 + stroke * 3) % 9 - 4;
      const int top = y + stroke * (size - 3) / 3 + inner;
      Fill(page, x + (stroke * 5 + i * 3) % 9, top, x + size - (stroke * i * 7) % 13, top + 3, 30);
    }
    Fill(page, x + size / 2 - 1, y, x + size / 2 + 2, y + size, 30);
  }
}

}  // namespace gongkai::drawn
