// The parts of the search for near copies: what is compared, signatures, shared passages, anchors.
#include "corpus/near_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "corpus/minhash.h"
#include "corpus/near_passages.h"
#include "corpus/shared_passage.h"
#include "corpus/telling.h"
#include "model/unicode.h"
#include "tests/corpus/narrative_maker.h"

using namespace gongkai;

namespace {

std::string Compared(std::string_view raw, const std::vector<std::string>& names = {}) {
  return EncodeUtf8(MakeNearText(raw, names).text);
}

// The longest common substring as its definition says it.
std::size_t LongestCommon(std::u32string_view a, std::u32string_view b) {
  std::size_t longest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t length = 0;
      while (i + length < a.size() && j + length < b.size() && a[i + length] == b[j + length]) {
        ++length;
      }
      longest = std::max(longest, length);
    }
  }
  return longest;
}

}  // namespace

TEST_CASE("what of a text is compared") {
  const std::vector<std::string> names{"甲乙镇人民政府", "某"};
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", ""},
      {" \t\n　，。（）【】—…“”■→", ""},
      {"公开 信息，共２，３２０．５条。", "公开信息共0条"},
      {"1.2 3", "0"},  // not told apart; both texts lose the same
      {"第1.5条、第2,3条", "第0条第0条"},
      {"二〇二三年", "0年"},
      {"十五件，一百余件", "0件0余件"},
      {"一是公开，进一步", "一是公开进一步"},
      {"3万元", "0元"},
      {"PDF和Ｗord", "pdf和word"},
      {"甲乙镇人民政府办公室与甲乙镇", "○办公室与○"},
      {"甲 乙镇人民\n政府", "○"},
      {"某镇", "某镇"},
      {"我镇、我局、本机关、全县、本单位", "○○○○○"},
      {"我们本来全部", "我们本来全部"},
      {"我", "我"},
      {"公\xFF开\xE6\x8A", "公开"},
  };
  for (const auto& [raw, compared] : rows) {
    INFO(raw);
    CHECK(Compared(raw, names) == compared);
  }
}

TEST_CASE("places lead back to the raw text") {
  const std::string raw = "公\xFF开 2,320 条\xEF\xBF\xBD，甲 乙镇好\xE6";
  const NearText near = MakeNearText(raw, std::vector<std::string>{"甲乙镇"});
  REQUIRE(EncodeUtf8(near.text) == "公开0条○好");
  const std::vector<std::string> expected{"公", "开", "2,320", "条", "甲 乙镇", "好"};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const TextRange range = RangesInRaw(raw, near, std::vector<NearRange>{{i, i + 1}})[0];
    CHECK(raw.substr(range.byte_begin, range.byte_end - range.byte_begin) == expected[i]);
    CHECK(EncodeUtf8(DecodeUtf8(raw).substr(
              range.character_begin, range.character_end - range.character_begin)) == expected[i]);
  }
}

TEST_CASE("a text is compared up to its bound") {
  std::string raw;
  while (raw.size() < 2 * kMostComparedBytes) raw += "公开";
  CHECK(MakeNearText(raw, {}).text.size() == kMostComparedBytes / 3);
}

TEST_CASE("signatures estimate resemblance") {
  for (const double resemblance : {0.0, 0.1, 0.4, 0.7, 0.95, 1.0}) {
    for (const std::size_t size : {150u, 600u, 3000u}) {
      INFO(resemblance << " of " << size);
      // Of the union, `both` members are in both sets, the others in turn in the one or the other.
      std::vector<std::uint64_t> a, b;
      const auto both = static_cast<std::size_t>(resemblance * static_cast<double>(size));
      for (std::uint64_t i = 0; i < size; ++i) {
        if (i < both || i % 2 == 0) a.push_back(MixBits(i));
        if (i < both || i % 2 == 1) b.push_back(MixBits(i));
      }
      const double estimate = EstimateResemblance(MakeMinHash(a), MakeMinHash(b));
      CHECK(std::abs(estimate - static_cast<double>(both) / static_cast<double>(size)) < 0.1);
      std::reverse(a.begin(), a.end());
      CHECK(EstimateResemblance(MakeMinHash(a), MakeMinHash(b)) == estimate);
    }
  }
  const std::vector<std::uint64_t> once{5}, twice{5, 5};
  CHECK(MakeMinHash(once) == MakeMinHash(twice));
}

TEST_CASE("the longest shared passage is the longest common substring") {
  testing::Chance chance(1);
  for (int round = 0; round < 200; ++round) {
    // Few letters make many repeats.
    const std::size_t letters = 1 + chance.Below(4);
    std::u32string a, b;
    const auto draw = [&] { return static_cast<char32_t>(U'甲' + chance.Below(letters)); };
    for (std::size_t i = chance.Below(60); i > 0; --i) a += draw();
    for (std::size_t i = chance.Below(60); i > 0; --i) b += draw();
    const std::size_t shingles = a.size() < kShingle ? 0 : a.size() - kShingle + 1;
    const TellingCount telling(std::vector<bool>(shingles, true));
    const std::size_t longest = LongestCommon(a, b);
    const auto found = FindSharedPassages(a, b, telling, 1, 3);
    REQUIRE(found.empty() == (longest < kShingle));
    for (const PassageMatch& match : found) {
      CHECK(a.substr(match.here, match.length) == b.substr(match.there, match.length));
      const PassageMatch extended = ExtendMatch(a, b, match.here, match.there, telling);
      CHECK(extended.length == match.length);
      CHECK(extended.here == match.here);
    }
    if (!found.empty()) CHECK(found[0].length == longest);
  }
}

TEST_CASE("a passage is judged by its telling shingles") {
  const std::u32string a = U"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
  const std::u32string b = U"甲乙丙丁戊己庚辛壬癸子丑，寅卯辰巳午未申酉戌亥";
  std::vector<bool> telling(a.size() - kShingle + 1, true);
  std::fill_n(telling.begin(), 8, false);  // the longer passage tells nothing
  const auto found = FindSharedPassages(a, b, TellingCount(telling), 1, 3);
  REQUIRE(found.size() == 1);
  CHECK(found[0].here == 12);
  CHECK(found[0].there == 13);
  CHECK(found[0].telling == 5);
}

TEST_CASE("texts that share a passage share an anchor") {
  testing::Chance chance(2);
  const auto letters = [&](std::size_t count) {
    std::u32string out;
    while (out.size() < count) out += static_cast<char32_t>(U'一' + chance.Below(3000));
    return out;
  };
  for (int round = 0; round < 50; ++round) {
    const std::u32string passage = letters(kLeastPassage);
    const std::u32string a = letters(chance.Below(300)) + passage + letters(chance.Below(300));
    const std::u32string b = letters(chance.Below(300)) + passage + letters(chance.Below(300));
    const auto anchors = [](const std::u32string& text, bool tells) {
      std::vector<std::uint64_t> hashes;
      const TellingCount telling(std::vector<bool>(text.size() - kShingle + 1, tells));
      for (const Anchor& anchor : PickAnchors(text, telling, 0)) hashes.push_back(anchor.hash);
      return hashes;
    };
    const auto of_b = anchors(b, true);
    const auto of_a = anchors(a, true);
    CHECK(std::any_of(of_a.begin(), of_a.end(), [&](std::uint64_t hash) {
      return std::find(of_b.begin(), of_b.end(), hash) != of_b.end();
    }));
    CHECK(of_a.size() <= 2 * a.size() / (kAnchorWindow / 2));
    CHECK(anchors(a, false).empty());
  }
}

TEST_CASE("which shingles tell") {
  const auto share = [](const std::string& text, const CommonShingles& common) {
    const auto telling = FindTelling(HashShingles(MakeNearText(text, {}).text), common);
    return telling.empty() ? 0.0
                           : static_cast<double>(std::count(telling.begin(), telling.end(), true)) /
                                 static_cast<double>(telling.size());
  };
  const auto load = [](std::size_t) {
    return MakeNearText("每逢集市都在镇口摆放三张桌子接待来访者", {});
  };
  const std::string own = "每逢集市都在镇口摆放三张桌子接待来访者";
  const std::string form = "本报告中所列数据的统计期限自2019年1月1日起至2019年12月31日止";
  std::vector<std::vector<std::size_t>> organs(kFrequentLeast - 1, {0});
  const CommonShingles few = CountCommonShingles(organs, load, 1);
  CHECK(share(own, few) == 1);
  CHECK(share(form, few) == 0);
  organs.push_back({0, 1, 2});
  const CommonShingles enough = CountCommonShingles(organs, load, 2);
  CHECK(share(own, enough) == 0);
  CHECK(share("夜里有两只白鹭飞过水库大坝的北面", enough) == 1);
  // An organ that repeats itself is one organ.
  const CommonShingles one = CountCommonShingles({std::vector<std::size_t>(100, 0)}, load, 1);
  CHECK(share(own, one) == 1);
  CHECK(share("", enough) == 0);
}
