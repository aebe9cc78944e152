// The numbers of headings, in the writings that reports use side by side.
#include <optional>

#include "normalize/chinese_number.h"
#include "normalize/headings.h"

namespace gongkai {
namespace {

// No report has more parts; a longer run of numerals is a number in a sentence.
constexpr std::size_t kMostDigits = 3;
constexpr int kLargest = 99;

bool IsRowNumeral(char32_t c) {
  return IsChineseNumeral(c) && c != U'万' && c != U'百' && c != U'千';
}

std::size_t SkipNumerals(const CompactText& line, std::size_t at, bool (*is)(char32_t)) {
  const std::size_t begin = at;
  while (at < line.text.size() && at - begin < kMostDigits && is(line.text[at])) ++at;
  return at;
}

int ValueOf(const CompactText& line, std::size_t begin, std::size_t end) {
  const std::u32string_view digits = std::u32string_view(line.text).substr(begin, end - begin);
  if (digits.empty()) return 0;
  int value = 0;
  if (IsDigit(digits.front())) {
    for (const char32_t c : digits) value = value * 10 + static_cast<int>(c - '0');
  } else {
    value = static_cast<int>(ParseChineseNumber(digits).value_or(0));
  }
  return value <= kLargest ? value : 0;
}

bool IsSeparator(char32_t c) {
  return c == U'、' || c == '.' || c == ',' || c == ':' || c == U'，';
}

char32_t At(const CompactText& line, std::size_t i) {
  return i < line.text.size() ? line.text[i] : U'\0';
}

HeadingNumber Make(NumberStyle style, const CompactText& line, std::size_t digits,
                   std::size_t digits_end, std::size_t end) {
  HeadingNumber number{style, ValueOf(line, digits, digits_end), digits, digits_end, end};
  if (number.value == 0) return {NumberStyle::kNone, 0, digits, digits, digits};
  return number;
}

// （一） 一） (1)、 and ㈠
std::optional<HeadingNumber> ParseBracket(const CompactText& line, std::size_t begin) {
  constexpr char32_t kFirst = U'㈠', kLast = U'㈩';
  const char32_t first = At(line, begin);
  if (first >= kFirst && first <= kLast) {
    return HeadingNumber{NumberStyle::kBracket, static_cast<int>(first - kFirst) + 1, begin,
                         begin + 1, begin + 1};
  }
  const std::size_t digits = begin + (first == '(' || first == '[' ? 1 : 0);
  const bool arabic = IsDigit(At(line, digits));
  const std::size_t end = SkipNumerals(line, digits, arabic ? IsDigit : IsRowNumeral);
  if (end == digits || (At(line, end) != ')' && At(line, end) != ']')) return std::nullopt;
  std::size_t words = end + 1;
  if (At(line, words) == U'、' || At(line, words) == '.') ++words;
  return Make(arabic ? NumberStyle::kArabic : NumberStyle::kBracket, line, digits, end, words);
}

std::optional<HeadingNumber> ParsePart(const CompactText& line, std::size_t begin) {
  if (At(line, begin) != U'第') return std::nullopt;
  const std::size_t end = SkipNumerals(line, begin + 1, IsRowNumeral);
  if (end == begin + 1 || At(line, end) != U'部' || At(line, end + 1) != U'分') return std::nullopt;
  const std::size_t words = end + 2 + (IsSeparator(At(line, end + 2)) ? 1 : 0);
  return Make(NumberStyle::kPart, line, begin + 1, end, words);
}

}  // namespace

HeadingNumber ParseHeadingNumber(const CompactText& line, std::size_t begin) {
  const HeadingNumber none{NumberStyle::kNone, 0, begin, begin, begin};
  if (const auto bracket = ParseBracket(line, begin)) return *bracket;
  if (const auto part = ParsePart(line, begin)) return *part;
  if (At(line, begin) == U'、') return {NumberStyle::kLost, 0, begin, begin, begin + 1};
  const bool arabic = IsDigit(At(line, begin));
  const std::size_t end = SkipNumerals(line, begin, arabic ? IsDigit : IsRowNumeral);
  if (end == begin || end == line.text.size()) return none;
  if (IsSeparator(line.text[end])) {
    // 1.5 and 2,320 are numbers.
    if (arabic && line.text[end] != U'、' && IsDigit(At(line, end + 1))) return none;
    return Make(arabic ? NumberStyle::kArabic : NumberStyle::kComma, line, begin, end, end + 1);
  }
  if (!arabic && line.GapBefore(end)) return Make(NumberStyle::kComma, line, begin, end, end);
  return none;
}

}  // namespace gongkai
