#include "extract/grid_aligned.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/layout.h"
#include "layout_drawing.h"

namespace gongkai {
namespace {

using drawing::Draw;
using drawing::Show;

std::string Shown(std::string_view drawn) { return Show(LayOutPages({Draw(drawn)})); }

TEST_CASE("a table without any rule") {
  const std::string drawn =
      "内容              本年数        现行数\n"
      "规章                0             5\n"
      "规范性文件         12           130\n"
      "其他                1             0\n";
  CHECK(Shown(drawn) ==
        "G 4x3\n0,0 内容\n0,1 本年数\n0,2 现行数\n1,0 规章\n1,1 0\n1,2 5\n2,0 规范性文件\n2,1 12\n"
        "2,2 130\n3,0 其他\n3,1 1\n3,2 0\n");
}

TEST_CASE("values in the middle of a wrapped label stay with it") {
  const std::string drawn =
      "1.国家秘密          0       1       1\n"
      "\n"
      "2.没有现成信息需\n"
      "要另行制作的信息    2       3       5\n"
      "情形\n"
      "\n"
      "3.重复申请          4       4       8\n";
  const std::string shown = Shown(drawn);
  INFO(shown);
  CHECK(shown.find("1,0 2.没有现成信息需要另行制作的信息情形\n1,1 2\n1,2 3\n1,3 5\n") !=
        std::string::npos);
  CHECK(shown.find("2,0 3.重复申请\n2,1 4\n") != std::string::npos);
}

TEST_CASE("a blank value leaves its column blank") {
  const std::string drawn =
      "甲                  0       1       1\n"
      "乙                  2               2\n"
      "丙                  4       4       8\n";
  CHECK(Shown(drawn).find("1,0 乙\n1,1 2\n1,2\n1,3 2\n") != std::string::npos);
}

TEST_CASE("horizontal rules bound rows; a label crosses columns only where it does") {
  const std::string drawn =
      "-----------------------------------------\n"
      "一、新收申请数量    3       1       4\n"
      "-----------------------------------------\n"
      "三    甲            1       0       1\n"
      "     ------------------------------------\n"
      "      乙            2       1       3\n"
      "-----------------------------------------\n";
  const std::string shown = Shown(drawn);
  INFO(shown);
  CHECK(shown.find("G 3x5\n0,0 1x2 一、新收申请数量\n0,2 3\n0,3 1\n0,4 4\n1,0 2x1 三\n1,1 甲\n"
                   "1,2 1\n1,3 0\n1,4 1\n2,1 乙\n2,2 2\n2,3 1\n2,4 3\n") == 0);
}

TEST_CASE("what is no table stays text") {
  const auto drawn = GENERATE(as<std::string>{},
                              // prose with typed spaces around numbers
                              "自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止收到申请 5 件，办结 5\n"
                              "件，其中网络申请 3 件、信函申请 2 件，全部在法定期限内答复完毕了，\n"
                              "没有收费 0 元，没有行政复议 0 件，没有行政诉讼 0 件，特此报告如下。\n",
                              // a signature
                              "                              某某局\n"
                              "                              2024年1月\n",
                              "联系人：张        电话：123\n",
                              "一、总体情况\n二、主动公开情况\n三、申请情况\n",
                              "");
  INFO(drawn);
  CHECK(Shown(drawn).find("G ") == std::string::npos);
}

TEST_CASE("a heading parts two tables") {
  const std::string rows =
      "甲                  0       1       1\n"
      "乙                  2       2       2\n"
      "丙                  4       4       8\n";
  const std::string shown = Shown(rows + "\n三、收到和处理申请情况\n\n" + rows);
  CHECK(shown.find("P 三、收到和处理申请情况\nG 3x4") != std::string::npos);
}

TEST_CASE("a page of very many lines stays text") {
  Page page;
  page.width = 595;
  page.height = 842;
  for (int i = 0; i < 20000; ++i) {
    page.words.push_back(drawing::MakeWord("0", {60.0 + i % 7 * 60, i / 7 * 12.0, 66.0 + i % 7 * 60,
                                                 i / 7 * 12.0 + 11}));
  }
  for (const Block& block : LayOutPages({page}).blocks) {
    CHECK(std::holds_alternative<Paragraph>(block));
  }
}

}  // namespace
}  // namespace gongkai
