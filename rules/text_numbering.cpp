// Lists that skip or repeat a number: 一是…三是, （一）（三）, 二是…二是.
#include <algorithm>
#include <array>
#include <map>

#include "model/unicode.h"
#include "normalize/chinese_number.h"
#include "rules/catalogue.h"
#include "rules/text_slips.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kOnes = U"一二三四五六七八九";
constexpr std::u32string_view kTen = U"十";

std::u32string Numeral(int n) {
  if (n >= 1 && n <= 9) return std::u32string(1, kOnes[static_cast<std::size_t>(n - 1)]);
  if (n < 20) return std::u32string(kTen) + (n == 10 ? std::u32string() : Numeral(n - 10));
  const std::u32string ones = n % 10 == 0 ? std::u32string() : Numeral(n % 10);
  return Numeral(n / 10) + std::u32string(kTen) + ones;
}

std::string Written(int n) { return EncodeUtf8(Numeral(n)); }

// 一是 at the beginning of a clause.
struct Marker {
  std::size_t at;
  int number;
};

// Chinese numerals up to nineteen; lists are never longer.
int ReadNumeral(std::u32string_view text, std::size_t& at) {
  int value = 0;
  if (StandsAt(text, at, kTen)) {
    value = 10;
    ++at;
  }
  const std::size_t one = at < text.size() ? kOnes.find(text[at]) : kOnes.npos;
  if (one == kOnes.npos) return value;
  ++at;
  return value + static_cast<int>(one) + 1;
}

std::vector<Marker> FindMarkers(std::u32string_view text) {
  std::vector<Marker> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && !IsOneOf(text[i - 1], U"\n。;:,、(\"")) continue;
    std::size_t at = i;
    const int number = ReadNumeral(text, at);
    if (number > 0 && StandsAt(text, at, U"是")) found.push_back({i, number});
  }
  return found;
}

// Is number `n` written between two markers in any other way: 二要, 第二, 其二, 2., （二）, or without the
// stop before it?
bool StandsOtherwise(std::u32string_view between, int n) {
  const std::u32string numeral = Numeral(n);
  const std::string digits = std::to_string(n);
  const std::u32string arabic(digits.begin(), digits.end());
  constexpr std::u32string_view kBehind = U"是要、则来在抓:),";
  for (const std::u32string& written : {numeral, arabic}) {
    for (auto at = between.find(written); at != between.npos; at = between.find(written, at + 1)) {
      const std::size_t behind = at + written.size();
      if (at > 0 && IsOneOf(between[at - 1], U"第其(")) return true;
      if (behind < between.size() && IsOneOf(between[behind], kBehind)) return true;
      if (behind < between.size() && between[behind] == U'.') return true;
    }
  }
  return between.find(U"其次") != between.npos || between.find(U"另一") != between.npos ||
         between.find(U"同时") != between.npos;
}

struct OpenList {
  Marker last;
  bool faulty = false;
};

// The open list that `number` goes on with, innermost first; those within it end. False: none.
bool GoesOn(std::vector<OpenList>& open, const Marker& marker) {
  for (std::size_t depth = open.size(); depth-- > 0;) {
    if (open[depth].last.number + 1 != marker.number) continue;
    open.resize(depth + 1);
    open.back().last = marker;
    return true;
  }
  return false;
}

Finding MakeFinding(const char* message, const std::string& at, std::string found,
                    std::string wanted, std::string quote) {
  Finding finding = NewFinding("text.numbering");
  finding.message = message;
  finding.at = {at};
  finding.details = {{"found", std::move(found)},
                     {"wanted", std::move(wanted)},
                     {"quote", std::move(quote)}};
  return finding;
}

void SayBroken(const SectionText& prose, const OpenList& list, const Marker& marker, Findings& out) {
  const bool repeated = marker.number == list.last.number;
  constexpr std::size_t kShown = 12;  // characters of each item
  const auto shown = [&](std::size_t at, std::size_t limit) {
    const std::size_t end = std::min(at + kShown, limit);
    const auto line = std::u32string_view(prose.text).substr(at, end - at).find(U'\n');
    return Quote(prose, at, std::min(end, line == prose.text.npos ? end : at + line));
  };
  const std::string quote =
      shown(list.last.at, marker.at) + "…" + shown(marker.at, prose.text.size());
  out.found.push_back(MakeFinding(
      repeated ? "text.numbering.repeated" : "text.numbering.skipped", prose.pointer,
      Written(marker.number) + "是", Written(list.last.number + 1) + "是", quote));
}

}  // namespace

void FindBrokenLists(const SectionText& prose, Findings& out) {
  constexpr std::size_t kDeepest = 8;  // no list of a report has that many within one another
  std::vector<OpenList> open;
  for (const Marker& marker : FindMarkers(prose.text)) {
    if (marker.number == 1) {
      if (open.size() == kDeepest) open.erase(open.begin());
      open.push_back({marker});
      continue;
    }
    if (open.empty() || GoesOn(open, marker)) continue;
    OpenList& list = open.back();
    const std::u32string_view between = std::u32string_view(prose.text).substr(
        list.last.at + 2, marker.at - list.last.at - 2);
    const bool certain = marker.number >= list.last.number && !IsElided(between) &&
                         !StandsOtherwise(between, list.last.number + 1);
    if (certain && !list.faulty) SayBroken(prose, list, marker, out);
    if (certain) list.faulty = true;
    list.last = marker;
  }
}

namespace {

// （一） -> 1; 0 where it is no such number.
int BracketNumber(const std::string& number) {
  const std::u32string folded = DecodeUtf8(FoldTight(number));
  std::size_t at = 0;
  if (!StandsAt(folded, at, U"(")) return 0;
  ++at;
  const int value = ReadNumeral(folded, at);
  return StandsAt(folded, at, U")") ? value : 0;
}

int SectionNumber(const std::string& number) {
  const std::u32string folded = DecodeUtf8(FoldTight(number));
  std::size_t at = 0;
  const int value = ReadNumeral(folded, at);
  return at == folded.size() ? value : 0;
}

// A heading that the reader did not take for one still stands in the text.
bool StandsInText(std::u32string_view text, int n) {
  return text.find(U"(" + Numeral(n) + U")") != text.npos ||
         text.find(Numeral(n) + U")") != text.npos || text.find(U"(" + Numeral(n)) != text.npos;
}

void CheckParts(const Section& section, std::size_t index, Findings& out) {
  const std::u32string text = DecodeUtf8(FoldTight(section.text));
  std::map<int, bool> stands;  // looked for once a number
  const auto is_in_text = [&](int n) {
    const auto [it, added] = stands.try_emplace(n, false);
    if (added) it->second = StandsInText(text, n);
    return it->second;
  };
  const bool elided = IsElided(text);
  int last = 0;
  for (const Part& part : section.parts) {
    const int number = BracketNumber(part.number);
    if (number == 0) continue;
    const bool skipped = last > 0 && number > last + 1 && !is_in_text(last + 1);
    const bool repeated = last > 0 && number == last && number > 1;
    if ((skipped || repeated) && !elided) {
      out.found.push_back(MakeFinding(
          repeated ? "text.numbering.repeated" : "text.numbering.skipped",
          "/sections/" + std::to_string(index) + "/text", "（" + Written(number) + "）",
          "（" + Written(last + 1) + "）", part.number + part.heading));
    }
    last = number;
  }
}

// The numbers 一 to 六 stand for sections that the forms since 2019 demand; where one of those is
// missing, section.missing says so, and its number is no slip.
bool LacksSection(const Report& report) {
  constexpr auto kDemanded = std::to_array<std::string_view>(
      {"overview", "active_disclosure", "applications", "review_litigation", "problems",
       "other_matters"});
  return std::any_of(kDemanded.begin(), kDemanded.end(), [&](std::string_view key) {
    return std::none_of(report.sections.begin(), report.sections.end(),
                        [&](const Section& section) { return section.key == key; });
  });
}

// Between two sections: a number that is skipped or repeated though no section is missing.
void CheckSections(const Report& report, Findings& out) {
  const bool lacks = LacksSection(report);
  int last = 0;
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const Section& section = report.sections[i];
    const int number = SectionNumber(section.number);
    if (number == 0) continue;
    const bool repeated = last > 1 && number == last;
    const bool skipped = last > 0 && number > last + 1 && !lacks;
    if (repeated || skipped) {
      out.found.push_back(MakeFinding(
          repeated ? "text.numbering.repeated" : "text.numbering.skipped",
          "/sections/" + std::to_string(i), Written(number) + "、", Written(last + 1) + "、",
          section.number + "、" + section.heading));
    }
    last = number;
  }
}

}  // namespace

void FindBrokenParts(const Report& report, Findings& out) {
  for (std::size_t i = 0; i < report.sections.size(); ++i) CheckParts(report.sections[i], i, out);
  CheckSections(report, out);
}

}  // namespace gongkai
