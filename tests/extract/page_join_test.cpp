#include "extract/page_join.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "extract/layout.h"
#include "layout_drawing.h"

namespace gongkai {
namespace {

using drawing::Draw;
using drawing::Show;

struct Break {
  const char* what;
  const char* first;
  const char* second;
  const char* joined;  // nullptr: they stay two
};

constexpr Break kBreaks[] = {
    {"rows go on",
     "+------+----+\n| 甲   | 1  |\n+------+----+\n",
     "+------+----+\n| 乙   | 2  |\n+------+----+\n",
     "2x2\n0,0 甲\n0,1 1\n1,0 乙\n1,1 2\n"},
    {"merged cells hide column edges",
     "+----+----+----+\n| 甲 | 1  | 2  |\n+----+----+----+\n",
     "+----+---------+\n| 乙 | 3       |\n+----+---------+\n",
     "2x3\n0,0 甲\n0,1 1\n0,2 2\n1,0 乙\n1,1 1x2 3\n"},
    {"the header is printed again",
     "+------+----+\n| 内容 | 数 |\n+------+----+\n| 甲   | 1  |\n+------+----+\n",
     "+------+----+\n| 内容 | 数 |\n+------+----+\n| 乙   | 2  |\n+------+----+\n",
     "3x2\n0,0 内容\n0,1 数\n1,0 甲\n1,1 1\n2,0 乙\n2,1 2\n"},
    {"a merged cell goes on blank",
     "+----+------+----+\n| 三 | 1.甲 | 1  |\n|    +------+----+\n|    | 2.乙 | 2  |\n+----+------+----+\n",
     "+----+------+----+\n|    | 3.丙 | 3  |\n|    +------+----+\n|    | 4.丁 | 4  |\n+----+------+----+\n",
     "4x3\n0,0 4x1 三\n0,1 1.甲\n0,2 1\n1,1 2.乙\n1,2 2\n2,1 3.丙\n2,2 3\n3,1 4.丁\n3,2 4\n"},
    {"a merged cell's label is repeated",
     "+----+------+----+\n| 三 | 1.甲 | 1  |\n|    +------+----+\n|    | 2.乙 | 2  |\n+----+------+----+\n",
     "+----+------+----+\n| 三 | 3.丙 | 3  |\n+----+------+----+\n",
     "3x3\n0,0 3x1 三\n0,1 1.甲\n0,2 1\n1,1 2.乙\n1,2 2\n2,1 3.丙\n2,2 3\n"},
    {"a group of one row goes on",
     "+----+------+----+\n| 三 | 1.甲 | 1  |\n+----+------+----+\n",
     "+----+------+----+\n|    | 2.乙 | 2  |\n+----+------+----+\n",
     "2x3\n0,0 2x1 三\n0,1 1.甲\n0,2 1\n1,1 2.乙\n1,2 2\n"},
    {"a blank value is no merged cell",
     "+------+----+\n| 甲   | 1  |\n+------+----+\n",
     "+------+----+\n| 乙   |    |\n+------+----+\n",
     "2x2\n0,0 甲\n0,1 1\n1,0 乙\n1,1\n"},
    {"the same values on both sides, in any writing, are two rows'",
     "+------+-----+-----+----+\n| 1.甲 | ０  | 无  | 0件 |\n+------+-----+-----+----+\n",
     "+------+-----+-----+----+\n| 2.乙 | ０  | 无  | 0件 |\n+------+-----+-----+----+\n",
     "2x4\n0,0 1.甲\n0,1 ０\n0,2 无\n0,3 0件\n1,0 2.乙\n1,1 ０\n1,2 无\n1,3 0件\n"},
    {"a row's text is cut",
     "+------------+----+\n| 要求行政机 | 4  |\n+------------+----+\n",
     "+------------+----+\n| 关确认     |    |\n+------------+----+\n| 丙         | 5  |\n+------------+----+\n",
     "2x2\n0,0 要求行政机关确认\n0,1 4\n1,0 丙\n1,1 5\n"},
    {"a row's text is cut, and the name of its group, of which it is the first row",
     "+--------+------------+----+\n| 其他处 | 要求行政机 | 4  |\n+--------+------------+----+\n",
     "+--------+------------+----+\n| 理     | 关确认     |    |\n|        +------------+----+\n"
     "|        | 2.乙       | 5  |\n+--------+------------+----+\n",
     "2x3\n0,0 2x1 其他处理\n0,1 要求行政机关确认\n0,2 4\n1,1 2.乙\n1,2 5\n"},
    {"the values of a cut row stand below",
     "+------------+----+\n| 丙         | 3  |\n+------------+----+\n| 甲         |    |\n+------------+----+\n",
     "+------------+----+\n|            | 4  |\n+------------+----+\n| 乙         | 5  |\n+------------+----+\n",
     "3x2\n0,0 丙\n0,1 3\n1,0 甲\n1,1 4\n2,0 乙\n2,1 5\n"},
    {"only a row as wide as the table is left",
     "+------+----+\n| 甲   | 1  |\n+------+----+\n",
     "+-----------+\n| 第二项    |\n+-----------+\n",
     "2x2\n0,0 甲\n0,1 1\n1,0 1x2 第二项\n"},
    {"other columns",
     "+----+------+---------+\n| 甲 | 1    | 2       |\n+----+------+---------+\n",
     "+----------+----+-----+\n| 乙       | 1  | 2   |\n+----------+----+-----+\n", nullptr},
    {"other width",
     "+------+----+\n| 甲   | 1  |\n+------+----+\n",
     "+------+----------+\n| 乙   | 2        |\n+------+----------+\n", nullptr},
    {"a heading between",
     "+------+----+\n| 甲   | 1  |\n+------+----+\n",
     "四、情况\n\n+------+----+\n| 乙   | 2  |\n+------+----+\n", nullptr},
};

TEST_CASE("grids over a page break") {
  for (const Break& b : kBreaks) {
    INFO(b.what);
    const Document document = LayOutPages({Draw(b.first, 1), Draw(b.second, 2)});
    const std::string shown = Show(document);
    INFO(shown);
    if (b.joined != nullptr) {
      CHECK(shown == "G " + std::string(b.joined));
    } else {
      CHECK(document.blocks.size() >= 2);
    }
  }
}

TEST_CASE("cells keep their page") {
  const Document document =
      LayOutPages({Draw("+------+----+\n| 甲   | 1  |\n+------+----+\n", 1),
                   Draw("+------+----+\n| 乙   | 2  |\n+------+----+\n", 2)});
  REQUIRE(document.blocks.size() == 1);
  const Grid& grid = std::get<Grid>(document.blocks.front());
  REQUIRE(grid.cells.size() == 4);
  CHECK(grid.cells[1].place.page == 1);
  CHECK(grid.cells[2].place.page == 2);
}

TEST_CASE("page numbers do not keep a grid apart") {
  Page first = Draw("+------+----+\n| 甲   | 1  |\n+------+----+\n", 1);
  Page second = Draw("+------+----+\n| 乙   | 2  |\n+------+----+\n", 2);
  first.words.push_back(drawing::MakeWord("-1-", {290, 790, 308, 800}));
  second.words.push_back(drawing::MakeWord("-2-", {290, 790, 308, 800}));
  CHECK(LayOutPages({first, second}).blocks.size() == 1);
}

}  // namespace
}  // namespace gongkai
