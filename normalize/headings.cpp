// A heading is recognised by its meaning: it names what its section must name, and hardly anything
// that the vocabulary of headings does not hold. Both are tables of words.
#include "normalize/headings.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "normalize/chinese_number.h"
#include "normalize/headings_words.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// The longest heading that is certain: 因政府信息公开工作被申请行政复议、提起行政诉讼情况 has 26
// characters, and an organ's or a year's name may stand before it.
constexpr std::size_t kLongestStrong = 40;
// A line of this length can be a heading as a whole; a longer one is a sentence.
constexpr std::size_t kLongestLine = 45;

constexpr std::array<std::string_view, 6> kFormKeys{"overview",     "active_disclosure",
                                                    "applications", "review_litigation",
                                                    "problems",     "other_matters"};

bool IsConnective(char32_t c) {
  return c == U'及' || c == U'和' || c == U'与' || c == U'、' || c == U'以' || c == ')';
}
bool IsStop(char32_t c) { return c == U'。' || c == ':' || c == ';' || c == '!'; }

// Instructions of the form that were left in behind the words: 总体情况(宋体加粗小四号字).
Words WithoutBracket(Words words) {
  if (words.empty() || words.back() != ')') return words;
  const std::size_t open = words.rfind('(');
  return open == Words::npos || open == 0 ? words : words.substr(0, open);
}

// How many characters of the words belong to no word of the vocabulary of headings.
std::size_t CountStrange(Words words) {
  std::size_t strange = 0;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t length = LongestHeadingWord(words.substr(i));
    strange += length == 0 ? 1 : 0;
    i += length == 0 ? 1 : length;
  }
  return strange;
}

bool Names(const HeadingRow& row, Words words, int number) {
  const auto any = [words](const std::vector<Words>& of) {
    return std::any_of(of.begin(), of.end(), [words](Words w) { return Contains(words, w); });
  };
  if (row.only_number != 0 && row.only_number != number) return false;
  return any(row.one_of) && (row.and_one_of.empty() || any(row.and_one_of)) && !any(row.none_of);
}

// What follows such a head after a space or a year is text.
bool EndsAsHeading(Words words) {
  constexpr std::array<Words, 14> kEnds{U"情况", U"概述",   U"概况", U"事项", U"措施",
                                        U"问题", U"统计表", U"打算", U"方面", U"附表",
                                        U"计划", U"不足",   U"内容", U"方向"};
  return std::any_of(kEnds.begin(), kEnds.end(), [words](Words w) { return words.ends_with(w); });
}

bool OpensYear(Words text) {
  return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, IsDigit);
}

// Does the text [i, ...) look like something behind a heading?
bool MayCutAt(const CompactText& line, std::size_t i, Words head) {
  const char32_t c = line.text[i];
  if (IsStop(c)) return true;
  if (!EndsAsHeading(head) || IsConnective(c)) return false;
  const Words rest = Words(line.text).substr(i);
  return c == ',' || c == '[' || c == '.' || c == U'…' || c == U'·' || line.GapBefore(i) ||
         OpensYear(rest) || (c == '(' && rest.size() > 1 && IsChineseNumeral(rest[1]));
}

// The first place where the words are a strong heading and text begins; 0 where there is none.
std::size_t FindStrongCut(const CompactText& line, const HeadingNumber& number) {
  const std::size_t limit = std::min(line.text.size(), number.end + kLongestStrong);
  for (std::size_t i = number.end + 2; i < limit; ++i) {
    const Words head = Words(line.text).substr(number.end, i - number.end);
    if (MayCutAt(line, i, head) && MatchHeading(head, number.value).fit == HeadingFit::kStrong) {
      return i;
    }
  }
  return 0;
}

std::size_t SkipStops(const CompactText& line, std::size_t at) {
  while (at < line.text.size() && (IsStop(line.text[at]) || line.text[at] == ',')) ++at;
  return at;
}

// Where the words end that open no strong heading: a short line is one as a whole, a longer one up
// to its first stop if that comes early.
std::size_t FindPlainEnd(const CompactText& line, std::size_t begin) {
  const Words text(line.text);
  const std::size_t stop = std::min(text.find_first_of(U"。;!", begin), text.size());
  if (stop + 1 >= text.size()) return stop - begin <= kLongestLine ? stop : begin;
  return stop - begin <= kLongestLine / 2 ? stop : begin;
}

}  // namespace

HeadingMatch MatchHeading(Words words, int number) {
  words = WithoutBracket(words);
  while (!words.empty() && (IsStop(words.back()) || words.back() == ',')) words.remove_suffix(1);
  if (words.empty() || IsTableRowLabel(words)) return {};
  const HeadingRow* best = nullptr;
  for (const HeadingRow& row : HeadingRows()) {
    if (!Names(row, words, number)) continue;
    const bool hinted = number != 0 && FormNumber(row.key) == number;
    if (best == nullptr || (hinted && FormNumber(best->key) != number)) best = &row;
  }
  if (best == nullptr) return {};
  const std::size_t allowed = words.size() < 8 ? 0 : words.size() < 16 ? 1 : 2;
  const bool strong = words.size() <= kLongestStrong && CountStrange(words) <= allowed;
  return {best->key, strong ? HeadingFit::kStrong : HeadingFit::kWeak};
}

bool IsTableRowLabel(Words words) {
  return ContainsAny(words, {U"本年新收", U"上年结转", U"结转下年", U"年度办理结果", U"结转到下"});
}

int FormNumber(std::string_view key) {
  const auto found = std::find(kFormKeys.begin(), kFormKeys.end(), key);
  return found == kFormKeys.end() ? 0 : static_cast<int>(found - kFormKeys.begin()) + 1;
}

std::string_view FormKey(int number) {
  if (number < 1 || number > static_cast<int>(kFormKeys.size())) return "unknown";
  return kFormKeys[static_cast<std::size_t>(number - 1)];
}

Heading ReadHeading(const CompactText& line, std::size_t begin) {
  Heading heading;
  heading.number = ParseHeadingNumber(line, begin);
  heading.begin = heading.end = heading.rest = heading.number.end;
  const Words words = Words(line.text).substr(heading.begin);
  if (words.empty()) {
    heading.short_line = true;
    return heading;
  }
  if (const std::size_t cut = FindStrongCut(line, heading.number)) {
    heading.end = cut;
  } else {
    heading.end = FindPlainEnd(line, heading.begin);
  }
  heading.rest = heading.end > heading.begin ? SkipStops(line, heading.end) : heading.begin;
  const Words head = words.substr(0, heading.Length());
  heading.match = MatchHeading(head, heading.number.value);
  heading.short_line = heading.rest == line.text.size();
  heading.ends_as_heading = EndsAsHeading(head);
  return heading;
}

}  // namespace gongkai
