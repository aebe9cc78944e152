// A picture as pixels: a page that was scanned, or one that was rendered. Rows from top to bottom
// without padding, 8 bits a sample, 0 is black.
#pragma once

#include <cstddef>
#include <vector>

namespace gongkai {

struct Raster {
  int width = 0, height = 0;  // pixels
  int channels = 1;           // 1: grey, 3: red, green, blue
  bool bilevel = false;       // every sample is 0 or 255: a fax, or a scan in black and white
  double dpi = 0;             // pixels an inch; 0 where the file does not say
  std::vector<unsigned char> samples;  // width * height * channels

  std::size_t Pixels() const {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  }
};

}  // namespace gongkai
