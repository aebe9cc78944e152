// A line in the form under which headings, titles and dates are compared.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

// Folded (model/unicode.h), the traditional characters of the form's own words made simplified, all
// white space left out, and the phonetic brackets left out that copied pages put behind characters
// (開(kāi)). `at` leads back: text[i] stands at raw[at[i]].
struct CompactText {
  std::u32string raw;
  std::u32string text;
  std::vector<std::size_t> at;

  // Did white space stand before text[i]? REQUIRES: 0 < i < text.size()
  bool GapBefore(std::size_t i) const;
  // The document's own characters of [begin, end), trimmed. REQUIRES: begin <= end <= text.size()
  std::string Raw(std::size_t begin, std::size_t end) const;
  // From text[begin] to the end of the line, trimmed; empty where begin == text.size().
  std::string RawFrom(std::size_t begin) const;
};

CompactText Compact(std::string_view utf8);

bool Contains(std::u32string_view text, std::u32string_view word);
bool ContainsAny(std::u32string_view text, std::initializer_list<std::u32string_view> words);
bool IsDigit(char32_t c);  // 0 to 9

}  // namespace gongkai
