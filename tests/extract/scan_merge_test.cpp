#include "extract/scan_merge.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/scan_size.h"
#include "tests/extract/scan_sample.h"

namespace gongkai {
namespace {

Page TextPage() {
  Page page;
  page.width = 600;
  page.height = 800;
  Word word;
  word.text = "正文";
  word.box = {100, 100, 124, 112};
  page.words.push_back(word);
  return page;
}

std::string TextOf(const Page& page) {
  std::string text;
  for (const Word& word : page.words) text += word.text + " ";
  return text;
}

// A word above the picture, one in it, and a table of 2 x 2 cells in it.
Page Scan(bool with_table) {
  Page page = TextPage();
  page.words = {ScannedWord("误读", {100, 100, 124, 112}), ScannedWord("12", {210, 410, 222, 422})};
  if (!with_table) return page;
  for (const double at : {400.0, 430.0, 460.0}) page.rulings.push_back({200, at, 400, at, 1});
  for (const double at : {200.0, 300.0, 400.0}) page.rulings.push_back({at, 400, at, 460, 1});
  page.rulings.push_back({50, 50, 500, 50, 1});
  return page;
}

TEST_CASE("A picture's words count where it shows a table or is the page", "[scan_merge]") {
  const Box small{150, 350, 450, 500}, most{0, 200, 600, 800};
  struct Case {
    std::string name;
    bool table;
    Box picture;
    std::string text;
    std::size_t rulings;
  };
  const std::vector<Case> cases = {
      {"a table", true, small, "正文 12 ", 6},
      {"a photograph", false, small, "正文 ", 0},
      {"most of the page", false, most, "正文 12 ", 0},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    const Page merged = MergeScan(TextPage(), Scan(one.table), {one.picture});
    CHECK(TextOf(merged) == one.text);
    CHECK(merged.rulings.size() == one.rulings);
    CHECK(merged.shown == Affine{});
  }
}

TEST_CASE("A scan that was turned is put where its page shows it", "[scan_merge]") {
  Page scan = Scan(true);
  scan.shown = {1, 0, 10, 0, 1, -20};
  const Page merged = MergeScan(TextPage(), scan, {{150, 350, 450, 500}});
  REQUIRE(merged.words.size() == 2);
  CHECK(merged.words[1].box == Box{220, 390, 232, 402});
  CHECK(merged.words[1].reading == ReadingKind::kOcr);
  for (const Ruling& ruling : merged.rulings) {
    CHECK((ruling.x0 == ruling.x1 || ruling.y0 == ruling.y1));
  }
}

TEST_CASE("How large the page of a picture is", "[scan_size]") {
  struct Case {
    int width, height;
    double dpi, given, points_wide, points_high;
  };
  const std::vector<Case> cases = {
      {1654, 2339, 200, 0, 595.44, 842.04},
      {2480, 3508, 300, 0, 595.2, 841.92},
      {2480, 3508, 0, 300, 595.2, 841.92},
      {2480, 3508, 0, 0, 595.28, 842.04},     // nothing said
      {1240, 1754, 96, 0, 595.28, 842.04},    // a screen's number, not the scanner's
      {2339, 1654, 0, 0, 841.89, 595.33},     // lies on its side
      {1000, 1100, 0, 0, 595.28, 654.81},
      {1080, 12000, 72, 0, 595.28, 6614.22},  // a telephone's picture of a web page
      {2480, 3508, 2400, 0, 595.28, 842.04},  // as large as a stamp
      {3307, 4677, 200, 0, 1190.52, 1683.72},  // A2
  };
  for (const Case& one : cases) {
    INFO(one.width << " x " << one.height << " at " << one.dpi);
    Raster raster;
    raster.width = one.width;
    raster.height = one.height;
    raster.dpi = one.dpi;
    const PaperSize size = FindPaperSize(raster, one.given);
    CHECK(size.width == Approx(one.points_wide).epsilon(1e-4));
    CHECK(size.height == Approx(one.points_high).epsilon(1e-4));
  }
  CHECK(PaperScale(595, 842) == 1);
  CHECK(PaperScale(842, 595) == 1);
  CHECK(PaperScale(2480, 3508) == Approx(595.28 / 2480));
  CHECK(PaperScale(200, 100) == Approx(841.89 / 200));
  CHECK(PaperScale(0, 0) == 1);
}

}  // namespace
}  // namespace gongkai
