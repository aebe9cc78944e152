// What the two nets see of a glyph. ocr/training/glyphs.py makes the same pictures to train with.
#pragma once

#include <vector>

namespace gongkai {

// The ink in the box of a glyph: 0 is paper, 255 full ink; rows without padding.
struct GlyphInk {
  int width = 0, height = 0;
  std::vector<unsigned char> ink;
};

// 24 x 24, proportions kept. REQUIRES: width and height from 1 to 400.
std::vector<unsigned char> ShapePicture(const GlyphInk& glyph);

// 8 directions of stroke edges x 6 x 6 places, of a 28 x 28 picture that keeps the square root of
// the proportions. REQUIRES: as above.
std::vector<unsigned char> StrokeFeatures(const GlyphInk& glyph);

}  // namespace gongkai
