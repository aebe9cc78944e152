// The text of a report as the rules on words read it: folded and without spaces, with the way back
// to the document's own characters, which are what a finding quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace gongkai {

struct SectionText {
  std::string pointer;             // "/sections/3/text"
  std::string key;                 // of the section
  std::u32string original;
  std::u32string text;             // folded, no spaces; paragraphs are parted by \n
  std::vector<std::size_t> origin; // of each character of `text` in `original`
};

SectionText MakeSectionText(std::string_view text, std::string pointer, std::string key);

// The texts of all sections, in their order.
std::vector<SectionText> ReadSectionTexts(const Report& report);

// The document's own characters for text[begin, end).
std::string Quote(const SectionText& prose, std::size_t begin, std::size_t end);
// The same with what stands around them in the sentence, cut where that is long.
std::string QuoteAround(const SectionText& prose, std::size_t begin, std::size_t end);

// Does `text` hold `word` at `at`?
bool StandsAt(std::u32string_view text, std::size_t at, std::u32string_view word);
// Was something left out here on purpose (……)?
bool IsElided(std::u32string_view text);
// Is it one of the characters of `set`?
bool IsOneOf(char32_t c, std::u32string_view set);

}  // namespace gongkai
