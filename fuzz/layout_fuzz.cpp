// Pages drawn by the input's bytes: eight bytes a word, a ruling or a fill.
#include <string>
#include <vector>

#include "extract/layout.h"
#include "fuzz/fuzz.h"
#include "normalize/normalize.h"

namespace gongkai {
namespace {

Page BlankPage(int number) {
  Page page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  return page;
}

constexpr const char* kTexts[] = {"0", "21", "规章", "一、总体情况", "（一）予以公开", "7730.28",
                                  "总计", "自然人", "-", "3", "a", "，", "2023", "年", "行政复议", "1."};

struct Drawer {
  std::vector<Page> pages{BlankPage(1)};

  void Draw(const std::uint8_t* item) {
    Page& page = pages.back();
    const double x = item[1] * 2.5, y = item[2] * 3.5, w = item[3], h = item[4] / 4.0;
    switch (item[0] % 6) {
      case 0:
      case 1:
        page.words.push_back({kTexts[item[5] % 16], {x, y, x + w, y + h}, h, "", false,
                              item[6] % 8 == 0 ? 90 : 0, 1.0, ReadingKind::kText});
        break;
      case 2: page.rulings.push_back({x, y, x + w * 2.5, y, item[5] / 100.0}); break;
      case 3: page.rulings.push_back({x, y, x, y + w * 2.5, item[5] / 100.0}); break;
      case 4: page.fills.push_back({{x, y, x + w, y + h}, item[5] % 2 == 0}); break;
      default:
        if (item[5] % 16 == 0 && pages.size() < 5) {
          pages.push_back(BlankPage(static_cast<int>(pages.size()) + 1));
        }
    }
  }
};

}  // namespace
}  // namespace gongkai

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  Drawer drawer;
  for (std::size_t at = 0; at + 8 <= size && at < 8 * 4000; at += 8) drawer.Draw(data + at);
  const Document document = LayOutPages(drawer.pages);
  for (const Block& block : document.blocks) {
    const auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) continue;
    for (const Cell& cell : grid->cells) {
      Require(cell.row >= 0 && cell.row_span >= 1 && cell.row + cell.row_span <= grid->rows);
      Require(cell.col >= 0 && cell.col_span >= 1 && cell.col + cell.col_span <= grid->cols);
    }
  }
  Normalize(document);
  return 0;
}
