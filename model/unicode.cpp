#include "model/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gongkai {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Signs that writers of reports use for one another, beside the full-width forms of ASCII.
constexpr auto kFolds = std::to_array<std::pair<char32_t, char32_t>>({
    {0x3000, ' '},  {0x00A0, ' '},  {0x2010, '-'}, {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'},
    {0x2014, '-'},  {0x2015, '-'},  {0x2212, '-'}, {0x2500, '-'}, {0x2501, '-'}, {0x201C, '"'},
    {0x201D, '"'},  {0x2018, '\''}, {0x2019, '\''}, {0x2215, '/'}, {0x2044, '/'}, {0x3014, '['},
    {0x3015, ']'},  {0xFE5D, '['},  {0xFE5E, ']'}, {0xFE59, '('}, {0xFE5A, ')'}, {0x2236, ':'},
    {0xFE55, ':'},  {0xFE63, '-'},
});

// The length of the sequence that `lead` opens, or 0.
int SequenceLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// Reads one code point at `at` and moves past it; kReplacement and one byte on a broken sequence.
char32_t Next(std::string_view text, std::size_t& at, bool& valid) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const int length = SequenceLength(lead);
  if (length == 1) {
    ++at;
    return lead;
  }
  char32_t c = lead & (0xFF >> (length + 1));
  bool good = length != 0 && at + static_cast<std::size_t>(length) <= text.size();
  for (int i = 1; good && i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
    good = (next & 0xC0) == 0x80;
    c = (c << 6) | (next & 0x3F);
  }
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  good = good && c >= kLeast[static_cast<std::size_t>(length)] && c <= 0x10FFFF &&
         (c < 0xD800 || c > 0xDFFF);
  at += good ? static_cast<std::size_t>(length) : 1;
  valid = valid && good;
  return good ? c : kReplacement;
}

void Append(std::string& out, char32_t c) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

}  // namespace

std::u32string DecodeUtf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  bool valid = true;
  for (std::size_t at = 0; at < text.size();) out.push_back(Next(text, at, valid));
  return out;
}

std::string EncodeUtf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) Append(out, c);
  return out;
}

bool IsValidUtf8(std::string_view text) {
  bool valid = true;
  for (std::size_t at = 0; valid && at < text.size();) Next(text, at, valid);
  return valid;
}

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000 ||
         c == 0xFEFF;
}

bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF);
}

bool IsWide(char32_t c) {
  return IsHan(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) ||
         c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0x2014 || c == 0x2026;
}

char32_t FoldCharacter(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + '!';
  if (c < 0x80) return IsSpace(c) ? U' ' : c;
  if (IsSpace(c)) return ' ';
  const auto fold = std::find_if(kFolds.begin(), kFolds.end(),
                                 [c](const auto& entry) { return entry.first == c; });
  return fold == kFolds.end() ? c : fold->second;
}

std::string Fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool valid = true;
  for (std::size_t at = 0; at < text.size();) Append(out, FoldCharacter(Next(text, at, valid)));
  return out;
}

std::string FoldTight(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool valid = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = FoldCharacter(Next(text, at, valid));
    if (c != ' ') Append(out, c);
  }
  return out;
}

std::string Trim(std::string_view text) {
  const std::u32string decoded = DecodeUtf8(text);
  const auto first = std::find_if_not(decoded.begin(), decoded.end(), IsSpace);
  const auto last = std::find_if_not(decoded.rbegin(), std::make_reverse_iterator(first), IsSpace);
  return EncodeUtf8({first, last.base()});
}

std::string WithoutSpaces(std::string_view text) {
  std::u32string decoded = DecodeUtf8(text);
  std::erase_if(decoded, IsSpace);
  return EncodeUtf8(decoded);
}

}  // namespace gongkai
