// Ridges in blocks of 48 pixels, chained from block to block, then held against the lines that
// cross them. Vertical rulings are the horizontal ones of the transposed picture.
#include "ocr/rulings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "ocr/ink_chains.h"
#include "ocr/page_streaks.h"
#include "ocr/ruling_streaks.h"

namespace gongkai {
namespace {

// Pixels at 200 dpi. Shorter than the lowest row of a table in 8 pt.
constexpr int kLeastLength = 26;
// Longer than a ridge through print goes on; the strokes of a title of 26 pt have 72.
constexpr int kSurelyLong = 220;
// A copier's streak runs from edge to edge; a table keeps a margin.
constexpr int kMargin = 12;

// How much darker than its sides, and without how much of a break, a line of a given length must be.
struct LeastLine {
  int length;                 // pixels
  double strength, coverage;  // 0 to 1
  double solid = 0;           // the same
};
// On its own: a long line is one even where it is faint, since nothing else keeps its place over so
// many glyphs.
constexpr LeastLine kAlone[] = {{480, 0.12, 0.75}, {kSurelyLong, 0.18, 0.8}};
// Where it runs from one line to another: print has no ridge that does. A glyph that stands between
// two lines leaves two pixels at least at both, of a row of 60 that is 7 %.
constexpr LeastLine kBetween[] = {
    {110, 0.15, 0.7, 0.8}, {60, 0.3, 0.88, 0.95}, {0, 0.35, 0.9, 0.95}};
// Pixels. In a tight row a glyph's upright stroke comes close to both lines: a ruling touches them.
constexpr int kGlyphHigh = 60, kTouch = 4;
// Pixels by which a line's ridge may go on into the print beyond the line that it ends at: as far
// as a glyph of 14 pt is high.
constexpr int kMostPast = 40;
// Where, besides, another line of its table stands in its continuation, as those of a column do.
constexpr LeastLine kContinued[] = {{0, 0.15, 0.7, 0.85}};
constexpr double kSamePlace = 4;  // pixels

// A faint line has to be straight: in noise, ridges follow each other that jump about.
constexpr double kFaint = 0.3, kMostRough = 0.35;  // strength; pixels from step to step

// How far the line's places are from lying in the middle between their neighbours, on average.
double Roughness(const InkLine& line) {
  double sum = 0;
  for (std::size_t i = 1; i + 1 < line.at.size(); ++i) {
    sum += std::abs(line.at[i - 1] + line.at[i + 1] - 2 * line.at[i]);
  }
  return line.at.size() < 3 ? 0 : sum / static_cast<double>(line.at.size() - 2);
}

template <std::size_t N>
bool IsAtLeast(const InkLine& line, const LeastLine (&table)[N]) {
  if (line.strength < kFaint && Roughness(line) > kMostRough) return false;
  const int length = line.to - line.from;
  for (const LeastLine& least : table) {
    if (length >= least.length) {
      return line.strength >= least.strength && line.coverage >= least.coverage &&
             line.solid >= least.solid;
    }
  }
  return false;
}

// Pixels. A seal's stroke over a line is no wider, and parts the line's ridge there.
constexpr int kMostParted = 36;
constexpr double kPartedPlace = 2;
// Parts of glyphs, one over the other in the lines of a cell, are paler.
constexpr double kPartedStrength = 0.25;

// Lines that count on their own, those that have to show that they belong to a table, those that run
// from edge to edge, and the streaks over all of the page.
struct SortedLines {
  std::vector<InkLine> kept, candidates, through, streaks;
};

// The picture's horizontal lines.
SortedLines FindAcross(const Raster& grey) {
  std::vector<InkLine> lines = FindInkChains(grey);
  SortedLines out;
  out.streaks = FindPageStreaks(grey, lines);
  for (InkLine& line : lines) {
    if (line.to - line.from < kLeastLength) continue;
    const bool alone = IsAtLeast(line, kAlone);
    const bool through = alone && line.from <= kMargin && line.to >= grey.width - kMargin;
    (through ? out.through : alone ? out.kept : out.candidates).push_back(std::move(line));
  }
  return out;
}

// Of two lines that go the same way: does a third one run beside the gap between them, as the
// border of their table does? Two tables of a page may have columns in the same place.
bool AreInOneTable(const InkLine& a, const InkLine& b, const std::vector<InkLine>& kept) {
  const int gap_from = std::min(a.to, b.to), gap_to = std::max(a.from, b.from);
  return std::any_of(kept.begin(), kept.end(), [&](const InkLine& other) {
    return other.from <= gap_from + kLineReach && other.to >= gap_to - kLineReach;
  });
}

bool HasContinuation(const InkLine& line, const std::vector<InkLine>& kept) {
  return std::any_of(kept.begin(), kept.end(), [&](const InkLine& other) {
    return std::abs(other.Mean() - line.Mean()) <= kSamePlace && AreInOneTable(line, other, kept);
  });
}

// Does one line go on from the other beyond what parted them? Beyond a merged cell it does not:
// there the one ends and the other begins at a line across them.
bool IsPartedFrom(const InkLine& first, const InkLine& second, const std::vector<InkLine>& others) {
  const int gap = second.from - first.to;
  return gap > 0 && gap <= kMostParted && second.strength >= kPartedStrength &&
         std::abs(first.at.back() - second.at.front()) <= kPartedPlace &&
         !(EndsAtOne(first, others) && BeginsAtOne(second, others));
}

InkLine Joined(const InkLine& first, const InkLine& second) {
  InkLine line = first;
  line.to = second.to;
  line.strength = std::min(first.strength, second.strength);
  line.coverage = (first.coverage * (first.to - first.from) +
                   second.coverage * (second.to - second.from)) / (line.to - line.from);
  line.at.clear();
  for (int along = line.from; along <= line.to; along += kInkLineStep) {
    line.at.push_back(static_cast<float>(along < second.from ? first.At(along) : second.At(along)));
  }
  return line;
}

// The candidates that another one goes on from, joined with it.
std::vector<InkLine> JoinParted(const std::vector<InkLine>& candidates,
                                const std::vector<InkLine>& others) {
  std::vector<InkLine> joined;
  for (const InkLine& first : candidates) {
    if (first.strength < kPartedStrength) continue;
    InkLine line = first;
    for (auto next = candidates.begin(); next != candidates.end();) {
      next = std::find_if(candidates.begin(), candidates.end(),
                          [&](const InkLine& second) {
                            return IsPartedFrom(line, second, others);
                          });
      if (next != candidates.end()) line = Joined(line, *next);
    }
    if (line.to > first.to) joined.push_back(std::move(line));
  }
  return joined;
}

void AddParted(SortedLines& mine, const std::vector<InkLine>& others) {
  std::vector<InkLine> joined = JoinParted(mine.candidates, others);
  std::move(joined.begin(), joined.end(), std::back_inserter(mine.candidates));
}

// Takes away the candidates that lie on a kept line: parts of it.
void DropCovered(SortedLines& lines) {
  std::erase_if(lines.candidates, [&](const InkLine& line) {
    return std::any_of(lines.kept.begin(), lines.kept.end(), [&](const InkLine& kept) {
      return std::max(kept.from, line.from) < std::min(kept.to, line.to) &&
             std::abs(kept.Mean() - line.Mean()) <= kSamePlace;
    });
  });
}

// What of a line stands between the first and the last of the lines across it; nothing where it
// does not come up to two of them, or goes on for long.
std::optional<InkLine> PartBetween(const Raster& along, const InkLine& line,
                                   const std::vector<InkLine>& others) {
  const int reach = line.to - line.from < kGlyphHigh ? kTouch : kLineReach;
  const int middle = static_cast<int>(line.Mean());
  int first = line.to, last = line.from;
  for (const InkLine& other : others) {
    // First what costs nothing: noise has thousands of lines.
    if (middle < other.from - kLineReach || middle > other.to + kLineReach) continue;
    const int place = static_cast<int>(std::lround(other.At(middle)));
    if (place < line.from - reach || place > line.to + reach) continue;
    first = std::min(first, place);
    last = std::max(last, place);
  }
  const int from = std::max(first, line.from), to = std::min(last, line.to);
  if (to - from < kLeastLength || from - line.from > kMostPast || line.to - to > kMostPast) {
    return std::nullopt;
  }
  InkLine part = line.Cut(from, to);
  part.past_from = from - line.from;
  part.past_to = line.to - to;
  part.solid = SolidShare(along, part);
  return part;
}

// What no cut makes a ruling: too faint or with too many gaps for any row of the tables above.
bool IsHopeless(const InkLine& line) {
  constexpr LeastLine kLeast = kContinued[0];
  return line.strength < kLeast.strength || line.coverage < kLeast.coverage;
}

// Takes the candidates that run from one kept line to another, without what goes on beyond them.
// True where there were any. `along`: the picture in which the candidates are horizontal.
bool Adopt(const Raster& along, SortedLines& mine, const std::vector<InkLine>& others) {
  std::vector<InkLine> adopted;
  std::erase_if(mine.candidates, [&](const InkLine& line) {
    if (IsHopeless(line)) return false;
    auto part = PartBetween(along, line, others);
    if (!part) return false;
    const bool belongs = IsAtLeast(*part, kBetween) ||
                         (IsAtLeast(*part, kContinued) && HasContinuation(*part, mine.kept));
    if (belongs) adopted.push_back(*std::move(part));
    return belongs;
  });
  const bool any = !adopted.empty();
  std::move(adopted.begin(), adopted.end(), std::back_inserter(mine.kept));
  return any;
}

// What ends in the open at both ends, or is a horizontal line that ends so at one, is none unless it
// is as wide as a table: an underlined word, a ridge through print.
void DropLoose(SortedLines& lines, const std::vector<InkLine>& others, int open_ends) {
  constexpr int kAsWideAsTable = 480;
  const auto loose = std::stable_partition(
      lines.kept.begin(), lines.kept.end(), [&](const InkLine& line) {
        const int open = !BeginsAtOne(line, others) + !EndsAtOne(line, others);
        return line.to - line.from >= kAsWideAsTable || open <= open_ends;
      });
  std::move(loose, lines.kept.end(), std::back_inserter(lines.candidates));
  lines.kept.erase(loose, lines.kept.end());
}

// A vertical line of the last row before the page's end: only its upper end meets another.
void AdoptCutOff(SortedLines& down, const std::vector<InkLine>& horizontals) {
  std::vector<InkLine> rest;
  for (InkLine& line : down.candidates) {
    const bool one = BeginsAtOne(line, horizontals) || EndsAtOne(line, horizontals);
    const bool belongs = one && IsAtLeast(line, kContinued) && HasContinuation(line, down.kept);
    (belongs ? down.kept : rest).push_back(std::move(line));
  }
  down.candidates = std::move(rest);
}

// Of a page that is cut to its table.
void KeepBorders(SortedLines& lines, const SortedLines& others) {
  if (!AreBorders(lines.streaks, others.kept) && !AreBorders(lines.streaks, others.through)) return;
  std::move(lines.through.begin(), lines.through.end(), std::back_inserter(lines.kept));
  lines.through.clear();
  lines.streaks.clear();
}

void SortByPlace(std::vector<InkLine>& lines) {
  std::sort(lines.begin(), lines.end(), [](const InkLine& a, const InkLine& b) {
    const double left = a.Mean(), right = b.Mean();
    return left != right ? left < right : a.from < b.from;
  });
}

Raster Transpose(const Raster& grey) {
  Raster out;
  out.width = grey.height;
  out.height = grey.width;
  out.samples.resize(grey.samples.size());
  constexpr int kBlock = 32;  // fits the cache
  const auto w = static_cast<std::size_t>(grey.width), h = static_cast<std::size_t>(grey.height);
  for (std::size_t y0 = 0; y0 < h; y0 += kBlock) {
    for (std::size_t x0 = 0; x0 < w; x0 += kBlock) {
      for (std::size_t y = y0; y < std::min(h, y0 + kBlock); ++y) {
        for (std::size_t x = x0; x < std::min(w, x0 + kBlock); ++x) {
          out.samples[x * h + y] = grey.samples[y * w + x];
        }
      }
    }
  }
  return out;
}

SortedLines FindDown(const Raster& turned) {
  SortedLines out = FindAcross(turned);
  for (std::vector<InkLine>* lines : {&out.kept, &out.candidates, &out.through, &out.streaks}) {
    for (InkLine& line : *lines) line.horizontal = false;
  }
  return out;
}

}  // namespace

double InkLine::Mean() const {
  double sum = 0;
  for (const float place : at) sum += place;
  return sum / static_cast<double>(at.size());
}

double InkLine::At(int along) const {
  const double step = std::clamp(static_cast<double>(along - from) / kInkLineStep, 0.0,
                                 static_cast<double>(at.size() - 1));
  const auto before = static_cast<std::size_t>(step);
  const std::size_t after = std::min(before + 1, at.size() - 1);
  const double part = step - static_cast<double>(before);
  return at[before] * (1 - part) + at[after] * part;
}

InkLine InkLine::Cut(int first, int last) const {
  InkLine cut = *this;
  cut.from = first;
  cut.to = last;
  cut.at.clear();
  for (int along = first; along <= last; along += kInkLineStep) {
    cut.at.push_back(static_cast<float>(At(along)));
  }
  return cut;
}

InkLines FindInkLines(const Raster& grey) {
  SortedLines across = FindAcross(grey);
  const Raster turned = Transpose(grey);
  SortedLines down = FindDown(turned);
  KeepBorders(across, down);
  KeepBorders(down, across);
  const auto adopt_all = [&] {
    for (bool any = true; any;) {
      any = Adopt(grey, across, down.kept);
      any = Adopt(turned, down, across.kept) || any;
    }
  };
  adopt_all();
  AddParted(across, down.kept);
  AddParted(down, across.kept);
  adopt_all();
  DropCovered(across);
  DropCovered(down);
  DropLoose(across, down.kept, /*open_ends=*/0);
  AdoptCutOff(down, across.kept);
  DropLoose(down, across.kept, /*open_ends=*/1);
  InkLines out;
  out.horizontal = std::move(across.kept);
  out.vertical = std::move(down.kept);
  out.page_streaks = std::move(across.streaks);
  std::move(down.streaks.begin(), down.streaks.end(), std::back_inserter(out.page_streaks));
  TakeStreaks(grey, down.candidates, out);
  SortByPlace(out.horizontal);
  SortByPlace(out.vertical);
  return out;
}

}  // namespace gongkai
