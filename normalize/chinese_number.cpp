#include "normalize/chinese_number.h"

#include <array>

#include "model/unicode.h"

namespace gongkai {
namespace {

struct Numeral {
  char32_t sign;
  int value;
};

constexpr std::array<Numeral, 12> kDigits{{{U'〇', 0},
                                           {U'零', 0},
                                           {U'一', 1},
                                           {U'二', 2},
                                           {U'两', 2},
                                           {U'三', 3},
                                           {U'四', 4},
                                           {U'五', 5},
                                           {U'六', 6},
                                           {U'七', 7},
                                           {U'八', 8},
                                           {U'九', 9}}};
constexpr std::array<Numeral, 3> kUnits{{{U'十', 10}, {U'百', 100}, {U'千', 1000}}};

int DigitOf(char32_t c) {
  if (c == U'○' || c == U'Ｏ') return 0;  // signs that stand in for 〇
  for (const Numeral& digit : kDigits) {
    if (digit.sign == c) return digit.value;
  }
  return -1;
}

int UnitOf(char32_t c) {
  for (const Numeral& unit : kUnits) {
    if (unit.sign == c) return unit.value;
  }
  return 0;
}

// 1 to 9999. A digit needs its unit, except the last one after 十 or 零.
std::optional<std::int64_t> ParseBelowMyriad(std::u32string_view text, bool leading_zero) {
  std::int64_t sum = 0;
  int above = 10000;         // the unit before
  bool zero = leading_zero;  // 零 stands right before
  for (std::size_t i = 0; i < text.size(); ++i) {
    int digit = DigitOf(text[i]);
    if (digit == 0) {
      if (zero || i + 1 == text.size()) return std::nullopt;
      zero = true;
      continue;
    }
    if (digit > 0) {
      if (i + 1 == text.size()) {
        const bool placed = above == 10 ? !zero : above == 10000 || zero;
        return placed ? std::optional(sum + digit) : std::nullopt;
      }
      ++i;
    } else if (text[i] == U'十') {
      digit = 1;  // 十二; also 一百十二
    } else {
      return std::nullopt;
    }
    const int unit = UnitOf(text[i]);
    if (unit == 0 || unit >= above) return std::nullopt;
    sum += std::int64_t{digit} * unit;
    above = unit;
    zero = false;
  }
  return sum > 0 ? std::optional(sum) : std::nullopt;
}

std::optional<std::int64_t> ParseDigits(std::u32string_view text) {
  if (text.size() > 9) return std::nullopt;
  std::int64_t value = 0;
  for (const char32_t c : text) {
    const int digit = DigitOf(c);
    if (digit < 0 || (c == U'两' && text.size() > 1)) return std::nullopt;
    value = value * 10 + digit;
  }
  return value;
}

// The part before 亿 or 万, in that unit, and what follows it.
std::optional<std::int64_t> ParseGroups(std::u32string_view text) {
  constexpr std::array<std::pair<char32_t, std::int64_t>, 2> kGroups{
      {{U'亿', 100000000}, {U'万', 10000}}};
  std::int64_t sum = 0;
  bool leading_zero = false;
  for (const auto& [sign, size] : kGroups) {
    const std::size_t at = text.find(sign);
    if (at == std::u32string_view::npos) continue;
    const auto group = ParseBelowMyriad(text.substr(0, at), leading_zero);
    if (!group) return std::nullopt;
    sum += *group * size;
    text.remove_prefix(at + 1);
    if (text.empty()) return sum;
    // 一万二 may be 10002 or 12000.
    if (text.size() == 1) return std::nullopt;
    leading_zero = DigitOf(text.front()) == 0;
    if (leading_zero) text.remove_prefix(1);
  }
  const auto rest = ParseBelowMyriad(text, leading_zero);
  return rest ? std::optional(sum + *rest) : std::nullopt;
}

}  // namespace

bool IsChineseNumeral(char32_t c) {
  return DigitOf(c) >= 0 || UnitOf(c) > 0 || c == U'万' || c == U'亿';
}

std::optional<std::int64_t> ParseChineseNumber(std::u32string_view text) {
  if (text.empty()) return std::nullopt;
  if (const auto digits = ParseDigits(text)) return digits;
  return ParseGroups(text);
}

std::optional<std::int64_t> ParseChineseNumber(std::string_view utf8) {
  return ParseChineseNumber(DecodeUtf8(utf8));
}

}  // namespace gongkai
