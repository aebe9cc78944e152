#include "corpus/near_loader.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

namespace gongkai {

Resemblance MeasureResemblance(std::span<const std::uint64_t> a,
                               std::span<const std::uint64_t> b) {
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    both += a[i] == b[j] ? 1 : 0;
    const bool a_first = a[i] <= b[j], b_first = b[j] <= a[i];
    i += a_first ? 1 : 0;
    j += b_first ? 1 : 0;
  }
  const auto share = [both](std::size_t of) {
    return of == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(of);
  };
  return {share(a.size() + b.size() - both), share(std::min(a.size(), b.size()))};
}

NarrativeLoader::NarrativeLoader(std::span<const NarrativeHead> heads, const ReadNarrative& read)
    : heads_(heads), read_(read), order_(heads.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    return std::tuple(heads[i].year == 0, heads[i].year, std::string_view(heads[i].id));
  };
  std::sort(order_.begin(), order_.end(),
            [&](std::size_t a, std::size_t b) { return key(a) < key(b); });

  std::map<std::string_view, std::vector<std::size_t>> known;
  for (std::size_t rank = 0; rank < order_.size(); ++rank) {
    if (HeadOf(rank).organ.empty()) {
      organs_.push_back({rank});
    } else {
      known[HeadOf(rank).organ].push_back(rank);
    }
  }
  for (auto& [organ, ranks] : known) organs_.push_back(std::move(ranks));
}

void NarrativeLoader::CountCommon(int threads) {
  const auto load = [this](std::size_t rank) {
    return MakeNearText(ReadRaw(rank), HeadOf(rank).names);
  };
  common_ = CountCommonShingles(organs_, load, threads);
}

bool NarrativeLoader::SameOrgan(std::size_t rank, std::size_t other) const {
  return !HeadOf(rank).organ.empty() && HeadOf(rank).organ == HeadOf(other).organ;
}

std::string NarrativeLoader::ReadRaw(std::size_t rank) const {
  const std::lock_guard lock(reading_);
  return read_(order_[rank]);
}

ComparedText NarrativeLoader::Load(std::size_t rank) const {
  ComparedText out;
  out.raw = ReadRaw(rank);
  out.near = MakeNearText(out.raw, HeadOf(rank).names);
  const std::vector<std::uint64_t> shingles = HashShingles(out.near.text);
  out.telling = FindTelling(shingles, common_);
  for (std::size_t i = 0; i < shingles.size(); ++i) {
    if (out.telling[i]) out.telling_set.push_back(shingles[i]);
  }
  std::sort(out.telling_set.begin(), out.telling_set.end());
  out.telling_set.erase(std::unique(out.telling_set.begin(), out.telling_set.end()),
                        out.telling_set.end());
  return out;
}

const ComparedText& KeptText::Get(std::size_t rank) {
  if (rank != rank_) text_ = loader_.Load(rank);
  rank_ = rank;
  return text_;
}

std::vector<SharedPassage> PlacePassages(const ComparedText& here, const ComparedText& there,
                                         std::span<const PassageMatch> matches) {
  std::vector<NearRange> ranges_here, ranges_there;
  for (const PassageMatch& match : matches) {
    ranges_here.push_back({match.here, match.here + match.length});
    ranges_there.push_back({match.there, match.there + match.length});
  }
  const auto placed_here = RangesInRaw(here.raw, here.near, ranges_here);
  const auto placed_there = RangesInRaw(there.raw, there.near, ranges_there);
  std::vector<SharedPassage> out;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    out.push_back({placed_here[i], placed_there[i], matches[i].telling});
  }
  return out;
}

}  // namespace gongkai
