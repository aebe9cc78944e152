#include "extract/plain_text.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace gongkai {
namespace {

// One line a block: `P text`, `H heading`, `B bold`, `L lone cell`; a grid is `G` and its rows, a
// row its cells, each behind `/`; a gap in the column numbers shows as `?`.
std::string Describe(const Grid& grid) {
  std::string out = "G";
  int row = -1, col = 0;
  for (const Cell& cell : grid.cells) {
    if (cell.row != row) {
      out += row < 0 ? " " : "\n  ";
      row = cell.row;
      col = 0;
    }
    for (; col < cell.col; ++col) out += "/?";
    out += "/" + cell.text;
    ++col;
  }
  return out;
}

std::string Describe(const Paragraph& paragraph) {
  const std::string mark = paragraph.lone_cell ? "L" : paragraph.heading ? "H" : "P";
  return mark + (paragraph.bold ? "B" : "") + (paragraph.text.empty() ? "" : " ") + paragraph.text;
}

std::string Describe(const Result<Document>& document) {
  if (!document.ok()) return "error " + std::to_string(static_cast<int>(document.error().code));
  std::string out;
  for (const Block& block : document.value().blocks) {
    if (!out.empty()) out += '\n';
    std::visit([&out](const auto& value) { out += Describe(value); }, block);
  }
  return out;
}

struct Case {
  std::string text, expected;
};

void Check(const std::vector<Case>& cases, bool markdown) {
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(Describe(ReadPlainText(one.text, markdown)) == one.expected);
  }
}

TEST_CASE("Tabs part fields, blank ones keep their place", "[plain_text]") {
  Check(
      {
          {"规章\t0\t0\t0", "G /规章/0/0/0"},
          {"\t\t自然人\t总计\n一、新收\t6\t\t6\n", "G ///自然人/总计\n  /一、新收/6//6"},
          // a blank line is no end of the table, prose is
          {"a\t1\n\nb\t2\n说明\nc\t3", "G /a/1\n  /b/2\nP 说明\nG /c/3"},
          // a group label, and a row of blanks
          {"第二十条\t\t\n规章\t0\t1", "G /第二十条//\n  /规章/0/1"},
          {"a\tb\n\t\t\n", "G /a/b\n  ///"},
          {"规章\t\t\n文件\t\t", "G /规章//\n  /文件//"},
          {"a\tb\t\nc\t1\t", "G /a/b\n  /c/1"},    // a column that is nobody's
          {"c\t1\t\nd\t2\t", "G /c/1/\n  /d/2/"},  // perhaps blank totals: no header says otherwise
      },
      false);
}

TEST_CASE("A tab in prose makes no table", "[plain_text]") {
  Check(
      {
          {"\t2023年，我镇公开信息12条。", "P 2023年，我镇公开信息12条。"},
          {"\t一段。\n\t二段。", "P 一段。\nP 二段。"},
          {"一、\t总体情况", "P 一、 总体情况"},
          {"1.\t主动公开\n2.\t依申请", "P 1. 主动公开\nP 2. 依申请"},
          {"正文。\t\t\n下文", "P 正文。\nP 下文"},
          {"我镇\t公开信息12条。", "P 我镇 公开信息12条。"},
          {"\t\t\n正文", "P 正文"},
          {"a\tb\n\n\t五、问题\n正文", "G /a/b\nP 五、问题\nP 正文"},
      },
      false);
}

TEST_CASE("Bars part fields; the outer ones bound none", "[plain_text]") {
  Check(
      {
          {"| a | | b |", "G /a//b"},
          {"a | | b", "G /a//b"},
          {"规章 | 0 | 0 |\n文件 | 1 | 0 |", "G /规章/0/0\n  /文件/1/0"},
          {"|a|b|\n|1||", "G /a/b\n  /1/"},
          {"| a \\| b | c |", "G /a | b/c"},
          {"| &nbsp; | 0 |\n| x | 1 |", "G //0\n  /x/1"},
          // the first bar is missing in one row only, or in most: then it closes a blank field
          {"a | b |\n| c | 1 |", "G /a/b\n  /c/1"},
          {"a | b | c |\nd | e | 1 |\n| f | 2 |", "G /a/b/c\n  /d/e/1\n  //f/2"},
          // a row of one field beside rows belongs to them, and so do all-blank rows
          {"第二十条 |\n规章 | 0 |", "G /第二十条\n  /规章/0"},
          {"规章 | | | |\n文件 | | | |", "G /规章///\n  /文件///"},
          {"a | b | c |\n| | | |", "G /a/b/c\n  ///"},
          {"a | b |\n|---|---|\n1 | 2 |", "G /a/b\n  /1/2"},
          {"│ 规章 │ 0 │\n├──┼──┤\n│ 许可 │ 1 │", "G /规章/0\n  /许可/1"},
          {"+----+---+\n| a  | b |\n+----+---+\n| c  | 1 |", "G /a/b\n  /c/1"},
          {"| a | - | - |\n| - | - | - |", "G /a/-/-\n  /-/-/-"},
          // bars that touch fill a row up; bars set apart are blank cells
          {"许可 | 0 | ||\n规章 | 0 | 1 | 2 |", "G /许可/0\n  /规章/0/1/2"},
          {"许可 | | | ||\n规章 | 0 | 1 | 2 |", "G /许可//\n  /规章/0/1/2"},
          {"新收 | 0 |  | ||\n结转 | 0 | 1 | ||", "G /新收/0/\n  /结转/0/1"},
          {"采购 | ||||\n规章 | 0 | 1 |", "G /采购////\n  /规章/0/1"},
          {"|许可|0|||\n|规章|0|1|2|", "G /许可/0//\n  /规章/0/1/2"},
          // a drawn line in the middle begins a new table with the row above it
          {"| a | b |\n|---|---|\n| 1 | 2 |\n| 0 | 0 |\n|---|---|\n| 3 | 4 |",
           "G /a/b\n  /1/2\nG /0/0\n  /3/4"},
      },
      false);
}

TEST_CASE("A bar in prose makes no table and no text is lost", "[plain_text]") {
  const std::string prose =
      "这一段正文里写着一个竖线，为的是说明表格怎样被转成文字，"
      "竖线“|”的前后都是同一句话，共有六十多个字，并不是一行表格，读者应当把它当作一段文字来读。";
  Check({{prose, "P " + prose}, {"首页 | 新闻 | 公开", "G /首页/新闻/公开"}, {"|", "error 1"}},
        false);
}

TEST_CASE("One cell a line, each with its bar", "[plain_text]") {
  Check(
      {
          {"规章 |\n0 |\n1 |", "L 规章\nL 0\nL 1"},
          {"| 规章\n| 0\n| 1", "L 规章\nL 0\nL 1"},
          // bars that fill a merged row up are no cells
          {"第二十条 |\n|||\n规章 |\n0 |", "L 第二十条\nL 规章\nL 0"},
          {"许可 |\n0 |\n|\n处罚 |", "L 许可\nL 0\nL 处罚"},
          // a lone bar before a number or before the padding is a blank cell
          {"规章 |\n|\n3 |", "L 规章\nL\nL 3"},
          {"新收 |\n0 |\n|\n||\n结转 |", "L 新收\nL 0\nL\nL 结转"},
          {"新收 |\n0 |\n|\n|\n|\n0 |", "L 新收\nL 0\nL\nL\nL\nL 0"},
          // a cell whose bar slipped to the next line
          {"规章 |\n0 |\n行政规范性\n|\n1 |", "L 规章\nL 0\nL 行政规范性\nL 1"},
          {"规章 |\n0 |\n正文到此结束。\n|\n1 |", "L 规章\nL 0\nP 正文到此结束。\nL 1"},
      },
      false);
}

TEST_CASE("One cell a line, a lone bar opening each row", "[plain_text]") {
  Check(
      {
          {"二、情况\n|\n规章 |\n0 | |\n|\n文件 |\n1 | |", "P 二、情况\nL 规章\nL 0\nL 文件\nL 1"},
          {"|\n第二十条 | |||\n|\n规章 |\n0 |", "L 第二十条\nL 规章\nL 0"},
          {"| \n   规章  | \n\n   0  | \n    |||\n| \n   文件  | \n", "L 规章\nL 0\nL 文件"},
          {"|\n规章 |\n0 |\n|\n|\n文件 |\n1 |", "L 规章\nL 0\nL\nL 文件\nL 1"},
          {"|\n行政复议 |\n总计 |\n|\n0 |\n1 |", "L 行政复议\nL 总计\nL 0\nL 1"},
      },
      false);
}

TEST_CASE("One cell a line, its bar on the next", "[plain_text]") {
  Check(
      {
          {"二、情况\n规章\n|\n0\n|\n1\n|", "P 二、情况\nL 规章\nL 0\nL 1"},
          {"规章\n|\n|\n1\n|", "L 规章\nL\nL 1"},
          {"内容\n|\n本年新\n制作数量\n|\n0\n|", "L 内容\nL 本年新制作数量\nL 0"},
          {"规章\n|\n0\n|\n三、收到申请情况\n(本列)\n|\n6\n|",
           "L 规章\nL 0\nP 三、收到申请情况\nL (本列)\nL 6"},
          {"规章\n|\n0\n|\n说明文字到此为止。\n总计\n|",
           "L 规章\nL 0\nP 说明文字到此为止。\nL 总计"},
      },
      false);
}

TEST_CASE("Columns aligned by spaces, and numbers behind a label", "[plain_text]") {
  Check(
      {
          {"四、结转 0 0 0", "G /四、结转/0/0/0"},
          {"0 0 1,234 7730.28 １２ -3", "G /0/0/1,234/7730.28/１２/-3"},
          {"规章      0     /     1", "G /规章/0///1"},
          {"内容    制发    废止\n规章    0       0", "G /内容/制发/废止\n  /规章/0/0"},
          {"信息内容    处理数量\n行政许可    26", "G /信息内容/处理数量\n  /行政许可/26"},
          {"三、本年    （一）公开   6  0", "G /三、本年/（一）公开/6/0"},
          // prose, titles, telephones and single numbers
          {"本报告  由办公室编制。  全文如下。", "P 本报告 由办公室编制。 全文如下。"},
          {"某某镇  2023年  年度报告", "P 某某镇 2023年 年度报告"},
          {"电话 0577 12345678", "P 电话 0577 12345678"},
          {"行政许可 97", "P 行政许可 97"},
          {"1", "P 1"},
          {"结 果 维 持", "P 结 果 维 持"},
          {"自2023年1月1日起  至12月31日止", "P 自2023年1月1日起 至12月31日止"},
      },
      false);
}

TEST_CASE("Lines are paragraphs unless the text is hard-wrapped", "[plain_text]") {
  const std::string a = "根据条例的要求编制本报告全文包括总体情况主动公开政府",
                    b = "情况收到和处理",
                    full = "共一二三四五六七八九十一二三四五六七八九十一二三四五";
  const std::string wrapped = full + "\n" + full + "\n" + full + "\n" + full + "\n" + full + "\n";
  const std::string joined = full + full + full + full + full;
  Check(
      {
          {"某某镇2023年政府\n信息公开工作年度报告", "P 某某镇2023年政府\nP 信息公开工作年度报告"},
          {a + "\n" + b, "P " + a + "\nP " + b},  // two lines are no habit
          {wrapped + "末行。\n下段", "P " + joined + "末行。\nP 下段"},
          {wrapped + "二、情况\n短行\n短行", "P " + joined + "\nP 二、情况\nP 短行\nP 短行"},
          {wrapped + "（一）公开", "P " + joined + "\nP （一）公开"},
          {wrapped + "\n另段", "P " + joined + "\nP 另段"},
          {wrapped + full + "\f末行", "P " + joined + full + "\nP 末行"},
          {wrapped + "规章\t0", "P " + joined + "\nG /规章/0"},
      },
      false);
}

TEST_CASE("White space, control characters and markup in plain text", "[plain_text]") {
  Check(
      {
          {"\u3000\u3000一、 总体\u3000情况 \r\n", "P 一、 总体 情况"},
          {"a\x01z\x7F\u0085b\u200Bc", "P azbc"},
          {"&nbsp;&nbsp;正文&nbsp;二", "P 正文 二"},
          {"**粗** [x](y) &lt; # a", "P **粗** [x](y) &lt; # a"},
          {"# 题", "P # 题"},
          {"<!--[if !supportLists]-->一是", "P <!--[if !supportLists]-->一是"},
          {"一\r二\r\n三\n四\v五\f六", "P 一\nP 二\nP 三\nP 四\nP 五\nP 六"},
          {"----", "P ----"},
          {"", "error 1"},
          {" \n\t\n\u3000\n&nbsp;", "error 1"},
          {"\t\t\t\n\t\t\t", "error 1"},
      },
      false);
}

TEST_CASE("Markdown", "[plain_text]") {
  Check(
      {
          {"# 某镇年度报告\n## 一、总体情况 ##\n正文", "H 某镇年度报告\nH 一、总体情况\nP 正文"},
          {"#二、情况\n#1 不是", "H 二、情况\nP #1 不是"},
          {"**一、总体情况**", "PB 一、总体情况"},
          {"公开**12**条，**未闭合", "P 公开12条，**未闭合"},
          {"见[指南](http://a.cn/b \"t\")和![图](x.png)<http://c.cn>", "P 见指南和http://c.cn"},
          {"[不是](链接) [也不是] ](x)", "P [不是](链接) [也不是] ](x)"},
          {"- 一是\n* 二是\n1. 三是\n> 四是", "P 一是\nP 二是\nP 1. 三是\nP 四是"},
          {"- 3 -", "P - 3 -"},
          {"&lt;a&gt;&amp;&nbsp;b\\*c&unknown;", "P <a>& b*c&unknown;"},
          {"| 商业<br>企业 | **0** |\n|:--|--:|\n| 规章 | [1](u) |", "G /商业企业/0\n  /规章/1"},
          {"| a |\n|---|\n| 1 |", "G /a\n  /1"},
          {"```\n# x **y**\n```\n# z", "P # x **y**\nH z"},
          {"题目\n===\n正文\n\n---\n下文", "H 题目\nP 正文\nP 下文"},
          {"---\ntitle: \"某镇报告\"\n---\n正文", "P 正文"},
          {"---\n正文", "P 正文"},
          {"# 甲 | 乙", "H 甲 | 乙"},
          {"```\n```", "error 1"},
      },
      true);
}

TEST_CASE("Titles that Markdown names", "[plain_text]") {
  const auto titles = [](const std::string& text, bool markdown) {
    return ReadPlainText(text, markdown).value().titles;
  };
  CHECK(titles("---\ntitle: 甲\n---\n# 乙\n# 丙", true) == std::vector<std::string>{"甲", "乙"});
  CHECK(titles("## 乙", true).empty());
  CHECK(titles("# 乙", false).empty());
}

TEST_CASE("What kind of document it is", "[plain_text]") {
  const Document plain = ReadPlainText("a\t1\n正文", false).value();
  CHECK(plain.media_type == "text/plain");
  CHECK(!plain.pages);
  CHECK(plain.origin == Origin::kText);
  REQUIRE(std::holds_alternative<Grid>(plain.blocks.at(0)));
  CHECK(std::get<Grid>(plain.blocks.at(0)).kind == GridKind::kFields);
  CHECK(ReadPlainText("a", true).value().media_type == "text/markdown");
}

// The characters that are neither white space nor bars.
std::string Solid(const std::string& text) {
  std::string solid;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '|') solid += c;
  }
  return solid;
}

TEST_CASE("No character is lost, whatever stands together", "[plain_text]") {
  const std::vector<std::string> pieces = {"规章",         "0",      "一、", "公开信息12条。",
                                           "(三)不予公开", "本年新", "|",    "|",
                                           " | ",          "||",     "\n",   "\n",
                                           "\t",           "\t",     "  ",   " ",
                                           "\n\n",         "3.5"};
  unsigned state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525U + 1013904223U;
      text += pieces.at((state >> 16) % pieces.size());
    }
    const Result<Document> read = ReadPlainText(text, false);
    if (Solid(text).empty()) continue;
    REQUIRE(read.ok());
    std::string kept;
    for (const Block& block : read.value().blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) kept += paragraph->text;
      if (const auto* grid = std::get_if<Grid>(&block)) {
        std::pair<int, int> last{-1, -1};
        bool sorted = true;
        for (const Cell& cell : grid->cells) {
          sorted = sorted && last < std::pair(cell.row, cell.col) && cell.row < grid->rows &&
                   cell.col < grid->cols;
          last = {cell.row, cell.col};
          kept += cell.text;
        }
        CHECK(sorted);
      }
    }
    INFO(text);
    REQUIRE(Solid(kept) == Solid(text));
  }
}

std::string Repeat(const std::string& unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

TEST_CASE("Budgets", "[plain_text]") {
  CHECK(Describe(ReadPlainText(std::string(kMaxTextBytes + 1, 'a'), false)) == "error 2");
  CHECK(Describe(ReadPlainText(Repeat("a\n", 2 * kMaxTextLines + 2), false)) == "error 2");
  // a row of more cells than a grid may have is a paragraph
  const Document wide = ReadPlainText(Repeat("a|", 2 * kMaxGridCells + 20), false).value();
  REQUIRE(wide.blocks.size() == 1);
  CHECK(std::holds_alternative<Paragraph>(wide.blocks[0]));
  // a table of more cells goes on in another grid
  const Document high = ReadPlainText(Repeat("a\t1\n", 4 * kMaxGridCells), false).value();
  REQUIRE(high.blocks.size() > 1);
  for (const Block& block : high.blocks) {
    CHECK(std::get<Grid>(block).cells.size() <= kMaxGridCells);
  }
}

TEST_CASE("Time is linear in the text", "[plain_text]") {
  // An optimised build took 0.1 to 2.5 s for 50 MB of each when this was written.
  constexpr std::size_t kBytes = std::size_t{128} << 10;
  for (const std::string unit :
       {"\t", "|", "\n", "公开", "|\n", "0 |\n|\n", "0\n|\n", "[", "[a](", "**a", "[a](b)", "![",
        "a\t\t\n", "a  1\n", "|---|\n", "&nbsp;", "]("}) {
    const std::string text = Repeat(unit, kBytes) + "a";
    for (const bool markdown : {false, true}) {
      INFO(unit);
      const auto start = std::chrono::steady_clock::now();
      const Result<Document> read = ReadPlainText(text, markdown);
      const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
      CHECK((read.ok() || read.error().code == ErrorCode::kTooLarge));
      CHECK(time.count() < 20);  // quadratic time would take minutes
    }
  }
}

TEST_CASE("The text files among the real reports", "[plain_text]") {
  const std::filesystem::path folder = "../shared/reports/excerpts";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: " << folder << " is not there");
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(ReadPlainText(text, false).ok());
  }
}

}  // namespace
}  // namespace gongkai
