#include "extract/layout.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "extract/pdf.h"
#include "layout_drawing.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

using drawing::Draw;
using drawing::Show;

constexpr const char* kReal = "../shared/reports/in/hzq2023.pdf";

std::map<char32_t, int> Characters(const std::string& text) {
  std::map<char32_t, int> count;
  for (const char32_t c : DecodeUtf8(WithoutSpaces(text))) ++count[c];
  return count;
}

std::string AllText(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (const auto* p = std::get_if<Paragraph>(&block)) out += p->text;
    if (const auto* g = std::get_if<Grid>(&block)) {
      for (const Cell& c : g->cells) out += c.text;
    }
  }
  return out;
}

TEST_CASE("blocks come in reading order") {
  const std::string shown = Show(LayOutPages({Draw(
      "二、前面的标题\n\n+----+----+\n| 甲 | 1  |\n+----+----+\n\n三、后面的标题\n")}));
  CHECK(shown == "P 二、前面的标题\nG 1x2\n0,0 甲\n0,1 1\nP 三、后面的标题\n");
}

TEST_CASE("every word comes out once") {
  const Page page = Draw(
      "               某市年度报告\n\n"
      "一、前面的标题\n"
      "+----+----+  旁边\n| 甲 | 1  |\n+----+----+\n| 乙 |\n+----+----+\n\n"
      "+--------+\n| 一框文字 |\n+--------+\n\n"
      "甲                  0       1       1\n"
      "乙                  2               2\n"
      "丙                  4       4       8\n\n"
      "最后一段\n");
  std::string words;
  for (const Word& word : page.words) words += word.text;
  CHECK(Characters(AllText(LayOutPages({page}))) == Characters(words));
}

TEST_CASE("the grids of one page") {
  const auto grids = FindGrids(Draw("+----+----+\n| 甲 | 1  |\n+----+----+\n", 3));
  REQUIRE(grids.size() == 1);
  CHECK(grids.front().page == 3);
  CHECK(grids.front().box.x0 == drawing::X(0));
  CHECK(grids.front().grid.cells.front().place.page == 3);
  CHECK(FindGrids(Page{}).empty());
}

TEST_CASE("pages without anything") {
  CHECK(LayOutPages({}).blocks.empty());
  CHECK(LayOutPages({}).pages == 0);
  CHECK(LayOutPages({Page{}, Page{}}).blocks.empty());
}

TEST_CASE("hostile geometry does no harm") {
  Page page;
  page.width = 595;
  page.height = 842;
  for (const double at : {-1e9, 0.0, 1e9}) {
    page.rulings.push_back({at, at, at + 100, at, 0});
    page.rulings.push_back({at, at, at, at + 100, 0});
    page.fills.push_back({{at, at, at, at}, false});
    page.words.push_back(drawing::MakeWord("x", {at, at, at, at}));
  }
  CHECK(Characters(AllText(LayOutPages({page}))) == Characters("xxx"));
}

TEST_CASE("a real report, where it is present") {
  std::ifstream in(kReal, std::ios::binary);
  if (!in) {
    WARN("skipped: no " << kReal);
    return;
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto read = ReadPdfPages(bytes);
  REQUIRE(read.ok());
  const Document document = LayOutPages(read.value().pages);
  std::vector<const Grid*> grids;
  for (const Block& block : document.blocks) {
    if (const auto* g = std::get_if<Grid>(&block)) grids.push_back(g);
  }
  REQUIRE(grids.size() == 3);
  CHECK(grids[0]->rows == 14);
  CHECK(grids[0]->cols == 4);
  CHECK(grids[2]->rows == 4);
  CHECK(grids[2]->cols == 15);

  const Grid& applications = *grids[1];
  CHECK(applications.cols == 10);
  REQUIRE(applications.rows == 26);
  for (int row = 3; row < applications.rows; ++row) {
    const auto values =
        std::count_if(applications.cells.begin(), applications.cells.end(), [&](const Cell& c) {
          return c.row == row && c.col >= 3 && c.col_span == 1 && !c.text.empty();
        });
    CHECK(values == 7);
  }
  const auto group = std::find_if(applications.cells.begin(), applications.cells.end(),
                                  [](const Cell& c) { return c.row == 5 && c.col == 0; });
  REQUIRE(group != applications.cells.end());
  CHECK(group->row_span == 20);
  CHECK(group->text.starts_with("三、"));
  for (const Block& block : document.blocks) {
    const auto* p = std::get_if<Paragraph>(&block);
    CHECK((p == nullptr || p->text.find("-1-") == std::string::npos));
  }
}

}  // namespace
}  // namespace gongkai
