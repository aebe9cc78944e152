// Ridges in blocks of 48 pixels, chained from block to block, then held against the lines that
// cross them. Vertical rulings are the horizontal ones of the transposed picture.
#include "ocr/rulings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "ocr/ink_chains.h"

namespace gongkai {
namespace {

// Pixels at 200 dpi. Longer than the strokes of any title's glyph (26 pt is 72 pixels).
constexpr int kSurelyLong = 110;
// Shorter than the lowest row of a table in 8 pt; a candidate has to reach from line to line.
constexpr int kLeastLength = 26;
// From the end of a line to the one it meets: corners are rounded off by blur and thresholds.
constexpr int kReach = 8;
// A copier's streak runs from edge to edge; a table keeps a margin.
constexpr int kMargin = 12;
// Shares of ink by which a line of a given length stands out. A long line is one even where it is
// faint: nothing else keeps its place over so many glyphs.
struct LeastStrength {
  int length;       // pixels
  double strength, coverage;  // 0 to 1
};
constexpr LeastStrength kStrengths[] = {
    {480, 0.12, 0.75}, {240, 0.18, 0.8}, {110, 0.30, 0.9}, {0, 0.35, 0.92}};

bool IsStrongEnough(const InkLine& line) {
  const int length = line.to - line.from;
  if (length < kLeastLength) return false;
  for (const LeastStrength& least : kStrengths) {
    if (length >= least.length) return line.strength >= least.strength && line.coverage >= least.coverage;
  }
  return false;
}

// Whether `line` passes or ends at `other`, which runs across it, near its own place `along`.
bool Meets(const InkLine& other, int along, double across) {
  return across >= other.from - kReach && across <= other.to + kReach &&
         std::abs(other.At(static_cast<int>(across)) - along) <= kReach;
}

bool EndsAtOne(int along, double across, const std::vector<InkLine>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const InkLine& other) { return Meets(other, along, across); });
}

int Crossings(const InkLine& line, const std::vector<InkLine>& others) {
  return static_cast<int>(std::count_if(others.begin(), others.end(), [&](const InkLine& other) {
    const double middle = other.Mean();
    return middle >= line.from - kReach && middle <= line.to + kReach &&
           Meets(other, static_cast<int>(std::lround(middle)), line.At(static_cast<int>(middle)));
  }));
}

struct Sorted {
  std::vector<InkLine> kept, candidates, streaks;
};

// Long ones are lines; short ones have to show that they belong to a table.
Sorted SortOut(std::vector<InkLine> lines, int extent) {
  Sorted out;
  for (InkLine& line : lines) {
    if (!IsStrongEnough(line)) continue;
    const bool streak = line.from <= kMargin && line.to >= extent - kMargin;
    const bool is_long = line.to - line.from >= kSurelyLong;
    (streak ? out.streaks : is_long ? out.kept : out.candidates).push_back(std::move(line));
  }
  return out;
}

// Moves the candidates that run from one kept line to another. True where there were any.
bool Adopt(Sorted& mine, const std::vector<InkLine>& others) {
  const auto belongs = [&](const InkLine& line) {
    return EndsAtOne(line.from, line.at.front(), others) &&
           EndsAtOne(line.to, line.at.back(), others);
  };
  const auto rest = std::stable_partition(mine.candidates.begin(), mine.candidates.end(),
                                          [&](const InkLine& line) { return !belongs(line); });
  const bool any = rest != mine.candidates.end();
  mine.kept.insert(mine.kept.end(), std::make_move_iterator(rest),
                   std::make_move_iterator(mine.candidates.end()));
  mine.candidates.erase(rest, mine.candidates.end());
  return any;
}

// Whether the vertical line runs out of a table: beyond the border it ends at no other line, though
// at least kOthers others end at that border. At most one other may run on: where a page's end cuts
// a table all of them do.
bool RunsOutAt(const InkLine& line, const InkLine& border, const std::vector<InkLine>& horizontals,
               const std::vector<InkLine>& verticals) {
  constexpr int kOthers = 3;
  constexpr int kOut = 16;  // pixels; twice of what corners are rounded off by
  const double middle = line.Mean();
  if (middle < border.from - kReach || middle > border.to + kReach) return false;
  int ends = 0, passes = 0;
  const auto runs_out = [&](const InkLine& other) {
    const double at = border.At(static_cast<int>(other.Mean()));
    return (other.to > at + kOut && other.from < at - kReach) ||
           (other.from < at - kOut && other.to > at + kReach);
  };
  if (!runs_out(line)) return false;
  const bool upwards = line.from < border.At(static_cast<int>(middle)) - kOut;
  const bool downwards = line.to > border.At(static_cast<int>(middle)) + kOut;
  const bool free_above = upwards && !EndsAtOne(line.from, line.at.front(), horizontals);
  const bool free_below = downwards && !EndsAtOne(line.to, line.at.back(), horizontals);
  if (!free_above && !free_below) return false;
  for (const InkLine& other : verticals) {
    const double x = other.Mean();
    if (&other == &line || x < border.from - kReach || x > border.to + kReach) continue;
    const double at = border.At(static_cast<int>(x));
    passes += runs_out(other);
    ends += std::abs(other.from - at) <= kReach || std::abs(other.to - at) <= kReach;
  }
  return passes <= 1 && ends >= kOthers;
}

// Moves to the streaks what runs out of a table, and what runs along a streak: its other edge.
void TakeStreaks(InkLines& lines) {
  constexpr double kBeside = 5;  // pixels
  const std::vector<InkLine> verticals = std::move(lines.vertical);
  lines.vertical.clear();
  std::vector<InkLine> kept;
  for (const InkLine& line : verticals) {
    const bool runs_out =
        std::any_of(lines.horizontal.begin(), lines.horizontal.end(),
                    [&](const InkLine& border) { return RunsOutAt(line, border, lines.horizontal, verticals); });
    (runs_out ? lines.streaks : kept).push_back(line);
  }
  for (InkLine& line : kept) {
    const bool beside = std::any_of(
        lines.streaks.begin(), lines.streaks.end(), [&](const InkLine& streak) {
          return !streak.horizontal && std::abs(streak.Mean() - line.Mean()) <= kBeside;
        });
    if (!beside) lines.vertical.push_back(std::move(line));
  }
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

// Paints the run of ink across the line at one place, if it is no thicker than a line.
class Eraser {
 public:
  explicit Eraser(Raster& grey) : grey_(grey) {}

  void Erase(const InkLine& line) {
    horizontal_ = line.horizontal;
    std::vector<Run> runs;
    for (int along = line.from; along <= line.to; ++along) {
      runs.push_back(RunAt(along, static_cast<int>(std::lround(line.At(along)))));
    }
    const int most = TypicalThickness(runs) + kWavering;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].Thickness() <= most) Paint(line.from + static_cast<int>(i), runs[i]);
    }
  }

 private:
  static constexpr int kThickest = 8;  // pixels; thicker is a stroke that crosses
  // Pixels that a line may be thicker at a place than at most: a stroke that lies along it, or that
  // it passes through, is left with a piece of it rather than cut.
  static constexpr int kWavering = 1;

  // The ink across the line at one place, and the paper at its sides.
  struct Run {
    int low = 0, high = -1, centre = 0;  // both ends in it; empty where there is no line
    int before = 255, after = 255;

    int Thickness() const { return high - low + 1; }
  };
  // Pixels from the middle at which a line's side is judged.
  static constexpr int kNearSide = 5, kFarSide = 7;
  // Grey levels by which a line is darker than its side; a stroke that crosses it is as dark.
  static constexpr int kLeastContrast = 25;
  // Of the way from the side's level to the line's: what is darker belongs to the line's edge.
  static constexpr double kEdge = 0.15;

  unsigned char* Sample(int along, int across) {
    const int x = horizontal_ ? along : across, y = horizontal_ ? across : along;
    if (x < 0 || y < 0 || x >= grey_.width || y >= grey_.height) return nullptr;
    return &grey_.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(grey_.width) +
                          static_cast<std::size_t>(x)];
  }
  int Level(int along, int across) {
    const unsigned char* sample = Sample(along, across);
    return sample == nullptr ? 255 : *sample;
  }
  // The palest of what stands at one side: the cell's own paper, shaded or not.
  int Side(int along, int centre, int direction) {
    int level = 0;
    for (int d = kNearSide; d <= kFarSide; ++d) {
      level = std::max(level, Level(along, centre + direction * d));
    }
    return level;
  }
  // A line wavers between the places it was seen at.
  int Darkest(int along, int centre) {
    int best = centre;
    for (const int near : {-1, 1, -2, 2}) {
      if (Level(along, centre + near) < Level(along, best)) best = centre + near;
    }
    return best;
  }
  int Edge(int along, int centre, int direction, int side) {
    const int core = Level(along, centre);
    const double pale = side - kEdge * (side - core);
    int at = centre;
    while (std::abs(at - centre) < kThickest && Level(along, at + direction) < pale) at += direction;
    return at;
  }
  Run RunAt(int along, int place) {
    Run run;
    run.centre = Darkest(along, place);
    run.before = Side(along, run.centre, -1);
    run.after = Side(along, run.centre, 1);
    if (std::min(run.before, run.after) - Level(along, run.centre) < kLeastContrast) return run;
    run.low = Edge(along, run.centre, -1, run.before);
    run.high = Edge(along, run.centre, 1, run.after);
    if (run.Thickness() > kThickest) run.high = run.low - 1;
    return run;
  }
  static int TypicalThickness(const std::vector<Run>& runs) {
    std::vector<int> all;
    for (const Run& run : runs) {
      if (run.Thickness() > 0) all.push_back(run.Thickness());
    }
    if (all.empty()) return 0;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    return *middle;
  }
  void Paint(int along, const Run& run) {
    for (int across = run.low; across <= run.high; ++across) {
      *Sample(along, across) =
          static_cast<unsigned char>(across < run.centre ? run.before : run.after);
    }
  }

  Raster& grey_;
  bool horizontal_ = true;
};

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

InkLines FindInkLines(const Raster& grey) {
  Sorted across = SortOut(FindInkChains(grey), grey.width);
  Sorted down = SortOut(FindInkChains(Transpose(grey)), grey.height);
  for (InkLine& line : down.kept) line.horizontal = false;
  for (InkLine& line : down.candidates) line.horizontal = false;
  for (InkLine& line : down.streaks) line.horizontal = false;
  for (bool any = true; any;) {
    any = Adopt(across, down.kept);
    any = Adopt(down, across.kept) || any;
  }
  InkLines out;
  const auto alone = [](const std::vector<InkLine>& others) {
    return [&others](const InkLine& line) {
      return line.to - line.from < 2 * kSurelyLong && Crossings(line, others) < 2;
    };
  };
  out.horizontal = across.kept;
  out.vertical = down.kept;
  std::erase_if(out.horizontal, alone(down.kept));
  std::erase_if(out.vertical, alone(across.kept));
  out.streaks = across.streaks;
  out.streaks.insert(out.streaks.end(), down.streaks.begin(), down.streaks.end());
  TakeStreaks(out);
  SortByPlace(out.horizontal);
  SortByPlace(out.vertical);
  return out;
}

Raster EraseInkLines(Raster grey, const InkLines& lines) {
  Eraser eraser(grey);
  for (const InkLine& line : lines.horizontal) eraser.Erase(line);
  for (const InkLine& line : lines.vertical) eraser.Erase(line);
  for (const InkLine& line : lines.streaks) eraser.Erase(line);
  return grey;
}

}  // namespace gongkai
