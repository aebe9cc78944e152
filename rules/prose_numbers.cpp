#include "rules/prose_numbers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <re2/re2.h>

#include "model/unicode.h"
#include "normalize/chinese_number.h"

namespace gongkai {
namespace {

struct Patterns {
  // A number, what makes it round, its myriads, and its unit.
  re2::RE2 number{
      "([0-9][0-9,. ]*|[〇零一二两三四五六七八九十百千]+)(余|多|几|来)?(亿|万|千|百)?(余|多|来)?"
      "(件次|人次|条次|万元|亿元|元|件|条|次|份|宗|项|起|个|例|笔|篇|期|场|部|封|%|个百分点)"};
};

const Patterns& Pattern() {
  static const Patterns kPatterns;
  return kPatterns;
}

// Also 一万二千件, of which only the tail is matched.
constexpr auto kRounding = std::to_array<std::string_view>(
    {"超过", "超", "将近", "接近", "近", "约", "逾", "不足", "不到", "至少", "至多", "最多", "万", "亿", "点"});
constexpr auto kRoundingBehind =
    std::to_array<std::string_view>({"以上", "左右", "以内", "以下", "上下", "多", "余"});
// Before a number, these make it a name of something and no quantity: 第3次, 每件, 同一件.
constexpr auto kNaming = std::to_array<std::string_view>(
    {"第", "每", "某", "同", "这", "任", "逐", "唯", "之", "统", "专", "首", "前"});

template <typename Words>
std::size_t EndsWith(std::string_view text, const Words& words) {
  for (const std::string_view word : words) {
    if (text.ends_with(word)) return word.size();
  }
  return 0;
}

template <typename Words>
std::size_t StartsWith(std::string_view text, const Words& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

struct Digits {
  Decimal value;
  int places = 0;
  bool sure = true;
};

// 1,300 where the comma is a thousands separator for certain: an ASCII one, with groups of three.
bool AreThousands(const Prose& prose, std::size_t begin, std::string_view digits) {
  std::size_t last = digits.find('.') == digits.npos ? digits.size() : digits.find('.');
  for (std::size_t at = digits.find(','); at != digits.npos; at = digits.find(',', at + 1)) {
    const std::size_t next = std::min(digits.find(',', at + 1), last);
    if (at == 0 || at > 3 + digits.rfind(',', at - 1) + 1 || next != at + 4) return false;
    if (prose.original[prose.origin[begin + at]] != U',') return false;
  }
  return true;
}

std::optional<Digits> ParseArabic(const Prose& prose, std::size_t begin, std::string_view digits) {
  const bool sure = digits.find(' ') == digits.npos &&
                    (digits.find(',') == digits.npos || AreThousands(prose, begin, digits));
  std::string plain;
  for (const char c : digits) {
    if (c != ',' && c != ' ') plain += c;
  }
  const auto value = Decimal::Parse(plain);
  if (!value) return std::nullopt;
  const auto point = plain.find('.');
  const int places = point == plain.npos ? 0 : static_cast<int>(plain.size() - point - 1);
  return Digits{*value, places, sure};
}

int PowerOf(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, int>, 6> kPowers{
      {{"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}, {"亿元", 8}, {"万元", 4}}};
  const auto it = std::find_if(kPowers.begin(), kPowers.end(),
                               [&](const auto& power) { return power.first == word; });
  return it == kPowers.end() ? 0 : it->second;
}

struct Match {
  re2::StringPiece digits, round, myriad, round_behind, unit;
};

std::string_view View(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }

void SetKind(ProseNumber& number, std::string_view unit) {
  number.unit = unit;
  number.kind = unit.ends_with("元")                     ? UnitKind::kMoney
                : unit == "%" || unit == "个百分点" ? UnitKind::kPercent
                                                        : UnitKind::kCount;
}

// The whole number 百 and 千 of Chinese writings is part of the digits already: 一百件.
std::optional<Digits> ParseDigits(const Prose& prose, std::size_t begin, std::string_view text) {
  if (text[0] >= '0' && text[0] <= '9') return ParseArabic(prose, begin, text);
  const auto value = ParseChineseNumber(text);
  if (!value) return std::nullopt;
  return Digits{Decimal(*value), 0, true};
}

std::optional<ProseNumber> MakeNumber(const Prose& prose, Span span, const Match& match) {
  const std::string_view text = prose.text;
  ProseNumber number;
  number.span = {static_cast<std::size_t>(match.digits.data() - text.data()),
                 static_cast<std::size_t>(match.unit.data() + match.unit.size() - text.data())};
  const std::string_view before = text.substr(span.begin, number.span.begin - span.begin);
  const bool chinese = View(match.digits)[0] < '0' || View(match.digits)[0] > '9';
  if (EndsWith(before, kNaming) > 0) return std::nullopt;
  const auto digits = ParseDigits(prose, number.span.begin, View(match.digits));
  if (!digits) return std::nullopt;
  SetKind(number, View(match.unit));
  const int power = PowerOf(View(match.myriad)) +
                    (number.kind == UnitKind::kMoney ? PowerOf(View(match.unit)) : 0);
  const auto value = digits->value.TimesPowerOfTen(power);
  if (!value) return std::nullopt;
  number.value = *value;
  number.places = digits->places - power;
  const std::size_t rounding = EndsWith(before, kRounding);
  const std::size_t behind = StartsWith(text.substr(number.span.end), kRoundingBehind);
  number.exact = digits->sure && rounding == 0 && behind == 0 && match.round.empty() &&
                 match.round_behind.empty() &&
                 (number.kind == UnitKind::kMoney || power == 0);
  number.span.begin -= rounding;
  number.span.end += behind;
  // 一次性, 一项重要工作: a Chinese 一 that counts nothing.
  if (chinese && text.substr(number.span.end).starts_with("性")) return std::nullopt;
  return number;
}

}  // namespace

std::vector<ProseNumber> FindProseNumbers(const Prose& prose, Span span) {
  std::vector<ProseNumber> numbers;
  const std::string_view text = prose.text;
  re2::StringPiece rest(text.data() + span.begin, span.size());
  Match match;
  while (re2::RE2::FindAndConsume(&rest, Pattern().number, &match.digits, &match.round,
                                  &match.myriad, &match.round_behind, &match.unit)) {
    if (auto number = MakeNumber(prose, span, match)) numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace gongkai
