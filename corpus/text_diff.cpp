// One paragraph against another. Numbers count as equal while the two are laid side by side, so that a
// year or a count that changed does not part the words around it; only then are they compared.
//
// What Myers' algorithm leaves is the shortest difference and not yet a legible one. Two steps of Neil
// Fraser's follow (Diff Strategies, 2006; "semantic cleanup" and its lossless form): an equality that is
// no longer than the edits on both its sides is an accident and becomes part of them, unless it is longer
// than any accident; and an insertion or deletion that can slide is moved to where a sentence or clause ends.
#include "corpus/text_diff.h"

#include <algorithm>
#include <map>

#include "corpus/sequence_diff.h"
#include "corpus/text_tokens.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// 政府信息公开工作 and its like, up to eight characters, stand in any two sentences of reports; ten in a
// row were taken over.
constexpr std::size_t kNoAccident = 10;

struct CutText {
  std::u32string text;
  std::vector<TextToken> tokens;

  std::u32string_view At(std::size_t i) const {
    return std::u32string_view(text).substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
  bool IsNumber(std::size_t i) const { return tokens[i].kind == TokenKind::kNumber; }
  std::size_t Length(std::size_t i) const {
    return tokens[i].kind == TokenKind::kSpace ? 0 : tokens[i].end - tokens[i].begin;
  }
};

CutText Cut(std::string_view text) {
  CutText cut{DecodeUtf8(text), {}};
  cut.tokens = FindTokens(cut.text);
  return cut;
}

// Two token ranges: the same but for numbers, or one in the other's place.
struct Stretch {
  std::size_t before = 0, before_end = 0, after = 0, after_end = 0;
  bool same = false;
};

class Comparer {
 public:
  Comparer(std::string_view before, std::string_view after)
      : before_(Cut(before)), after_(Cut(after)) {}

  ParagraphDiff Run() {
    FindStretches();
    DropAccidents();
    TrimEdits();
    Slide();
    ParagraphDiff diff;
    for (const Stretch& stretch : stretches_) Write(stretch, diff.edits);
    diff.change = ChangeOf(diff.edits);
    return diff;
  }

 private:
  std::vector<int> Numbered(const CutText& cut) {
    std::vector<int> ids;
    ids.reserve(cut.tokens.size());
    for (std::size_t i = 0; i < cut.tokens.size(); ++i) {
      const auto key = cut.IsNumber(i) ? std::u32string_view(U"0") : cut.At(i);
      ids.push_back(ids_.try_emplace(key, static_cast<int>(ids_.size())).first->second);
    }
    return ids;
  }

  void FindStretches() {
    const auto ids = Numbered(before_), other_ids = Numbered(after_);
    std::size_t x = 0, y = 0;
    const auto gap_to = [&](std::size_t x1, std::size_t y1) {
      if (x < x1 || y < y1) stretches_.push_back({x, x1, y, y1, false});
    };
    for (const CommonRun& run : FindCommonRuns(ids, other_ids)) {
      gap_to(run.at_before, run.at_after);
      x = run.at_before + run.length;
      y = run.at_after + run.length;
      stretches_.push_back({run.at_before, x, run.at_after, y, true});
    }
    gap_to(ids.size(), other_ids.size());
  }

  bool Differ(std::size_t i, std::size_t j) const { return before_.At(i) != after_.At(j); }

  // In characters: of what is truly the same, or of the longer side of an edit.
  std::size_t Weight(const Stretch& stretch) const {
    std::size_t left = 0, right = 0;
    for (std::size_t i = stretch.before; i < stretch.before_end; ++i) {
      const bool counts = !stretch.same || !Differ(i, stretch.after + (i - stretch.before));
      if (counts) left += before_.Length(i);
    }
    if (stretch.same) return left;
    for (std::size_t i = stretch.after; i < stretch.after_end; ++i) right += after_.Length(i);
    return std::max(left, right);
  }

  void DropAccidents() {
    struct Weighed {
      Stretch stretch;
      std::size_t weight;
    };
    std::vector<Weighed> kept;
    for (const Stretch& next : stretches_) {
      Weighed entry{next, Weight(next)};
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
    stretches_.clear();
    for (const Weighed& entry : kept) stretches_.push_back(entry.stretch);
  }

  // What both sides of an edit begin or end with belongs to the equality beside it: dropped
  // accidents leave such ends.
  void TrimEdits() {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      Stretch& edit = stretches_[i];
      if (edit.same) continue;
      const auto left = [&] { return edit.before < edit.before_end && edit.after < edit.after_end; };
      if (i > 0) {
        while (left() && before_.At(edit.before) == after_.At(edit.after)) {
          stretches_[i - 1].before_end = ++edit.before;
          stretches_[i - 1].after_end = ++edit.after;
        }
      }
      if (i + 1 < stretches_.size()) {
        while (left() && before_.At(edit.before_end - 1) == after_.At(edit.after_end - 1)) {
          stretches_[i + 1].before = --edit.before_end;
          stretches_[i + 1].after = --edit.after_end;
        }
      }
    }
  }

  // How well an edit begins at token `at`: behind a sentence, behind a clause, at the edge.
  static int EdgeRank(const CutText& cut, std::size_t at) {
    constexpr int kEdge = 3;
    if (at == 0 || at == cut.tokens.size()) return kEdge;
    return StopRank(cut.text[cut.tokens[at].begin - 1]);
  }

  // A pure insertion or deletion between two equalities: [begin, end) of `own`, where `other` has
  // nothing. Where its last token equals the one before it, it can stand one token earlier.
  void Slide() {
    for (std::size_t i = 1; i + 1 < stretches_.size(); ++i) {
      Stretch& edit = stretches_[i];
      if (edit.same || !stretches_[i - 1].same || !stretches_[i + 1].same) continue;
      if (edit.after == edit.after_end) {
        SlideOne(before_, after_, edit.before, edit.before_end, edit.after,
                 {stretches_[i - 1].before, stretches_[i + 1].before_end});
        edit.after_end = edit.after;
      } else if (edit.before == edit.before_end) {
        SlideOne(after_, before_, edit.after, edit.after_end, edit.before,
                 {stretches_[i - 1].after, stretches_[i + 1].after_end});
        edit.before_end = edit.before;
      } else {
        continue;
      }
      stretches_[i - 1].before_end = edit.before;
      stretches_[i - 1].after_end = edit.after;
      stretches_[i + 1].before = edit.before_end;
      stretches_[i + 1].after = edit.after_end;
    }
  }

  static bool Alike(const CutText& own, std::size_t i, std::size_t j) {
    return (own.IsNumber(i) && own.IsNumber(j)) || own.At(i) == own.At(j);
  }

  static void SlideOne(const CutText& own, const CutText& other, std::size_t& begin,
                       std::size_t& end, std::size_t& at, std::pair<std::size_t, std::size_t> room) {
    const std::size_t size = end - begin;
    const std::size_t first = begin;
    // Numbers that would be laid beside another number count most, then the edge.
    const auto differ = [&](std::size_t i, std::size_t j) { return own.At(i) != other.At(j) ? 1 : 0; };
    int changed = 0, best_changed = 0, best_rank = EdgeRank(own, begin);
    std::size_t best = begin;
    const auto consider = [&](std::size_t start) {
      const int rank = EdgeRank(own, start);
      if (changed > best_changed || (changed == best_changed && rank <= best_rank)) return;
      best = start;
      best_changed = changed;
      best_rank = rank;
    };
    for (std::size_t s = first; s > room.first + 1 && Alike(own, s - 1, s - 1 + size); --s) {
      const std::size_t beside = at - (first - s) - 1;
      changed += differ(s - 1 + size, beside) - differ(s - 1, beside);
      consider(s - 1);
    }
    changed = 0;
    for (std::size_t s = first; s + size + 1 < room.second && Alike(own, s, s + size); ++s) {
      const std::size_t beside = at + (s - first);
      changed += differ(s, beside) - differ(s + size, beside);
      consider(s + 1);
    }
    at = at + best - first;
    begin = best;
    end = best + size;
  }

  static void Add(std::vector<TextEdit>& edits, EditKind kind, std::u32string_view text, bool number,
                  bool copied) {
    if (text.empty()) return;
    const bool joins = !edits.empty() && edits.back().kind == kind &&
                       edits.back().number == number && edits.back().copied == copied;
    if (joins) {
      edits.back().text += EncodeUtf8(text);
    } else {
      edits.push_back({kind, EncodeUtf8(text), number, copied});
    }
  }

  static std::u32string_view Range(const CutText& cut, std::size_t begin, std::size_t end) {
    if (begin == end) return {};
    const std::size_t from = cut.tokens[begin].begin;
    return std::u32string_view(cut.text).substr(from, cut.tokens[end - 1].end - from);
  }

  void Write(const Stretch& stretch, std::vector<TextEdit>& edits) const {
    if (!stretch.same) {
      Add(edits, EditKind::kDeleted, Range(before_, stretch.before, stretch.before_end), false, false);
      Add(edits, EditKind::kInserted, Range(after_, stretch.after, stretch.after_end), false, false);
      return;
    }
    const bool copied = Weight(stretch) >= kCopiedCharacters;
    std::size_t from = stretch.before;
    for (std::size_t i = stretch.before; i < stretch.before_end; ++i) {
      const std::size_t j = stretch.after + (i - stretch.before);
      if (!Differ(i, j)) continue;
      Add(edits, EditKind::kSame, Range(before_, from, i), false, copied);
      Add(edits, EditKind::kDeleted, before_.At(i), true, copied);
      Add(edits, EditKind::kInserted, after_.At(j), true, copied);
      from = i + 1;
    }
    Add(edits, EditKind::kSame, Range(before_, from, stretch.before_end), false, copied);
  }

  static TextChange ChangeOf(const std::vector<TextEdit>& edits) {
    TextChange change = TextChange::kSame;
    for (const TextEdit& edit : edits) {
      if (edit.kind == EditKind::kSame) continue;
      if (edit.number) {
        change = TextChange::kNumbers;
      } else if (CountCharacters(edit.text) > 0) {
        return TextChange::kChanged;
      }
    }
    return change;
  }

  CutText before_, after_;
  std::map<std::u32string_view, int> ids_;
  std::vector<Stretch> stretches_;
};

std::vector<std::string_view> SplitParagraphs(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    paragraphs.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paragraphs;
}

// With the line feeds between them.
std::string_view TextOf(const std::vector<std::string_view>& paragraphs,
                        const ParagraphRange& range) {
  if (range.count == 0) return {};
  const std::string_view first = paragraphs[range.first];
  const std::string_view last = paragraphs[range.first + range.count - 1];
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace

ParagraphDiff DiffParagraphs(std::string_view before, std::string_view after) {
  return Comparer(before, after).Run();
}

std::vector<ParagraphDiff> DiffTexts(std::string_view before, std::string_view after) {
  const auto olds = SplitParagraphs(before), news = SplitParagraphs(after);
  std::vector<ParagraphDiff> diffs;
  for (const ParagraphPair& pair : MatchParagraphs(olds, news)) {
    const std::string_view old_text = TextOf(olds, pair.before), new_text = TextOf(news, pair.after);
    ParagraphDiff diff = DiffParagraphs(old_text, new_text);
    diff.place = pair;
    if (pair.before.count == 0) diff.change = TextChange::kAdded;
    if (pair.after.count == 0) diff.change = TextChange::kRemoved;
    diffs.push_back(std::move(diff));
  }
  return diffs;
}

std::size_t CountCharacters(std::string_view text) {
  const std::u32string decoded = DecodeUtf8(text);
  return static_cast<std::size_t>(
      std::count_if(decoded.begin(), decoded.end(), [](char32_t c) { return !IsSpace(c); }));
}

std::size_t CountSame(const std::vector<ParagraphDiff>& paragraphs) {
  std::size_t same = 0;
  for (const ParagraphDiff& paragraph : paragraphs) {
    for (const TextEdit& edit : paragraph.edits) {
      if (edit.kind == EditKind::kSame) same += CountCharacters(edit.text);
    }
  }
  return same;
}

}  // namespace gongkai
