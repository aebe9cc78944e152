#include "corpus/near_links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "corpus/parallel.h"
#include "corpus/shared_passage.h"

namespace gongkai {
namespace {

// Telling shingles of a passage that is worth quoting: a clause.
constexpr std::size_t kLeastQuoted = 12;
constexpr std::size_t kLinkedAtATime = 8;  // members

// Whom a text was found to be like, by rank.
using Neighbours = std::map<std::size_t, std::vector<std::pair<std::size_t, Resemblance>>>;

// A member before it is linked; all by rank.
struct MemberDraft {
  std::size_t group = 0, place = 0;  // in the result
  std::size_t rank = 0, first = 0;
  std::optional<std::size_t> own;    // the latest earlier year of its organ
};

struct Groups {
  std::vector<std::vector<std::size_t>> ranks;
  Neighbours neighbours;
};

Groups JoinGroups(std::span<const CopyEdge> edges, std::size_t size) {
  JoinedSets sets(size);
  Groups out;
  for (const CopyEdge& edge : edges) {
    sets.Join(edge.first, edge.second);
    out.neighbours[edge.first].emplace_back(edge.second, edge.measured);
    out.neighbours[edge.second].emplace_back(edge.first, edge.measured);
  }
  std::map<std::size_t, std::vector<std::size_t>> by_root;
  for (const auto& [rank, neighbours] : out.neighbours) {
    by_root[sets.RootOf(rank)].push_back(rank);
  }
  for (auto& [root, ranks] : by_root) out.ranks.push_back(std::move(ranks));
  return out;
}

std::vector<PassageMatch> MatchTexts(const ComparedText& here, const ComparedText& there) {
  const TellingCount telling(here.telling);
  if (here.near.text == there.near.text) {
    const std::size_t length = here.near.text.size();
    return {{0, 0, length, telling.Of(0, length)}};
  }
  return FindSharedPassages(here.near.text, there.near.text, telling, kLeastQuoted, kMostPassages);
}

class Linker {
 public:
  Linker(const Neighbours& neighbours, std::span<const TextTrace> traces,
         const NarrativeLoader& loader)
      : neighbours_(neighbours), traces_(traces), loader_(loader) {}

  // `kept` is where the group's first member is loaded.
  CopyMember Link(const MemberDraft& draft, KeptText& kept) const {
    const ComparedText text = loader_.Load(draft.rank);
    const ComparedText& first = kept.Get(draft.first);
    const Resemblance to_first = MeasureResemblance(text.telling_set, first.telling_set);
    CopyMember member{loader_.IndexOf(draft.rank), to_first.resemblance, {}};
    const bool first_is_own = loader_.SameOrgan(draft.rank, draft.first);
    const auto add = [&](std::size_t to, const Resemblance& measured, const ComparedText& other) {
      member.links.push_back(MakeLink(draft.rank, to, measured, text, other));
    };
    const auto add_loaded = [&](std::size_t to) {
      const ComparedText other = loader_.Load(to);
      const Resemblance measured = MeasureResemblance(text.telling_set, other.telling_set);
      if (measured.resemblance >= kNearCopy) add(to, measured, other);
    };
    if (draft.own && *draft.own != draft.first) add_loaded(*draft.own);
    const bool own_is_linked = !member.links.empty();
    if (to_first.resemblance >= kNearCopy && !(first_is_own && own_is_linked)) {
      add(draft.first, to_first, first);
    }
    if (first_is_own || to_first.resemblance < kNearCopy) {
      if (const auto best = MostAlike(draft.rank, true)) add_loaded(*best);
    }
    if (member.links.empty()) add_loaded(*MostAlike(draft.rank, false));
    return member;
  }

 private:
  // Of those it was compared with: an earlier one of another organ, or any.
  std::optional<std::size_t> MostAlike(std::size_t rank, bool earlier_of_others) const {
    std::optional<std::pair<std::size_t, Resemblance>> best;
    for (const auto& neighbour : neighbours_.at(rank)) {
      const auto& [other, measured] = neighbour;
      if (earlier_of_others && (other > rank || loader_.SameOrgan(rank, other))) continue;
      const double most = best ? best->second.resemblance : 0;
      if (measured.resemblance > most || (measured.resemblance == most && other < best->first)) {
        best = neighbour;
      }
    }
    return best ? std::optional(best->first) : std::nullopt;
  }

  const MinHash& SignatureOf(std::size_t rank) const {
    return std::lower_bound(traces_.begin(), traces_.end(), rank,
                            [](const TextTrace& trace, std::size_t wanted) {
                              return trace.rank < wanted;
                            })
        ->signature;
  }

  CopyLink MakeLink(std::size_t rank, std::size_t to, const Resemblance& measured,
                    const ComparedText& text, const ComparedText& other) const {
    CopyLink link;
    link.to = loader_.IndexOf(to);
    link.same_organ = loader_.SameOrgan(rank, to);
    link.estimate = EstimateResemblance(SignatureOf(rank), SignatureOf(to));
    link.resemblance = measured.resemblance;
    link.containment = measured.containment;
    link.passages = PlacePassages(text, other, MatchTexts(text, other));
    return link;
  }

  const Neighbours& neighbours_;
  std::span<const TextTrace> traces_;
  const NarrativeLoader& loader_;
};

// All members but the first of each group.
std::vector<MemberDraft> DraftMembers(const Groups& groups, const NarrativeLoader& loader) {
  std::map<std::size_t, std::size_t> organ_of;
  for (std::size_t i = 0; i < loader.organs().size(); ++i) {
    for (const std::size_t rank : loader.organs()[i]) organ_of[rank] = i;
  }
  std::vector<MemberDraft> out;
  for (std::size_t group = 0; group < groups.ranks.size(); ++group) {
    const auto& ranks = groups.ranks[group];
    std::map<std::size_t, std::size_t> latest;  // by organ
    for (std::size_t place = 0; place < ranks.size(); ++place) {
      const std::size_t organ = organ_of[ranks[place]];
      const auto before = latest.find(organ);
      if (place > 0) {
        out.push_back({group, place, ranks[place], ranks.front(), {}});
        if (before != latest.end()) out.back().own = before->second;
      }
      latest[organ] = ranks[place];
    }
  }
  return out;
}

}  // namespace

std::vector<CopyGroup> MakeCopyGroups(std::span<const CopyEdge> edges,
                                      std::span<const TextTrace> traces,
                                      const NarrativeLoader& loader, int threads) {
  const Groups groups = JoinGroups(edges, loader.size());
  std::vector<CopyGroup> out(groups.ranks.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].members.resize(groups.ranks[i].size());
    out[i].members.front() = {loader.IndexOf(groups.ranks[i].front()), 1, {}};
  }
  const std::vector<MemberDraft> drafts = DraftMembers(groups, loader);
  const Linker linker(groups.neighbours, traces, loader);
  ForStretches(drafts.size(), kLinkedAtATime, threads, [&](std::size_t begin, std::size_t end) {
    KeptText first(loader);
    for (std::size_t i = begin; i < end; ++i) {
      out[drafts[i].group].members[drafts[i].place] = linker.Link(drafts[i], first);
    }
  });
  return out;
}

}  // namespace gongkai
