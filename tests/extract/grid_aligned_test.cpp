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
                              // a contact block
                              "单位：某某局          电话：010-1234567\n"
                              "地址：某某路1号       邮编：100000\n"
                              "网址：某某网          传真：010-1234568\n",
                              // justified prose, wide at numbers
                              "本年度 主动公开 信息 二十条，其中 网站公开 十条，微信 公开 十条，\n"
                              "收到 申请 五件，办结 五件，没有 结转 下年度 继续 办理 的 申请件，\n"
                              "组织 培训 两次，参加 人数 六十人，全部 考核 合格，效果 良好 显著，\n",
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

TEST_CASE("rules drawn cell by cell show the columns, whatever is blank") {
  Page page = Draw(
      "标题        甲甲      乙乙      丙丙\n"
      "\n"
      "一行        1                   22（其中\n"
      "                                修订16件）\n"
      "二行\n"
      "\n");
  const std::vector<double> xs{54, 120, 180, 240, 320};
  for (const double y : {112.0, 132.0, 162.0, 186.0}) {
    for (std::size_t i = 1; i < xs.size(); ++i) {
      page.rulings.push_back({xs[i - 1], y, xs[i], y, 0.5});
    }
  }
  CHECK(Show(LayOutPages({page})) ==
        "G 3x4\n0,0 标题\n0,1 甲甲\n0,2 乙乙\n0,3 丙丙\n1,0 一行\n1,1 1\n1,2\n"
        "1,3 22（其中修订16件）\n2,0 二行\n2,1\n2,2\n2,3\n");
}

TEST_CASE("a title that runs across joints makes one cell of the value below") {
  Page page = Draw(
      "标题        跨越两个栏目的名称\n"
      "\n"
      "一行              7\n"
      "\n"
      "二行              8\n");
  for (const double y : {112.0, 134.0, 158.0, 178.0}) {
    page.rulings.push_back({54, y, 120, y, 0.5});
    page.rulings.push_back({120, y, 150, y, 0.5});
    page.rulings.push_back({150, y, 260, y, 0.5});
  }
  CHECK(Show(LayOutPages({page})) ==
        "G 3x2\n0,0 标题\n0,1 跨越两个栏目的名称\n1,0 一行\n1,1 7\n2,0 二行\n2,1 8\n");
}

TEST_CASE("a heading between two stacks of rules parts them") {
  Page page = Draw(
      "甲          1         2\n"
      "\n"
      "乙          3         4\n"
      "\n"
      "三、收到和处理申请情况\n"
      "\n"
      "丙          5\n"
      "\n"
      "丁          6\n");
  for (const double y : {112.0, 134.0, 158.0}) {
    page.rulings.push_back({54, y, 120, y, 0.5});
    page.rulings.push_back({120, y, 180, y, 0.5});
    page.rulings.push_back({180, y, 240, y, 0.5});
  }
  for (const double y : {184.0, 206.0, 230.0}) {
    page.rulings.push_back({54, y, 110, y, 0.5});
    page.rulings.push_back({110, y, 240, y, 0.5});
  }
  CHECK(Show(LayOutPages({page})) ==
        "G 2x3\n0,0 甲\n0,1 1\n0,2 2\n1,0 乙\n1,1 3\n1,2 4\nP 三、收到和处理申请情况\n"
        "G 2x2\n0,0 丙\n0,1 5\n1,0 丁\n1,1 6\n");
}

TEST_CASE("a rule under a running header, and two rules around text, are no table") {
  Page page = Draw("某某局年度报告\n\n本机关全年工作如下所述。\n");
  for (const double y : {110.0, 130.0, 160.0}) page.rulings.push_back({54, y, 400, y, 0.5});
  CHECK(Show(LayOutPages({page})).find("G ") == std::string::npos);
}

TEST_CASE("a row of blanks is a row, and not a part of the next label") {
  const std::string drawn =
      "内容              本年数        现行数\n"
      "\n"
      "规章\n"
      "\n"
      "规范性文件         12           130\n"
      "\n"
      "其他                1             0\n";
  const std::string shown = Shown(drawn);
  INFO(shown);
  CHECK(shown.find("1,0 规章\n1,1\n1,2\n2,0 规范性文件\n2,1 12\n2,2 130\n") != std::string::npos);
}

TEST_CASE("labels under titles are rows, though every value is blank") {
  const std::string shown = Shown(
      "内容              甲甲      乙乙      丙丙\n"
      "\n"
      "1.国家秘密\n"
      "\n"
      "2.没有现成信息\n"
      "需要制作\n"
      "\n"
      "3.重复申请\n");
  INFO(shown);
  CHECK(shown.find("1,0 1.国家秘密\n1,1\n1,2\n1,3\n2,0 2.没有现成信息需要制作\n2,1\n") !=
        std::string::npos);
}

TEST_CASE("titles alone do not take a paragraph in") {
  const std::string shown = Shown(
      "姓名        电话        地址        邮编\n"
      "\n"
      "本机关的公开指南每年修订，内容以网站公布的为准，欢迎查阅和监督。\n"
      "工作时间以外请留言，工作人员将在两个工作日以内与申请人取得联系。\n");
  INFO(shown);
  CHECK(shown.find("G ") == std::string::npos);
}

TEST_CASE("the values of the next page stand in the columns of this one") {
  const std::string first =
      "内容              甲甲      乙乙      丙丙\n"
      "\n"
      "1.国家秘密          0         1         1\n"
      "\n"
      "2.重复申请          2         3         5\n";
  const std::string second =
      "3.信访举报          4                   4\n"
      "\n"
      "4.其他\n"
      "\n"
      "总计                6         4        10\n";
  const std::vector<Page> pages{Draw(first, 1), Draw(second, 2)};
  std::vector<Line> above = FindLines(pages[0].words), below = FindLines(pages[1].words);
  const std::vector<PageGrid> before = TakeAlignedGrids(above, {}, 1);
  REQUIRE(before.size() == 1);
  const std::vector<PageGrid> after = TakeAlignedGrids(below, {}, 2, &before.front());
  REQUIRE(after.size() == 1);
  CHECK(below.empty());
  CHECK(Show(ToGrid(after.front())) ==
        "3x4\n0,0 3.信访举报\n0,1 4\n0,2\n0,3 4\n1,0 4.其他\n1,1\n1,2\n1,3\n"
        "2,0 总计\n2,1 6\n2,2 4\n2,3 10\n");
}

TEST_CASE("a heading at the next page's beginning does not go on with the table") {
  const std::string table =
      "内容              甲甲      乙乙      丙丙\n"
      "\n"
      "1.国家秘密          0         1         1\n"
      "\n"
      "2.重复申请          2         3         5\n";
  std::vector<Line> above = FindLines(Draw(table, 1).words);
  std::vector<Line> below = FindLines(
      Draw("四、政府信息公开行政复议、行政诉讼情况\n\n本年度没有收到复议申请。\n", 2).words);
  const std::vector<PageGrid> before = TakeAlignedGrids(above, {}, 1);
  REQUIRE(before.size() == 1);
  CHECK(TakeAlignedGrids(below, {}, 2, &before.front()).empty());
  CHECK(below.size() == 2);
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
