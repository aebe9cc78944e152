// Single long passages that stand in several texts which are no near copies as wholes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/near_loader.h"
#include "corpus/shared_passage.h"

namespace gongkai {

// A stretch of kAnchor characters that was picked to find its like by: winnowing (Schleimer,
// Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003). Of every
// kAnchorWindow stretches in a row one is picked, by what it holds alone, so that two texts that
// share kLeastPassage characters in a row that tell have an anchor in common.
struct Anchor {
  std::uint64_t hash = 0;
  std::uint32_t rank = 0, position = 0;  // of the text; in its characters as compared
  auto operator<=>(const Anchor&) const = default;
};
inline constexpr std::size_t kAnchor = 75, kAnchorWindow = kLeastPassage - kAnchor + 1;

// Stretches of which less than a quarter tells are not picked.
std::vector<Anchor> PickAnchors(std::u32string_view text, const TellingCount& telling,
                                std::uint32_t rank);

// `root_of`: the same for texts that are near copies of each other; of these the earliest alone
// counts. `anchors` of all texts.
std::vector<PassageGroup> FindPassageGroups(
    std::vector<Anchor> anchors, const std::function<std::size_t(std::size_t rank)>& root_of,
    const NarrativeLoader& loader, int threads);

}  // namespace gongkai
