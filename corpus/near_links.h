// Groups of near copies as they are reported: who is like whom, and the words they share.
#pragma once

#include <span>
#include <vector>

#include "corpus/near_groups.h"

namespace gongkai {

// `traces` are sorted by rank and hold every end of an edge.
std::vector<CopyGroup> MakeCopyGroups(std::span<const CopyEdge> edges,
                                      std::span<const TextTrace> traces,
                                      const NarrativeLoader& loader, int threads);

}  // namespace gongkai
