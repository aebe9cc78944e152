#include "ocr/line_crop.h"

#include <catch2/catch.hpp>

#include "tests/ocr/drawn_page.h"

namespace gongkai {
namespace {

// Rows of the picture with ink in them.
int InkedRows(const Raster& picture) {
  int rows = 0;
  for (int y = 0; y < picture.height; ++y) {
    bool ink = false;
    for (int x = 0; x < picture.width; ++x) ink = ink || drawn::At(picture, x, y) < 180;
    rows += ink;
  }
  return rows;
}

PrintLine OnlyLine(const Raster& page) {
  const auto pieces = FindInkPieces(page, 180);
  const auto lines = FindPrintLines(pieces, TypicalHeight(pieces));
  REQUIRE(lines.size() == 1);
  return lines[0];
}

TEST_CASE("line crop: scaled to the engine's rows, and places lead back") {
  Raster page = drawn::Paper(900, 200);
  drawn::Glyphs(page, 50, 60, 18, 36);
  const EngineCrop line = EngineCropOf(page, OnlyLine(page), kLinePadding);
  CHECK(line.raster.height == 36);
  CHECK(line.FromPage(50) == Approx(2).margin(2));
  CHECK(line.FromPage(450) == Approx(400 * line.scale).margin(4));
}

TEST_CASE("line crop: a line that slopes comes out level") {
  Raster level = drawn::Paper(1500, 300), sloping = level;
  for (int i = 0; i < 28; ++i) {
    drawn::Glyphs(level, 50 + 45 * i, 40, 1, 40);
    drawn::Glyphs(sloping, 50 + 45 * i, 40 + 3 * i, 1, 40);
  }
  const int wanted = InkedRows(EngineCropOf(level, OnlyLine(level), kLinePadding).raster);
  const int got = InkedRows(EngineCropOf(sloping, OnlyLine(sloping), kLinePadding).raster);
  CHECK(got <= wanted + 2);
}

TEST_CASE("line crop: a line at the picture's edge") {
  Raster page = drawn::Paper(300, 60);
  drawn::Glyphs(page, 0, 0, 6, 40);
  const EngineCrop line = EngineCropOf(page, OnlyLine(page), kWidePadding);
  CHECK(line.raster.Pixels() == line.raster.samples.size());
}

}  // namespace
}  // namespace gongkai
