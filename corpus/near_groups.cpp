// Bands are gone through one after another. Who agrees in a band is a bucket; the first in a bucket
// is compared with the others, then the first of those that did not join it, and so on, so that a
// bucket of n copies costs n comparisons. What has joined is not compared again.
#include "corpus/near_groups.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>
#include <utility>

#include "corpus/parallel.h"

namespace gongkai {
namespace {

// Of a pair that is worth exact measuring: kNearCopy less four standard errors of the estimate, or
// two and a half for the shortest texts that are judged.
constexpr double kLeastEstimate = 0.3;
// Earlier texts that a text is measured against in vain, at most: where thousands are nearly near
// copies, each would be measured against all.
constexpr std::uint32_t kMostInVain = 32;
// Rounds in one bucket: what is in it by chance is compared with that many others at most.
constexpr int kMostLeaders = 16;
constexpr std::size_t kMeasuredAtATime = 16;  // pairs

using Ranks = std::pair<std::size_t, std::size_t>;

std::uint64_t KeyOf(const Ranks& ranks) {
  return static_cast<std::uint64_t>(ranks.first) << 32 | ranks.second;
}

// A text in a band; those with one key lie together.
struct InBand {
  std::uint64_t key = 0;
  std::size_t trace = 0;
  auto operator<=>(const InBand&) const = default;
};

struct Bucket {
  std::vector<std::size_t> traces;
};

std::vector<Bucket> MakeBuckets(std::vector<InBand> band) {
  std::sort(band.begin(), band.end());
  std::vector<Bucket> buckets;
  for (std::size_t begin = 0, end; begin < band.size(); begin = end) {
    for (end = begin; end < band.size() && band[end].key == band[begin].key;) ++end;
    if (end - begin < 2) continue;
    Bucket& bucket = buckets.emplace_back();
    for (std::size_t i = begin; i < end; ++i) bucket.traces.push_back(band[i].trace);
  }
  return buckets;
}

class EdgeFinder {
 public:
  EdgeFinder(std::span<const TextTrace> traces, const NarrativeLoader& loader, int threads)
      : traces_(traces), loader_(loader), threads_(threads), sets_(traces.size()),
        in_vain_(traces.size(), 0) {}

  // Equal texts join without a comparison; the first stands for all of them from there on.
  void JoinEqual() {
    std::vector<InBand> by_content;
    for (std::size_t i = 0; i < traces_.size(); ++i) by_content.push_back({traces_[i].content, i});
    std::sort(by_content.begin(), by_content.end());
    for (std::size_t i = 0, first = 0; i < by_content.size(); ++i) {
      if (by_content[i].key != by_content[first].key) first = i;
      if (i == first) {
        different_.push_back(by_content[i].trace);
      } else {
        Accept({by_content[first].trace, by_content[i].trace}, {1, 1});
      }
    }
    std::sort(different_.begin(), different_.end());
  }

  // The years of one organ, each with the next.
  void JoinYears() {
    std::vector<std::size_t> trace_of(loader_.size(), SIZE_MAX);
    for (std::size_t i = 0; i < traces_.size(); ++i) trace_of[traces_[i].rank] = i;
    std::vector<Ranks> pairs;
    for (const auto& ranks : loader_.organs()) {
      std::size_t before = SIZE_MAX;
      for (const std::size_t rank : ranks) {
        const std::size_t trace = trace_of[rank];
        if (trace == SIZE_MAX) continue;
        if (before != SIZE_MAX) Propose(before, trace, pairs);
        before = trace;
      }
    }
    Measure(std::move(pairs));
  }

  void JoinBand(std::size_t band) {
    std::vector<InBand> in_band;
    for (const std::size_t i : different_) {
      in_band.push_back({BandOf(traces_[i].signature, band), i});
    }
    std::vector<Bucket> buckets = MakeBuckets(std::move(in_band));
    for (int round = 0; round < kMostLeaders && !buckets.empty(); ++round) {
      std::vector<Ranks> pairs;
      for (const Bucket& bucket : buckets) {
        for (const std::size_t other : bucket.traces) {
          Propose(bucket.traces.front(), other, pairs);
        }
      }
      Measure(std::move(pairs));
      for (Bucket& bucket : buckets) {
        const std::size_t root = sets_.RootOf(bucket.traces.front());
        std::erase_if(bucket.traces, [&](std::size_t i) { return sets_.RootOf(i) == root; });
      }
      std::erase_if(buckets, [](const Bucket& bucket) { return bucket.traces.size() < 2; });
    }
  }

  std::vector<CopyEdge> Take() && {
    for (CopyEdge& edge : edges_) {
      edge.first = traces_[edge.first].rank;
      edge.second = traces_[edge.second].rank;
    }
    return std::move(edges_);
  }

 private:
  void Propose(std::size_t a, std::size_t b, std::vector<Ranks>& pairs) {
    if (sets_.RootOf(a) == sets_.RootOf(b)) return;
    const Ranks pair = std::minmax(a, b);
    if (in_vain_[pair.second] >= kMostInVain || rejected_.contains(KeyOf(pair))) return;
    const double estimate = EstimateResemblance(traces_[a].signature, traces_[b].signature);
    if (estimate >= kLeastEstimate) pairs.push_back(pair);
  }

  void Measure(std::vector<Ranks> pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<Resemblance> measured(pairs.size());
    ForStretches(pairs.size(), kMeasuredAtATime, threads_, [&](std::size_t begin, std::size_t end) {
      KeptText first(loader_);
      for (std::size_t i = begin; i < end; ++i) {
        const ComparedText second = loader_.Load(traces_[pairs[i].second].rank);
        measured[i] = MeasureResemblance(first.Get(traces_[pairs[i].first].rank).telling_set,
                                         second.telling_set);
      }
    });
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (measured[i].resemblance >= kNearCopy) {
        Accept(pairs[i], measured[i]);
      } else {
        rejected_.insert(KeyOf(pairs[i]));
        ++in_vain_[pairs[i].second];
      }
    }
  }

  void Accept(const Ranks& pair, const Resemblance& measured) {
    edges_.push_back({pair.first, pair.second, measured});
    sets_.Join(pair.first, pair.second);
  }

  std::span<const TextTrace> traces_;
  const NarrativeLoader& loader_;
  int threads_;
  JoinedSets sets_;                      // of traces
  std::vector<std::size_t> different_;   // traces without those that equal an earlier one
  std::vector<CopyEdge> edges_;          // of traces until they are taken
  std::unordered_set<std::uint64_t> rejected_;
  std::vector<std::uint32_t> in_vain_;   // of each trace
};

}  // namespace

JoinedSets::JoinedSets(std::size_t size) : parents_(size) {
  std::iota(parents_.begin(), parents_.end(), std::size_t{0});
}

std::size_t JoinedSets::RootOf(std::size_t member) {
  while (parents_[member] != member) {
    parents_[member] = parents_[parents_[member]];
    member = parents_[member];
  }
  return member;
}

void JoinedSets::Join(std::size_t a, std::size_t b) {
  a = RootOf(a);
  b = RootOf(b);
  parents_[std::max(a, b)] = std::min(a, b);
}

std::vector<CopyEdge> FindCopyEdges(std::span<const TextTrace> traces,
                                    const NarrativeLoader& loader, int threads) {
  EdgeFinder finder(traces, loader, threads);
  finder.JoinEqual();
  finder.JoinYears();
  for (std::size_t band = 0; band < kBands; ++band) finder.JoinBand(band);
  return std::move(finder).Take();
}

}  // namespace gongkai
