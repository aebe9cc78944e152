// Numbers count as equal while the two texts are laid side by side, so that a year or a count that
// changed does not part the words around it.
//
// What Myers' algorithm leaves is the shortest difference and not yet a legible one. Two steps of
// Neil Fraser's follow (Diff Strategies, 2006; "semantic cleanup" and its lossless form): an
// equality that is no longer than the edits on both its sides is an accident and becomes part of
// them, unless it is longer than any accident; and an insertion or deletion that can slide is
// moved to where a sentence or clause begins.
#include "corpus/text_stretches.h"

#include <algorithm>
#include <map>
#include <utility>

#include "corpus/sequence_diff.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// 政府信息公开工作 and its like, up to eight characters, stand in any two sentences of reports; ten
// in a row were taken over.
constexpr std::size_t kNoAccident = 10;

// Equal tokens have equal numbers, and all numbers one.
class TokenNumbers {
 public:
  std::vector<int> Of(const CutText& cut) {
    std::vector<int> numbers;
    numbers.reserve(cut.size());
    for (std::size_t i = 0; i < cut.size(); ++i) {
      const auto key = cut.IsNumber(i) ? std::u32string_view(U"0") : cut.At(i);
      numbers.push_back(known_.try_emplace(key, static_cast<int>(known_.size())).first->second);
    }
    return numbers;
  }

 private:
  std::map<std::u32string_view, int> known_;
};

std::vector<TextStretch> LaySideBySide(const CutText& before, const CutText& after) {
  TokenNumbers numbers;
  const auto olds = numbers.Of(before), news = numbers.Of(after);
  std::vector<TextStretch> stretches;
  std::size_t x = 0, y = 0;
  const auto replaced_to = [&](std::size_t x1, std::size_t y1) {
    if (x < x1 || y < y1) stretches.push_back({x, x1, y, y1, false});
  };
  for (const CommonRun& run : FindCommonRuns(olds, news)) {
    replaced_to(run.at_before, run.at_after);
    x = run.at_before + run.length;
    y = run.at_after + run.length;
    stretches.push_back({run.at_before, x, run.at_after, y, true});
  }
  replaced_to(olds.size(), news.size());
  return stretches;
}

void DropAccidents(std::vector<TextStretch>& stretches, const CutText& before,
                   const CutText& after) {
  struct Weighed {
    TextStretch stretch;
    std::size_t weight;
  };
  std::vector<Weighed> kept;
  for (const TextStretch& next : stretches) {
    Weighed entry{next, WeightOf(next, before, after)};
    while (!next.same && kept.size() >= 2 && kept.back().stretch.same) {
      const Weighed& equality = kept[kept.size() - 1];
      const Weighed& edit = kept[kept.size() - 2];
      if (equality.weight > std::min(edit.weight, entry.weight)) break;
      if (equality.weight >= kNoAccident) break;
      entry.stretch.before = edit.stretch.before;
      entry.stretch.after = edit.stretch.after;
      entry.weight += edit.weight + equality.weight;
      kept.resize(kept.size() - 2);
    }
    kept.push_back(entry);
  }
  stretches.clear();
  for (const Weighed& entry : kept) stretches.push_back(entry.stretch);
}

// What both sides of a replacement begin or end with belongs to the equality beside it: dropped
// accidents leave such ends.
void TrimEdits(std::vector<TextStretch>& stretches, const CutText& before, const CutText& after) {
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    TextStretch& edit = stretches[i];
    if (edit.same) continue;
    const auto both = [&] { return edit.before < edit.before_end && edit.after < edit.after_end; };
    if (i > 0) {
      while (both() && before.At(edit.before) == after.At(edit.after)) {
        stretches[i - 1].before_end = ++edit.before;
        stretches[i - 1].after_end = ++edit.after;
      }
    }
    if (i + 1 < stretches.size()) {
      while (both() && before.At(edit.before_end - 1) == after.At(edit.after_end - 1)) {
        stretches[i + 1].before = --edit.before_end;
        stretches[i + 1].after = --edit.after_end;
      }
    }
  }
}

// A pure insertion or deletion: tokens [begin, end) of `own`, at token `at` of `other`. It can
// stand one token earlier where its last token equals the one before it, and later likewise.
// `first` and `last`: how far.
class Slider {
 public:
  Slider(const CutText& own, const CutText& other, std::size_t begin, std::size_t end,
         std::size_t at)
      : own_(own), other_(other), begin_(begin), size_(end - begin), at_(at) {}

  // Where it reads best: beside as few numbers that differ as can be, then behind a sentence or a
  // clause.
  std::size_t FindBest(std::size_t first, std::size_t last) {
    best_ = begin_;
    best_rank_ = RankAt(begin_);
    int changed = 0;
    for (std::size_t s = begin_; s > first && Alike(s - 1, s - 1 + size_); --s) {
      const std::size_t beside = at_ - (begin_ - s) - 1;
      changed += Differs(s - 1 + size_, beside) - Differs(s - 1, beside);
      Consider(s - 1, changed);
    }
    changed = 0;
    for (std::size_t s = begin_; s < last && Alike(s, s + size_); ++s) {
      const std::size_t beside = at_ + (s - begin_);
      changed += Differs(s, beside) - Differs(s + size_, beside);
      Consider(s + 1, changed);
    }
    return best_;
  }

 private:
  bool Alike(std::size_t i, std::size_t j) const {
    return (own_.IsNumber(i) && own_.IsNumber(j)) || own_.At(i) == own_.At(j);
  }
  int Differs(std::size_t i, std::size_t j) const { return own_.At(i) != other_.At(j) ? 1 : 0; }
  int RankAt(std::size_t token) const {
    constexpr int kEdge = 3;  // above any stop
    if (token == 0 || token == own_.size()) return kEdge;
    return StopRank(own_.text[own_.tokens[token].begin - 1]);
  }
  void Consider(std::size_t start, int changed) {
    const int rank = RankAt(start);
    if (changed > best_changed_ || (changed == best_changed_ && rank <= best_rank_)) return;
    best_ = start;
    best_changed_ = changed;
    best_rank_ = rank;
  }

  const CutText& own_;
  const CutText& other_;
  std::size_t begin_, size_, at_, best_ = 0;
  int best_changed_ = 0, best_rank_ = 0;
};

// An equality between two edits keeps a token, so that they stay two; one at the text's edge may
// go.
void SlideEdits(std::vector<TextStretch>& stretches, const CutText& before, const CutText& after) {
  for (std::size_t i = 1; i + 1 < stretches.size(); ++i) {
    TextStretch &left = stretches[i - 1], &edit = stretches[i], &right = stretches[i + 1];
    const bool deletion = edit.after == edit.after_end, insertion = edit.before == edit.before_end;
    if (edit.same || !left.same || !right.same || deletion == insertion) continue;
    const std::size_t kept_left = i == 1 ? 0 : 1, kept_right = i + 2 == stretches.size() ? 0 : 1;
    std::size_t& begin = deletion ? edit.before : edit.after;
    std::size_t& at = deletion ? edit.after : edit.before;
    std::size_t& end = deletion ? edit.before_end : edit.after_end;
    const std::size_t size = end - begin;
    const std::size_t first = (deletion ? left.before : left.after) + kept_left;
    const std::size_t last = (deletion ? right.before_end : right.after_end) - size - kept_right;
    Slider slider(deletion ? before : after, deletion ? after : before, begin, end, at);
    const std::size_t best = slider.FindBest(first, last);
    at = at + best - begin;
    begin = best;
    end = best + size;
    (deletion ? edit.after_end : edit.before_end) = at;
    left.before_end = edit.before;
    left.after_end = edit.after;
    right.before = edit.before_end;
    right.after = edit.after_end;
  }
}

}  // namespace

std::u32string_view CutText::Range(std::size_t begin, std::size_t end) const {
  if (begin == end) return {};
  const std::size_t from = tokens[begin].begin;
  return std::u32string_view(text).substr(from, tokens[end - 1].end - from);
}

std::size_t CutText::Length(std::size_t token) const {
  return tokens[token].kind == TokenKind::kSpace ? 0 : tokens[token].end - tokens[token].begin;
}

CutText CutIntoTokens(std::string_view text) {
  CutText cut{DecodeUtf8(text), {}};
  cut.tokens = FindTokens(cut.text);
  return cut;
}

std::vector<TextStretch> FindStretches(const CutText& before, const CutText& after) {
  std::vector<TextStretch> stretches = LaySideBySide(before, after);
  DropAccidents(stretches, before, after);
  TrimEdits(stretches, before, after);
  SlideEdits(stretches, before, after);
  return stretches;
}

std::size_t WeightOf(const TextStretch& stretch, const CutText& before, const CutText& after) {
  std::size_t left = 0, right = 0;
  for (std::size_t i = stretch.before; i < stretch.before_end; ++i) {
    const bool same = stretch.same && before.At(i) == after.At(stretch.after + i - stretch.before);
    if (same || !stretch.same) left += before.Length(i);
  }
  if (stretch.same) return left;
  for (std::size_t i = stretch.after; i < stretch.after_end; ++i) right += after.Length(i);
  return std::max(left, right);
}

}  // namespace gongkai
