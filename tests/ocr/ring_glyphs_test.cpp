#include "ocr/ring_glyphs.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/ocr/drawn_page.h"

namespace gongkai {
namespace {

void Ring(Raster& page, int x, int y, int radius) {
  for (int row = y - radius; row <= y + radius; ++row) {
    for (int column = x - radius; column <= x + radius; ++column) {
      const double away = std::hypot(column - x, row - y);
      if (away <= radius && away > radius - 3) drawn::Fill(page, column, row, column + 1, row + 1, 30);
    }
  }
}

void Square(Raster& page, int x, int y, int half) {
  drawn::Fill(page, x - half, y - half, x + half, y + half, 30);
  drawn::Fill(page, x - half + 3, y - half + 3, x + half - 3, y + half - 3, 250);
}

TEST_CASE("rings: a circle as wide as a character, and nothing else that is hollow") {
  Raster page = drawn::Paper(700, 120);
  drawn::Glyphs(page, 20, 40, 2, 40);
  Ring(page, 150, 60, 14);
  drawn::Glyphs(page, 180, 40, 1, 40);
  Square(page, 260, 60, 16);  // 口
  Ring(page, 310, 74, 6);     // a full stop
  Ring(page, 360, 60, 18);
  drawn::Fill(page, 355, 55, 365, 65, 30);  // something in it
  const auto pieces = FindInkPieces(page, 180);
  const auto lines = FindPrintLines(pieces, TypicalHeight(pieces));
  REQUIRE(lines.size() == 1);
  CHECK(FindRings(page, lines[0]) == std::vector<int>{150});
}

TEST_CASE("rings: put where the engine saw nothing, or something like them") {
  const std::vector<EngineSymbol> dropped{{"局", 0, 40}, {"二", 40, 80}, {"二", 100, 190}, {"年", 200, 290}};
  CHECK(WithRings(dropped, {120, 220}) == "局二〇二〇年");
  const std::vector<EngineSymbol> taken{{"二", 40, 80}, {"O", 85, 130}, {"二", 140, 190}, {"0", 200, 240},
                                        {"年", 245, 290}};
  CHECK(WithRings(taken, {108, 220}) == "二〇二〇年");
  // Behind a word it is a mark of a list.
  CHECK(WithRings({{"局", 0, 40}, {"公", 100, 140}}, {70}) == "局公");
  CHECK(WithRings({}, {10}).empty());
}

}  // namespace
}  // namespace gongkai
