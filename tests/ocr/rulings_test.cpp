#include "ocr/rulings.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "tests/ocr/drawn_page.h"

namespace gongkai {
namespace {

const std::vector<int> kColumns = {100, 300, 420, 540, 700};
const std::vector<int> kRows = {200, 250, 300, 350, 420};

Raster Table(unsigned char level = 20, int thickness = 2) {
  Raster page = drawn::Paper(800, 1000);
  drawn::Grid(page, kColumns, kRows, level, thickness);
  return page;
}

void RequireGrid(const InkLines& lines, int thickness = 2) {
  const double middle = (thickness - 1) / 2.0;
  REQUIRE(lines.horizontal.size() == kRows.size());
  REQUIRE(lines.vertical.size() == kColumns.size());
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    CHECK(lines.horizontal[i].Mean() == Approx(kRows[i] + middle).margin(1.5));
    CHECK(lines.horizontal[i].from == Approx(100).margin(4));
    CHECK(lines.horizontal[i].to == Approx(700 + thickness).margin(4));
  }
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    CHECK(lines.vertical[i].Mean() == Approx(kColumns[i] + middle).margin(1.5));
  }
}

TEST_CASE("rulings: thin, thick and faint lines are found where they are") {
  for (const int thickness : {1, 2, 4, 6}) {
    INFO(thickness);
    RequireGrid(FindInkLines(Table(20, thickness)), thickness);
  }
  RequireGrid(FindInkLines(Table(190, 2)));
}

TEST_CASE("rulings: a broken line is bridged") {
  Raster page = Table();
  for (int x = 160; x < 660; x += 90) drawn::Fill(page, x, 295, x + 6, 305, 250);
  RequireGrid(FindInkLines(page));
}

TEST_CASE("rulings: lines of text are no rulings") {
  Raster page = drawn::Paper(800, 1000);
  for (int y = 100; y < 900; y += 60) drawn::Glyphs(page, 80, y, 15, 36);
  const InkLines lines = FindInkLines(page);
  CHECK(lines.horizontal.empty());
  CHECK(lines.vertical.empty());
}

TEST_CASE("rulings: a merged cell parts the line across it") {
  Raster page = Table();
  drawn::Fill(page, 418, 255, 426, 295, 250);  // the second row's cells two and three are one
  const InkLines lines = FindInkLines(page);
  REQUIRE(lines.vertical.size() == kColumns.size() + 1);
  int parts = 0;
  for (const InkLine& line : lines.vertical) parts += std::abs(line.Mean() - 420) < 3;
  CHECK(parts == 2);
}

TEST_CASE("rulings: a short line that goes on into print is cut at the last line that it meets") {
  Raster page = Table();
  drawn::Fill(page, 200, 350, 202, 440, 20);  // a glyph's upright stands right below
  const InkLines lines = FindInkLines(page);
  REQUIRE(lines.vertical.size() == kColumns.size() + 1);
  CHECK(lines.vertical[1].Mean() == Approx(200.5).margin(1.5));
  CHECK(lines.vertical[1].to == Approx(420).margin(4));
}

TEST_CASE("rulings: a column of another table is no continuation") {
  Raster page = Table();
  drawn::Fill(page, 360, 300, 362, 352, 165);  // pale, in one row
  drawn::Grid(page, std::vector<int>{100, 360, 700}, std::vector<int>{600, 680, 760});
  int above = 0;
  for (const InkLine& line : FindInkLines(page).vertical) above += line.to < 500;
  CHECK(above == static_cast<int>(kColumns.size()));
}

TEST_CASE("rulings: a line that a stroke parted runs from line to line") {
  Raster page = drawn::Paper(800, 1000);
  drawn::Grid(page, std::vector<int>{100, 700}, std::vector<int>{200, 350, 420});
  drawn::Fill(page, 420, 200, 422, 265, 20);
  drawn::Fill(page, 420, 285, 422, 350, 20);
  const InkLines lines = FindInkLines(page);
  REQUIRE(lines.vertical.size() == 3);
  CHECK(lines.vertical[1].from == Approx(200).margin(4));
  CHECK(lines.vertical[1].to == Approx(350).margin(4));
}

TEST_CASE("rulings: a copier's streak from edge to edge bounds nothing and is erased") {
  Raster page = Table();
  drawn::Fill(page, 360, 0, 362, 1000, 60);
  const InkLines lines = FindInkLines(page);
  CHECK(lines.page_streaks.size() == 1);
  CHECK(lines.vertical.size() == kColumns.size());
  const Raster print = EraseInkLines(page, lines);
  CHECK(drawn::At(print, 361, 600) > 200);
}

TEST_CASE("rulings: pieces of a fax's streak are told by what stands alone in the open") {
  Raster page = Table();
  drawn::Fill(page, 360, 40, 362, 160, 0);   // above the table
  drawn::Fill(page, 360, 202, 362, 330, 0);  // from the border into a cell
  const InkLines lines = FindInkLines(page);
  CHECK(lines.vertical.size() == kColumns.size());
  CHECK(lines.streaks.size() == 2);
}

TEST_CASE("rulings: a short line that ends in a cell and has none in its continuation is none") {
  Raster page = drawn::Paper(800, 1000);
  const std::vector<int> rows = {200, 250, 300, 350, 400, 450, 500, 550};
  drawn::Grid(page, kColumns, rows);
  drawn::Fill(page, 360, 302, 362, 425, 0);
  CHECK(FindInkLines(page).vertical.size() == kColumns.size());
  // A ruling with a gap goes on behind it.
  drawn::Fill(page, 415, 305, 428, 345, 250);
  CHECK(FindInkLines(page).vertical.size() == kColumns.size() + 1);
}

TEST_CASE("rulings: what crosses an erased line stays") {
  Raster page = Table();
  drawn::Fill(page, 200, 285, 206, 320, 10);  // a stroke through the line at y = 300
  const Raster print = EraseInkLines(page, FindInkLines(page));
  CHECK(drawn::At(print, 250, 301) > 200);
  CHECK(drawn::At(print, 203, 301) < 50);
  CHECK(drawn::At(print, 203, 290) < 50);
}

TEST_CASE("rulings: pages of black, of noise and of nothing have none and end") {
  CHECK(FindInkLines(drawn::Paper(800, 1000, 0)).horizontal.empty());
  CHECK(FindInkLines(drawn::Paper(800, 1000)).vertical.empty());
  CHECK(FindInkLines(drawn::Paper(1, 1)).vertical.empty());
  CHECK(FindInkLines(drawn::Paper(2000, 3)).horizontal.empty());
  Raster noise = drawn::Paper(800, 1000);
  std::mt19937 random(7);
  for (auto& sample : noise.samples) sample = static_cast<unsigned char>(random() >> 24);
  CHECK(FindInkLines(noise).horizontal.empty());
}

}  // namespace
}  // namespace gongkai
