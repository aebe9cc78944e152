// The stages of the search, in their order.
#include "corpus/near_copies.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "corpus/near_groups.h"
#include "corpus/near_links.h"
#include "corpus/near_loader.h"
#include "corpus/near_passages.h"
#include "corpus/parallel.h"

namespace gongkai {
namespace {

constexpr std::size_t kTracedAtATime = 32;  // texts

struct Traces {
  std::vector<TextTrace> texts;  // by rank
  std::vector<Anchor> anchors;
};

std::uint64_t HashContent(std::u32string_view text) {
  std::uint64_t hash = text.size();
  for (const char32_t c : text) hash = MixBits(hash ^ c);
  return hash;
}

// Nothing of a text that is too short.
Traces TraceText(const NarrativeLoader& loader, std::size_t rank) {
  const ComparedText text = loader.Load(rank);
  if (text.telling_set.size() < kLeastTelling) return {};
  Traces out;
  out.texts.push_back(
      {rank, HashContent(text.near.text), MakeMinHash(text.telling_set)});
  out.anchors = PickAnchors(text.near.text, TellingCount(text.telling),
                            static_cast<std::uint32_t>(rank));
  return out;
}

Traces TraceTexts(const NarrativeLoader& loader, int threads) {
  std::vector<Traces> slots(loader.size());
  ForStretches(loader.size(), kTracedAtATime, threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t rank = begin; rank < end; ++rank) slots[rank] = TraceText(loader, rank);
  });
  Traces out;
  for (Traces& slot : slots) {
    std::copy(slot.texts.begin(), slot.texts.end(), std::back_inserter(out.texts));
    std::copy(slot.anchors.begin(), slot.anchors.end(), std::back_inserter(out.anchors));
    slot = {};
  }
  return out;
}

}  // namespace

NearCopies FindNearCopies(std::span<const NarrativeHead> heads, const ReadNarrative& read,
                          int threads) {
  NarrativeLoader loader(heads, read);
  loader.CountCommon(threads);
  Traces traces = TraceTexts(loader, threads);
  const std::vector<CopyEdge> edges = FindCopyEdges(traces.texts, loader, threads);

  NearCopies out;
  out.judged = traces.texts.size();
  out.too_short = heads.size() - out.judged;
  out.groups = MakeCopyGroups(edges, traces.texts, loader, threads);
  traces.texts = {};

  JoinedSets wholes(loader.size());
  for (const CopyEdge& edge : edges) wholes.Join(edge.first, edge.second);
  const auto root_of = [&wholes](std::size_t rank) { return wholes.RootOf(rank); };
  out.passages = FindPassageGroups(std::move(traces.anchors), root_of, loader, threads);
  return out;
}

}  // namespace gongkai
