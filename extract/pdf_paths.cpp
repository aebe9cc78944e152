// Producers draw a table's lines in five ways: as strokes, as rectangles stroked, as thin filled
// rectangles, as a frame between two rectangles, and not at all, with filled cells that leave gaps.
#include "extract/pdf_paths.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "extract/pdf_images.h"
#include "extract/pdf_paint.h"

namespace gongkai {
namespace {

// Points. Word's and WPS's table borders end at 6 pt but are 0.25 to 3 in use; the lowest row that
// holds a line of text is over 8 pt.
constexpr double kThickestRuling = 3.0;

// Points: below what the eye or a printer tells apart (1/1440 inch); for rounded coordinates.
constexpr double kSame = 0.05;

// How far the ends of a straight line may differ across it: rounding, and 2 % of its length.
constexpr double kSlack = 0.1, kSlackPerLength = 0.02, kMostSlack = 0.7;

// A page of a real report has under 2,000 points; maps and drawings reach some 100,000. What comes
// after the cap is left out.
constexpr int kMostPoints = 200000;

// How many fills are looked back at to see what lies below a white line.
constexpr std::size_t kFillsLookedBack = 1000;

// A subpath in device space that is an upright rectangle.
struct Rectangle {
  Box box;
  bool clockwise = false;
};

bool WhiteFill(const GfxState* state) {
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  return IsPaperWhite(rgb);
}

bool Near(double a, double b) { return std::fabs(a - b) <= kSame; }

bool AtCorner(const Box& box, double x, double y) {
  return (Near(x, box.x0) || Near(x, box.x1)) && (Near(y, box.y0) || Near(y, box.y1));
}

// True where a path of straight lines encloses an upright rectangle, or something so thin that it
// can only be seen as a line (borders with mitred ends are four- to six-sided).
bool ReadRectangle(const GfxState* state, const GfxSubpath& path, Rectangle& out) {
  const int n = path.getNumPoints();
  constexpr int kMostCorners = 9;
  if (n < 3 || n > kMostCorners) return false;
  std::array<double, kMostCorners> xs{}, ys{};
  double area = 0;
  for (int i = 0; i < n; ++i) {
    if (path.getCurve(i)) return false;
    const auto k = static_cast<std::size_t>(i);
    state->transform(path.getX(i), path.getY(i), &xs[k], &ys[k]);
    if (!std::isfinite(xs[k]) || !std::isfinite(ys[k])) return false;
    if (k > 0) area += xs[k - 1] * ys[k] - xs[k] * ys[k - 1];
  }
  const auto end = static_cast<std::ptrdiff_t>(n);
  const auto [x0, x1] = std::minmax_element(xs.begin(), xs.begin() + end);
  const auto [y0, y1] = std::minmax_element(ys.begin(), ys.begin() + end);
  out.box = {*x0, *y0, *x1, *y1};
  const auto last = static_cast<std::size_t>(n - 1);
  area += xs[last] * ys[0] - xs[0] * ys[last];
  out.clockwise = area > 0;
  if (std::min(out.box.Width(), out.box.Height()) < kThickestRuling) return true;
  for (std::size_t i = 0; i <= last; ++i) {
    if (!AtCorner(out.box, xs[i], ys[i])) return false;
  }
  // Twice the area of the polygon against that of its box: a triangle has half of it.
  return std::fabs(area) > 1.8 * out.box.Width() * out.box.Height();
}

bool Inside(const Box& inner, const Box& outer) {
  return inner.x0 >= outer.x0 - kSame && inner.x1 <= outer.x1 + kSame &&
         inner.y0 >= outer.y0 - kSame && inner.y1 <= outer.y1 + kSame && !(inner == outer);
}

bool HasArea(const Box& box) { return box.Width() > kSame && box.Height() > kSame; }

// The bands between two rectangles; the sides where they touch have none.
std::vector<Box> Bands(const Box& outer, const Box& inner) {
  std::vector<Box> bands{{outer.x0, outer.y0, outer.x1, inner.y0},
                         {outer.x0, inner.y1, outer.x1, outer.y1},
                         {outer.x0, outer.y0, inner.x0, outer.y1},
                         {inner.x1, outer.y0, outer.x1, outer.y1}};
  std::erase_if(bands, [](const Box& band) { return !HasArea(band); });
  return bands;
}

// What the two paint together, one of them being inside the other: a frame, or the larger alone
// where the other has no area (WeasyPrint closes a border's outline that way).
std::vector<Box> Together(const Box& a, const Box& b) {
  const Box& outer = Inside(b, a) ? a : b;
  const Box& inner = Inside(b, a) ? b : a;
  return HasArea(inner) ? Bands(outer, inner) : std::vector<Box>{outer};
}

// Cuts `box` to the clip; false where nothing is left of it.
bool CutToClip(const GfxState* state, Box& box) {
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  const Box cut{std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1),
                std::min(box.y1, clip.y1)};
  const bool gone = cut.Width() < std::min(box.Width(), kSame) ||
                    cut.Height() < std::min(box.Height(), kSame);
  box = cut;
  return !gone;
}

}  // namespace

bool PagePaths::Spend(int points) {
  points_ = std::min(points_ + std::min(points, kMostPoints), kMostPoints);
  return points_ < kMostPoints;
}

void PagePaths::Stroke(GfxState* state) {
  if (state->getStrokeOpacity() <= 0) return;
  GfxRGB rgb;
  state->getStrokeRGB(&rgb);
  const bool white = IsPaperWhite(rgb);
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath& subpath = *path->getSubpath(i);
    const int n = subpath.getNumPoints();
    if (!Spend(n)) return;
    for (int k = 1; k < n; ++k) {
      if (subpath.getCurve(k) || subpath.getCurve(k - 1)) continue;
      double ax = 0, ay = 0, bx = 0, by = 0;
      state->transform(subpath.getX(k - 1), subpath.getY(k - 1), &ax, &ay);
      state->transform(subpath.getX(k), subpath.getY(k), &bx, &by);
      StrokeSegment(state, ax, ay, bx, by, white);
    }
  }
}

// The pen is a circle in user space: across the line, it is as wide as the matrix makes it there.
void PagePaths::StrokeSegment(const GfxState* state, double ax, double ay, double bx, double by,
                              bool white) {
  const double dx = std::fabs(ax - bx), dy = std::fabs(ay - by), length = std::max(dx, dy);
  if (!(std::min(dx, dy) <= std::min(kMostSlack, kSlack + kSlackPerLength * length))) return;
  if (!(length > kSame)) return;
  const double* m = state->getCTM();
  if (dx >= dy) {
    const double half = state->getLineWidth() * std::hypot(m[1], m[3]) / 2, y = (ay + by) / 2;
    Paint(state, {std::min(ax, bx), y - half, std::max(ax, bx), y + half}, white);
  } else {
    const double half = state->getLineWidth() * std::hypot(m[0], m[2]) / 2, x = (ax + bx) / 2;
    Paint(state, {x - half, std::min(ay, by), x + half, std::max(ay, by)}, white);
  }
}

void PagePaths::Fill(GfxState* state, bool even_odd) {
  if (state->getFillOpacity() <= 0) return;
  const bool white = WhiteFill(state);
  const GfxPath* path = state->getPath();
  Rectangle last;
  bool pending = false;  // `last` is read but not painted yet: it may be the outside of a frame
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    if (!Spend(path->getSubpath(i)->getNumPoints())) break;
    Rectangle next;
    if (!ReadRectangle(state, *path->getSubpath(i), next)) continue;
    const bool hole = pending && (even_odd || last.clockwise != next.clockwise);
    if (hole && (Inside(next.box, last.box) || Inside(last.box, next.box))) {
      for (const Box& box : Together(last.box, next.box)) Paint(state, box, white);
      pending = false;
      continue;
    }
    if (pending) Paint(state, last.box, white);
    last = next;
    pending = true;
  }
  if (pending) Paint(state, last.box, white);
}

void PagePaths::FillClip(GfxState* state) {
  if (!Spend(4) || state->getFillOpacity() <= 0) return;
  Box box;
  state->getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
  Paint(state, box, false);
}

// Some printer drivers draw lines as pictures of one pixel.
void PagePaths::Image(GfxState* state, int width, int height) {
  Box box = ImageBox(state);
  if (!Spend(4) || !CutToClip(state, box)) return;
  const double thin = std::min(box.Width(), box.Height());
  if (thin < kThickestRuling && std::min(width, height) == 1) {
    AddRuling(box, false);
  } else {
    pictures_.push_back({box, width, height});
  }
}

void PagePaths::ImageMask(GfxState* state, int width, int height) {
  if (width == 1 && height == 1) {
    if (Spend(4)) Paint(state, ImageBox(state), WhiteFill(state));
  } else {
    Image(state, width, height);
  }
}

void PagePaths::Paint(const GfxState* state, Box box, bool white) {
  if (!(box.x0 <= box.x1 && box.y0 <= box.y1)) return;
  const double before = std::max(box.Width(), box.Height());
  if (!CutToClip(state, box) || !(before > kSame)) return;
  if (std::min(box.Width(), box.Height()) < kThickestRuling) {
    AddRuling(box, white);
  } else {
    fills_.push_back({box, white});
  }
}

void PagePaths::AddRuling(const Box& box, bool white) {
  if (white && !OnColour(box.MidX(), box.MidY())) return;
  // A dot of a dotted line does not tell its direction: it is given in both.
  const double width = box.Width(), height = box.Height();
  const bool dot = std::max(width, height) < kThickestRuling &&
                   std::max(width, height) < 1.5 * std::min(width, height);
  if (width >= height || dot) rulings_.push_back({box.x0, box.MidY(), box.x1, box.MidY(), height});
  if (width < height || dot) rulings_.push_back({box.MidX(), box.y0, box.MidX(), box.y1, width});
}

bool PagePaths::OnColour(double x, double y) const {
  const std::size_t first = fills_.size() > kFillsLookedBack ? fills_.size() - kFillsLookedBack : 0;
  for (std::size_t i = fills_.size(); i > first; --i) {
    const gongkai::Fill& fill = fills_[i - 1];
    if (fill.box.Contains(x, y)) return !fill.white;
  }
  return false;
}

void PagePaths::MoveTo(Page& page) {
  const auto place = [](const Ruling& r) { return std::tie(r.y0, r.x0, r.y1, r.x1); };
  std::sort(rulings_.begin(), rulings_.end(), [&](const Ruling& a, const Ruling& b) {
    return place(a) != place(b) ? place(a) < place(b) : a.thickness > b.thickness;
  });
  const auto same = [&](const Ruling& a, const Ruling& b) { return place(a) == place(b); };
  rulings_.erase(std::unique(rulings_.begin(), rulings_.end(), same), rulings_.end());
  const auto again = [](const gongkai::Fill& a, const gongkai::Fill& b) {
    return a.box == b.box && a.white == b.white;
  };
  fills_.erase(std::unique(fills_.begin(), fills_.end(), again), fills_.end());
  page.rulings = std::move(rulings_);
  page.fills = std::move(fills_);
  page.pictures = std::move(pictures_);
  *this = PagePaths();
}

}  // namespace gongkai
