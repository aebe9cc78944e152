// Rulings painted over with the paper at their sides.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "ocr/rulings.h"

namespace gongkai {
namespace {

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

Raster EraseInkLines(Raster grey, const InkLines& lines) {
  Eraser eraser(grey);
  for (const InkLine& line : lines.horizontal) eraser.Erase(line);
  for (const InkLine& line : lines.vertical) eraser.Erase(line);
  for (const InkLine& line : lines.page_streaks) eraser.Erase(line);
  for (const InkLine& line : lines.streaks) eraser.Erase(line);
  return grey;
}

}  // namespace gongkai
