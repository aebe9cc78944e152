#include "extract/lines.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layout_drawing.h"

namespace gongkai {
namespace {

using drawing::MakeWord;

TEST_CASE("spaces by the gaps of words") {
  struct Row {
    const char* left;
    const char* right;
    double gap;  // em
    const char* text;
  };
  const std::vector<Row> rows = {
      {"公开", "工作", 0.0, "公开工作"},      {"公开", "工作", 0.6, "公开工作"},
      {"公开", "工作", 1.5, "公开 工作"},     {"2023", "年", 0.25, "2023年"},
      {"年", "1", 0.3, "年1"},                {"总计", "12", 2.0, "总计 12"},
      {"open", "data", 0.3, "open data"},     {"0517-", "8722", 0.0, "0517-8722"},
      {"《条例》", "（国令", 0.5, "《条例》（国令"},
  };
  for (const Row& row : rows) {
    const Word left = MakeWord(row.left, {0, 0, 40, 11});
    const Word right = MakeWord(row.right, {40 + row.gap * 11, 0, 90 + row.gap * 11, 11});
    const auto lines = FindLines({right, left});
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().text == row.text);
  }
}

TEST_CASE("words of different height stand in one line, words of the next line do not") {
  const auto lines = FindLines({MakeWord("年", {40, 11, 56, 29}), MakeWord("2023", {0, 9, 40, 30}),
                                MakeWord("下", {0, 36, 16, 54})});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "2023年");
  CHECK(lines[1].text == "下");
}

TEST_CASE("rotated words are read in their own direction") {
  const auto [rotation, text] = GENERATE(table<int, std::string>({{90, "甲乙"}, {270, "乙甲"}}));
  std::vector<Word> words{MakeWord("甲", {0, 0, 11, 11}), MakeWord("乙", {0, 12, 11, 23})};
  for (Word& w : words) w.rotation = rotation;
  const auto lines = FindLines(words);
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().text == text);
}

TEST_CASE("lines are joined without a space that was never there") {
  CHECK(JoinText("政府信", "息") == "政府信息");
  CHECK(JoinText("open", "data") == "open data");
  CHECK(JoinText("共20", "23年") == "共2023年");
  CHECK(JoinText("7730.", "28") == "7730.28");
  CHECK(JoinText("a@126.com", "）") == "a@126.com）");
  CHECK(JoinText("", "甲") == "甲");
  CHECK(JoinText("甲", "") == "甲");
}

TEST_CASE("a font size that cannot be the one seen is not believed") {
  Word word = MakeWord("甲", {0, 0, 22, 24});
  word.font_size = 44;
  CHECK(Em(word) < 25);
  word.font_size = 22;
  CHECK(Em(word) == 22);
  word.font_size = 0;
  CHECK(Em(word) == Approx(21.4).margin(0.1));
}

TEST_CASE("no words, no lines") {
  CHECK(FindLines({}).empty());
  CHECK(QualityOf({}).kind == ReadingKind::kBlank);
}

}  // namespace
}  // namespace gongkai
