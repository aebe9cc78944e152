// The narrative as claims are read from it: folded, without blanks, cut into sentences and clauses,
// with the way back to the document's own characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

// A stretch of a text, in bytes.
struct Span {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
};

struct Prose {
  // Folded (model/unicode.h) and without blanks, but for one between two digits, which are then not
  // one number for certain. Titles of other texts, 《…》, are masked: their years and numbers are
  // not this report's.
  std::string text;
  std::u32string original;
  std::vector<std::uint32_t> origin;  // of each byte of `text`, and of its end: place in `original`
};

inline constexpr char kMask = '_';

Prose MakeProse(std::string_view section_text);

std::string Quote(const Prose& prose, Span span);  // in the document's own characters

// Sentences end with 。！？ or with the paragraph; paragraphs are told by `opens_paragraph`.
struct Sentence {
  Span span;
  bool opens_paragraph = false;
};
std::vector<Sentence> FindSentences(const Prose& prose);

// Clauses of a stretch: what stands between , ; : and brackets. Empty ones are left out.
std::vector<Span> FindClauses(std::string_view text, Span span);

}  // namespace gongkai
