#include "ocr/page_streaks.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include "ocr/rulings.h"
#include "tests/ocr/drawn_page.h"

namespace gongkai {
namespace {

const std::vector<int> kColumns = {100, 300, 420, 540, 700};
const std::vector<int> kRows = {200, 250, 300, 350, 420};
constexpr int kWidth = 800, kHeight = 1000;

Raster Table() {
  Raster page = drawn::Paper(kWidth, kHeight);
  drawn::Grid(page, kColumns, kRows);
  return page;
}

// Lets `light` of the light through, from the top of the page to its foot; it moves `slant` pixels
// on the way.
void Streak(Raster& page, int x, double light, int slant = 0, int y0 = 0, int y1 = kHeight) {
  for (int y = y0; y < y1; ++y) {
    for (int i = 0; i < 2; ++i) {
      const int at = x + i + slant * y / kHeight;
      drawn::Fill(page, at, y, at + 1, y + 1,
                  static_cast<unsigned char>(light * drawn::At(page, at, y)));
    }
  }
}

void Grain(Raster& page, int most) {
  std::mt19937 random(3);
  for (auto& sample : page.samples) {
    const int grain = static_cast<int>(random() % static_cast<unsigned>(2 * most + 1)) - most;
    sample = static_cast<unsigned char>(std::clamp(sample + grain, 0, 255));
  }
}

InkLines LinesWithoutStreaks(Raster page) {
  const InkLines lines = FindInkLines(page);
  return FindInkLines(PaleStreaks(std::move(page), lines.page_streaks).grey);
}

TEST_CASE("page streaks: faint, slanted and in grain, they are found and no rulings") {
  struct Case {
    double light;
    int slant, grain;
  };
  for (const Case& c : {Case{0.8, 0, 0}, Case{0.5, 0, 0}, Case{0.7, 17, 0}, Case{0.7, -26, 8}}) {
    INFO(c.light << " " << c.slant << " " << c.grain);
    Raster page = Table();
    Streak(page, 350, c.light, c.slant);
    Grain(page, c.grain);
    const InkLines lines = FindInkLines(page);
    REQUIRE(lines.page_streaks.size() == 1);
    CHECK(lines.page_streaks[0].At(0) == Approx(350.5).margin(1));
    CHECK(lines.page_streaks[0].At(kHeight) == Approx(350.5 + c.slant).margin(1));
    CHECK(LinesWithoutStreaks(page).vertical.size() == kColumns.size());
  }
}

TEST_CASE("page streaks: one that fades outside of the table is followed there") {
  Raster page = Table();
  Streak(page, 350, 0.9, 0, 0, 180);
  Streak(page, 350, 0.6, 0, 180, 500);
  Streak(page, 350, 0.88, 0, 500);
  CHECK(FindInkLines(page).page_streaks.size() == 1);
  CHECK(LinesWithoutStreaks(page).vertical.size() == kColumns.size());
}

TEST_CASE("page streaks: a table's rulings are none") {
  CHECK(FindInkLines(Table()).page_streaks.empty());
  // A page that is cut to its table.
  Raster cut = drawn::Paper(640, 260);
  drawn::Grid(cut, std::vector<int>{8, 200, 320, 440, 630}, std::vector<int>{8, 60, 120, 180, 250});
  CHECK(FindInkLines(cut).page_streaks.empty());
  CHECK(FindInkLines(cut).vertical.size() == 5);
}

TEST_CASE("page streaks: what a streak ran over stays, and the paper becomes paper") {
  Raster page = Table();
  drawn::Fill(page, 340, 320, 365, 323, 40);  // strokes of a digit, one of them along the streak
  drawn::Fill(page, 350, 270, 353, 292, 40);
  const Raster before = page;
  Streak(page, 350, 0.6);
  const InkLines lines = FindInkLines(page);
  const PaledPage paled = PaleStreaks(page, lines.page_streaks);
  REQUIRE(paled.streaks.size() == 1);
  int most = 0;
  for (std::size_t i = 0; i < before.samples.size(); ++i) {
    most = std::max(most, std::abs(before.samples[i] - paled.grey.samples[i]));
  }
  CHECK(most <= 25);
}

TEST_CASE("page streaks: a ruling that a streak runs along stays") {
  Raster page = Table();
  Streak(page, 300, 0.6);
  CHECK(LinesWithoutStreaks(page).vertical.size() == kColumns.size());
}

TEST_CASE("page streaks: one as dark as ink is not paled") {
  Raster page = Table();
  Streak(page, 350, 0.1);
  const InkLines lines = FindInkLines(page);
  CHECK(lines.page_streaks.size() == 1);
  CHECK(PaleStreaks(page, lines.page_streaks).streaks.empty());
}

}  // namespace
}  // namespace gongkai
