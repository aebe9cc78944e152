#include "ocr/clean.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "ocr/upright.h"
#include "tests/ocr/drawn_page.h"

namespace gongkai {
namespace {

Raster Colour(int width, int height, int r, int g, int b) {
  Raster page;
  page.width = width;
  page.height = height;
  page.channels = 3;
  for (std::size_t i = 0; i < page.Pixels(); ++i) {
    for (const int sample : {r, g, b}) page.samples.push_back(static_cast<unsigned char>(sample));
  }
  return page;
}

TEST_CASE("clean: the seal's red goes, black and blue stay") {
  struct Row {
    int r, g, b;
    int least, most;
  };
  for (const Row& row : {Row{255, 255, 255, 255, 255}, Row{220, 40, 50, 250, 255},
                         Row{180, 60, 60, 250, 255}, Row{20, 20, 20, 0, 40},
                         Row{90, 20, 25, 120, 255}, Row{40, 60, 160, 0, 120}}) {
    INFO(row.r << " " << row.g << " " << row.b);
    const Raster grey = DropSeal(Colour(2, 2, row.r, row.g, row.b));
    REQUIRE(grey.channels == 1);
    REQUIRE(grey.samples.size() == 4);
    CHECK(int{grey.samples[0]} >= row.least);
    CHECK(int{grey.samples[0]} <= row.most);
  }
}

TEST_CASE("clean: paper in the shade becomes as light as paper in the light") {
  Raster page = drawn::Paper(1000, 800);
  for (int x = 0; x < 1000; ++x) {
    drawn::Fill(page, x, 0, x + 1, 800, static_cast<unsigned char>(250 - x / 10));
  }
  drawn::Glyphs(page, 100, 100, 5, 36);
  drawn::Glyphs(page, 700, 100, 5, 36);
  const Raster flat = FlattenLight(page);
  CHECK(std::abs(int{drawn::At(flat, 60, 500)} - int{drawn::At(flat, 940, 500)}) < 12);
  CHECK(drawn::At(flat, 118, 110) < 100);
  CHECK(drawn::At(flat, 718, 110) < 100);
}

TEST_CASE("clean: the lid's dark edge goes, print near it stays") {
  Raster page = drawn::Paper(1000, 800);
  drawn::Fill(page, 0, 0, 40, 800, 5);
  drawn::Glyphs(page, 120, 100, 5, 36);
  const Raster clean = DropDarkEdges(page);
  CHECK(drawn::At(clean, 20, 400) == 255);
  CHECK(drawn::At(clean, 138, 110) < 60);
}

TEST_CASE("clean: skew is found with its sign and turned back") {
  Raster page = drawn::Paper(1200, 1200);
  for (int y = 100; y < 1100; y += 60) drawn::Glyphs(page, 150, y, 20, 36);
  for (const double degrees : {-1.5, -0.5, 0.0, 0.7, 1.5}) {
    INFO(degrees);
    CHECK(FindSkew(Rotate(page, degrees)) == Approx(-degrees).margin(0.15));
  }
  CHECK(FindSkew(drawn::Paper(500, 500)) == 0);
}

TEST_CASE("clean: a point found upright is shown where it stands on the page as it came") {
  // A mark at a known place of the page as it came, whatever way it has to be turned.
  for (const int quarters : {0, 1, 2, 3}) {
    INFO(quarters);
    ScannedPage page;
    page.width = 595;
    page.height = 842;
    Raster clean = drawn::Paper(1653, 2339);
    drawn::Fill(clean, 300, 500, 340, 540, 0);
    const UprightPage upright = Straighten(page, clean, quarters);
    REQUIRE(upright.pieces.size() == 1);
    const PixelBox& piece = upright.pieces.front();
    const Box shown = Map(upright.shown, Box{piece.x0 * upright.scale, piece.y0 * upright.scale,
                                             piece.x1 * upright.scale, piece.y1 * upright.scale});
    CHECK(shown.x0 == Approx(300 * 0.36).margin(1.5));
    CHECK(shown.y0 == Approx(500 * 0.36).margin(1.5));
    CHECK(shown.x1 == Approx(340 * 0.36).margin(1.5));
    CHECK(shown.y1 == Approx(540 * 0.36).margin(1.5));
  }
}

TEST_CASE("clean: pictures of one pixel pass through every step") {
  const Raster dot = drawn::Paper(1, 1, 0);
  CHECK(FlattenLight(dot).Pixels() == 1);
  CHECK(DropDarkEdges(dot).Pixels() == 1);
  CHECK(Rotate(dot, 1.0).Pixels() == 1);
  CHECK(ScaleTo(dot, 7, 9).Pixels() == 63);
  CHECK(FindSkew(dot) == 0);
}

}  // namespace
}  // namespace gongkai
