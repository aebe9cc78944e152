#include "normalize/headings_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "model/unicode.h"

namespace gongkai {
namespace {

// Traditional characters that occur in titles, headings and the period's sentence; the last rows
// are signs that stand in for 、. Sorted.
constexpr auto kSimplified = [] {
  auto pairs = std::to_array<std::pair<char32_t, char32_t>>({
      {U'報', U'报'}, {U'開', U'开'}, {U'動', U'动'}, {U'請', U'请'}, {U'況', U'况'},
      {U'總', U'总'}, {U'體', U'体'}, {U'複', U'复'}, {U'復', U'复'}, {U'議', U'议'},
      {U'訟', U'讼'}, {U'訴', U'诉'}, {U'題', U'题'}, {U'進', U'进'}, {U'務', U'务'},
      {U'關', U'关'}, {U'處', U'处'}, {U'與', U'与'}, {U'項', U'项'}, {U'費', U'费'},
      {U'減', U'减'}, {U'統', U'统'}, {U'計', U'计'}, {U'應', U'应'}, {U'審', U'审'},
      {U'規', U'规'}, {U'縣', U'县'}, {U'區', U'区'}, {U'鎮', U'镇'}, {U'鄉', U'乡'},
      {U'廳', U'厅'}, {U'員', U'员'}, {U'會', U'会'}, {U'門', U'门'}, {U'結', U'结'},
      {U'據', U'据'}, {U'條', U'条'}, {U'數', U'数'}, {U'無', U'无'}, {U'為', U'为'},
      {U'時', U'时'}, {U'間', U'间'}, {U'從', U'从'}, {U'編', U'编'}, {U'製', U'制'},
      {U'發', U'发'}, {U'佈', U'布'}, {U'來', U'来'}, {U'辦', U'办'}, {U'號', U'号'},
      {U'現', U'现'}, {U'將', U'将'}, {U'屬', U'属'}, {U'級', U'级'}, {U'標', U'标'},
      {U'國', U'国'}, {U'說', U'说'}, {U'當', U'当'}, {U'頁', U'页'}, {U'單', U'单'},
      {U'傳', U'传'}, {U'舉', U'举'}, {U'収', U'收'}, {U'東', U'东'}, {U'廣', U'广'},
      {U'﹑', U'、'}, {U'､', U'、'},
  });
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}();

char32_t Simplify(char32_t c) {
  if (c < 0x4E00 && c != U'﹑') return c;
  const auto found =
      std::lower_bound(kSimplified.begin(), kSimplified.end(), std::pair<char32_t, char32_t>(c, 0));
  return found != kSimplified.end() && found->first == c ? found->second : c;
}

bool IsLatin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
}

// The end of a phonetic bracket that opens at raw[at]: "(kāi)"; the longest syllables have six
// letters (zhuang).
std::optional<std::size_t> PhoneticEnd(std::u32string_view raw, std::size_t at) {
  if (FoldCharacter(raw[at]) != '(') return std::nullopt;
  std::size_t end = at + 1;
  while (end < raw.size() && end - at <= 6 && IsLatin(raw[end])) ++end;
  const bool closed = end > at + 1 && end < raw.size() && FoldCharacter(raw[end]) == ')';
  return closed ? std::optional(end + 1) : std::nullopt;
}

std::string Trimmed(std::u32string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return EncodeUtf8(text);
}

}  // namespace

bool CompactText::GapBefore(std::size_t i) const { return IsSpace(raw[at[i] - 1]); }

std::string CompactText::Raw(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  const std::size_t from = at[begin];
  return Trimmed(std::u32string_view(raw).substr(from, at[end - 1] + 1 - from));
}

std::string CompactText::RawFrom(std::size_t begin) const {
  if (begin >= text.size()) return {};
  return Trimmed(std::u32string_view(raw).substr(at[begin]));
}

CompactText Compact(std::string_view utf8) {
  CompactText line;
  line.raw = DecodeUtf8(utf8);
  line.text.reserve(line.raw.size());
  line.at.reserve(line.raw.size());
  for (std::size_t i = 0; i < line.raw.size();) {
    const char32_t c = Simplify(FoldCharacter(line.raw[i]));
    if (c == '(' && !line.text.empty() && IsHan(line.text.back())) {
      if (const auto end = PhoneticEnd(line.raw, i)) {
        i = *end;
        continue;
      }
    }
    if (c != ' ') {
      line.text.push_back(c);
      line.at.push_back(i);
    }
    ++i;
  }
  return line;
}

bool Contains(std::u32string_view text, std::u32string_view word) {
  return text.find(word) != std::u32string_view::npos;
}

bool ContainsAny(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::u32string_view word) { return Contains(text, word); });
}

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

}  // namespace gongkai
