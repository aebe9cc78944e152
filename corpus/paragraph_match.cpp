// Likeness is the share of token pairs that two paragraphs have in common (Dice's coefficient over
// bigrams). The pairs in order are those that have the most of them together (a weighted longest
// common subsequence); what is left over may have moved, or be a piece of its neighbour.
#include "corpus/paragraph_match.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "corpus/sequence_diff.h"
#include "corpus/text_bigrams.h"

namespace gongkai {
namespace {

// Two paragraphs of two reports that say different things share up to a quarter of their bigrams
// (政府信息公开, 工作 …); one that was rewritten keeps a third and more.
constexpr double kAlike = 0.35;
// Moved is said only of what is surely the same: more alike, and not a short formula (无。).
constexpr double kMoved = 0.7;
constexpr std::size_t kMovedBigrams = 20;
// A piece of a paragraph that was broken in two is found in it almost whole.
constexpr double kPiece = 0.8;
constexpr std::size_t kPieceBigrams = 8;
// Steps of comparing bigrams, in all: a tenth of a second. A report's narrative takes some 100,000.
constexpr std::size_t kMostSteps = 50'000'000;

using Texts = std::vector<std::string_view>;

// A half-open piece of both texts.
struct Area {
  std::size_t before, before_end, after, after_end;
};

class Matcher {
 public:
  Matcher(const Texts& before, const Texts& after)
      : partner_(after.size()) {
    BigramMaker maker;
    for (const auto text : before) before_.push_back(maker.Make(text));
    for (const auto text : after) after_.push_back(maker.Make(text));
  }

  std::vector<ParagraphPair> Run() {
    Align();
    auto pairs = Pairs();
    JoinPieces(pairs);
    FindMoved(pairs);
    return pairs;
  }

 private:
  // Comparing each paragraph of the area with each.
  std::size_t Steps(const Area& area) const {
    const auto total = [](const std::vector<Bigrams>& all, std::size_t begin, std::size_t end) {
      std::size_t sum = end - begin;
      for (std::size_t i = begin; i < end; ++i) sum += all[i].size();
      return sum;
    };
    return total(before_, area.before, area.before_end) * (area.after_end - area.after) +
           total(after_, area.after, area.after_end) * (area.before_end - area.before);
  }

  bool Afford(const Area& area) {
    const std::size_t steps = Steps(area);
    if (steps > left_) return false;
    left_ -= steps;
    return true;
  }

  void Align() {
    const Area whole{0, before_.size(), 0, after_.size()};
    if (Afford(whole)) return AlignArea(whole);
    std::size_t i = 0, j = 0;
    const auto gap_to = [&](std::size_t i1, std::size_t j1) {
      const Area gap{i, i1, j, j1};
      if (Afford(gap)) AlignArea(gap);
    };
    for (const CommonRun& run : EqualRuns()) {
      gap_to(run.at_before, run.at_after);
      for (std::size_t k = 0; k < run.length; ++k) partner_[run.at_after + k] = run.at_before + k;
      i = run.at_before + run.length;
      j = run.at_after + run.length;
    }
    gap_to(before_.size(), after_.size());
  }

  // Paragraphs that are the same but for numbers (and, all but impossible, of the same bigrams).
  std::vector<CommonRun> EqualRuns() const {
    std::map<Bigrams, int> ids;
    const auto number = [&](const std::vector<Bigrams>& all) {
      std::vector<int> numbers;
      for (const Bigrams& bigrams : all) {
        numbers.push_back(ids.try_emplace(bigrams, static_cast<int>(ids.size())).first->second);
      }
      return numbers;
    };
    const auto before = number(before_), after = number(after_);
    return FindCommonRuns(before, after);
  }

  // How many bigrams two paragraphs have in common, and one so that empty ones pair too; 0 where
  // they are not alike.
  std::size_t Worth(std::size_t i, std::size_t j) const {
    const Bigrams &a = before_[i], &b = after_[j];
    if (Likeness(std::min(a.size(), b.size()), a, b) < kAlike) return 0;
    const std::size_t common = CountCommon(a, b);
    return Likeness(common, a, b) < kAlike ? 0 : common + 1;
  }

  void AlignArea(const Area& area) {
    const std::size_t rows = area.before_end - area.before, columns = area.after_end - area.after;
    if (rows == 0 || columns == 0) return;
    std::vector<std::size_t> worth(rows * columns), best((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
      return best[i * (columns + 1) + j];
    };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        const std::size_t own = Worth(area.before + i, area.after + j);
        worth[i * columns + j] = own;
        at(i, j) = std::max({at(i + 1, j), at(i, j + 1), own == 0 ? 0 : at(i + 1, j + 1) + own});
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      const std::size_t own = worth[i * columns + j];
      if (own > 0 && at(i, j) == at(i + 1, j + 1) + own) {
        partner_[area.after + j++] = area.before + i++;
      } else if (at(i, j) == at(i + 1, j)) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  std::size_t NextPaired(std::size_t j) const {
    while (j < after_.size() && !partner_[j]) ++j;
    return j;
  }

  std::vector<ParagraphPair> Pairs() const {
    std::vector<ParagraphPair> pairs;
    std::size_t i = 0;
    const auto gone_to = [&](std::size_t end) {
      for (; i < end; ++i) pairs.push_back({{i, 1}, {}, false});
    };
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const std::size_t gap_end = NextPaired(j);
      gone_to(gap_end < after_.size() ? *partner_[gap_end] : before_.size());
      for (; j < gap_end; ++j) pairs.push_back({{}, {j, 1}, false});
      if (j < after_.size()) pairs.push_back({{i++, 1}, {j, 1}, false});
    }
    gone_to(before_.size());
    return pairs;
  }

  // One paragraph that became two, or two that became one: the pieces become one pair.
  void JoinPieces(std::vector<ParagraphPair>& pairs) {
    std::vector<ParagraphPair> joined;
    for (const ParagraphPair& next : pairs) {
      if (joined.empty() || !Join(joined.back(), next)) joined.push_back(next);
    }
    pairs = std::move(joined);
  }

  bool Join(ParagraphPair& pair, const ParagraphPair& next) {
    return JoinSide(pair.before, next.before, before_, pair.after, next.after, after_) ||
           JoinSide(pair.after, next.after, after_, pair.before, next.before, before_);
  }

  // Two pieces of one text beside one whole paragraph of the other.
  bool JoinSide(ParagraphRange& whole, const ParagraphRange& next_whole,
                const std::vector<Bigrams>& wholes, ParagraphRange& piece,
                const ParagraphRange& next_piece, const std::vector<Bigrams>& pieces) {
    const bool two_pieces = piece.count > 0 && next_piece.count > 0;
    if (whole.count + next_whole.count != 1 || !two_pieces) return false;
    const ParagraphRange& found = whole.count == 1 ? whole : next_whole;
    // Of several pieces that were joined already each was looked at.
    const bool known = piece.count > 1 || IsPieceOf(pieces[piece.first], wholes[found.first]);
    if (!known || !IsPieceOf(pieces[next_piece.first], wholes[found.first])) return false;
    whole = found;
    piece.count += next_piece.count;
    return true;
  }

  bool IsPieceOf(const Bigrams& piece, const Bigrams& whole) {
    if (piece.size() < kPieceBigrams || left_ < piece.size() + whole.size()) return false;
    left_ -= piece.size() + whole.size();
    const auto common = static_cast<double>(CountCommon(piece, whole));
    return common >= kPiece * static_cast<double>(piece.size());
  }

  // Those that are gone beside those that are new, the likest first.
  void FindMoved(std::vector<ParagraphPair>& pairs) {
    std::vector<std::size_t> gone, added;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      if (pairs[k].after.count == 0 && IsLong(before_[pairs[k].before.first])) gone.push_back(k);
      if (pairs[k].before.count == 0 && IsLong(after_[pairs[k].after.first])) added.push_back(k);
    }
    std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
    for (const std::size_t k : gone) {
      for (const std::size_t l : added) {
        const Bigrams &a = before_[pairs[k].before.first], &b = after_[pairs[l].after.first];
        if (left_ < a.size() + b.size()) break;
        left_ -= a.size() + b.size();
        const double likeness = Likeness(CountCommon(a, b), a, b);
        if (likeness >= kMoved) candidates.emplace_back(-likeness, k, l);
      }
    }
    std::sort(candidates.begin(), candidates.end());
    for (const auto& [likeness, k, l] : candidates) {
      if (pairs[k].before.count == 0 || pairs[l].before.count > 0) continue;  // taken already
      pairs[l].before = std::exchange(pairs[k].before, {});
      pairs[l].moved = true;
    }
    std::erase_if(pairs, [](const ParagraphPair& pair) {
      return pair.before.count == 0 && pair.after.count == 0;
    });
  }

  static bool IsLong(const Bigrams& bigrams) { return bigrams.size() >= kMovedBigrams; }

  std::vector<Bigrams> before_, after_;
  std::vector<std::optional<std::size_t>> partner_;  // of each paragraph after
  std::size_t left_ = kMostSteps;
};

}  // namespace

std::vector<ParagraphPair> MatchParagraphs(const Texts& before, const Texts& after) {
  return Matcher(before, after).Run();
}

}  // namespace gongkai
