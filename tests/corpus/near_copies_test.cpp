// Near copies: what must be found, what must not, and that it is found alike however it is asked.
#include "corpus/near_copies.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <set>

#include "corpus/near_loader.h"
#include "model/unicode.h"
#include "tests/corpus/narrative_maker.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

struct Given {
  std::vector<NarrativeHead> heads;
  std::vector<std::string> texts;
  void Add(NarrativeHead head, std::string text) {
    heads.push_back(std::move(head));
    texts.push_back(std::move(text));
  }
};

NearCopies Find(const Given& given, int threads = 1) {
  return FindNearCopies(given.heads, [&](std::size_t i) { return given.texts[i]; }, threads);
}

std::string At(const std::string& text, const TextRange& range) {
  return text.substr(range.byte_begin, range.byte_end - range.byte_begin);
}

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

const std::vector<CopyCase> kCopies{
    {"equal but for year and numbers", kOrgan, 2023, [](Chance&, MadeNarrative&) {}, 1, 1},
    {"equal but for the organ", kOther, 2022, [](Chance&, MadeNarrative&) {}, 1, 1},
    {"sentences in another order", kOther, 2022,
     [](Chance& chance, MadeNarrative& made) { Shuffle(chance, made.sentences); }, 0.7, 0.95},
    {"a tenth replaced", kOrgan, 2023,
     [](Chance& chance, MadeNarrative& made) { ReplaceSentences(chance, made, 0.1); }, 0.7, 0.95},
    {"three tenths replaced", kOther, 2023,
     [](Chance& chance, MadeNarrative& made) { ReplaceSentences(chance, made, 0.3); }, 0.4, 0.7},
    {"six tenths replaced: more was written than copied", kOther, 2022,
     [](Chance& chance, MadeNarrative& made) { ReplaceSentences(chance, made, 0.6); }, 0, 0},
    {"rewritten", kOrgan, 2023,
     [](Chance& chance, MadeNarrative& made) { ReplaceSentences(chance, made, 1); }, 0, 0},
    {"another organ's own words", kOther, 2022,
     [](Chance& chance, MadeNarrative& made) { ReplaceSentences(chance, made, 1); }, 0, 0},
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
    given.Add(HeadOf(copy), WriteNarrative(chance, copy));
    given.Add({"z", kOrgan, 2022, {kOrgan}}, WriteNarrative(chance, original));
    const NearCopies found = Find(given);
    CHECK(found.judged == 2);
    if (row.most == 0) {
      CHECK(found.groups.empty());
      continue;
    }
    REQUIRE(found.groups.size() == 1);
    REQUIRE(found.groups[0].members.size() == 2);
    const CopyMember& last = found.groups[0].members[1];
    // Of one year the id decides; the copy's begins with 丙, which is before z in neither order.
    const std::size_t copied = row.year == 2022 ? 0 : 0;
    CHECK(last.narrative == copied);
    REQUIRE(last.links.size() == 1);
    const CopyLink& link = last.links[0];
    CHECK(link.to == 1 - copied);
    CHECK(link.same_organ == (row.organ == kOrgan));
    CHECK(link.resemblance >= row.least);
    CHECK(link.resemblance <= row.most);
    CHECK(link.containment >= link.resemblance);
    CHECK(std::abs(link.estimate - link.resemblance) < 0.1);
    CHECK(last.to_first == link.resemblance);
    REQUIRE_FALSE(link.passages.empty());
    CHECK(found.passages.empty());
  }
}
