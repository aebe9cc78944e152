#include "extract/text_layer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/frequent_characters.h"
#include "extract/pdf.h"
#include "model/unicode.h"
#include "tests/extract/pdf_sample.h"
#include "tests/extract/scan_sample.h"

namespace gongkai {
namespace {

constexpr const char* kProse =
    "二〇二三年，本机关认真贯彻落实政府信息公开条例，坚持以公开为常态、不公开为例外，主动公开各类政府信息"
    "一百二十条，其中规范性文件三件；收到公民、法人和其他组织的信息公开申请二十一件，全部按时依法办结，"
    "未发生因信息公开引起的行政复议和行政诉讼。今后将继续加强组织领导，完善工作制度，提高服务水平。";

// Lines of 20 characters from y = `top` on, 18 points apart.
std::vector<Word> Lines(const std::string& text, double top = 100) {
  std::vector<Word> words;
  const std::u32string all = DecodeUtf8(text);
  for (std::size_t at = 0; at < all.size(); at += 20) {
    Word word;
    word.text = EncodeUtf8(all.substr(at, 20));
    word.box = {90, top, 330, top + 12};
    top += 18;
    words.push_back(word);
  }
  return words;
}

Page A4(std::vector<Word> words, std::vector<Picture> pictures = {}) {
  Page page;
  page.width = 595;
  page.height = 842;
  page.words = std::move(words);
  page.pictures = std::move(pictures);
  return page;
}

// The text with its characters put in for one another.
std::string Permuted(const std::string& text, char32_t first, char32_t step) {
  std::u32string all = DecodeUtf8(text);
  for (char32_t& c : all) {
    if (IsHan(c)) c = first + (c * step) % 20000;
  }
  return EncodeUtf8(all);
}

std::string Repeat(const std::string& text, int times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

const Picture kWhole{{0, 0, 595, 842}, 1654, 2339};
const Picture kTable{{90, 400, 505, 600}, 1200, 580};
const Picture kSeal{{350, 600, 470, 720}, 300, 300};
const Picture kBanner{{0, 0, 595, 40}, 1654, 110};

TEST_CASE("Where the words of a page are taken from", "[text_layer]") {
  struct Case {
    std::string name;
    Page page;
    PaintFacts facts;
    PageSource source;
  };
  const int all = 150;
  const std::vector<Case> cases = {
      {"blank", A4({}), {}, PageSource::kText},
      {"text", A4(Lines(kProse)), {all, 0, 0, 0}, PageSource::kText},
      {"a picture alone", A4({}, {kWhole}), {0, 0, 0, 1}, PageSource::kPicture},
      {"a picture and a page number", A4(Lines("- 3 -", 800), {kWhole}), {5, 0, 0, 0},
       PageSource::kPicture},
      {"a few words and a seal", A4(Lines("某某镇人民政府 2024年1月20日"), {kSeal}), {},
       PageSource::kText},
      {"strips of a scan", A4({}, {{{0, 0, 595, 280}, 1654, 780}, {{0, 280.5, 595, 561}, 1654, 780},
                                   {{0, 561, 595, 842}, 1654, 780}}),
       {}, PageSource::kPicture},
      {"an earlier reading under a scan", A4(Lines(kProse), {kWhole}), {all, all, 0, 1},
       PageSource::kPicture},
      {"hidden text without a picture", A4(Lines(kProse)), {all, all, 0, 0}, PageSource::kText},
      {"text on a background", A4(Lines(kProse), {kWhole}), {all, 0, 0, 0}, PageSource::kText},
      {"a stamp of a site on a scan", A4(Lines("下载自某某网站二〇二四年一月二十日第一次打印的文件请注意核对原件",
                                         20), {kWhole}),
       {}, PageSource::kBoth},
      {"text with a picture of a table", A4(Lines(kProse), {kTable}), {all, 0, 0, 0},
       PageSource::kBoth},
      {"text with a banner and a seal", A4(Lines(kProse), {kBanner, kSeal}), {all, 0, 0, 0},
       PageSource::kText},
      {"letters as curves", A4(Lines("3")), {1, 0, 20000, 0}, PageSource::kPicture},
      {"an emblem as curves", A4({}), {0, 0, 300, 0}, PageSource::kText},
      {"glyphs without characters", A4(Lines(Repeat("\uFFFD", 60))), {60, 0, 0, 0},
       PageSource::kPicture},
      {"private use", A4(Lines(Repeat("\uE123\uE456", 60))), {}, PageSource::kPicture},
      {"bullets of a symbol font", A4(Lines("\uF0B7" + std::string(kProse))), {}, PageSource::kText},
      {"another's characters", A4(Lines(Permuted(kProse, 0x4E00, 7919))), {},
       PageSource::kPicture},
      {"GBK as Latin-1", A4(Lines(Repeat("ÕþÎñÐÅÏ¢", 20))), {}, PageSource::kPicture},
      {"English", A4(Lines(Repeat("Annual report on open government. ", 20))), {},
       PageSource::kText},
      {"numbers", A4(Lines(Repeat("120,45,7730.28,", 20))), {}, PageSource::kText},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    CHECK(static_cast<int>(ChoosePageSource(one.page, one.facts)) == static_cast<int>(one.source));
  }
}

TEST_CASE("Digits without characters in a table are enough", "[text_layer]") {
  Page page = A4(Lines(Repeat(kProse, 3)));
  CHECK_FALSE(IsGarbled(page));
  for (const double at : {600.0, 620.0, 640.0}) page.rulings.push_back({90, at, 290, at, 0.5});
  for (const double at : {90.0, 190.0, 290.0}) page.rulings.push_back({at, 600, at, 640, 0.5});
  Word label;
  label.text = "结转";
  label.box = {100, 604, 124, 616};
  page.words.push_back(label);
  label.box = {100, 624, 124, 636};
  page.words.push_back(label);
  Word digit;
  digit.text = "12";
  digit.box = {210, 604, 222, 616};
  page.words.push_back(digit);
  CHECK_FALSE(IsGarbled(page));
  page.words.back().text = "\uFFFD\uFFFD";
  CHECK(IsGarbled(page));
}

TEST_CASE("The frequent characters are 300 different ones", "[text_layer]") {
  CHECK(kFrequentCharacters.size() == 300);
  for (std::size_t i = 0; i < kFrequentCharacters.size(); ++i) {
    CHECK(IsHan(kFrequentCharacters[i]));
    CHECK(kFrequentCharacters.find(kFrequentCharacters[i]) == i);
  }
}

TEST_CASE("What a page paints besides its words", "[text_layer]") {
  const std::string whole = InlineImage("200 0 0 100 0 0");
  const std::string seen = "BT /F1 12 Tf 10 50 Td (seen) Tj ET\n";
  struct Case {
    std::string name, content;
    int characters, hidden;
    int lone;
  };
  const std::vector<Case> cases = {
      {"nothing", "", 0, 0, 0},
      {"text", seen, 4, 0, 0},
      {"a picture", whole, 0, 0, 1},
      {"one that is turned", InlineImage("0 100 -200 0 200 0"), 0, 0, 1},
      {"one that is turned and upside down", InlineImage("0 -100 200 0 0 100"), 0, 0, 1},
      {"one that leans", InlineImage("198 4 -4 98 2 0"), 0, 0, 0},
      {"hidden text, then a picture", HiddenText("old") + whole, 3, 3, 1},
      {"a picture, then hidden text", whole + HiddenText("old"), 3, 3, 1},
      {"text under a picture", seen + whole, 4, 4, 1},
      {"text on a picture", whole + seen, 4, 0, 0},
      {"white text on a picture", whole + "1 g " + seen, 4, 4, 0},
      {"a picture under another", InlineImage("50 0 0 50 0 0") + whole, 0, 0, 2},
      {"a picture on another", whole + InlineImage("50 0 0 50 0 0"), 0, 0, 0},
      {"a line on a picture", whole + "0 0 m 100 100 l S", 0, 0, 0},
      {"paper under a picture", "1 g 0 0 200 100 re f " + whole, 0, 0, 1},
      {"white on a picture", whole + "1 g 0 0 50 50 re f", 0, 0, 0},
      {"a clipped picture", "0 0 100 50 re W n " + whole, 0, 0, 0},
      {"a clip around a picture", "0 0 200 100 re W n " + whole, 0, 0, 1},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    const auto read = ReadPdfPages(MakePdf(one.content));
    REQUIRE(read.ok());
    REQUIRE(read.value().facts.size() == 1);
    const PaintFacts& facts = read.value().facts.front();
    CHECK(facts.characters == one.characters);
    CHECK(facts.hidden == one.hidden);
    CHECK(facts.lone_picture == one.lone);
  }
}

TEST_CASE("Curves are counted once each", "[text_layer]") {
  const auto read = ReadPdfPages(MakePdf("10 10 m 20 20 30 20 40 10 c 50 0 60 0 70 10 c f"));
  REQUIRE(read.ok());
  CHECK(read.value().facts.front().curves == 2);
}

}  // namespace
}  // namespace gongkai
