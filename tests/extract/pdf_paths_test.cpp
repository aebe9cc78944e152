#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "extract/pdf.h"
#include "tests/extract/pdf_sample.h"

namespace gongkai {
namespace {

std::string Number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4g", std::round(value * 100) / 100);
  return buffer;
}

// "x0 y0 x1 y1 / thickness; ..." and "[x0 y0 x1 y1] or [... white]"
std::string Drawn(const Page& page) {
  std::string all;
  for (const Ruling& r : page.rulings) {
    all += Number(r.x0) + " " + Number(r.y0) + " " + Number(r.x1) + " " + Number(r.y1) + " / " +
           Number(r.thickness) + "; ";
  }
  for (const Fill& fill : page.fills) {
    all += "[" + Number(fill.box.x0) + " " + Number(fill.box.y0) + " " + Number(fill.box.x1) + " " +
           Number(fill.box.y1) + (fill.white ? " white] " : "] ");
  }
  return all.empty() ? all : all.substr(0, all.find_last_not_of(" ;") + 1);
}

Page ReadOne(const std::string& content, const std::string& entries = "") {
  const auto read = ReadPdfPages(MakePdf(content, entries));
  REQUIRE(read.ok());
  return read.value().pages.front();
}

// The page is 200 wide and 100 high; content counts y from the bottom, the results from the top.
TEST_CASE("what is painted becomes rulings and fills") {
  struct Row {
    const char* what;
    const char* content;
    const char* drawn;
  };
  const Row rows[] = {
      {"a horizontal stroke", "2 w 10 20 m 90 20 l S", "10 80 90 80 / 2"},
      {"a vertical stroke", ".5 w 10 20 m 10 70 l S", "10 30 10 80 / 0.5"},
      {"a hairline", "0 w 10 20 m 90 20 l S", "10 80 90 80 / 0"},
      {"a dashed stroke", "[3 2] 0 d 1 w 10 20 m 90 20 l S", "10 80 90 80 / 1"},
      {"a stroked rectangle", "1 w 10 20 80 30 re S",
       "10 50 90 50 / 1; 10 50 10 80 / 1; 90 50 90 80 / 1; 10 80 90 80 / 1"},
      {"a scaled pen", "4 0 0 1 0 0 cm .5 w 5 20 m 5 70 l S", "20 30 20 80 / 2"},
      {"a rotated pen", "0 1 -1 0 100 0 cm 1 w 20 10 m 70 10 l S", "90 30 90 80 / 1"},
      {"nearly straight", "1 w 10 20 m 90 20.3 l S", "10 79.85 90 79.85 / 1"},
      {"a diagonal", "1 w 10 20 m 90 60 l S", ""},
      {"a curve", "1 w 10 20 m 20 20 30 20 40 20 c S", ""},
      {"a rounded rectangle's straight sides",
       "1 w 20 20 m 80 20 l 85 20 90 25 90 30 c 90 60 l S", "90 40 90 70 / 1; 20 80 80 80 / 1"},
      {"a line of no length", "1 w 10 20 m 10 20 l S", ""},
      {"a stroke as thick as a band", "20 w 10 50 m 90 50 l S", "[10 40 90 60]"},
      {"a thin filled rectangle", "10 20 80 .5 re f", "10 79.75 90 79.75 / 0.5"},
      {"a thin filled rectangle, upright", "10 20 .5 60 re f*", "10.25 20 10.25 80 / 0.5"},
      {"a rectangle drawn backwards", "90 20 -80 .5 re f", "10 79.75 90 79.75 / 0.5"},
      {"a border with mitred ends", "10 20 m 90 20 l 89 21 l 11 21 l f", "10 79.5 90 79.5 / 1"},
      {"a dot, of which nobody knows the direction", "10 20 1 1 re f",
       "10.5 79 10.5 80 / 1; 10 79.5 11 79.5 / 1"},
      {"a filled cell", "10 20 80 30 re f", "[10 50 90 80]"},
      {"a white cell", "1 g 10 20 80 30 re f", "[10 50 90 80 white]"},
      {"a filled triangle", "10 20 m 90 20 l 50 80 l f", ""},
      {"a filled curve", "10 20 m 20 90 30 90 40 20 c f", ""},
      {"a frame by even and odd", "10 20 80 30 re 11 21 78 28 re f*",
       "10.5 50 10.5 80 / 1; 89.5 50 89.5 80 / 1; 10 50.5 90 50.5 / 1; 10 79.5 90 79.5 / 1"},
      {"a frame by winding", "10 20 80 30 re 11 49 78 -28 re f",
       "10.5 50 10.5 80 / 1; 89.5 50 89.5 80 / 1; 10 50.5 90 50.5 / 1; 10 79.5 90 79.5 / 1"},
      {"two rectangles that wind alike are no frame", "10 20 80 30 re 11 21 78 28 re f",
       "[10 50 90 80] [11 51 89 79]"},
      {"a border as a frame with three sides of no width", "10 20 80 0 re 10 21 80 -1 re f*",
       "10 79.5 90 79.5 / 1"},
      {"a frame with two sides", "10 20 80 30 re 11 21 79 29 re f*",
       "10.5 50 10.5 80 / 1; 10 79.5 90 79.5 / 1"},
      {"filled and stroked", "1 w .5 g 10 20 80 30 re B",
       "10 50 90 50 / 1; 10 50 10 80 / 1; 90 50 90 80 / 1; 10 80 90 80 / 1; [10 50 90 80]"},
      {"white on paper", "1 G 1 w 10 20 m 90 20 l S 1 g 10 40 80 .5 re f", ""},
      {"white on a colour", ".5 g 0 0 200 100 re f 1 G 1 w 10 20 m 90 20 l S",
       "10 80 90 80 / 1; [0 0 200 100]"},
      {"white on white on a colour",
       ".5 g 0 0 200 100 re f 1 g 0 0 200 50 re f 1 G 1 w 10 20 m 90 20 l S",
       "[0 0 200 100] [0 50 200 100 white]"},
      {"off the page", "1 w 10 120 m 90 120 l S 300 20 80 30 re f", ""},
      {"over the page's edge", "1 w 150 20 m 290 20 l S", "150 80 200 80 / 1"},
      {"off the clip", "10 10 50 50 re W n 1 w 10 80 m 90 80 l S", ""},
      {"cut by the clip", "10 10 50 50 re W n 1 w 0 20 m 90 20 l S", "10 80 60 80 / 1"},
      {"a line that is a clipped cell", "10 20 80 .5 re W n 0 0 200 100 re f",
       "10 79.75 90 79.75 / 0.5"},
      {"the same line twice", "1 w 10 20 m 90 20 l S 10 20 m 90 20 l S", "10 80 90 80 / 1"},
      {"a path that is not painted", "10 20 80 30 re n", ""},
      {"no numbers", "1 w 1e400 20 m 90 20 l S", ""},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Drawn(ReadOne(row.content)) == row.drawn);
  }
}

TEST_CASE("rulings follow the page's rotation and crop box") {
  CHECK(Drawn(ReadOne("1 w 10 20 m 90 20 l S", "/Rotate 90")) == "20 10 20 90 / 1");
  CHECK(Drawn(ReadOne("1 w 10 20 m 90 20 l S", "/CropBox[20 10 80 60]")) == "0 40 60 40 / 1");
  CHECK(Drawn(ReadOne("1 w 10 20 m 90 20 l S", "/CropBox[0 50 200 100]")) == "");
}

TEST_CASE("the frame of a link is no ruling") {
  const Page page =
      ReadOne("", "/Annots[<</Type/Annot/Subtype/Link/Rect[10 10 90 90]/Border[0 0 1]>>]");
  CHECK(Drawn(page) == "");
}

TEST_CASE("a picture has a box and a size in pixels") {
  const Page page = ReadOne("q 80 0 0 40 10 20 cm BI /W 2 /H 1 /BPC 8 /CS /G ID ab EI Q");
  REQUIRE(page.pictures.size() == 1);
  CHECK(page.pictures.front().box == Box{10, 40, 90, 80});
  CHECK(page.pictures.front().width == 2);
  CHECK(page.pictures.front().height == 1);
}

TEST_CASE("more lines than a page can have are left out, and the page is read") {
  std::string many = "0 0 m ";
  for (int i = 0; i < 110000; ++i) many += "9 9 l 0 0 l ";
  const std::string before = "1 w 10 20 m 90 20 l S ", behind = "S 10 60 m 90 60 l S";
  CHECK(Drawn(ReadOne(before + many + behind)) == "10 80 90 80 / 1");
  CHECK(Drawn(ReadOne(before + behind)) == "10 40 90 40 / 1; 10 80 90 80 / 1");
}

}  // namespace
}  // namespace gongkai
