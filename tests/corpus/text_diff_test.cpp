#include "corpus/text_diff.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <ctime>
#include <random>

#include "corpus/sequence_diff.h"
#include "corpus/text_tokens.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// As wdiff writes it: [-deleted-]{+inserted+}, and <…> around a passage that was copied.
std::string Marked(const std::vector<TextEdit>& edits) {
  std::string text;
  bool copied = false;
  for (const TextEdit& edit : edits) {
    if (edit.copied != copied) text += edit.copied ? "<" : ">";
    copied = edit.copied;
    if (edit.kind == EditKind::kSame) text += edit.text;
    if (edit.kind == EditKind::kDeleted) text += "[-" + edit.text + "-]";
    if (edit.kind == EditKind::kInserted) text += "{+" + edit.text + "+}";
  }
  return text + (copied ? ">" : "");
}

std::string Without(const std::vector<TextEdit>& edits, EditKind kind) {
  std::string text;
  for (const TextEdit& edit : edits) {
    if (edit.kind != kind) text += edit.text;
  }
  return text;
}

// One of the two texts, put together from the paragraphs that hold it.
std::string Side(std::vector<ParagraphDiff> diffs, ParagraphRange ParagraphPair::*side,
                 EditKind other) {
  std::erase_if(diffs, [&](const ParagraphDiff& diff) { return (diff.place.*side).count == 0; });
  std::sort(diffs.begin(), diffs.end(), [&](const ParagraphDiff& a, const ParagraphDiff& b) {
    return (a.place.*side).first < (b.place.*side).first;
  });
  std::string text;
  for (const ParagraphDiff& diff : diffs) {
    if (&diff != &diffs.front()) text += '\n';
    text += Without(diff.edits, other);
  }
  return text;
}

void CheckBothSides(const std::string& before, const std::string& after) {
  const auto diffs = DiffTexts(before, after);
  CHECK(Side(diffs, &ParagraphPair::before, EditKind::kInserted) == before);
  CHECK(Side(diffs, &ParagraphPair::after, EditKind::kDeleted) == after);
}

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Of CPU: others may be using the machine.
double SecondsOf(const std::string& before, const std::string& after) {
  const std::clock_t begin = std::clock();
  const auto diffs = DiffTexts(before, after);
  const std::clock_t end = std::clock();
  CHECK_FALSE(diffs.empty());
  return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

// `size` characters of an alphabet of `kinds` that begins at 一.
std::string RandomHan(std::mt19937& random, int size, int kinds, char32_t first = U'一') {
  std::u32string text;
  const auto count = static_cast<unsigned>(kinds);
  for (int i = 0; i < size; ++i) text += first + static_cast<char32_t>(random() % count);
  return EncodeUtf8(text);
}

}  // namespace

TEST_CASE("text is cut where a person would cut it") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"2023年公开2,645条，占98.6%。", "2023|年|公|开|2,645|条|，|占|98.6%|。"},
      {"收费7530.28万元", "收|费|7530.28万|元"},
      {"二〇二三年", "二〇二三|年"},
      {"收到六件，统一办理", "收|到|六|件|，|统|一|办|理"},
      {"１２件", "１２|件"},
      {"1.主动公开", "1|.|主|动|公|开"},
      {"第2，3项", "第|2|，|3|项"},
      {"网址www.gov，  邮箱", "网|址|www|.|gov|，|  |邮|箱"},
      {"", ""},
  };
  for (const auto& [text, expected] : rows) {
    const std::u32string decoded = DecodeUtf8(text);
    std::string cut;
    for (const TextToken& token : FindTokens(decoded)) {
      if (!cut.empty()) cut += '|';
      cut += EncodeUtf8(std::u32string_view(decoded).substr(token.begin, token.end - token.begin));
    }
    CHECK(cut == expected);
  }
}

TEST_CASE("paragraphs are compared as a person would") {
  struct Row {
    std::string before, after, marked;
    TextChange change;
  };
  const std::vector<Row> rows{
      {"无。", "无。", "无。", TextChange::kSame},
      {"", "", "", TextChange::kSame},
      {"公开 信息", "公开信息", "公开[- -]信息", TextChange::kSame},
      {"2019年公开2533条。", "2020年公开2603条。", "[-2019-]{+2020+}年公开[-2533-]{+2603+}条。",
       TextChange::kNumbers},
      {"收到六件申请", "收到七件申请", "收到[-六-]{+七+}件申请", TextChange::kNumbers},
      {"2019年全区未收到申请。", "2020年我区未收到申请。", "[-2019-]{+2020+}年[-全-]{+我+}区未收到申请。",
       TextChange::kChanged},
      {"无。", "", "[-无。-]", TextChange::kChanged},
      // What both happen to have in the middle of other words is no link between them.
      {"一是加强培训，提高能力。", "一是完善制度，公开能效。", "一是[-加强培训，提高能力-]{+完善制度，公开能效+}。",
       TextChange::kChanged},
      // A clause goes as a clause.
      {"加强领导，明确责任。", "加强领导，加强培训，明确责任。", "加强领导，{+加强培训，+}明确责任。",
       TextChange::kChanged},
      {"加强领导。", "加强领导。明确责任。", "加强领导。{+明确责任。+}", TextChange::kChanged},
      {"明确责任。", "加强领导。明确责任。", "{+加强领导。+}明确责任。", TextChange::kChanged},
      // What was taken for an accident and stands at an edge after all.
      {"福建省人民政府办公厅关于", "国务院办公厅关于", "[-福建省人民政府-]{+国务院+}办公厅关于",
       TextChange::kChanged},
      // Of two counts the one that stayed stays beside itself.
      {"共收到2件、3条。", "共收到3条。", "共收到[-2件、-]3条。", TextChange::kChanged},
  };
  for (const Row& row : rows) {
    const ParagraphDiff diff = DiffParagraphs(row.before, row.after);
    CHECK(Marked(diff.edits) == row.marked);
    CHECK(diff.change == row.change);
  }
}

TEST_CASE("a long passage that is the same but for numbers was copied") {
  const std::string law =
      "年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，主动公开信息";
  const auto diff = DiffParagraphs("2019" + law + "12条，效果良好。", "2020" + law + "34条，仍有不足。");
  CHECK(Marked(diff.edits) ==
        "<[-2019-]{+2020+}" + law + "[-12-]{+34+}条，>[-效果良好-]{+仍有不足+}。");
  const auto title = DiffParagraphs("《中华人民共和国政府信息公开条例》甲乙", "《中华人民共和国政府信息公开条例》丙丁");
  CHECK(std::none_of(title.edits.begin(), title.edits.end(),
                     [](const TextEdit& edit) { return edit.copied; }));
}

TEST_CASE("paragraphs that were added, dropped, moved or broken in two do not disturb the others") {
  const std::string a = "（一）主动公开情况。我镇通过网站公开各类信息，及时更新栏目。";
  const std::string b = "（二）依申请公开情况。全年收到申请，均在法定期限内答复，未收取费用。";
  const std::string c = "（三）监督保障情况。健全机制，落实责任，组织培训，接受社会监督。";
  const std::string other = "完全不同的另外一段话，说的是别的事。";
  struct Row {
    std::string before, after;
    std::vector<std::string> places;  // before>after of each pair
  };
  const std::vector<Row> rows{
      {a + "\n" + b, a + "\n" + b, {"0>0", "1>1"}},
      {a + "\n" + b, a + "\n" + other + "\n" + b, {"0>0", ">1", "1>2"}},
      {a + "\n" + other + "\n" + b, a + "\n" + b, {"0>0", "1>", "2>1"}},
      {a + "\n" + b + "\n" + c, c + "\n" + a + "\n" + b, {"2>0 moved", "0>1", "1>2"}},
      {a + b, a + "\n" + b, {"0>0+1"}},
      {a + "\n" + b + "\n" + c, a + b + "\n" + c, {"0+1>0", "2>1"}},
      {a, other, {"0>", ">0"}},
      {"", a, {">0"}},
      {a, "", {"0>"}},
      {"", "", {}},
      {a + "\n\n" + b, a + "\n\n" + b, {"0>0", "1>1", "2>2"}},
  };
  const auto shown = [](const ParagraphRange& range) {
    std::string text;
    for (std::size_t i = 0; i < range.count; ++i) {
      if (i > 0) text += "+";
      text += std::to_string(range.first + i);
    }
    return text;
  };
  for (const Row& row : rows) {
    std::vector<std::string> places;
    for (const ParagraphDiff& diff : DiffTexts(row.before, row.after)) {
      places.push_back(shown(diff.place.before) + ">" + shown(diff.place.after) +
                       (diff.place.moved ? " moved" : ""));
    }
    CHECK(places == row.places);
    CheckBothSides(row.before, row.after);
  }
}

TEST_CASE("a difference gives both texts back, whatever they are") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"公开", "信息", "2", "13", "万", "，", "。", "\n", " ", "的",
                                        "六件", "abc", "\xE4\xBA", "一", "%", "政府"};
  const auto text = [&] {
    std::string made;
    for (auto n = random() % 60; n > 0; --n) made += pieces[random() % pieces.size()];
    while (made.ends_with('\n')) made.pop_back();
    return EncodeUtf8(DecodeUtf8(made));
  };
  for (int round = 0; round < 3000; ++round) CheckBothSides(text(), text());
}

TEST_CASE("what is found to be common is common, and no shorter than the longest there is") {
  std::mt19937 random(11);
  const auto items = [&] {
    std::vector<int> made(random() % 25);
    for (int& item : made) item = static_cast<int>(random() % 4);
    return made;
  };
  for (int round = 0; round < 3000; ++round) {
    const auto a = items(), b = items();
    std::size_t length = 0, x = 0, y = 0;
    for (const CommonRun& run : FindCommonRuns(a, b)) {
      REQUIRE((run.length > 0 && run.at_before >= x && run.at_after >= y));
      for (std::size_t i = 0; i < run.length; ++i) {
        REQUIRE(a.at(run.at_before + i) == b.at(run.at_after + i));
      }
      x = run.at_before + run.length;
      y = run.at_after + run.length;
      length += run.length;
    }
    // The textbook's table as the measure.
    using Row = std::vector<std::size_t>;
    std::vector<Row> best(a.size() + 1, Row(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) {
        best[i + 1][j + 1] =
            a[i] == b[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
      }
    }
    CHECK(length == best[a.size()][b.size()]);
  }
}

TEST_CASE("texts of 100,000 characters end within a second") {
#ifdef __SANITIZE_ADDRESS__
  constexpr double kSeconds = 10;
#else
  constexpr double kSeconds = 1;
#endif
  std::mt19937 random(3);
  const auto han = [&](int kinds, char32_t first = U'一') {
    return RandomHan(random, 100'000, kinds, first);
  };
  const auto broken = [](std::string text, std::size_t every) {
    for (std::size_t at = every * 3; at < text.size(); at += every * 3) text.insert(at++, 1, '\n');
    return text;
  };
  const std::string whole = han(3000), half = whole.substr(0, whole.size() / 2);
  const std::vector<std::pair<std::string, std::pair<std::string, std::string>>> rows{
      {"nothing in common", {han(3000), han(3000, U'耀')}},
      {"chance alone", {han(3000), han(3000)}},
      {"three characters", {han(3), han(3)}},
      {"one character", {Repeated("一", 100'000), Repeated("一丁", 50'000)}},
      {"a shift", {Repeated("一丁", 50'000), Repeated("丁一", 50'000)}},
      {"paragraphs of chance", {broken(han(3000), 100), broken(han(3000), 100)}},
      {"paragraphs of three", {broken(han(3), 100), broken(han(3), 100)}},
      {"a paragraph a character", {broken(han(50), 1), broken(han(50), 1)}},
      {"empty paragraphs", {std::string(100'000, '\n') + "一", std::string(99'000, '\n') + "丁"}},
      {"one whole, many pieces", {whole, broken(whole, 10)}},
      {"a half and many pieces", {whole, half + "\n" + broken(whole.substr(half.size()), 10)}},
  };
  for (const auto& [name, texts] : rows) {
    INFO(name);
    CheckBothSides(texts.first, texts.second);
    const double seconds = SecondsOf(texts.first, texts.second);
    CHECK(seconds < kSeconds);
  }
}

}  // namespace gongkai
