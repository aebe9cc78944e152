#include "ocr/ink_chains.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace gongkai {
namespace {

// A block is four steps wide: as wide as a glyph, so that strokes average out and lines add up.
constexpr int kStepsPerBlock = 4;
constexpr int kBlock = kStepsPerBlock * kInkLineStep;
// Rows at a ridge's sides that must be paler, from its middle: a line is at most 7 pixels thick.
constexpr int kNearSide = 4, kFarSide = 6;
// Of 255. Less ink than this above its sides is noise.
constexpr int kLeastRidge = 26;
// Rows by which a line may move from one block to the next: 1 in 12 is 5 degrees, more than is left
// after deskewing or by a curled page.
constexpr double kDrift = 1.01;
// Blocks that a broken line may miss, above those that bridge a gap by their width.
constexpr int kMostMissed = 3;
// Pixels of paper at which a line's end is.
constexpr int kGapAtEnd = 8;
constexpr int kInkAtEnd = 40;    // of 255, of a faint line's darkest row
constexpr int kSideOfCentre = 2;  // rows that a line may waver
// A page of noise has a ridge everywhere; no page of print has this many.
constexpr std::size_t kMostPeaks = 400;  // a block

using Level = std::uint8_t;

// The mean ink of every row in every block; a block's rows stand together.
class BlockRows {
 public:
  explicit BlockRows(const Raster& grey)
      : rows_(static_cast<std::size_t>(grey.height)),
        blocks_(std::max(0, grey.width / kInkLineStep - kStepsPerBlock + 1)) {
    const int steps = grey.width / kInkLineStep;
    std::vector<int> sums(static_cast<std::size_t>(steps));
    levels_.resize(rows_ * static_cast<std::size_t>(blocks_));
    const unsigned char* sample = grey.samples.data();
    for (std::size_t y = 0; y < rows_; ++y, sample += grey.width) {
      for (int s = 0; s < steps; ++s) {
        int sum = 0;
        for (int i = 0; i < kInkLineStep; ++i) sum += 255 - sample[s * kInkLineStep + i];
        sums[static_cast<std::size_t>(s)] = sum;
      }
      for (std::size_t b = 0; b < static_cast<std::size_t>(blocks_); ++b) {
        const int sum = sums[b] + sums[b + 1] + sums[b + 2] + sums[b + 3];
        levels_[b * rows_ + y] = static_cast<Level>(sum / kBlock);
      }
    }
  }

  int Blocks() const { return blocks_; }
  int Rows() const { return static_cast<int>(rows_); }
  const Level* Of(int block) const { return &levels_[static_cast<std::size_t>(block) * rows_]; }

 private:
  std::size_t rows_;
  int blocks_;
  std::vector<Level> levels_;
};

struct Peak {
  float at = 0;   // row
  int ridge = 0;  // 0 to 255
};

// How much darker a row is than both sides. The palest of three rows stands for a side: print that
// comes close to a line does not hide it.
int RidgeAt(const Level* rows, int y) {
  const int above = std::min({rows[y - kFarSide], rows[y - kFarSide + 1], rows[y - kNearSide]});
  const int below = std::min({rows[y + kFarSide], rows[y + kFarSide - 1], rows[y + kNearSide]});
  return rows[y] - std::max(above, below);
}

// The middle of the ink around a peak: rows weighed by what they have above the sides.
float MiddleOf(const std::vector<int>& ridges, std::size_t y) {
  double weight = 0, sum = 0;
  for (std::size_t i = y - 2; i <= y + 2; ++i) {
    const int ridge = std::max(0, ridges[i]);
    weight += ridge;
    sum += ridge * static_cast<double>(i);
  }
  return static_cast<float>(sum / weight);
}

std::vector<Peak> FindPeaks(const Level* rows, int count, std::vector<int>& ridges) {
  std::vector<Peak> peaks;
  ridges.assign(static_cast<std::size_t>(count), 0);
  for (int y = kFarSide; y < count - kFarSide; ++y) {
    ridges[static_cast<std::size_t>(y)] = RidgeAt(rows, y);
  }
  for (std::size_t y = kFarSide; y + kFarSide < ridges.size(); ++y) {
    const int ridge = ridges[y];
    if (ridge < kLeastRidge) continue;
    if (ridge < ridges[y - 1] || ridge < ridges[y - 2] || ridge <= ridges[y + 1] ||
        ridge <= ridges[y + 2]) {
      continue;
    }
    peaks.push_back({MiddleOf(ridges, y), ridge});
  }
  if (peaks.size() > kMostPeaks) peaks.clear();
  return peaks;
}

struct Chain {
  int first = 0, last = 0;  // blocks
  std::vector<float> at;    // from the first block to the last
  double ridges = 0;        // sum over the blocks where it was seen
  int seen = 0;
};

void Extend(Chain& chain, int block, const Peak& peak) {
  const float before = chain.at.back();
  const int gap = block - chain.last;
  for (int i = 1; i <= gap; ++i) {
    chain.at.push_back(before + (peak.at - before) * static_cast<float>(i) / static_cast<float>(gap));
  }
  chain.last = block;
  chain.ridges += peak.ridge;
  ++chain.seen;
}

// The nearest peak that may continue a chain, or its end. Peaks are sorted by row.
std::size_t FindNext(const Chain& chain, int block, const std::vector<Peak>& peaks,
                     const std::vector<char>& taken) {
  double reach = kDrift + 0.5 * (block - chain.last - 1);
  std::size_t best = peaks.size();
  auto peak = std::lower_bound(peaks.begin(), peaks.end(), chain.at.back() - reach,
                               [](const Peak& p, double row) { return p.at < row; });
  for (; peak != peaks.end() && peak->at <= chain.at.back() + reach; ++peak) {
    const auto i = static_cast<std::size_t>(peak - peaks.begin());
    const double away = std::abs(peak->at - chain.at.back());
    if (!taken[i] && away <= reach) {
      best = i;
      reach = away;
    }
  }
  return best;
}

// Long chains choose first: a line passes through the strokes of a glyph that touches it.
std::vector<Chain> FindChains(const BlockRows& blocks) {
  std::vector<Chain> done, open;
  std::vector<int> ridges;
  for (int block = 0; block < blocks.Blocks(); ++block) {
    const std::vector<Peak> peaks = FindPeaks(blocks.Of(block), blocks.Rows(), ridges);
    std::vector<char> taken(peaks.size(), 0);
    for (Chain& chain : open) {
      const std::size_t next = FindNext(chain, block, peaks, taken);
      if (next == peaks.size()) continue;
      taken[next] = 1;
      Extend(chain, block, peaks[next]);
    }
    for (std::size_t i = 0; i < peaks.size(); ++i) {
      if (!taken[i]) {
        open.push_back({block, block, {peaks[i].at}, static_cast<double>(peaks[i].ridge), 1});
      }
    }
    const auto ended = std::stable_partition(open.begin(), open.end(), [&](const Chain& chain) {
      return block - chain.last <= kMostMissed;
    });
    std::move(ended, open.end(), std::back_inserter(done));
    open.erase(ended, open.end());
  }
  std::move(open.begin(), open.end(), std::back_inserter(done));
  return done;
}

struct Covered {
  int from = 0, to = -1;  // pixels, both in it
  double share = 0;       // of its steps, 0 to 1
};

int InkAt(const Raster& grey, int x, int y) {
  if (y < 0 || y >= grey.height) return 0;
  return 255 - grey.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(grey.width) +
                            static_cast<std::size_t>(x)];
}

// A chain followed pixel by pixel.
class ChainTrace {
 public:
  ChainTrace(const Raster& grey, const Chain& chain) : grey_(grey), chain_(chain) {}

  // The last pixel with ink, from `start` in the direction of `step`, at most three blocks away: what
  // goes on further would be in the chain.
  int EndFrom(int start, int step) const {
    int end = start;
    constexpr int kMostOn = 3 * kBlock;
    const int least = std::max(0, start - kMostOn), most = std::min(grey_.width - 1, start + kMostOn);
    for (int x = start, gap = 0; x >= least && x <= most && gap <= kGapAtEnd; x += step) {
      gap = IsInk(x) ? 0 : gap + 1;
      if (gap == 0) end = x;
    }
    return end;
  }

  double At(int x) const {
    const double step = static_cast<double>(x - chain_.first * kInkLineStep - kBlock / 2) / kInkLineStep;
    const double within = std::clamp(step, 0.0, static_cast<double>(chain_.at.size() - 1));
    const auto before = static_cast<std::size_t>(within);
    const std::size_t after = std::min(before + 1, chain_.at.size() - 1);
    const double part = within - static_cast<double>(before);
    return chain_.at[before] * (1 - part) + chain_.at[after] * part;
  }

  // The parts from `from` to `to` in which the line is there without much of a break. A ruling goes
  // on where text has gaps between its glyphs and between their strokes, and that holds for faint
  // ones too: each short step is held against what most of the others have. Where a ruling's
  // neighbour in its direction is text or a merged cell, the chain has gone on into it; it is cut
  // there.
  std::vector<Covered> CoveredParts(int from, int to) const {
    const std::vector<int> ridges = Ridges(from, to);
    if (ridges.empty()) return {};
    const int least = LeastRidgeOf(ridges);
    std::vector<Covered> parts;
    std::vector<Steps> open = {{0, ridges.size()}};
    while (!open.empty()) {
      const Steps all = open.back();
      open.pop_back();
      const Steps best = BestSteps(ridges, least, all);
      if (best.end - best.begin < kLeastSteps) continue;
      const auto covered = std::count_if(
          ridges.begin() + static_cast<std::ptrdiff_t>(best.begin),
          ridges.begin() + static_cast<std::ptrdiff_t>(best.end), [&](int r) { return r >= least; });
      parts.push_back({from + static_cast<int>(best.begin) * kCoverStep,
                       std::min(to, from + static_cast<int>(best.end) * kCoverStep),
                       static_cast<double>(covered) / static_cast<double>(best.end - best.begin)});
      open.push_back({best.end, all.end});
      open.push_back({all.begin, best.begin});
    }
    return parts;
  }

  // Pixels: half of the usual gap between two glyphs and a stroke's width.
  static constexpr int kCoverStep = 6;

 private:
  static constexpr int kLeastCover = 14;  // of 255, above the sides
  // A step without ink outweighs so many with it: text is covered by two thirds, a ruling broken by
  // noise or a photocopier by nine tenths.
  static constexpr double kMissWeight = 4;

  static constexpr std::size_t kLeastSteps = 4;  // shorter is no ruling (see rulings.cpp)

  // A range of steps.
  struct Steps {
    std::size_t begin = 0, end = 0;
  };
  // The range in which the steps with ink outweigh those without the most.
  static Steps BestSteps(const std::vector<int>& ridges, int least, const Steps& all) {
    double sum = 0, best = 0;
    Steps run{all.begin, all.begin}, out{all.begin, all.begin};
    for (std::size_t i = all.begin; i < all.end; ++i) {
      if (sum <= 0) {
        sum = 0;
        run.begin = i;
      }
      sum += ridges[i] >= least ? 1 : -kMissWeight;
      if (sum > best) {
        best = sum;
        out = {run.begin, i + 1};
      }
    }
    return out;
  }

  std::vector<int> Ridges(int from, int to) const {
    std::vector<int> ridges;
    for (int x = from; x + kCoverStep <= to + 1; x += kCoverStep) ridges.push_back(RidgeOver(x));
    return ridges;
  }
  static int LeastRidgeOf(std::vector<int> ridges) {
    const auto typical = ridges.begin() + static_cast<std::ptrdiff_t>(ridges.size() * 2 / 3);
    std::nth_element(ridges.begin(), typical, ridges.end());
    return std::max(kLeastCover, *typical * 2 / 5);
  }

  int MeanInk(int x, int y) const {
    int sum = 0;
    for (int i = 0; i < kCoverStep; ++i) sum += InkAt(grey_, x + i, y);
    return sum / kCoverStep;
  }
  // Of the darkest of three rows, above the paler one of the sides: print touches one side, seldom
  // both.
  int RidgeOver(int x) const {
    const int row = static_cast<int>(std::lround(At(x + kCoverStep / 2)));
    const int centre = std::max({MeanInk(x, row - 1), MeanInk(x, row), MeanInk(x, row + 1)});
    return centre - std::min(MeanInk(x, row - kNearSide - 1), MeanInk(x, row + kNearSide + 1));
  }
  bool IsInk(int x) const {
    const int row = static_cast<int>(std::lround(At(x)));
    for (int y = std::max(0, row - kSideOfCentre);
         y <= std::min(grey_.height - 1, row + kSideOfCentre); ++y) {
      if (InkAt(grey_, x, y) >= kInkAtEnd) return true;
    }
    return false;
  }

  const Raster& grey_;
  const Chain& chain_;
};

void AppendLines(const Raster& grey, const Chain& chain, std::vector<InkLine>& out) {
  const ChainTrace trace(grey, chain);
  const int from = trace.EndFrom(chain.first * kInkLineStep + kBlock / 2, -1);
  const int to = trace.EndFrom(chain.last * kInkLineStep + kBlock / 2, 1);
  for (const Covered& part : trace.CoveredParts(from, to)) {
    InkLine line;
    // A step's worth of ink may be left at either end.
    line.from = std::max(trace.EndFrom(part.from, -1), part.from - ChainTrace::kCoverStep);
    line.to = std::min(trace.EndFrom(part.to, 1), part.to + ChainTrace::kCoverStep);
    line.coverage = part.share;
    line.strength = chain.ridges / chain.seen / 255;
    for (int x = line.from; x <= line.to; x += kInkLineStep) {
      line.at.push_back(static_cast<float>(trace.At(x)));
    }
    line.solid = SolidShare(grey, line);
    out.push_back(std::move(line));
  }
}

}  // namespace

double SolidShare(const Raster& grey, const InkLine& line) {
  std::vector<int> inks;
  for (int x = line.from; x <= line.to; ++x) {
    const int row = static_cast<int>(std::lround(line.At(x)));
    inks.push_back(
        std::max({InkAt(grey, x, row - 1), InkAt(grey, x, row), InkAt(grey, x, row + 1)}));
  }
  std::vector<int> sorted = inks;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  const auto dark = std::count_if(inks.begin(), inks.end(),
                                  [half = *middle / 2](int ink) { return ink >= half; });
  return static_cast<double>(dark) / static_cast<double>(inks.size());
}

std::vector<InkLine> FindInkChains(const Raster& grey) {
  const BlockRows blocks(grey);
  std::vector<InkLine> lines;
  for (const Chain& chain : FindChains(blocks)) {
    AppendLines(grey, chain, lines);
  }
  return lines;
}

}  // namespace gongkai
