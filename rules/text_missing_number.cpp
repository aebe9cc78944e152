// A measure word without its number (公开核准企业资质条) and a number without its unit in a list whose
// other items have theirs (回应关切类5条、新闻发布会类2、政策解读类15条).
#include <algorithm>
#include <array>

#include "model/unicode.h"
#include "rules/catalogue.h"
#include "rules/text_slips.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kMeasures = U"条件份次个项起篇期场宗";
constexpr std::u32string_view kSeparators = U",;、";
constexpr std::u32string_view kEnds = U"。!?\n()";

// What is counted in these reports. With a measure word behind it and nothing else it lacks a
// number: of those measures with which it makes no word of its own (公示期, 解读篇, 投诉件, 提起).
constexpr auto kCounted = std::to_array<std::u32string_view>(
    {U"信息", U"申请", U"提案", U"建议", U"资质", U"许可", U"处罚", U"复议", U"诉讼", U"培训",
     U"会议", U"文件", U"公告", U"公示", U"通知", U"简报", U"报道", U"动态", U"稿件", U"解读",
     U"回复", U"留言", U"咨询", U"举报", U"投诉", U"案件", U"材料", U"资料", U"微博", U"微信",
     U"视频", U"决定", U"规章", U"强制", U"政策"});
constexpr std::u32string_view kPlainMeasures = U"条份次宗";

// Behind these the measure word lacks its number whatever is counted.
constexpr auto kTotals =
    std::to_array<std::u32string_view>({U"共计", U"累计", U"合计", U"总计"});

// Before a number that is no count: 附件2、 第2、 表2、 2至3.
constexpr std::u32string_view kNoLabel = U"第件表图号章节款至到约为是别近达超占-~./";

// One clause of a list: its label, its number and its unit, whichever of them it has.
struct Item {
  std::size_t begin = 0, end = 0;
  std::size_t label_end = 0, number_end = 0;
  bool has_number = false, has_unit = false;
  char32_t behind = 0;  // what ends it; 0 at the end of the text
};

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Number and unit at the end of a clause: 政策文件12条, 动态2, 稿件12篇次.
Item ReadItem(std::u32string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestUnit = 2;  // 人次, 件次
  Item item{begin, end, end, end, false, false, end < text.size() ? text[end] : char32_t{0}};
  std::size_t number_end = end;
  for (std::size_t i = 0; i < kLongestUnit && number_end > begin; ++i) {
    if (!IsOneOf(text[number_end - 1], kMeasures) && text[number_end - 1] != U'人') break;
    --number_end;
  }
  std::size_t digits = number_end;
  while (digits > begin && IsDigit(text[digits - 1])) --digits;
  item.has_number = digits < number_end;
  item.has_unit = number_end < end;
  item.label_end = item.has_number ? digits : number_end;
  item.number_end = number_end;
  return item;
}

// The clauses of the text, a sentence's one after the other; a share behind a number (占4.61%) is
// left out.
std::vector<Item> ReadItems(std::u32string_view text) {
  std::vector<Item> items;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !IsOneOf(text[end], kSeparators) && !IsOneOf(text[end], kEnds)) {
      ++end;
    }
    if (text[begin] != U'占') items.push_back(ReadItem(text, begin, end));
    begin = end + 1;
  }
  return items;
}

// Is there a word of its own before the number?
bool HasLabel(std::u32string_view text, const Item& item) {
  constexpr std::size_t kShortest = 2;
  if (item.label_end - item.begin < kShortest) return false;
  const char32_t last = text[item.label_end - 1];
  return (IsHan(last) || last == U'"') && !IsOneOf(last, kNoLabel);
}

bool IsWhole(std::u32string_view text, const Item& item) {
  return item.has_number && item.has_unit && HasLabel(text, item);
}

bool LacksUnit(std::u32string_view text, const Item& item) {
  constexpr std::size_t kLongestCount = 3;  // digits; four are rather a year or a cut number
  return item.has_number && !item.has_unit && HasLabel(text, item) &&
         item.number_end - item.label_end <= kLongestCount;
}

// Do the clauses around it count with units? (A unit may be shared by what is behind: 线下1、线上1次; so
// the one before has to have its own, and the one behind as well; the last of a list has two before
// it.)
bool StandsAmongWhole(std::u32string_view text, const std::vector<Item>& items, std::size_t i) {
  if (i == 0 || !IsOneOf(items[i - 1].behind, kSeparators) || !IsWhole(text, items[i - 1])) {
    return false;
  }
  if (IsOneOf(items[i].behind, kSeparators)) {
    return i + 1 < items.size() && IsWhole(text, items[i + 1]);
  }
  return i >= 2 && IsOneOf(items[i - 2].behind, kSeparators) && IsWhole(text, items[i - 2]) &&
         items[i].behind != U'(' && items[i].behind != U')';
}

bool EndsWithAny(std::u32string_view label, std::span<const std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return label.ends_with(word); });
}

bool HasNoNumber(std::u32string_view label) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百千两几每逐多数半";
  return std::none_of(label.begin(), label.end(),
                      [](char32_t c) { return IsDigit(c) || IsOneOf(c, kNumerals); });
}

bool LacksNumber(std::u32string_view text, const std::vector<Item>& items, std::size_t i) {
  const Item& item = items[i];
  if (item.has_number || !item.has_unit || item.behind == U'(') return false;
  const std::u32string_view label = text.substr(item.begin, item.label_end - item.begin);
  if (item.end - item.label_end != 1 || !HasNoNumber(label)) return false;
  if (label.find(U'未') != label.npos || label.find(U'无') != label.npos) return false;
  const char32_t measure = text[item.label_end];
  if (EndsWithAny(label, kTotals)) return IsOneOf(measure, U"条件份");
  if (!EndsWithAny(label, kCounted)) return false;
  const auto same = [&](std::size_t k) {
    return IsWhole(text, items[k]) && text[items[k].number_end] == measure;
  };
  const bool sibling = (i > 0 && same(i - 1)) || (i + 1 < items.size() && same(i + 1));
  return sibling || IsOneOf(measure, kPlainMeasures);
}

}  // namespace

void FindMissingNumbers(const SectionText& prose, Findings& out) {
  const std::vector<Item> items = ReadItems(prose.text);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool number = LacksNumber(prose.text, items, i);
    const bool unit = !number && LacksUnit(prose.text, items[i]) &&
                      StandsAmongWhole(prose.text, items, i);
    if (!number && !unit) continue;
    Finding finding = NewFinding("text.missing_number");
    if (unit) finding.message = "text.missing_number.unit";
    finding.at = {prose.pointer};
    finding.details = {{"quote", Quote(prose, items[i].begin, items[i].end)}};
    out.found.push_back(std::move(finding));
  }
}

}  // namespace gongkai
