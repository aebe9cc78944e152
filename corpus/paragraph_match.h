// Which paragraph of one text is which of another, so that one that was added, dropped, moved or
// broken in two does not disturb the comparison of the rest.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongkai {

// Neighbouring paragraphs, counted from 0; none where count is 0.
struct ParagraphRange {
  std::size_t first = 0, count = 0;
};

struct ParagraphPair {
  ParagraphRange before, after;  // one to one, one to several, several to one, or to none
  bool moved = false;            // it stands elsewhere among its neighbours
};

// Every paragraph is in exactly one pair. The pairs are in the order of `after`; those that are
// gone stand where they stood. Likeness is judged without numbers. Bounded: where comparing each
// with each would take too long, only those that are the same but for numbers are paired.
std::vector<ParagraphPair> MatchParagraphs(const std::vector<std::string_view>& before,
                                           const std::vector<std::string_view>& after);

}  // namespace gongkai
