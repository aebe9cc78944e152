#include "extract/grid.h"

#include <catch2/catch.hpp>
#include <string>

#include "layout_drawing.h"

namespace gongkai {
namespace {

using drawing::Draw;
using drawing::MakeWord;
using drawing::Show;

std::string Grids(const Page& page) {
  std::string out;
  for (const PageGrid& grid : FindPageGrids(page)) {
    if (!grid.fragment) out += Show(ToGrid(grid));
  }
  return out;
}

TEST_CASE("drawn tables become grids") {
  const auto [drawn, expected] = GENERATE(table<std::string, std::string>({
      {"+----+----+\n"
       "| a  | b  |\n"
       "+----+----+\n"
       "| c  |    |\n"
       "+----+----+\n",
       "2x2\n0,0 a\n0,1 b\n1,0 c\n1,1\n"},
      // merged over columns and rows
      {"+---------+----+\n"
       "| head    | z  |\n"
       "+----+----+    |\n"
       "| a  | b  |    |\n"
       "+----+----+----+\n",
       "2x3\n0,0 1x2 head\n0,2 2x1 z\n1,0 a\n1,1 b\n"},
      // no side lines
      {"-----+----\n"
       "  a  | b  \n"
       "-----+----\n"
       "  c  | d  \n"
       "-----+----\n",
       "2x2\n0,0 a\n0,1 b\n1,0 c\n1,1 d\n"},
      // cut by the end of the page
      {"+----+----+\n"
       "| a  | b  |\n"
       "+----+----+\n"
       "| c  | d  |\n",
       "2x2\n0,0 a\n0,1 b\n1,0 c\n1,1 d\n"},
      // the corner piece at the top left is missing
      {"     +----+\n"
       "| a  | b  |\n"
       "+----+----+\n"
       "| c  | d  |\n"
       "+----+----+\n",
       "2x2\n0,0 a\n0,1 b\n1,0 c\n1,1 d\n"},
      // one character a line
      {"+----+--------+\n"
       "| 三 | 甲     |\n"
       "| 本 +--------+\n"
       "| 年 | 乙     |\n"
       "+----+--------+\n",
       "2x2\n0,0 2x1 三本年\n0,1 甲\n1,1 乙\n"},
      // no grids: a frame, an underline, one column, a lone line
      {"+---------+\n| text    |\n+---------+\n", ""},
      {"title\n-----\n", ""},
      {"+----+\n| a  |\n+----+\n| b  |\n+----+\n", ""},
      {"+----+----+\n|    |    |\n+----+----+\n", ""},
      {"", ""},
  }));
  INFO(drawn);
  CHECK(Grids(Draw(drawn)) == expected);
}

TEST_CASE("wrapped text in a cell") {
  const auto [drawn, text] = GENERATE(table<std::string, std::string>({
      {"+-------+--+\n| 商业  |a |\n| 企业  |  |\n+-------+--+\n", "商业企业"},
      {"+--------+--+\n| 59237. |a |\n| 2449   |  |\n+--------+--+\n", "59237.2449"},
      {"+-------+--+\n| 18085 |a |\n| 95    |  |\n+-------+--+\n", "1808595"},
      // two numbers, the first of which left room
      {"+---------------+--+\n| 12            |a |\n| 34            |  |\n+---------------+--+\n",
       "12 34"},
      {"+-------+--+\n| open  |a |\n| data  |  |\n+-------+--+\n", "open data"},
  }));
  INFO(drawn);
  const auto grids = FindPageGrids(Draw(drawn));
  REQUIRE(grids.size() == 1);
  CHECK(grids.front().cells.front().cell.text == text);
}

TEST_CASE("a frame around a table is no table; the table inside is") {
  const std::string drawn =
      "+---------------+\n"
      "| text          |\n"
      "| +----+----+   |\n"
      "| | a  | b  |   |\n"
      "| +----+----+   |\n"
      "+---------------+\n";
  CHECK(Grids(Draw(drawn)) == "1x2\n0,0 a\n0,1 b\n");
}

TEST_CASE("cells that are only filled, a hair apart") {
  Page page;
  for (const double y : {100.0, 130.25}) {
    for (const double x : {50.0, 100.25, 150.5}) {
      page.fills.push_back({{x, y, x + 50, y + 30}, false});
      page.words.push_back(MakeWord("0", {x + 20, y + 10, x + 26, y + 20}));
    }
  }
  // the last row is one cell as wide as the table
  page.fills.push_back({{50, 160.5, 200.5, 190}, false});
  page.words.push_back(MakeWord("w", {120, 170, 126, 180}));
  CHECK(Grids(page) == "3x3\n0,0 0\n0,1 0\n0,2 0\n1,0 0\n1,1 0\n1,2 0\n2,0 1x3 w\n");
}

TEST_CASE("a fill behind every line of a paragraph is no table") {
  Page page;
  for (int i = 0; i < 20; ++i) {
    const double y = 100 + 27 * i;
    page.fills.push_back({{74, y, 518, y + 27}, false});
    page.words.push_back(MakeWord("正文", {74, y + 5, 110, y + 20}));
  }
  CHECK(Grids(page).empty());
}

TEST_CASE("borders drawn twice, 2.25 points apart, are one") {
  Page page = Draw("+----+----+\n| a  | b  |\n+----+----+\n");
  const auto once = page.rulings;
  for (Ruling r : once) {
    if (r.Horizontal()) {
      r.y0 = r.y1 = r.y0 + 2.25;
    } else {
      r.x0 = r.x1 = r.x0 + 2.25;
    }
    page.rulings.push_back(r);
  }
  CHECK(Grids(page) == "1x2\n0,0 a\n0,1 b\n");
}

TEST_CASE("a word over a line between cells") {
  Page page = Draw("+---------+---------+\n|         |         |\n+---------+---------+\n");
  const double wall = drawing::X(10), y = drawing::Y(1);
  SECTION("set in both cells: split") {
    page.words.push_back(MakeWord("数量21", {wall - 26, y - 5, wall + 13, y + 5}));
    CHECK(Grids(page) == "1x2\n0,0 数量\n0,1 21\n");
  }
  SECTION("a little too wide for its cell: whole") {
    page.words.push_back(MakeWord("12345", {wall - 28, y - 5, wall + 2, y + 5}));
    page.words.push_back(MakeWord("7", {wall + 20, y - 5, wall + 26, y + 5}));
    CHECK(Grids(page) == "1x2\n0,0 12345\n0,1 7\n");
  }
}

TEST_CASE("too many rulings: no grids, and no hang") {
  Page page;
  for (int i = 0; i < 100000; ++i) {
    const double at = i * 5.0;
    page.rulings.push_back({0, at, 600000, at, 0.5});
    page.rulings.push_back({at, 0, at, 600000, 0.5});
  }
  CHECK(FindPageGrids(page).empty());
}

TEST_CASE("a blank cell says so and has its own box") {
  const auto grids = FindPageGrids(Draw("+----+----+\n| a  |    |\n| b  | c  |\n+----+----+\n"
                                        "|    | d  |\n+----+----+\n"));
  REQUIRE(grids.size() == 1);
  const Cell& blank = grids.front().cells[2].cell;
  CHECK(blank.text.empty());
  CHECK(blank.reading == ReadingKind::kBlank);
  REQUIRE(blank.place.box);
  CHECK(blank.place.box->x0 == drawing::X(0));
  CHECK(blank.place.box->y1 == drawing::Y(5));
}

}  // namespace
}  // namespace gongkai
