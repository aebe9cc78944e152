#include "ocr/glyph_net.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "ocr/glyph_picture.h"

using gongkai::GlyphInk;
using gongkai::ParseGlyphNet;
using gongkai::RunGlyphNet;

namespace {

std::string Word(std::int64_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 255));
  return bytes;
}

// Two inputs, two hidden units (their sum, and the first less the second), two outputs.
std::string SmallNet() {
  const std::string sizes = Word(3) + Word(2) + Word(2) + Word(2);
  const std::string hidden = Word(1) + Word(0) + Word(10) + Word(2) + Word(2) + "\1\1\1\xff";
  const std::string output = Word(0) + Word(-5) + Word(0) + Word(1) + Word(3) + "\1\2\xff\1";
  return "GNET" + sizes + hidden + output;
}

}  // namespace

TEST_CASE("a net computes what its bytes say", "[glyph_net]") {
  const auto net = ParseGlyphNet(SmallNet());
  REQUIRE(net.has_value());
  CHECK(net->Inputs() == 2);
  CHECK(net->Outputs() == 2);
  const unsigned char four_and_one[] = {4, 1};
  CHECK(RunGlyphNet(*net, four_and_one) == std::vector<int>{-5 + 5 + 2 * 13, 3 * (13 - 5)});
  const unsigned char none_and_many[] = {0, 200};  // the second unit is below 0 and counts as 0
  CHECK(RunGlyphNet(*net, none_and_many) == std::vector<int>{-5 + 200, 3 * -200});
}

TEST_CASE("bytes that are no net are refused", "[glyph_net]") {
  const std::string good = SmallNet();
  for (std::size_t length = 0; length < good.size(); ++length) {
    INFO(length);
    CHECK_FALSE(ParseGlyphNet(good.substr(0, length)).has_value());
  }
  CHECK_FALSE(ParseGlyphNet(good + "x").has_value());
  CHECK_FALSE(ParseGlyphNet("XNET" + good.substr(4)).has_value());
  const std::string head = "GNET" + Word(2);
  CHECK_FALSE(ParseGlyphNet(head + Word(0) + Word(1)).has_value());
  CHECK_FALSE(ParseGlyphNet(head + Word(-1) + Word(-1)).has_value());
  CHECK_FALSE(ParseGlyphNet(head + Word(1) + Word(1) + Word(60) + Word(0) + Word(1) + "\1"));
  CHECK_FALSE(ParseGlyphNet(head + Word(1) + Word(1) + Word(0) + Word(1 << 30) + Word(1) + "\1"));
}

TEST_CASE("the nets of the program take the pictures of the program", "[glyph_net]") {
  const GlyphInk bar{3, 20, std::vector<unsigned char>(60, 255)};
  CHECK(ShapePicture(bar).size() == static_cast<std::size_t>(gongkai::DigitShapeNet().Inputs()));
  CHECK(StrokeFeatures(bar).size() == static_cast<std::size_t>(gongkai::DigitStrokeNet().Inputs()));
  CHECK(gongkai::DigitShapeNet().Outputs() == 13);
  CHECK(gongkai::DigitStrokeNet().Outputs() == 13);
}

TEST_CASE("a shape picture keeps proportions, in the middle", "[glyph_picture]") {
  const GlyphInk bar{10, 40, std::vector<unsigned char>(400, 200)};
  const std::vector<unsigned char> picture = ShapePicture(bar);
  for (std::size_t i = 0; i < picture.size(); ++i) {
    const bool inside = i % 24 >= 9 && i % 24 < 15;
    CHECK(int{picture[i]} == (inside ? 200 : 0));
  }
}

TEST_CASE("strokes have directions", "[glyph_picture]") {
  const GlyphInk flat{40, 4, std::vector<unsigned char>(160, 255)};
  const std::vector<unsigned char> features = StrokeFeatures(flat);
  const auto sum = [&features](std::size_t direction) {
    int total = 0;
    for (std::size_t i = 0; i < 36; ++i) total += features[direction * 36 + i];
    return total;
  };
  CHECK(sum(2) > 2 * sum(0));  // an edge below a flat stroke, and at its left end
  CHECK(sum(3) > 2 * sum(1));
}

TEST_CASE("pictures of glyphs of one pixel to hundreds can be made", "[glyph_picture]") {
  for (const int width : {1, 2, 7, 24, 29, 400}) {
    for (const int height : {1, 3, 28, 31, 400}) {
      const auto size = static_cast<std::size_t>(width * height);
      const GlyphInk ink{width, height, std::vector<unsigned char>(size, 255)};
      CHECK(ShapePicture(ink).size() == 576);
      CHECK(StrokeFeatures(ink).size() == 288);
    }
  }
}
