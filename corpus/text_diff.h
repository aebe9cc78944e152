// The difference of two narratives as a person reads it: paragraph by paragraph, and in each by
// words and characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/paragraph_match.h"

namespace gongkai {

enum class EditKind { kSame, kDeleted, kInserted };

struct TextEdit {
  EditKind kind = EditKind::kSame;
  std::string text;     // in the document's own characters
  bool number = false;  // a number that stands in another's place, or the other
  // Of a passage of kCopiedCharacters that is the same in both, its numbers aside.
  bool copied = false;
};

// How a text became another. White space does not count.
enum class TextChange { kSame, kNumbers, kChanged, kAdded, kRemoved };

struct ParagraphDiff {
  ParagraphPair place;
  TextChange change = TextChange::kSame;
  // What is same or deleted, in order, is the paragraph before; what is same or inserted, after.
  std::vector<TextEdit> edits;
};

// The paragraphs (parted by \n) of both, paired and ordered as MatchParagraphs does. Broken UTF-8
// becomes U+FFFD. The time is bounded: 100,000 characters a side that have nothing in common take
// less than a second.
std::vector<ParagraphDiff> DiffTexts(std::string_view before, std::string_view after);

// Of one paragraph; `change` and `edits` are filled in.
ParagraphDiff DiffParagraphs(std::string_view before, std::string_view after);

// Characters, white space aside.
std::size_t CountCharacters(std::string_view text);
// Those that are the same in both.
std::size_t CountSame(const std::vector<ParagraphDiff>& paragraphs);

// A sentence of a report has about 40 characters; the names of laws and documents and the turns of
// phrase that any two reports share are shorter.
inline constexpr std::size_t kCopiedCharacters = 40;

}  // namespace gongkai
