// A candidate is a piece of a line. From its ends on, windows of paper along its continuation are
// looked at: is there a ridge, however faint? A ruling ends with its table; a streak goes on.
#include "ocr/page_streaks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "ocr/line_fit.h"

namespace gongkai {
namespace {

// Pixels at 200 dpi, 3 mm: as many places as make a ridge of a tenth of the paper's level stand out
// of a sensor's noise.
constexpr int kWindow = 24;
// Pixels by which the continuation of a line may be off from one window to the next.
constexpr int kSearch = 2;
// Of 255, by which one place is darker than its sides: less can not be mistaken for a ruling
// (see kLeastRidge in ink_chains.cpp), and is drowned by noise.
constexpr int kLeastDepth = 10;
// More is print's; it must not pull.
constexpr int kMostDepth = 130;
// Pixels by which a place may be off a streak's course: more is print beside it.
constexpr double kOffCourse = 1;
// Of a window's places on paper.
constexpr double kMostOfWindow = 0.6;
constexpr int kLeastPlaces = kWindow / 2;
// Windows in a row without it: 17 mm, more than any of the gaps in a streak that matters.
constexpr int kMostMissed = 6;
// Of the windows on paper at each edge of the page, 12 mm, so many show a streak: nothing else that
// is straight goes on to there. One may be lost to a turned page's corner or a dark edge.
constexpr int kAtEdge = 4, kSeenAtEdge = 3;
// Of all windows on paper beyond the candidate: it may fade from sight on a quarter of the way.
constexpr double kSeen = 0.75;
// Shorter ones, pixels, are strokes of glyphs: those of a title in 26 pt have 72.
constexpr int kLeastLength = 96;
constexpr double kAlongside = 4;  // pixels between two pieces of the same streak

enum class Look { kNoPaper, kNothing, kRidge };
struct Window {
  Look look = Look::kNoPaper;
  double at = 0;  // of the ridge
};

const unsigned char* Row(const Raster& grey, int y) {
  return grey.samples.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(grey.width);
}

Window LookAt(const Raster& grey, int x0, double expected) {
  const int y = static_cast<int>(std::lround(expected));
  if (y < kStreakFarSide || y + kStreakFarSide >= grey.height) return {};
  const unsigned char* sides[] = {
      Row(grey, y - kStreakFarSide) + x0, Row(grey, y - kStreakNearSide) + x0,
      Row(grey, y + kStreakNearSide) + x0, Row(grey, y + kStreakFarSide) + x0};
  std::array<int, kWindow> paper{};  // 0 where there is none
  int places = 0;
  for (std::size_t i = 0; i < kWindow; ++i) {
    const int palest = std::min({sides[0][i], sides[1][i], sides[2][i], sides[3][i]});
    if (palest < kStreakPaper) continue;
    paper[i] = (sides[0][i] + sides[1][i] + sides[2][i] + sides[3][i]) / 4;
    ++places;
  }
  if (places < kLeastPlaces) return {};
  int best = 0;
  double depths = 0, offs = 0;
  for (int off = -kSearch; off <= kSearch; ++off) {
    const unsigned char* row = Row(grey, y + off) + x0;
    int darker = 0, depth = 0;
    for (std::size_t i = 0; i < kWindow; ++i) {
      darker += paper[i] - row[i] >= kLeastDepth;
      depth += paper[i] == 0 ? 0 : std::clamp(paper[i] - row[i], 0, kMostDepth);
    }
    best = std::max(best, darker);
    depths += depth;
    offs += static_cast<double>(off) * depth;
  }
  if (best < kMostOfWindow * places) return {Look::kNothing, expected};
  return {Look::kRidge, y + offs / depths};
}

// What was seen on the way from a candidate's end to the edge of the picture.
struct Way {
  int paper = 0, seen = 0;
  std::vector<bool> windows;  // on paper, the last one nearest to the edge
  bool lost = false;
};

Way Follow(const Raster& grey, int start, int step, LineFit& fit) {
  Way way;
  int missed = 0;
  for (int x = start; x >= 0 && x + kWindow <= grey.width; x += step) {
    const double middle = x + kWindow / 2.0;
    const Window window = LookAt(grey, x, fit.At(middle));
    if (window.look == Look::kNoPaper) continue;
    const bool seen = window.look == Look::kRidge;
    way.windows.push_back(seen);
    way.seen += seen;
    if (seen) fit.Add(middle, window.at);
    missed = seen ? 0 : missed + 1;
    if (missed > kMostMissed) {
      way.lost = true;
      break;
    }
  }
  way.paper = static_cast<int>(way.windows.size());
  return way;
}

// One that itself comes close to the edge leaves fewer windows.
bool ReachesEdge(const Way& way) {
  if (way.lost) return false;
  const std::ptrdiff_t count = std::min<std::ptrdiff_t>(kAtEdge, std::ssize(way.windows));
  return std::count(way.windows.end() - count, way.windows.end(), false) <= kAtEdge - kSeenAtEdge;
}

// The course as all of the page shows it, pieces beside print left out: a candidate is short, and
// what touches it pulls at it.
LineFit FitAgain(const Raster& grey, const LineFit& before) {
  LineFit fit;
  for (int x = 0; x + kWindow <= grey.width; x += kWindow) {
    const double middle = x + kWindow / 2.0, expected = before.At(middle);
    const Window window = LookAt(grey, x, expected);
    if (window.look == Look::kRidge && std::abs(window.at - expected) <= kOffCourse) {
      fit.Add(middle, window.at);
    }
  }
  return fit.Count() < kAtEdge ? before : fit;
}

// The streak that the candidate is a piece of; without places where it is of none.
InkLine FollowToEdges(const Raster& grey, const InkLine& candidate) {
  LineFit fit(candidate);
  const Way back = Follow(grey, candidate.from - kWindow, -kWindow, fit);
  if (!ReachesEdge(back)) return {};
  const Way on = Follow(grey, candidate.to + 1, kWindow, fit);
  if (!ReachesEdge(on) || back.seen + on.seen < kSeen * (back.paper + on.paper)) return {};
  fit = FitAgain(grey, FitAgain(grey, fit));
  return fit.Line(0, grey.width - 1, candidate);
}

}  // namespace

std::vector<InkLine> FindPageStreaks(const Raster& grey, const std::vector<InkLine>& candidates) {
  std::vector<InkLine> streaks;
  for (const InkLine& candidate : candidates) {
    if (candidate.to - candidate.from < kLeastLength) continue;
    const bool known = std::any_of(streaks.begin(), streaks.end(), [&](const InkLine& streak) {
      return LineFit(streak).Holds(candidate, kAlongside);
    });
    if (known) continue;
    InkLine streak = FollowToEdges(grey, candidate);
    if (!streak.at.empty()) streaks.push_back(std::move(streak));
  }
  return streaks;
}

}  // namespace gongkai
