#include "ocr/ruling_streaks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

constexpr double kBeside = 5;  // pixels from one edge of a streak to the other
// Pixels by which a line runs on beyond a border: twice of what its corner is rounded off by.
constexpr int kOut = 16;
// Others that end at the border, so that it is one.
constexpr int kOthers = 3;

// Pixels from a line's middle at which print beside it is looked for, and the grey level of print.
constexpr int kNearestSide = 3, kFarthestSide = 6, kPrint = 150;
// Of its length, rulings that cross it left out: print keeps off a ruling. A streak through a column
// of digits touches their flat strokes, in 3 % of its length and more.
constexpr double kTouched = 0.015;
// At both sides at the same height no print touches a ruling, however narrow its column.
constexpr double kCrossed = 0.02;

// Whether one of the lines runs through the place `along` of a line across them, whose own place is
// `across`.
bool MeetsOne(int along, double across, const std::vector<InkLine>& others, int reach) {
  return std::any_of(others.begin(), others.end(), [&](const InkLine& other) {
    return across >= other.from - kLineReach && across <= other.to + kLineReach &&
           std::abs(other.At(static_cast<int>(across)) - along) <= reach;
  });
}

double PlaceAt(const InkLine& border, const InkLine& line) {
  return border.At(static_cast<int>(line.Mean()));
}

bool IsOver(const InkLine& line, const InkLine& border) {
  const double x = line.Mean();
  return x >= border.from - kLineReach && x <= border.to + kLineReach;
}

// One of a line's two ways out of a table.
enum class Way { kUp, kDown };

bool RunsOn(const InkLine& line, const InkLine& border, Way way) {
  const double at = PlaceAt(border, line);
  return way == Way::kDown ? line.to > at + kOut && line.from < at - kLineReach
                           : line.from < at - kOut && line.to > at + kLineReach;
}

bool StopsAt(const InkLine& line, const InkLine& border, Way way) {
  return std::abs((way == Way::kDown ? line.to : line.from) - PlaceAt(border, line)) <= kLineReach;
}

// Beyond the border the line ends at no other one, though others end at that border. At most one
// other may run on: where a page's end cuts a table all of them do.
bool RunsOutAt(const InkLine& line, const InkLine& border, Way way, const InkLines& lines) {
  if (!IsOver(line, border) || !RunsOn(line, border, way)) return false;
  if (way == Way::kDown ? EndsAtOne(line, lines.horizontal) : BeginsAtOne(line, lines.horizontal)) {
    return false;
  }
  int stop = 0, run_on = 0;
  for (const InkLine& other : lines.vertical) {
    if (&other == &line || !IsOver(other, border)) continue;
    run_on += RunsOn(other, border, way);
    stop += StopsAt(other, border, way);
  }
  return run_on <= 1 && stop >= kOthers;
}

bool RunsOut(const InkLine& line, const InkLines& lines) {
  return std::any_of(lines.horizontal.begin(), lines.horizontal.end(), [&](const InkLine& border) {
    return RunsOutAt(line, border, Way::kUp, lines) || RunsOutAt(line, border, Way::kDown, lines);
  });
}

bool IsPrint(const Raster& grey, int x, int y) {
  if (x < 0 || x >= grey.width) return false;
  return grey.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(grey.width) +
                      static_cast<std::size_t>(x)] < kPrint;
}

// Print, and paper nowhere between it and the line.
bool HasPrintBeside(const Raster& grey, int x, int y, int direction) {
  for (int d = kNearestSide; d <= kFarthestSide; ++d) {
    if (!IsPrint(grey, x + direction * d, y)) return false;
  }
  return true;
}

// The shares of a line's length, 0 to 1, in which print hangs together with it at one side at least,
// and at both; where rulings cross it is left out.
struct PrintAlong {
  double one_side = 0, both_sides = 0;
};
PrintAlong FindPrintAlong(const Raster& grey, const InkLine& line,
                          const std::vector<InkLine>& rulings) {
  std::vector<double> places;
  for (const InkLine& ruling : rulings) {
    if (IsOver(line, ruling)) places.push_back(PlaceAt(ruling, line));
  }
  int looked = 0, one = 0, both = 0;
  for (int y = std::max(0, line.from); y <= std::min(grey.height - 1, line.to); ++y) {
    const bool at_ruling = std::any_of(places.begin(), places.end(),
                                       [&](double at) { return std::abs(at - y) <= kLineReach; });
    if (at_ruling) continue;
    const int x = static_cast<int>(std::lround(line.At(y)));
    const bool left = HasPrintBeside(grey, x, y, -1), right = HasPrintBeside(grey, x, y, 1);
    ++looked;
    one += left || right;
    both += left && right;
  }
  const double length = std::max(1, looked);
  return {one / length, both / length};
}

InkLine CutAtBorders(const InkLine& line, const std::vector<InkLine>& rulings) {
  int from = line.to, to = line.from;
  for (const InkLine& ruling : rulings) {
    if (!IsOver(line, ruling)) continue;
    const int at = static_cast<int>(std::lround(PlaceAt(ruling, line)));
    if (at < line.from - kLineReach || at > line.to + kLineReach) continue;
    from = std::min(from, std::max(at, line.from));
    to = std::max(to, std::min(at, line.to));
  }
  InkLine cut = line;
  cut.from = from;
  cut.to = to;
  cut.at.clear();
  for (int along = from; along <= to; along += kInkLineStep) {
    cut.at.push_back(static_cast<float>(line.At(along)));
  }
  return cut;
}

}  // namespace

bool BeginsAtOne(const InkLine& line, const std::vector<InkLine>& others, int reach) {
  return MeetsOne(line.from, line.at.front(), others, reach);
}

bool EndsAtOne(const InkLine& line, const std::vector<InkLine>& others, int reach) {
  return MeetsOne(line.to, line.at.back(), others, reach);
}

void TakeStreaks(const Raster& grey, InkLines& lines) {
  std::vector<InkLine> kept, out;
  for (const InkLine& line : lines.vertical) {
    (RunsOut(line, lines) ? out : kept).push_back(line);
  }
  lines.streaks.insert(lines.streaks.end(), out.begin(), out.end());
  lines.vertical.clear();
  for (const InkLine& streak : out) {
    InkLine inside = CutAtBorders(streak, lines.horizontal);
    if (inside.at.empty()) continue;
    if (FindPrintAlong(grey, inside, lines.horizontal).one_side > kTouched) continue;
    lines.vertical.push_back(std::move(inside));
  }
  for (InkLine& line : kept) {
    const bool beside = std::any_of(
        lines.streaks.begin(), lines.streaks.end(), [&](const InkLine& streak) {
          return !streak.horizontal && std::abs(streak.Mean() - line.Mean()) <= kBeside;
        });
    const PrintAlong print = FindPrintAlong(grey, line, lines.horizontal);
    if (print.both_sides > kCrossed) {
      lines.streaks.push_back(std::move(line));
    } else if (!beside || print.one_side <= kTouched) {
      lines.vertical.push_back(std::move(line));
    }
  }
}

}  // namespace gongkai
