#include "corpus/text_tokens.h"

#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kChineseDigits = U"〇○零一二三四五六七八九十百千万亿两";
constexpr std::u32string_view kCircles = U"〇○";
constexpr std::u32string_view kScales = U"百千万亿";
constexpr std::u32string_view kPercents = U"%‰％";
// What stands behind a number in reports. A numeral before anything else may be a word's part: 统一.
constexpr std::u32string_view kMeasures = U"年月日件条项次个份篇期场人家户宗起元亿万级类批";
constexpr std::u32string_view kSentenceStops = U"。！？；!?;";
constexpr std::u32string_view kStops = U"，、：,:（）()《》“”…—";
// Four numerals are a year or an amount: 二零二三.
constexpr std::size_t kSurelyNumber = 4;

bool IsOf(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

bool IsDigit(char32_t c) {
  const char32_t folded = FoldCharacter(c);
  return folded >= '0' && folded <= '9';
}

bool IsLetter(char32_t c) {
  const char32_t folded = FoldCharacter(c);
  const bool latin = (folded >= 'a' && folded <= 'z') || (folded >= 'A' && folded <= 'Z');
  return latin || (c >= 0xC0 && c <= 0x24F);
}

// The end of what `holds` from `at` on.
template <typename Holds>
std::size_t EndOf(std::u32string_view text, std::size_t at, const Holds& holds) {
  while (at < text.size() && holds(text[at])) ++at;
  return at;
}

// 1,234.5万 and 98.6%: a separator belongs to a number only where a digit follows.
std::size_t EndOfDigits(std::u32string_view text, std::size_t at) {
  for (;;) {
    at = EndOf(text, at, IsDigit);
    const bool separated = at + 1 < text.size() && IsOf(U",.．", text[at]) && IsDigit(text[at + 1]);
    if (!separated) break;
    ++at;
  }
  at = EndOf(text, at, [](char32_t c) { return IsOf(kScales, c); });
  return at < text.size() && IsOf(kPercents, text[at]) ? at + 1 : at;
}

// The end of a number in Chinese numerals; `at` where they are none.
std::size_t EndOfNumerals(std::u32string_view text, std::size_t at) {
  const auto end = EndOf(text, at, [](char32_t c) { return IsOf(kChineseDigits, c); });
  if (end == at) return at;
  const std::u32string_view run = text.substr(at, end - at);
  const bool sure = run.size() >= kSurelyNumber || run.find_first_of(kCircles) != run.npos;
  const bool counted = end < text.size() && IsOf(kMeasures, text[end]);
  return sure || counted ? end : at;
}

TextToken TokenAt(std::u32string_view text, std::size_t at) {
  if (IsDigit(text[at])) return {TokenKind::kNumber, at, EndOfDigits(text, at)};
  if (const auto end = EndOfNumerals(text, at); end > at) return {TokenKind::kNumber, at, end};
  if (IsLetter(text[at])) return {TokenKind::kWord, at, EndOf(text, at, IsLetter)};
  if (IsSpace(text[at])) return {TokenKind::kSpace, at, EndOf(text, at, IsSpace)};
  return {IsHan(text[at]) ? TokenKind::kHan : TokenKind::kSign, at, at + 1};
}

}  // namespace

std::vector<TextToken> FindTokens(std::u32string_view text) {
  std::vector<TextToken> tokens;
  tokens.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); at = tokens.back().end) {
    tokens.push_back(TokenAt(text, at));
  }
  return tokens;
}

int StopRank(char32_t c) { return IsOf(kSentenceStops, c) ? 2 : IsOf(kStops, c) ? 1 : 0; }

}  // namespace gongkai
