#include "ocr/number_cell.h"

#include <catch2/catch.hpp>

#include "tests/ocr/drawn_cell.h"

using gongkai::CellPen;
using gongkai::DrawCell;
using gongkai::DrawnCell;
using gongkai::ReadCellPicture;
using gongkai::ReadNumberCell;

namespace {

// A fixed sequence of numbers that look like chance.
class Chance {
 public:
  int Below(int limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<int>((state_ >> 8) % static_cast<unsigned>(limit));
  }

 private:
  unsigned state_ = 7;
};

}  // namespace

TEST_CASE("numbers are read in several sizes and inks", "[number_cell]") {
  for (const char* text : {"0", "2", "4", "10", "25", "104", "2470", "75.28", "-3", "1,204", "/"}) {
    for (const CellPen& pen : {CellPen{}, CellPen{.height = 15, .stroke = 2, .step = 11},
                               CellPen{.height = 28, .stroke = 4, .step = 21},
                               CellPen{.ink = 110, .paper = 240}}) {
      INFO(text << " of " << pen.height << " pixels, grey " << int{pen.ink});
      const auto read = ReadNumberCell(DrawCell(text, pen).View());
      REQUIRE(read.has_value());
      CHECK(read->text == text);
      CHECK(read->confidence >= 0.5);
      CHECK(read->numeric > 0.6);
    }
  }
}

TEST_CASE("well printed numbers are sure", "[number_cell]") {
  for (const char* text : {"0", "2", "10", "204", "2470", "40.25"}) {
    INFO(text);
    const auto read = ReadNumberCell(DrawCell(text).View());
    REQUIRE(read.has_value());
    CHECK(read->text == text);
    CHECK(read->confidence >= 0.9);
  }
}

TEST_CASE("a cell without ink is blank, and no zero", "[number_cell]") {
  CHECK_FALSE(ReadNumberCell(DrawCell("").View()).has_value());
  CHECK_FALSE(ReadNumberCell(DrawCell("", {.paper = 200}).View()).has_value());
  DrawnCell dusty = DrawCell("");
  Chance chance;
  for (int i = 0; i < 20; ++i) {
    const int x = chance.Below(130), y = chance.Below(50);
    dusty.Fill({x, y, x + 1 + i % 2, y + 1}, 60);
  }
  CHECK_FALSE(ReadNumberCell(dusty.View()).has_value());
  DrawnCell grain = DrawCell("");
  for (unsigned char& pixel : grain.pixels) {
    pixel = static_cast<unsigned char>(225 + chance.Below(30));
  }
  CHECK_FALSE(ReadNumberCell(grain.View()).has_value());
  CHECK_FALSE(ReadNumberCell({}).has_value());
}

TEST_CASE("remains of rulings at the borders are not ink of the number", "[number_cell]") {
  DrawnCell cell = DrawCell("20");
  cell.Fill({0, 0, 140, 2}, 0);
  cell.Fill({0, 10, 2, 56}, 40);
  const auto read = ReadNumberCell(cell.View());
  REQUIRE(read.has_value());
  CHECK(read->text == "20");
  CHECK(read->confidence >= 0.9);
  DrawnCell blank = DrawCell("");
  blank.Fill({0, 54, 140, 56}, 0);
  CHECK_FALSE(ReadNumberCell(blank.View()).has_value());
}

TEST_CASE("what makes a number doubtful keeps it below 0.9", "[number_cell]") {
  struct Doubt {
    const char* why;
    DrawnCell cell;
  };
  std::vector<Doubt> doubts;
  doubts.push_back({"a gap that may have lost a point", DrawCell("7 5", {.step = 12})});
  doubts.push_back({"digits of two heights", DrawCell("20")});
  doubts.back().cell.Fill({70, 0, 140, 26}, 255);
  doubts.push_back({"ink that no reader explains", DrawCell("20")});
  doubts.back().cell.Fill({95, 20, 107, 26}, 0);
  doubts.push_back({"a digit at the border of the cell", DrawCell("4", {}, 40, 20)});
  doubts.push_back({"a line through it", DrawCell("80")});
  doubts.back().cell.Fill({40, 26, 100, 28}, 0);
  doubts.push_back({"a blot in it", DrawCell("0")});
  doubts.back().cell.Fill({60, 20, 76, 34}, 0);
  for (const Doubt& doubt : doubts) {
    INFO(doubt.why);
    const auto read = ReadNumberCell(doubt.cell.View());
    REQUIRE(read.has_value());
    CHECK(read->confidence < 0.9);
  }
}

TEST_CASE("a faint digit beside a dark one does not vanish silently", "[number_cell]") {
  for (const int grey : {90, 120, 140, 160, 175}) {
    INFO(grey);
    DrawnCell cell = DrawCell("42");
    for (int i = 0; i < cell.width * cell.height; ++i) {
      unsigned char& pixel = cell.pixels[static_cast<std::size_t>(i)];
      const int ink = (255 - pixel) * (255 - grey) / 255;
      if (i % cell.width >= 70) pixel = static_cast<unsigned char>(255 - ink);
    }
    const auto read = ReadNumberCell(cell.View());
    REQUIRE(read.has_value());
    CHECK((read->text == "42" || read->confidence < 0.9));
  }
}

TEST_CASE("digits that touch are cut apart", "[number_cell]") {
  const auto read = ReadNumberCell(DrawCell("200", {.step = 13.6}).View());
  REQUIRE(read.has_value());
  CHECK(read->text == "200");
}

// Cells of a drawn fax of a photocopy (tests/generator) in a Song face: all hairlines are gone.
TEST_CASE("digits that fell to pieces are guessed, and never sure", "[number_cell]") {
  for (const char* text : {"2", "27", "103", "137"}) {
    INFO(text);
    const auto read = ReadNumberCell(ReadCellPicture(std::string("number_broken_") + text).View());
    REQUIRE(read.has_value());
    CHECK(read->text == text);
    CHECK(read->broken);
    CHECK_FALSE(read->only_shapes);
    CHECK(read->confidence < 0.9);
    CHECK(read->numeric > 0.6);
  }
  // 0.423312 of the same: its point looks like a piece of a digit, but no number begins with 04.
  const auto point = ReadNumberCell(ReadCellPicture("number_point").View());
  REQUIRE(point.has_value());
  CHECK_FALSE(point->broken);
  CHECK(point->confidence < 0.9);
  // A blurred 28,140 (ocr/training/evaluate_digits.py): its comma is no piece of the 8.
  const auto comma = ReadNumberCell(ReadCellPicture("number_comma").View());
  REQUIRE(comma.has_value());
  CHECK(comma->text == "28,140");
  const auto stem = ReadNumberCell(ReadCellPicture("number_broken_4").View());
  REQUIRE(stem.has_value());
  CHECK(stem->confidence < 0.7);  // nothing but its stem is left, which looks like a 1
}

TEST_CASE("what is no number does not look like one", "[number_cell]") {
  DrawnCell lines = DrawCell("");
  for (int i = 0; i < 5; ++i) {  // strokes across each other, as of Chinese characters
    const int x = 10 + i * 25;
    for (int k = 0; k < 4; ++k) lines.Fill({x, 14 + k * 7, x + 22, 16 + k * 7}, 0);
    lines.Fill({x + 4, 14, x + 6, 38}, 0);
    lines.Fill({x + 16, 14, x + 18, 38}, 0);
  }
  const auto read = ReadNumberCell(lines.View());
  REQUIRE(read.has_value());
  CHECK(read->numeric < 0.3);
  CHECK(read->confidence < 0.9);
}

TEST_CASE("noise and large pictures are no numbers, and take bounded time", "[number_cell]") {
  Chance chance;
  for (const int side : {1, 2, 5, 60, 400}) {
    DrawnCell noise = DrawCell("", {}, side, side);
    for (unsigned char& pixel : noise.pixels) pixel = chance.Below(2) ? 0 : 255;
    const auto read = ReadNumberCell(noise.View());
    CHECK((!read || read->confidence < 0.9));
  }
  const auto large = ReadNumberCell(DrawCell("", {}, 2000, 1500).View());
  REQUIRE(large.has_value());
  CHECK(large->numeric == 0);
}
