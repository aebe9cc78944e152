// A small perceptron in integer arithmetic: the same result on every machine and compiler. The
// format of its file is described in ocr/training/small_net.py, which writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gongkai {

struct GlyphNetLayer {
  int inputs = 0, outputs = 0;
  int shift = 0;
  std::vector<std::int32_t> biases, multipliers;  // one an output
  std::vector<std::int16_t> weights;              // all inputs of the first output first
};

// Made by ParseGlyphNet only, which sees to it that no sum overflows.
struct GlyphNet {
  std::vector<GlyphNetLayer> layers;

  int Inputs() const { return layers.front().inputs; }
  int Outputs() const { return layers.back().outputs; }
};

// Nothing where the bytes are not such a file.
std::optional<GlyphNet> ParseGlyphNet(std::string_view bytes);

// How likely each class is: natural logarithms up to a constant, in 1/256.
// REQUIRES: inputs.size() == net.Inputs().
std::vector<int> RunGlyphNet(const GlyphNet& net, std::span<const unsigned char> inputs);

// The nets that are part of the program, read once. Shape sees ShapePicture, stroke StrokeFeatures
// of ocr/glyph_picture.h; the classes of both are "0123456789/-" and junk.
const GlyphNet& DigitShapeNet();
const GlyphNet& DigitStrokeNet();

}  // namespace gongkai
