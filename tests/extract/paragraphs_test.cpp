#include "extract/paragraphs.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/layout.h"
#include "layout_drawing.h"

namespace gongkai {
namespace {

using drawing::Draw;

std::vector<Paragraph> Read(const std::vector<Page>& pages) {
  std::vector<Paragraph> out;
  for (const Block& block : LayOutPages(pages).blocks) {
    if (const auto* p = std::get_if<Paragraph>(&block)) out.push_back(*p);
  }
  return out;
}

std::vector<std::string> Texts(const std::vector<Page>& pages) {
  std::vector<std::string> out;
  for (const Paragraph& p : Read(pages)) out.push_back(p.text);
  return out;
}

// 30 characters fill a line.
const std::string kFull = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
const std::string kFullIndented = "    一二三四五六七八九十一二三四五六七八九十一二三四五六七八";

using Lines = std::vector<std::string>;

TEST_CASE("first-line indent and full lines make paragraphs") {
  const std::string page = kFullIndented + "\n" + kFull + "\n甲乙。\n" + kFullIndented + "\n" +
                           kFull + "\n" + kFull + "\n";
  const Lines texts = Texts({Draw(page)});
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].ends_with("甲乙。"));
  CHECK(texts[0].find(' ') == std::string::npos);
}

TEST_CASE("a short line ends its paragraph, indented or not") {
  const std::string page = kFull + "\n" + kFull + "\n甲乙\n" + kFull + "\n" + kFull + "\n丙。\n";
  CHECK(Texts({Draw(page)}).size() == 2);
}

TEST_CASE("headings stand alone") {
  const std::string page = "    一、总体情况\n" + kFullIndented + "\n" + kFull + "\n" + kFull +
                           "\n甲。\n    二、主动公开\n" + kFullIndented + "\n乙。\n";
  const Lines texts = Texts({Draw(page)});
  REQUIRE(texts.size() == 4);
  CHECK(texts[0] == "一、总体情况");
  CHECK(texts[2] == "二、主动公开");
}

TEST_CASE("a heading behind a full last line, not indented") {
  const std::string page = kFull + "\n一二三四五六七八九十一二三四五六七八九十一二三四五六七八九。\n" +
                           "一、总体情况\n" + kFull + "\n" + kFull + "\n";
  const Lines texts = Texts({Draw(page)});
  REQUIRE(texts.size() == 3);
  CHECK(texts[1] == "一、总体情况");
}

TEST_CASE("centred lines are titles, one paragraph each") {
  const std::string page = "                        某市人民政府\n                      二〇二三年度报告\n\n" +
                           kFullIndented + "\n" + kFull + "\n" + kFull + "\n" + kFull + "\n";
  const auto paragraphs = Read({Draw(page)});
  REQUIRE(paragraphs.size() == 3);
  CHECK(paragraphs[0].centred);
  CHECK(paragraphs[1].centred);
  CHECK_FALSE(paragraphs[2].centred);
  CHECK(paragraphs[2].place.page == 1);
}

TEST_CASE("a paragraph goes on over a page break") {
  const std::string first = kFullIndented + "\n" + kFull + "\n" + kFull + "\n";
  const std::string second = kFull + "\n" + kFull + "\n甲。\n" + kFullIndented + "\n乙。\n";
  const auto paragraphs = Read({Draw(first, 1), Draw(second, 2)});
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs[0].place.page == 1);
  CHECK(paragraphs[0].place.box->y1 < drawing::Y(4));
  CHECK(paragraphs[1].place.page == 2);
}

TEST_CASE("a page of headings only has no full lines") {
  CHECK(Texts({Draw("一、总体情况\n（文字描述）\n二、主动公开情况\n")}).size() == 3);
}

TEST_CASE("numbers of headings and items") {
  for (const char* text : {"一、总体", "十二、其他", "（一）公开", "(二)公开", "1.属于", "2、重复",
                           "3．其他", "第四条 规定", "1）甲"}) {
    CHECK(BeginsItem(text));
  }
  for (const char* text : {"", "一是加强", "2023年", "3.5万元", "（以下简称", "公开一、二", "第一次",
                           "一", "1"}) {
    CHECK_FALSE(BeginsItem(text));
  }
}

TEST_CASE("no lines") {
  CHECK(FindParagraphs({}).empty());
  CHECK(FindTextArea({}, 595).right == 0);
  CHECK(Texts({}).empty());
  CHECK(Texts({Page{}}).empty());
}

}  // namespace
}  // namespace gongkai
