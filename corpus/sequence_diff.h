// The longest common subsequence of two sequences, in linear space and bounded time: E. W. Myers,
// An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), section 4b.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace gongkai {

// before[at_before, + length) equals after[at_after, + length).
struct CommonRun {
  std::size_t at_before = 0, at_after = 0, length = 0;
};

// The runs in order, neither touching nor crossing. Items are equal where their numbers are. A
// stretch in which the two differ by more than kMostEdits counts as having nothing in common.
std::vector<CommonRun> FindCommonRuns(std::span<const int> before, std::span<const int> after);

// Insertions and deletions within one stretch. The work grows with their square: at 2,000 two texts
// of 100,000 items that have nothing in common take some milliseconds. A paragraph of a report has
// some hundred items, the narrative of a whole report some thousand.
inline constexpr std::size_t kMostEdits = 2000;

}  // namespace gongkai
