#include "ocr/ink_pieces.h"

#include <catch2/catch.hpp>

#include "tests/ocr/drawn_page.h"

namespace gongkai {
namespace {

constexpr int kInk = 180;

std::vector<PrintLine> LinesOf(const Raster& page) {
  const auto pieces = FindInkPieces(page, kInk);
  return FindPrintLines(pieces, TypicalHeight(pieces));
}

TEST_CASE("ink: lines of print from the top, with their em") {
  Raster page = drawn::Paper(900, 600);
  drawn::Glyphs(page, 50, 60, 12, 60);   // a title
  drawn::Glyphs(page, 50, 160, 18, 36);
  drawn::Glyphs(page, 50, 220, 6, 36);
  const auto lines = LinesOf(page);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].box.y0 == 60);
  CHECK(lines[0].em == Approx(60 / 0.9).margin(4));
  CHECK(lines[1].box.y0 == 160);
  CHECK(lines[2].box.x1 < 350);
}

TEST_CASE("ink: a wide gap parts a line") {
  Raster page = drawn::Paper(900, 200);
  drawn::Glyphs(page, 50, 60, 4, 36);
  drawn::Glyphs(page, 500, 60, 4, 36);
  const auto lines = LinesOf(page);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].box.x1 < 300);
  CHECK(lines[1].box.x0 >= 500);
}

TEST_CASE("ink: the pieces of one character are one line") {
  Raster page = drawn::Paper(300, 200);
  drawn::Fill(page, 50, 50, 106, 77, 20);   // like 告: an upper part,
  drawn::Fill(page, 57, 82, 99, 106, 20);   // and a mouth below it
  const auto pieces = FindInkPieces(page, kInk);
  REQUIRE(pieces.size() == 2);
  const auto lines = FindPrintLines(pieces, 36);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].box == PixelBox{50, 50, 106, 106});
}

TEST_CASE("ink: two pieces of one large character that the print's size takes for two lines") {
  Raster page = drawn::Paper(300, 200);
  drawn::Fill(page, 50, 50, 106, 81, 20);  // the upper part of 告 is as high as a character of the text
  drawn::Fill(page, 57, 86, 99, 106, 20);
  const auto lines = FindPrintLines(FindInkPieces(page, kInk), 36);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].box == PixelBox{50, 50, 106, 106});
}

TEST_CASE("ink: two lines of two characters are no large character") {
  Raster page = drawn::Paper(300, 200);
  drawn::Glyphs(page, 50, 50, 2, 30);
  drawn::Glyphs(page, 50, 88, 2, 30);
  CHECK(FindPrintLines(FindInkPieces(page, kInk), 30).size() == 2);
}

TEST_CASE("ink: what stands within a line is part of its characters") {
  Raster page = drawn::Paper(1200, 900);
  for (int y = 200; y < 860; y += 60) drawn::Glyphs(page, 50, y, 20, 34);
  drawn::Fill(page, 85, 70, 89, 100, 20);    // a large 公 in three pieces,
  drawn::Fill(page, 92, 92, 131, 127, 20);  // the lower of which could begin a line of its own
  drawn::Fill(page, 117, 70, 141, 89, 20);
  drawn::Glyphs(page, 150, 70, 6, 57);
  drawn::Fill(page, 540, 72, 560, 128, 20);
  drawn::Fill(page, 566, 72, 596, 127, 20);
  drawn::Glyphs(page, 610, 70, 3, 57);
  const auto lines = LinesOf(page);
  REQUIRE(lines.size() == 12);
  CHECK(lines[0].box == PixelBox{85, 70, 795, 128});
}

TEST_CASE("ink: a line that slopes keeps its marks and knows its slope") {
  Raster page = drawn::Paper(1500, 300);
  for (int i = 0; i < 28; ++i) {
    drawn::Glyphs(page, 50 + 45 * i, 40 + 3 * i, 1, 40);
    drawn::Glyphs(page, 50 + 45 * i, 110 + 3 * i, 1, 40);
  }
  drawn::Fill(page, 1310, 154, 1318, 160, 20);  // a full stop of the first line, as low as the second begins
  const auto pieces = FindInkPieces(page, kInk);
  const auto lines = FindPrintLines(pieces, TypicalHeight(pieces));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].slope == Approx(3.0 / 45).epsilon(0.1));
  CHECK(lines[0].level.Height() <= 46);
  CHECK(lines[0].box.x1 == 1318);
  CHECK(lines[1].level.Height() <= 46);
}

TEST_CASE("ink: a level line has no slope") {
  Raster page = drawn::Paper(900, 200);
  drawn::Glyphs(page, 50, 60, 18, 36);
  const auto lines = LinesOf(page);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].slope == 0);
  CHECK(lines[0].level == lines[0].box);
}

TEST_CASE("ink: dust is told from marks by what stands near it") {
  Raster page = drawn::Paper(900, 900);
  for (int y = 60; y < 860; y += 60) drawn::Glyphs(page, 50, y, 10, 36);
  drawn::Fill(page, 452, 92, 456, 96, 20);  // a point behind the last glyph of the first line
  auto pieces = FindInkPieces(page, kInk);
  CHECK(FindSpecks(pieces, TypicalHeight(pieces)).empty());
  for (int i = 0; i < 40; ++i) drawn::Fill(page, 600 + 7 * i, 20 + 20 * i, 603 + 7 * i, 23 + 20 * i, 20);
  pieces = FindInkPieces(page, kInk);
  CHECK(FindSpecks(pieces, TypicalHeight(pieces)).size() == 40);
}

TEST_CASE("ink: nothing on nothing, and an end to noise") {
  CHECK(LinesOf(drawn::Paper(100, 100)).empty());
  CHECK(LinesOf(drawn::Paper(300, 300, 0)).empty());
  Raster noise = drawn::Paper(1600, 1600);
  for (int y = 0; y < 1600; y += 6) {
    for (int x = 0; x < 1600; x += 6) drawn::Fill(noise, x, y, x + 3, y + 3, 0);
  }
  CHECK(FindInkPieces(noise, kInk).empty());  // more pieces than print has
}

}  // namespace
}  // namespace gongkai
