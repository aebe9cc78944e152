#include "ocr/form_line.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/ocr/drawn_cell.h"

using gongkai::DrawCell;
using gongkai::DrawnCell;
using gongkai::FormLine;
using gongkai::ReadCellPicture;
using gongkai::ReadFormLine;

namespace {

// Written by ocr/training/form_pictures.py in fonts that the reader was not trained on.
DrawnCell FormPicture(const std::string& name) { return ReadCellPicture("form_" + name); }

DrawnCell Paper(int width, int height, unsigned char grey = 255) {
  return {width, height,
          std::vector<unsigned char>(static_cast<std::size_t>(width * height), grey)};
}

// A fixed sequence of numbers that look like chance.
unsigned char NextGrey(unsigned& state) {
  state = state * 1664525u + 1013904223u;
  return static_cast<unsigned char>(state >> 24);
}

}  // namespace

TEST_CASE("lines of the form are read as they are printed", "[form_line]") {
  const struct {
    const char* picture;
    const char* text;
  } rows[] = {
      {"granted", "（一）予以公开"},    {"secret", "1.属于国家秘密"},
      {"slip", "其他法律行政止公开"},  // as a real report has it: no list of labels corrects it
      {"fee", "251000元"},
      {"items", "12条"},
      {"part", "其中：3"},
  };
  for (const auto& row : rows) {
    INFO(row.picture);
    const auto read = ReadFormLine(FormPicture(row.picture).View());
    REQUIRE(read.has_value());
    CHECK(read->text == row.text);
    CHECK(read->confidence >= 0.7);
    CHECK(read->confidence <= 1.0);
  }
}

TEST_CASE("a character that the form does not have refuses its line", "[form_line]") {
  CHECK_FALSE(ReadFormLine(FormPicture("stranger").View()).has_value());
  CHECK_FALSE(ReadFormLine(FormPicture("strangers").View()).has_value());
}

TEST_CASE("the box is that of the ink, wherever the line stands in the view", "[form_line]") {
  const DrawnCell picture = FormPicture("slip");
  DrawnCell wide = Paper(picture.width + 60, picture.height + 20);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      wide.pixels[static_cast<std::size_t>((y + 12) * wide.width + x + 35)] =
          picture.View().At(x, y);
    }
  }
  const auto near = ReadFormLine(picture.View()), far = ReadFormLine(wide.View());
  REQUIRE((near.has_value() && far.has_value()));
  CHECK(near->text == far->text);
  CHECK(far->box.x0 == near->box.x0 + 35);
  CHECK(far->box.y0 == near->box.y0 + 12);
  CHECK(far->box.Width() == near->box.Width());
  CHECK(near->box.Width() > 8 * near->box.Height());
}

TEST_CASE("half a line and two lines are no line of the form", "[form_line]") {
  const DrawnCell picture = FormPicture("granted");
  const int half = picture.height / 2;
  CHECK_FALSE(ReadFormLine(picture.View().Part(0, half, picture.width, half)).has_value());
  DrawnCell twice = Paper(picture.width, 2 * picture.height);
  for (std::size_t i = 0; i < twice.pixels.size(); ++i) {
    twice.pixels[i] = picture.pixels[i % picture.pixels.size()];
  }
  CHECK_FALSE(ReadFormLine(twice.View()).has_value());
}

TEST_CASE("what is no Chinese line is left to others", "[form_line]") {
  CHECK_FALSE(ReadFormLine({}).has_value());
  CHECK_FALSE(ReadFormLine(Paper(1, 1).View()).has_value());
  CHECK_FALSE(ReadFormLine(Paper(300, 40).View()).has_value());
  CHECK_FALSE(ReadFormLine(Paper(300, 40, 0).View()).has_value());
  CHECK_FALSE(ReadFormLine(Paper(20000, 30).View()).has_value());
  CHECK_FALSE(ReadFormLine(DrawCell("2470").View()).has_value());
  DrawnCell dash = Paper(80, 40);
  dash.Fill({20, 18, 52, 21}, 0);
  CHECK_FALSE(ReadFormLine(dash.View()).has_value());
  DrawnCell noise = Paper(900, 60);
  unsigned state = 5;
  for (unsigned char& pixel : noise.pixels) pixel = NextGrey(state);
  CHECK_FALSE(ReadFormLine(noise.View()).has_value());
}
