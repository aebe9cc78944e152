// Near copies: what must be found, what must not, and that it is found alike however it is asked.
#include "corpus/near_copies.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <utility>

#include "corpus/near_text.h"
#include "model/unicode.h"
#include "tests/corpus/near_given.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::string kOrgan = "甲乙镇人民政府", kOther = "丙丁县水利局";
constexpr std::size_t kSentences = 50;

// The original is kOrgan's of 2022; the copy is changed by `change` and belongs to `organ`, `year`.
struct CopyCase {
  const char* name;
  std::string organ;
  int year;
  std::function<void(Chance&, MadeNarrative&)> change;
  double least, most;  // of the resemblance; `most` 0: no near copy
};

std::function<void(Chance&, MadeNarrative&)> Replaced(double share) {
  return [share](Chance& chance, MadeNarrative& made) { ReplaceSentences(chance, made, share); };
}

const std::vector<CopyCase> kCopies{
    {"equal but for year and numbers", kOrgan, 2023, Replaced(0), 1, 1},
    {"equal but for the organ", kOther, 2023, Replaced(0), 1, 1},
    {"sentences in another order", kOther, 2023,
     [](Chance& chance, MadeNarrative& made) { Shuffle(chance, made.sentences); }, 0.6, 0.95},
    {"a tenth replaced", kOrgan, 2023, Replaced(0.1), 0.7, 0.95},
    {"three tenths replaced", kOther, 2023, Replaced(0.3), 0.4, 0.7},
    {"six tenths replaced: more was written than copied", kOther, 2023, Replaced(0.6), 0, 0},
    {"rewritten", kOrgan, 2023, Replaced(1), 0, 0},
    {"another organ's own words", kOther, 2022, Replaced(1), 0, 0},
};

}  // namespace

TEST_CASE("whole texts: what is a near copy and what is not") {
  for (const CopyCase& row : kCopies) {
    INFO(row.name);
    Chance chance(7);
    const MadeNarrative original = MakeNarrative(chance, kOrgan, 2022, kSentences);
    MadeNarrative copy = original;
    copy.organ = row.organ;
    copy.year = row.year;
    row.change(chance, copy);
    Given given;
    given.Add(chance, copy);
    given.Add(chance, original);
    const NearCopies found = Find(given);
    CHECK(found.judged == 2);
    CHECK(found.groups.size() == (row.most > 0 ? 1 : 0));
    if (found.groups.empty()) continue;
    REQUIRE(found.groups[0].members.size() == 2);
    CHECK(found.groups[0].members[0].narrative == 1);
    CHECK(found.groups[0].members[0].links.empty());
    const CopyMember& later = found.groups[0].members[1];
    CHECK(later.narrative == 0);
    REQUIRE(later.links.size() == 1);
    const CopyLink& link = later.links[0];
    CHECK(link.to == 1);
    CHECK(link.same_organ == (row.organ == kOrgan));
    CHECK(link.resemblance >= row.least);
    CHECK(link.resemblance <= row.most);
    CHECK(link.containment >= link.resemblance);
    CHECK(std::abs(link.estimate - link.resemblance) < 0.1);
    CHECK(later.to_first == link.resemblance);
    CHECK_FALSE(link.passages.empty());
    CHECK(found.passages.empty());
  }
}

TEST_CASE("what is quoted stands in both texts, numbers and names aside") {
  Chance chance(3);
  const MadeNarrative first = MakeNarrative(chance, kOrgan, 2022, kSentences);
  MadeNarrative second = first;
  second.organ = kOther;
  second.year = 2023;
  second.sentences[20] = MakeSentence(chance);
  Given given;
  given.Add(chance, first);
  given.Add(chance, second);
  const NearCopies found = Find(given);
  REQUIRE(found.groups.size() == 1);
  const CopyLink& link = found.groups[0].members[1].links.at(0);
  REQUIRE(link.passages.size() >= 2);
  std::size_t before = SIZE_MAX;
  for (const SharedPassage& passage : link.passages) {
    const std::string here = At(given.texts[1], passage.here);
    const std::string there = At(given.texts[0], passage.there);
    CHECK(MakeNearText(here, given.heads[1].names).text ==
          MakeNearText(there, given.heads[0].names).text);
    CHECK(DecodeUtf8(given.texts[1]).substr(passage.here.character_begin,
                                            passage.here.character_end -
                                                passage.here.character_begin) == DecodeUtf8(here));
    CHECK(passage.telling <= before);
    before = passage.telling;
  }
}

TEST_CASE("one passage in texts that are otherwise their own") {
  struct Row {
    std::size_t sentences;  // copied
    bool found;
  };
  for (const Row& row : {Row{8, true}, Row{5, true}, Row{2, false}, Row{0, false}}) {
    INFO(row.sentences);
    Chance chance(11);
    const MadeNarrative source = MakeNarrative(chance, kOrgan, 2021, kSentences);
    MadeNarrative taker = MakeNarrative(chance, kOther, 2023, kSentences);
    for (std::size_t i = 0; i < row.sentences; ++i) {
      taker.sentences[30 + i] = source.sentences[5 + i];
    }
    Given given;
    given.Add(chance, source);
    given.Add(chance, taker);
    given.Add(chance, MakeNarrative(chance, "戊己县教育局", 2022, kSentences));
    const NearCopies found = Find(given);
    CHECK(found.groups.empty());
    REQUIRE(found.passages.size() == (row.found ? 1 : 0));
    if (!row.found) continue;
    CHECK(found.passages[0].first == 0);
    REQUIRE(found.passages[0].members.size() == 1);
    const PassageMember& member = found.passages[0].members[0];
    CHECK(member.narrative == 1);
    CHECK(member.to == 0);
    CHECK_FALSE(member.same_organ);
    CHECK(member.passage.telling >= kLeastTellingOfPassage);
    CHECK(member.passage.here.character_end - member.passage.here.character_begin >= kLeastPassage);
    const auto compared = [&](std::size_t of, const TextRange& range) {
      return MakeNearText(At(given.texts[of], range), given.heads[of].names).text;
    };
    CHECK(compared(1, member.passage.here) == compared(0, member.passage.there));
  }
}

TEST_CASE("a passage that many have is one group, whole copies in it count once") {
  Chance chance(13);
  const MadeNarrative source = MakeNarrative(chance, MakeOrgan(0), 2015, kSentences);
  Given given;
  given.Add(chance, source);
  MadeNarrative copy = source;
  copy.year = 2016;
  given.Add(chance, copy);
  for (std::size_t organ = 1; organ <= 25; ++organ) {
    MadeNarrative taker = MakeNarrative(chance, MakeOrgan(organ), 2020, kSentences);
    std::copy_n(source.sentences.begin() + 10, 8, taker.sentences.begin() + 20);
    given.Add(chance, taker);
  }
  const NearCopies found = Find(given);
  CHECK(found.groups.size() == 1);
  REQUIRE(found.passages.size() == 1);
  CHECK(found.passages[0].first == 0);
  CHECK(found.passages[0].members.size() == 25);
}

TEST_CASE("the form's formulas are nobody's copy") {
  Given given;
  given.Add({"a", kOrgan, 2023, {kOrgan}}, WriteFormulas(kOrgan, 2023));
  given.Add({"b", kOther, 2023, {kOther}}, WriteFormulas(kOther, 2023));
  Chance chance(17);
  given.Add(chance, MakeNarrative(chance, "戊己县教育局", 2023, 12));
  given.Add(chance, MakeNarrative(chance, "庚辛县民政局", 2023, 12));
  const NearCopies found = Find(given);
  CHECK(found.too_short == 2);
  CHECK(found.judged == 2);
  CHECK(found.groups.empty());
  CHECK(found.passages.empty());
}

TEST_CASE("what a fifth of the organs write is learnt to be a phrase, a page is not") {
  // A formula that no list has: four sentences, in the texts of the first `with` of a hundred.
  const auto archive = [](std::size_t with, std::size_t sentences) {
    Chance chance(19);
    const MadeNarrative phrase = MakeNarrative(chance, kOrgan, 2023, sentences);
    Given given;
    for (std::size_t organ = 0; organ < 100; ++organ) {
      MadeNarrative made = MakeNarrative(chance, MakeOrgan(organ), 2023, kSentences);
      if (organ < with) {
        std::copy(phrase.sentences.begin(), phrase.sentences.end(), made.sentences.begin() + 5);
      }
      given.Add(chance, made);
    }
    const NearCopies found = Find(given);
    CHECK(found.groups.empty());
    std::size_t takers = 0;
    for (const PassageGroup& group : found.passages) takers += group.members.size();
    return takers;
  };
  CHECK(archive(10, 6) == 9);
  CHECK(archive(60, 6) == 0);
  CHECK(archive(60, 14) == 59);
  CHECK(archive(0, 0) == 0);
}

TEST_CASE("a group names the own year before and the first of all") {
  Chance chance(23);
  MadeNarrative made = MakeNarrative(chance, kOrgan, 2019, kSentences);
  Given given;
  given.Add(chance, made);
  for (const auto& [organ, year] : std::vector<std::pair<std::string, int>>{
           {kOther, 2020}, {kOther, 2021}, {kOrgan, 2022}, {kOther, 2023}}) {
    made.organ = organ;
    made.year = year;
    ReplaceSentences(chance, made, 0.04);
    given.Add(chance, made);
  }
  const NearCopies found = Find(given);
  REQUIRE(found.groups.size() == 1);
  std::vector<std::vector<std::size_t>> links;
  for (const CopyMember& member : found.groups[0].members) {
    links.emplace_back();
    for (const CopyLink& link : member.links) {
      links.back().push_back(link.to);
      CHECK(link.resemblance >= kNearCopy);
    }
  }
  REQUIRE(links.size() == 5);
  CHECK(links[0].empty());
  CHECK(links[1] == std::vector<std::size_t>{0});
  CHECK(links[2] == std::vector<std::size_t>{1, 0});
  REQUIRE_FALSE(links[3].empty());
  CHECK(links[3][0] == 0);  // its own year before is the first
  CHECK(links[4] == std::vector<std::size_t>{2, 0});
}

TEST_CASE("texts that are none or nearly none") {
  CHECK(Find({}).groups.empty());
  CHECK(Find({}).judged == 0);
  Chance chance(29);
  Given one;
  one.Add(chance, MakeNarrative(chance, kOrgan, 2023, kSentences));
  CHECK(Find(one).judged == 1);
  CHECK(Find(one).groups.empty());

  const std::string short_text = "我镇及时公开了危房改造名单和道路养护计划，群众反映较好。";
  const std::vector<std::string> texts{"", "\n\n", "。", short_text, "2023 2023", "〇", "\xE6",
                                       std::string(5000, ' '), std::string(5000, '7')};
  for (const std::string& text : texts) {
    INFO(text);
    Given given;
    given.Add({"a", kOrgan, 2022, {kOrgan, ""}}, text);
    given.Add({"b", kOther, 2022, {}}, text);
    const NearCopies found = Find(given);
    CHECK(found.too_short == 2);
    CHECK(found.groups.empty());
    CHECK(found.passages.empty());
  }
}

TEST_CASE("broken and hostile texts") {
  Chance chance(31);
  const MadeNarrative made = MakeNarrative(chance, kOrgan, 2022, kSentences);
  std::string broken = WriteNarrative(chance, made);
  for (std::size_t at = 300; at < broken.size(); at += 700) broken[at] = '\xFF';
  std::string noise, other_noise, repeated;
  for (int i = 0; i < 20000; ++i) noise += static_cast<char>(chance.Below(256));
  for (int i = 0; i < 20000; ++i) other_noise += static_cast<char>(chance.Below(256));
  for (int i = 0; i < 20000; ++i) repeated += "公";
  std::string long_text = other_noise;
  for (int i = 0; i < 10; ++i) long_text += repeated;
  Given given;
  given.Add({"broken", kOrgan, 2023, {kOrgan}}, broken);
  given.Add({"noise", "", 0, {"\xFF\xFE"}}, noise);
  given.Add({"repeated 1", "", 0, {}}, repeated);
  given.Add({"repeated 2", "", 0, {}}, repeated + "开");
  given.Add({"long", "", 0, {}}, long_text);
  given.Add({"whole", kOrgan, 2022, {kOrgan}}, WriteNarrative(chance, made));
  const NearCopies found = Find(given);
  REQUIRE(found.groups.size() == 1);
  const CopyMember& member = found.groups[0].members.at(1);
  CHECK(given.heads[member.narrative].id == "broken");
  for (const SharedPassage& passage : member.links.at(0).passages) {
    const std::string quoted = At(broken, passage.here);
    CHECK(DecodeUtf8(quoted) ==
          DecodeUtf8(broken).substr(passage.here.character_begin,
                                    passage.here.character_end - passage.here.character_begin));
  }
}
