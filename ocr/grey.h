// A part of a grey picture, looked at in place: 8 bits a pixel, 0 is black ink, 255 clean paper.
#pragma once

#include <cstddef>

namespace gongkai {

// Does not own its pixels: whoever owns the picture outlives it.
struct GreyView {
  const unsigned char* pixels = nullptr;  // of the top left pixel
  int width = 0, height = 0;
  std::ptrdiff_t stride = 0;  // bytes from a row to the next

  // REQUIRES: 0 <= x < width, 0 <= y < height.
  unsigned char At(int x, int y) const { return pixels[y * stride + x]; }
  // REQUIRES: the part lies inside.
  GreyView Part(int x, int y, int part_width, int part_height) const {
    return {pixels + y * stride + x, part_width, part_height, stride};
  }
};

// In pixels; x1 and y1 stand behind the last column and row.
struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  int Width() const { return x1 - x0; }
  int Height() const { return y1 - y0; }
  bool operator==(const PixelBox&) const = default;
};

}  // namespace gongkai
