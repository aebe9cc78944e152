// The words that two texts share: the longest stretches that stand in both.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongkai {

struct PassageMatch {
  std::size_t here = 0, there = 0;  // where it begins in either text
  std::size_t length = 0;           // characters
  std::size_t telling = 0;          // shingles in it that tell
};

// How many of the shingles that lie wholly in a stretch of a text tell.
class TellingCount {
 public:
  explicit TellingCount(const std::vector<bool>& telling);
  std::size_t Of(std::size_t begin, std::size_t length) const;

 private:
  std::vector<std::size_t> before_;  // telling shingles before each position
};

// The `most` stretches with the most telling shingles, those with `least` at least, best first,
// none overlapping another in either text. A suffix automaton of `there` (Blumer et al., "The smallest
// automaton recognizing the subwords of a text", 1985) gives the longest match that ends at each
// character of `here`, so the first is the longest common substring by telling shingles, exactly.
// Time grows with the sum of the lengths.
std::vector<PassageMatch> FindSharedPassages(std::u32string_view here, std::u32string_view there,
                                             const TellingCount& telling_here, std::size_t least,
                                             std::size_t most);

// The match that holds here[at_here] = there[at_there], as far as it goes to both sides.
PassageMatch ExtendMatch(std::u32string_view here, std::u32string_view there, std::size_t at_here,
                         std::size_t at_there, const TellingCount& telling_here);

}  // namespace gongkai
