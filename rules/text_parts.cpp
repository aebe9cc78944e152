// 全文由……六部分组成: is that as many as it names? What joins two names (、, 和, 及) also stands within
// the names of the form (行政复议、行政诉讼; 问题及改进), so those are taken out first, and what is then
// left in doubt is counted both ways.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "model/unicode.h"
#include "normalize/chinese_number.h"
#include "rules/catalogue.h"
#include "rules/text_slips.h"

namespace gongkai {
namespace {

// Names of parts that hold a joint of their own, and where it is.
constexpr auto kInner = std::to_array<std::u32string_view>({
    U"收到和处理", U"复议、行政诉讼", U"复议、提起", U"复议和", U"复议及", U"复议、诉讼", U"复议与",
    U"诉讼和", U"诉讼及", U"诉讼、", U"问题及", U"问题和", U"问题、改进", U"问题与", U"不足及",
    U"不足和", U"打算和", U"收费及", U"收费和", U"收费、减免", U"费用及", U"整改及", U"事项和",
    U"事项及", U"机构和", U"机构、", U"说明的事项与", U"接收和处理", U"受理和处理", U"收到及处理",
    U"申请和", U"举报和", U"投诉和", U"费用和", U"人员和", U"内容和",
});

struct Range {
  int least = 0, most = 0;
};

std::u32string WithoutInner(std::u32string text) {
  for (const std::u32string_view inner : kInner) {
    for (auto at = text.find(inner); at != text.npos; at = text.find(inner, at)) {
      const std::size_t joint = text.find_first_of(U"、和及与", at);
      text.erase(joint, 1);
    }
  }
  return text;
}

// The last words of such names. What stands between two joints and does not end like one may be a
// piece of the next name: 机构设置、保障经费和培训会议情况.
constexpr auto kLastWords = std::to_array<std::u32string_view>(
    {U"情况", U"事项", U"措施", U"打算", U"计划", U"概述", U"附表", U"统计表", U"格式", U"问题",
     U"安排", U"方面"});

// How many names a list holds: at least those that end like one, at most one a joint.
Range CountNames(std::u32string_view list) {
  Range range;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find_first_of(U",;、和及与", begin), list.size());
    const std::u32string_view piece = list.substr(begin, end - begin);
    begin = end + 1;
    if (piece.empty() || piece == U"以") continue;  // 、以及
    ++range.most;
    const bool whole = std::any_of(kLastWords.begin(), kLastWords.end(),
                                   [&](std::u32string_view word) { return piece.ends_with(word); });
    if (whole || end == list.size()) ++range.least;
  }
  return range;
}

struct Statement {
  std::size_t begin, end;  // of the list with its number, in the text
  std::u32string list;
  int number;
  bool open;  // 等 stands before the number: more may be meant than is named
};

// The number that ends at `at`, and where it begins.
std::optional<std::pair<int, std::size_t>> NumberBefore(std::u32string_view text, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && at - from < 2 &&
         (IsOneOf(text[from - 1], U"一二三四五六七八九十") ||
          (text[from - 1] >= U'0' && text[from - 1] <= U'9'))) {
    --from;
  }
  if (from == at) return std::nullopt;
  int value = 0;
  for (const char32_t c : text.substr(from, at - from)) {
    if (c < U'0' || c > U'9') {
      const auto chinese = ParseChineseNumber(text.substr(from, at - from));
      if (!chinese) return std::nullopt;
      return std::pair(static_cast<int>(*chinese), from);
    }
    value = value * 10 + static_cast<int>(c - U'0');
  }
  return std::pair(value, from);
}

// Where the list before `end` begins: behind 包括, 由 or 分为 of the same sentence.
std::optional<std::size_t> FindListBegin(std::u32string_view text, std::size_t end) {
  constexpr auto kOpeners = std::to_array<std::u32string_view>(
      {U"内容包括", U"主要包括", U"包括", U"包含", U"分为", U"由"});
  constexpr std::size_t kFarthest = 400;  // characters; the names of ten parts are 200
  std::size_t sentence = end;
  while (sentence > 0 && end - sentence < kFarthest && !IsOneOf(text[sentence - 1], U"。\n")) {
    --sentence;
  }
  for (const std::u32string_view opener : kOpeners) {
    const auto found = text.substr(sentence, end - sentence).find(opener);
    if (found == text.npos) continue;
    std::size_t begin = sentence + found + opener.size();
    if (begin < end && IsOneOf(text[begin], U":了")) ++begin;
    return begin;
  }
  return std::nullopt;
}

std::vector<Statement> FindStatements(std::u32string_view text) {
  constexpr std::size_t kMost = 8;  // a report says it once, rarely twice
  std::vector<Statement> found;
  for (auto at = text.find(U"部分"); at != text.npos && found.size() < kMost;
       at = text.find(U"部分", at + 1)) {
    std::size_t behind_number = at;
    if (behind_number > 0 && text[behind_number - 1] == U'个') --behind_number;
    const auto number = NumberBefore(text, behind_number);
    if (!number || number->first < 2 || number->second == 0) continue;
    std::size_t end = number->second;
    const bool open = text[end - 1] == U'等';
    if (open) --end;
    if (end > 0 && text[end - 1] == U'共') --end;
    if (end > 0 && IsOneOf(text[end - 1], U",、")) --end;
    const auto begin = FindListBegin(text, end);
    if (!begin || *begin >= end) continue;
    found.push_back({*begin, at + 2, std::u32string(text.substr(*begin, end - *begin)),
                     number->first, open});
  }
  return found;
}

int NumberedSections(const Report& report) {
  return static_cast<int>(std::count_if(report.sections.begin(), report.sections.end(),
                                        [](const Section& s) { return !s.number.empty(); }));
}

// As many as are named, where that is another number than is said; nothing where it may be the
// same.
std::optional<int> CountOthers(const Report& report, const Statement& said) {
  if (IsElided(said.list) || said.list.find(U'(') != said.list.npos) return std::nullopt;
  const Range named = CountNames(WithoutInner(said.list));
  if (said.number >= named.least && said.number <= named.most) return std::nullopt;
  const int count = said.number < named.least ? named.least : named.most;
  // 等六个部分 with five named may leave one out; not where the report itself has five.
  const bool five = said.number == count + 1 && NumberedSections(report) == count;
  const bool left_out = said.open && said.number > count && !five;
  return count < 2 || left_out ? std::nullopt : std::optional(count);
}

}  // namespace

void FindMiscountedParts(const Report& report, const SectionText& prose, Findings& out) {
  for (const Statement& said : FindStatements(prose.text)) {
    const auto count = CountOthers(report, said);
    if (!count) continue;
    Finding finding = NewFinding("text.numbering");
    finding.message = "text.numbering.parts";
    finding.at = {prose.pointer};
    finding.expected = Decimal(*count);
    finding.actual = Decimal(said.number);
    finding.details = {{"named", std::to_string(*count)},
                       {"said", std::to_string(said.number)},
                       {"quote", Quote(prose, said.begin, said.end)}};
    out.found.push_back(std::move(finding));
  }
}

}  // namespace gongkai
