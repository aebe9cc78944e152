#include "ocr/ruling_streaks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "ocr/line_fit.h"

namespace gongkai {
namespace {

// Pixels from a streak's course to the ends of its pieces: it is so thick, and their places waver.
constexpr double kAlongside = 4;
// The same for a piece that says where the course goes: a ruling beside it must not bend it.
constexpr double kSameCourse = 1.5;
// Pixels. A shorter line in the open may be a stroke: those of a title of 26 pt have 72. One along
// a streak may be a stroke of a digit that stands on it: those of 12 pt have 24.
constexpr int kLeastAlone = 96, kLeastAlong = 40;
// The shares of such a line where it is there, and as dark as most of it: a streak has no gaps as
// strokes one below the other have.
constexpr double kWhole = 0.9;
// Lines at one height, besides it, of which a table has more.
constexpr int kMostBeside = 1;
// Of the height of its table. What is left of a ruling is more, and a streak's piece may be, too.
constexpr double kLeastOfTable = 0.5;
// A vertical is a streak where two of three things hold: it lies along one, it ends inside of a
// cell, print touches it. A photocopier breaks rulings, too, and print may come close to them.
constexpr int kSigns = 2;
// Lines across that end at one: fewer may be strokes of glyphs that touch it.
constexpr int kLeastEnding = 3;
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

bool RunsOut(const InkLine& line, const InkLines& lines, Way way) {
  return std::any_of(lines.horizontal.begin(), lines.horizontal.end(), [&](const InkLine& border) {
    return RunsOutAt(line, border, way, lines);
  });
}

bool RunsOut(const InkLine& line, const InkLines& lines) {
  return RunsOut(line, lines, Way::kUp) || RunsOut(line, lines, Way::kDown);
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
  return line.Cut(from, to);
}

// Whether its end stands inside of a table, away from the rulings: a ruling's does not.
bool EndsInCell(const InkLine& line, const std::vector<InkLine>& rulings, Way way) {
  const int past = way == Way::kUp ? line.past_from : line.past_to;
  const bool meets = way == Way::kUp ? BeginsAtOne(line, rulings) : EndsAtOne(line, rulings);
  if (meets && past <= kLineReach) return false;
  const int end = way == Way::kUp ? line.from - past : line.to + past;
  bool before = false, behind = false;
  for (const InkLine& ruling : rulings) {
    if (!IsOver(line, ruling)) continue;
    before = before || PlaceAt(ruling, line) < end;
    behind = behind || PlaceAt(ruling, line) > end;
  }
  return before && behind;
}

bool EndsInCell(const InkLine& line, const std::vector<InkLine>& rulings) {
  return EndsInCell(line, rulings, Way::kUp) || EndsInCell(line, rulings, Way::kDown);
}

// Whether a line that runs out of a table at one end stops short in a cell at the other. (Where it
// runs out and stops in a cell at the same end, the ruling that it comes up to may be lost there.)
bool StopsShort(const InkLine& line, const InkLines& lines) {
  const auto stops = [&](Way way) {
    return EndsInCell(line, lines.horizontal, way) && !RunsOut(line, lines, way);
  };
  return stops(Way::kUp) || stops(Way::kDown);
}

bool Overlap(const InkLine& line, const InkLine& other) {
  return line.from <= other.to && other.from <= line.to;
}

// Longer than a stroke, and without the gaps that strokes one below the other have.
bool IsLongAndWhole(const InkLine& line) {
  return line.to - line.from >= kLeastAlone && line.coverage >= kWhole && line.solid >= kWhole;
}

// A line that no ruling meets, and no other line stands beside.
bool IsAlone(const InkLine& line, const std::vector<InkLine>& others, const InkLines& lines) {
  const bool crossed = std::any_of(
      lines.horizontal.begin(), lines.horizontal.end(), [&](const InkLine& ruling) {
        const double at = PlaceAt(ruling, line);
        return IsOver(line, ruling) && at >= line.from - kOut && at <= line.to + kOut;
      });
  if (crossed) return false;
  const auto beside = [&](const InkLine& other) {
    return &other != &line && other.to - other.from >= kLeastAlone && Overlap(line, other);
  };
  return std::count_if(lines.vertical.begin(), lines.vertical.end(), beside) +
             std::count_if(others.begin(), others.end(), beside) <=
         kMostBeside;
}

// Whether it stands alone in its column, short, and ends in the open there. A ruling that a
// photocopier broke goes on behind the gap, or has others in its continuation.
bool IsStrayPiece(const InkLine& line, const InkLines& lines) {
  if (!EndsInCell(line, lines.horizontal)) return false;
  const LineFit course(line);
  int tallest = 0;
  for (const InkLine& other : lines.vertical) {
    if (&other == &line) continue;
    if (Overlap(line, other)) tallest = std::max(tallest, other.to - other.from);
    const bool meets = BeginsAtOne(other, lines.horizontal) || EndsAtOne(other, lines.horizontal);
    if (meets && course.Holds(other, kAlongside)) return false;
  }
  return line.to - line.from < kLeastOfTable * tallest;
}

// The course over the page of a streak, of which one piece is known. The others that lie along it
// make it surer, the nearest first.
LineFit CourseOf(const InkLine& piece, const InkLines& lines) {
  std::vector<const InkLine*> others;
  for (const InkLine& line : lines.vertical) others.push_back(&line);
  const auto away = [&](const InkLine* line) {
    return std::max({0, line->from - piece.to, piece.from - line->to});
  };
  std::sort(others.begin(), others.end(), [&](const InkLine* a, const InkLine* b) {
    return away(a) != away(b) ? away(a) < away(b) : a->from < b->from;
  });
  LineFit course(piece);
  for (const InkLine* other : others) {
    if (course.Holds(*other, kSameCourse)) course.Add(*other);
  }
  return course;
}

bool LiesAlongOne(const InkLine& line, const std::vector<LineFit>& courses) {
  return std::any_of(courses.begin(), courses.end(),
                     [&](const LineFit& course) { return course.Holds(line, kAlongside); });
}

struct Rest {
  InkLine line;
  double touched = 0;  // PrintAlong::one_side
};
struct KnownStreaks {
  std::vector<LineFit> courses;
  std::vector<InkLine> pieces;
  std::vector<InkLine> out;  // those of the pieces that run out of a table
  std::vector<Rest> rest;    // of the table's verticals
};

// What is a streak by itself. Of the lines of no table, a long one that is not alone may be a piece
// of a ruling as well: it bounds nothing and is erased, but says nothing of others.
KnownStreaks FindStreaks(const Raster& grey, const std::vector<InkLine>& others,
                         const InkLines& lines) {
  KnownStreaks known;
  const auto take = [&](const InkLine& piece) {
    known.courses.push_back(CourseOf(piece, lines));
    known.pieces.push_back(piece);
  };
  for (const InkLine& streak : lines.page_streaks) {
    if (!streak.horizontal) known.courses.emplace_back(streak);
  }
  for (const InkLine& line : others) {
    if (!IsLongAndWhole(line)) continue;
    if (IsAlone(line, others, lines) || RunsOut(line, lines)) {
      take(line);
    } else {
      known.pieces.push_back(line);
    }
  }
  for (const InkLine& line : lines.vertical) {
    const PrintAlong print = FindPrintAlong(grey, line, lines.horizontal);
    if (RunsOut(line, lines)) {
      take(line);
      known.out.push_back(line);
    } else if (print.both_sides > kCrossed || IsStrayPiece(line, lines)) {
      take(line);
    } else {
      known.rest.push_back({line, print.one_side});
    }
  }
  return known;
}

}  // namespace

bool BeginsAtOne(const InkLine& line, const std::vector<InkLine>& others, int reach) {
  return MeetsOne(line.from, line.at.front(), others, reach);
}

bool EndsAtOne(const InkLine& line, const std::vector<InkLine>& others, int reach) {
  return MeetsOne(line.to, line.at.back(), others, reach);
}

bool AreBorders(const std::vector<InkLine>& edge_to_edge, const std::vector<InkLine>& across) {
  return std::any_of(edge_to_edge.begin(), edge_to_edge.end(), [&](const InkLine& line) {
    int begin = 0, end = 0;
    for (const InkLine& other : across) {
      begin += BeginsAtOne(other, {line});
      end += EndsAtOne(other, {line});
    }
    return begin >= kLeastEnding || end >= kLeastEnding;
  });
}

void TakeStreaks(const Raster& grey, const std::vector<InkLine>& others, InkLines& lines) {
  KnownStreaks known = FindStreaks(grey, others, lines);
  std::vector<InkLine> kept;
  for (const InkLine& streak : known.out) {
    InkLine inside = CutAtBorders(streak, lines.horizontal);
    if (inside.at.empty() || StopsShort(streak, lines)) continue;
    if (FindPrintAlong(grey, inside, lines.horizontal).one_side > kTouched) continue;
    kept.push_back(std::move(inside));
  }
  for (Rest& rest : known.rest) {
    const int signs = LiesAlongOne(rest.line, known.courses) + (rest.touched > kTouched) +
                      EndsInCell(rest.line, lines.horizontal);
    (signs >= kSigns ? known.pieces : kept).push_back(std::move(rest.line));
  }
  std::copy_if(others.begin(), others.end(), std::back_inserter(known.pieces),
               [&](const InkLine& line) {
                 return line.to - line.from >= kLeastAlong && !IsLongAndWhole(line) &&
                        line.solid >= kWhole && LiesAlongOne(line, known.courses);
               });
  lines.vertical = std::move(kept);
  lines.streaks = std::move(known.pieces);
}

}  // namespace gongkai
