// Near copies among many narratives: against the comparison of every pair, and that neither number,
// threads nor order show.
#include <catch2/catch.hpp>
#include <set>
#include <utility>

#include "corpus/near_groups.h"
#include "corpus/near_loader.h"
#include "corpus/shared_passage.h"
#include "tests/corpus/near_given.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("ten thousand equal texts are one group") {
  Chance chance(37);
  const MadeNarrative made = MakeNarrative(chance, "甲乙镇人民政府", 2022, 15);
  std::vector<NarrativeHead> heads;
  for (std::size_t i = 0; i < 10'000; ++i) {
    const std::string organ = MakeOrgan(i);
    heads.push_back({organ, organ, 2022, {organ}});
  }
  const auto read = [&](std::size_t i) {
    Chance numbers(i);
    MadeNarrative own = made;
    own.organ = heads[i].organ;
    return WriteNarrative(numbers, own);
  };
  const NearCopies found = FindNearCopies(heads, read, 2);
  REQUIRE(found.groups.size() == 1);
  CHECK(found.groups[0].members.size() == heads.size());
  CHECK(found.passages.empty());
  for (const CopyMember& member : found.groups[0].members) {
    if (member.to_first != 1 || member.links.size() > 1) FAIL(heads[member.narrative].id);
  }
}

TEST_CASE("many that are nearly equal are one group, too") {
  Chance chance(41);
  const MadeNarrative made = MakeNarrative(chance, "甲乙镇人民政府", 2022, 40);
  Given given;
  for (std::size_t i = 0; i < 400; ++i) {
    MadeNarrative copy = made;
    copy.organ = MakeOrgan(i);
    ReplaceSentences(chance, copy, 0.08);
    given.Add(chance, copy);
  }
  const NearCopies found = Find(given, 2);
  REQUIRE(found.groups.size() == 1);
  CHECK(found.groups[0].members.size() == 400);
}

namespace {

// Honest texts, copies with every share of edits, chains of copies, passages.
Given MixedArchive(std::size_t families) {
  Chance chance(43);
  Given given;
  std::size_t organ = 0;
  for (std::size_t i = 0; i < families; ++i) {
    const MadeNarrative source =
        MakeNarrative(chance, MakeOrgan(organ++), 2018, 30 + chance.Below(30));
    given.Add(chance, source);
    MadeNarrative copy = source;
    for (int year = 2019; year < 2022; ++year) {
      if (chance.Happens(0.5)) copy = source;
      if (chance.Happens(0.5)) copy.organ = MakeOrgan(organ++);
      copy.year = year;
      ReplaceSentences(chance, copy, 0.1 * static_cast<double>(chance.Below(8)));
      given.Add(chance, copy);
    }
  }
  return given;
}

}  // namespace

TEST_CASE("against the comparison of every pair with every other") {
  const Given given = MixedArchive(100);
  const ReadNarrative read = [&](std::size_t i) { return given.texts[i]; };
  NarrativeLoader loader(given.heads, read);
  loader.CountCommon(2);
  std::vector<ComparedText> texts;
  for (std::size_t rank = 0; rank < loader.size(); ++rank) texts.push_back(loader.Load(rank));

  const NearCopies found = Find(given, 2);
  std::vector<std::size_t> group(given.heads.size(), SIZE_MAX);
  for (std::size_t i = 0; i < found.groups.size(); ++i) {
    for (const CopyMember& member : found.groups[i].members) group[member.narrative] = i;
  }
  JoinedSets exact(texts.size());
  std::size_t pairs = 0, together = 0;
  for (std::size_t a = 0; a < texts.size(); ++a) {
    for (std::size_t b = a + 1; b < texts.size(); ++b) {
      if (MeasureResemblance(texts[a].telling_set, texts[b].telling_set).resemblance < kNearCopy) {
        continue;
      }
      exact.Join(a, b);
      ++pairs;
      const std::size_t in = group[loader.IndexOf(a)];
      together += in != SIZE_MAX && in == group[loader.IndexOf(b)] ? 1 : 0;
    }
  }
  CHECK(pairs > 150);
  CHECK(static_cast<double>(together) >= 0.99 * static_cast<double>(pairs));

  std::vector<std::size_t> rank_of(texts.size());
  for (std::size_t rank = 0; rank < texts.size(); ++rank) rank_of[loader.IndexOf(rank)] = rank;
  for (const CopyGroup& one : found.groups) {
    for (const CopyMember& member : one.members) {
      const std::size_t rank = rank_of[member.narrative];
      CHECK(exact.RootOf(rank) == exact.RootOf(rank_of[one.members.front().narrative]));
      for (const CopyLink& link : member.links) {
        const auto measured =
            MeasureResemblance(texts[rank].telling_set, texts[rank_of[link.to]].telling_set);
        CHECK(link.resemblance == measured.resemblance);
        CHECK(link.containment == measured.containment);
        CHECK(link.resemblance >= kNearCopy);
      }
    }
  }
}

TEST_CASE("passages against the comparison of every pair with every other") {
  Given given;
  Chance chance(47);
  std::vector<MadeNarrative> made;
  for (std::size_t i = 0; i < 60; ++i) {
    made.push_back(MakeNarrative(chance, MakeOrgan(i), 2020, 30));
    if (i % 3 != 1) continue;
    const std::size_t length = 2 + chance.Below(6);
    std::copy_n(made[i - 1].sentences.begin() + 4, length, made[i].sentences.begin() + 15);
  }
  for (const MadeNarrative& one : made) given.Add(chance, one);
  const ReadNarrative read = [&](std::size_t i) { return given.texts[i]; };
  NarrativeLoader loader(given.heads, read);
  loader.CountCommon(1);
  std::set<std::pair<std::size_t, std::size_t>> expected, actual;
  for (std::size_t a = 0; a < given.heads.size(); ++a) {
    const ComparedText here = loader.Load(a);
    for (std::size_t b = 0; b < a; ++b) {
      const auto matches =
          FindSharedPassages(here.near.text, loader.Load(b).near.text, TellingCount(here.telling),
                             kLeastTellingOfPassage, 1);
      if (!matches.empty() && matches[0].length >= kLeastPassage) {
        expected.insert(std::minmax(loader.IndexOf(a), loader.IndexOf(b)));
      }
    }
  }
  for (const PassageGroup& group : Find(given).passages) {
    for (const auto& member : group.members) {
      actual.insert(std::minmax(member.narrative, member.to));
    }
  }
  CHECK(expected.size() > 8);
  CHECK(actual == expected);
}

TEST_CASE("neither threads nor the order of the input show in the result") {
  const Given given = MixedArchive(25);
  const std::string expected = Describe(given, Find(given, 1));
  CHECK(expected.find("group") != std::string::npos);
  CHECK(expected.find("passage of") != std::string::npos);
  CHECK(Describe(given, Find(given, 2)) == expected);
  CHECK(Describe(given, Find(given, 7)) == expected);
  CHECK(Describe(given, Find(given, 0)) == expected);
  std::vector<std::size_t> order(given.heads.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  Chance chance(53);
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[chance.Below(i)]);
    Given mixed;
    for (const std::size_t i : order) mixed.Add(given.heads[i], given.texts[i]);
    CHECK(Describe(mixed, Find(mixed, 2)) == expected);
  }
}
