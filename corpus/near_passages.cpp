// Texts with one anchor are a bucket; the first of a bucket is compared with the others around that
// anchor, then the first of those that do not share the passage with it, as in near_groups.cpp.
// Passages that lie over one another in a text are then one passage.
#include "corpus/near_passages.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "corpus/parallel.h"

namespace gongkai {
namespace {

// Rounds in one bucket, see near_groups.cpp. An anchor alone is half a passage, so chance is rare.
constexpr int kMostPassageLeaders = 4;
constexpr std::size_t kExtendedAtATime = 16;  // pairs

// A bucket of texts, and the pair of anchors in two of them.
using AnchorBucket = std::vector<Anchor>;
struct AnchorPair {
  Anchor leader, other;
  auto operator<=>(const AnchorPair& o) const {
    return std::tie(leader.rank, other.rank, leader.position, other.position) <=>
           std::tie(o.leader.rank, o.other.rank, o.leader.position, o.other.position);
  }
  bool operator==(const AnchorPair&) const = default;
};

// A passage that was found: `match` has it in `member` (here) and in `leader` (there).
struct FoundPassage {
  std::size_t leader = 0, member = 0;
  PassageMatch match;
  SharedPassage places;
};

std::vector<AnchorBucket> MakeAnchorBuckets(
    std::vector<Anchor> anchors, const std::function<std::size_t(std::size_t)>& root_of) {
  std::sort(anchors.begin(), anchors.end());
  std::vector<AnchorBucket> buckets;
  std::unordered_set<std::size_t> roots;
  for (std::size_t begin = 0, end; begin < anchors.size(); begin = end) {
    roots.clear();
    AnchorBucket bucket;
    for (end = begin; end < anchors.size() && anchors[end].hash == anchors[begin].hash; ++end) {
      if (roots.insert(root_of(anchors[end].rank)).second) bucket.push_back(anchors[end]);
    }
    if (bucket.size() > 1) buckets.push_back(std::move(bucket));
  }
  return buckets;
}

bool Covers(const PassageMatch& match, const AnchorPair& pair) {
  const auto here = pair.other.position, there = pair.leader.position;
  return here >= match.here && here < match.here + match.length &&
         here - match.here == there - match.there && there >= match.there;
}

// What a stretch of sorted pairs gives: whether each shares a passage, and the passages, each once.
void ExtendPairs(std::span<const AnchorPair> pairs, const NarrativeLoader& loader,
                 std::span<char> shares, std::vector<FoundPassage>& found) {
  KeptText leader(loader), member(loader);
  std::vector<PassageMatch> matches;  // of the pair of texts at hand
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& [at_leader, at_member] = pairs[i];
    const bool new_texts = i == 0 || pairs[i - 1].leader.rank != at_leader.rank ||
                           pairs[i - 1].other.rank != at_member.rank;
    if (new_texts) matches.clear();
    if (std::any_of(matches.begin(), matches.end(),
                    [&](const PassageMatch& match) { return Covers(match, pairs[i]); })) {
      shares[i] = 1;
      continue;
    }
    const ComparedText& there = leader.Get(at_leader.rank);
    const ComparedText& here = member.Get(at_member.rank);
    const PassageMatch match =
        ExtendMatch(here.near.text, there.near.text, at_member.position, at_leader.position,
                    TellingCount(here.telling));
    if (match.length < kLeastPassage || match.telling < kLeastTellingOfPassage) continue;
    shares[i] = 1;
    matches.push_back(match);
    found.push_back({at_leader.rank, at_member.rank, match,
                     PlacePassages(here, there, std::span(&match, 1)).front()});
  }
}

// Drops those who share a passage with their bucket's first, and the first itself.
void DropJoined(std::vector<AnchorBucket>& buckets, const std::vector<AnchorPair>& pairs,
                const std::vector<char>& shares) {
  for (AnchorBucket& bucket : buckets) {
    const Anchor leader = bucket.front();
    std::erase_if(bucket, [&](const Anchor& other) {
      if (other == leader) return true;
      const auto pair = std::lower_bound(pairs.begin(), pairs.end(), AnchorPair{leader, other});
      return shares[static_cast<std::size_t>(pair - pairs.begin())] != 0;
    });
  }
  std::erase_if(buckets, [](const AnchorBucket& bucket) { return bucket.size() < 2; });
}

std::vector<FoundPassage> FindPassages(std::vector<AnchorBucket> buckets,
                                       const NarrativeLoader& loader, int threads) {
  std::vector<FoundPassage> out;
  for (int round = 0; round < kMostPassageLeaders && !buckets.empty(); ++round) {
    std::vector<AnchorPair> pairs;
    for (const AnchorBucket& bucket : buckets) {
      for (std::size_t i = 1; i < bucket.size(); ++i) pairs.push_back({bucket.front(), bucket[i]});
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<char> shares(pairs.size(), 0);
    std::vector<std::vector<FoundPassage>> found(pairs.size() / kExtendedAtATime + 1);
    ForStretches(pairs.size(), kExtendedAtATime, threads, [&](std::size_t begin, std::size_t end) {
      ExtendPairs(std::span(pairs).subspan(begin, end - begin), loader,
                  std::span(shares).subspan(begin, end - begin), found[begin / kExtendedAtATime]);
    });
    for (auto& some : found) std::move(some.begin(), some.end(), std::back_inserter(out));
    DropJoined(buckets, pairs, shares);
  }
  const auto key = [](const FoundPassage& passage) {
    return std::tuple(passage.leader, passage.match.there, passage.member, passage.match.here);
  };
  std::sort(out.begin(), out.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return out;
}

// Where a text has the passage of a group.
struct PassageSite {
  std::size_t group = 0, begin = 0, end = 0;
};

bool LiesOver(const PassageSite& site, std::size_t begin, std::size_t length) {
  const std::size_t from = std::max(site.begin, begin), to = std::min(site.end, begin + length);
  return from < to && 2 * (to - from) >= length;
}

// Passages come sorted by leader and place, so a leader that is a member of an earlier group is
// known as one.
std::vector<PassageGroup> JoinPassages(const std::vector<FoundPassage>& found,
                                       const NarrativeLoader& loader) {
  std::vector<PassageGroup> groups;
  std::map<std::size_t, std::vector<PassageSite>> sites;  // by text
  for (const FoundPassage& passage : found) {
    const PassageMatch& match = passage.match;
    auto& of_leader = sites[passage.leader];
    const auto known = std::find_if(of_leader.begin(), of_leader.end(), [&](const auto& site) {
      return LiesOver(site, match.there, match.length);
    });
    const std::size_t group = known == of_leader.end() ? groups.size() : known->group;
    if (group == groups.size()) {
      groups.push_back({loader.IndexOf(passage.leader), {}});
      of_leader.push_back({group, match.there, match.there + match.length});
    }
    auto& of_member = sites[passage.member];
    if (std::any_of(of_member.begin(), of_member.end(), [&](const PassageSite& site) {
          return site.group == group && LiesOver(site, match.here, match.length);
        })) {
      continue;
    }
    of_member.push_back({group, match.here, match.here + match.length});
    groups[group].members.push_back({loader.IndexOf(passage.member),
                                     loader.IndexOf(passage.leader),
                                     loader.SameOrgan(passage.member, passage.leader),
                                     passage.places});
  }
  return groups;
}

}  // namespace

std::vector<Anchor> PickAnchors(std::u32string_view text, const TellingCount& telling,
                                std::uint32_t rank) {
  std::vector<Anchor> out;
  if (text.size() < kAnchor) return out;
  constexpr std::uint64_t kBase = 0x2545F4914F6CDD1D;  // any odd number: all is compared after it
  constexpr std::uint64_t kNever = UINT64_MAX;
  std::uint64_t rolling = 0, highest = 1;  // kBase to the power of kAnchor - 1
  for (std::size_t i = 0; i + 1 < kAnchor; ++i) {
    rolling = rolling * kBase + text[i];
    highest *= kBase;
  }
  std::deque<Anchor> window;  // ascending hashes, the first is the least; the earlier of equal ones
  for (std::size_t at = 0; at + kAnchor <= text.size(); ++at) {
    rolling = rolling * kBase + text[at + kAnchor - 1];
    const bool tells = 4 * telling.Of(at, kAnchor) >= kAnchor;
    const Anchor anchor{tells ? MixBits(rolling) : kNever, rank, static_cast<std::uint32_t>(at)};
    rolling -= highest * text[at];
    while (!window.empty() && window.back().hash > anchor.hash) window.pop_back();
    window.push_back(anchor);
    if (window.front().position + kAnchorWindow <= at) window.pop_front();
    if (at + 1 < kAnchorWindow || window.front().hash == kNever) continue;
    if (out.empty() || out.back() != window.front()) out.push_back(window.front());
  }
  return out;
}

std::vector<PassageGroup> FindPassageGroups(
    std::vector<Anchor> anchors, const std::function<std::size_t(std::size_t rank)>& root_of,
    const NarrativeLoader& loader, int threads) {
  return JoinPassages(FindPassages(MakeAnchorBuckets(std::move(anchors), root_of), loader, threads),
                      loader);
}

}  // namespace gongkai
