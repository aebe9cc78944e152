#include "corpus/shared_passage.h"

#include <algorithm>
#include <utility>

#include "corpus/near_copies.h"

namespace gongkai {
namespace {

// States are sets of substrings that end at the same places. Edges are sorted by their character.
class SuffixAutomaton {
 public:
  explicit SuffixAutomaton(std::u32string_view text) {
    states_.reserve(2 * text.size() + 1);
    states_.emplace_back();
    for (std::size_t i = 0; i < text.size(); ++i) Append(text[i], i + 1);
  }

  // The longest suffix of what was read that stands in the text.
  struct Match {
    std::size_t state = 0, length = 0;
  };
  Match Next(Match match, char32_t c) const {
    for (;;) {
      if (const auto to = Follow(match.state, c)) return {to, match.length + 1};
      if (match.state == kRoot) return {};
      match.state = states_[match.state].link;
      match.length = states_[match.state].length;
    }
  }
  // Where it ends in the text, for the first time.
  std::size_t EndOf(const Match& match) const { return states_[match.state].end; }

 private:
  static constexpr std::size_t kRoot = 0;  // no edge leads there, so that it also means none
  using Edge = std::pair<char32_t, std::size_t>;
  struct State {
    std::size_t length = 0, link = kRoot, end = 0;
    std::vector<Edge> edges;
  };

  static auto Find(auto& edges, char32_t c) {
    return std::lower_bound(edges.begin(), edges.end(), c,
                            [](const Edge& edge, char32_t wanted) { return edge.first < wanted; });
  }
  std::size_t Follow(std::size_t state, char32_t c) const {
    const auto& edges = states_[state].edges;
    const auto edge = Find(edges, c);
    return edge != edges.end() && edge->first == c ? edge->second : kRoot;
  }
  void Lead(std::size_t state, char32_t c, std::size_t to) {
    auto& edges = states_[state].edges;
    const auto edge = Find(edges, c);
    if (edge != edges.end() && edge->first == c) {
      edge->second = to;
    } else {
      edges.insert(edge, {c, to});
    }
  }

  void Append(char32_t c, std::size_t end) {
    const std::size_t added = states_.size();
    states_.push_back({end, kRoot, end, {}});
    std::size_t state = std::exchange(last_, added);
    while (Follow(state, c) == kRoot) {
      Lead(state, c, added);
      if (state == kRoot) return;
      state = states_[state].link;
    }
    states_[added].link = Split(state, c);
  }

  // The state for what leads from `state` by `c` and is no longer than that.
  std::size_t Split(std::size_t state, char32_t c) {
    const std::size_t long_one = Follow(state, c);
    if (states_[long_one].length == states_[state].length + 1) return long_one;
    const std::size_t clone = states_.size();
    states_.push_back(State(states_[long_one]));
    states_[clone].length = states_[state].length + 1;
    states_[long_one].link = clone;
    while (Follow(state, c) == long_one) {
      Lead(state, c, clone);
      if (state == kRoot) break;
      state = states_[state].link;
    }
    return clone;
  }

  std::vector<State> states_;
  std::size_t last_ = kRoot;
};

bool Overlap(std::size_t a, std::size_t a_length, std::size_t b, std::size_t b_length) {
  return a < b + b_length && b < a + a_length;
}

}  // namespace

TellingCount::TellingCount(const std::vector<bool>& telling) {
  before_.reserve(telling.size() + 1);
  before_.push_back(0);
  for (const bool tells : telling) before_.push_back(before_.back() + (tells ? 1 : 0));
}

std::size_t TellingCount::Of(std::size_t begin, std::size_t length) const {
  if (length < kShingle) return 0;
  return before_[begin + length - kShingle + 1] - before_[begin];
}

std::vector<PassageMatch> FindSharedPassages(std::u32string_view here, std::u32string_view there,
                                             const TellingCount& telling_here, std::size_t least,
                                             std::size_t most) {
  const SuffixAutomaton automaton(there);
  std::vector<PassageMatch> found;
  SuffixAutomaton::Match match;
  for (std::size_t i = 0; i < here.size(); ++i) {
    match = automaton.Next(match, here[i]);
    const bool goes_on =
        i + 1 < here.size() && automaton.Next(match, here[i + 1]).length == match.length + 1;
    if (goes_on || match.length == 0) continue;
    const std::size_t begin = i + 1 - match.length;
    const std::size_t telling = telling_here.Of(begin, match.length);
    if (telling < std::max<std::size_t>(least, 1)) continue;
    found.push_back({begin, automaton.EndOf(match) - match.length, match.length, telling});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.telling > b.telling;
  });
  std::vector<PassageMatch> out;
  for (const PassageMatch& candidate : found) {
    if (out.size() == most) break;
    const bool taken = std::any_of(out.begin(), out.end(), [&](const PassageMatch& kept) {
      return Overlap(kept.here, kept.length, candidate.here, candidate.length) ||
             Overlap(kept.there, kept.length, candidate.there, candidate.length);
    });
    if (!taken) out.push_back(candidate);
  }
  return out;
}

PassageMatch ExtendMatch(std::u32string_view here, std::u32string_view there, std::size_t at_here,
                         std::size_t at_there, const TellingCount& telling_here) {
  std::size_t back = 0, on = 0;
  while (back < at_here && back < at_there &&
         here[at_here - back - 1] == there[at_there - back - 1]) {
    ++back;
  }
  while (at_here + on < here.size() && at_there + on < there.size() &&
         here[at_here + on] == there[at_there + on]) {
    ++on;
  }
  const std::size_t begin = at_here - back, length = back + on;
  return {begin, at_there - back, length, telling_here.Of(begin, length)};
}

}  // namespace gongkai
