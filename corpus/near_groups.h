// Which texts are near copies of each other: pairs by MinHash, measured exactly, and the groups
// that they join into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/minhash.h"
#include "corpus/near_loader.h"

namespace gongkai {

// What is kept of a text that is judged.
struct TextTrace {
  std::size_t rank = 0;
  std::uint64_t content = 0;  // hash of all that is compared
  MinHash signature{};
};

// Two near copies, by rank, the first before the second.
struct CopyEdge {
  std::size_t first = 0, second = 0;
  Resemblance measured;
};

// Sets that join: the root of each is its least member.
class JoinedSets {
 public:
  explicit JoinedSets(std::size_t size);
  std::size_t RootOf(std::size_t member);
  void Join(std::size_t a, std::size_t b);

 private:
  std::vector<std::size_t> parents_;
};

// All edges have kNearCopy at least; there are enough of them to join each group, not all that
// there are. `traces` are sorted by rank.
std::vector<CopyEdge> FindCopyEdges(std::span<const TextTrace> traces,
                                    const NarrativeLoader& loader, int threads);

}  // namespace gongkai
