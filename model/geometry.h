// Geometry of a page. Unit: PDF points (1/72 inch). Origin: the top left corner of the page as a
// reader sees it (crop box, rotation applied); x grows to the right, y grows downwards.
#pragma once

#include <algorithm>
#include <cmath>

namespace gongkai {

struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // x0 <= x1, y0 <= y1

  double Width() const { return x1 - x0; }
  double Height() const { return y1 - y0; }
  double MidX() const { return (x0 + x1) / 2; }
  double MidY() const { return (y0 + y1) / 2; }
  bool Contains(double x, double y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
  bool operator==(const Box&) const = default;
};

inline Box Union(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// A point (x, y) goes to (xx * x + xy * y + x0, yx * x + yy * y + y0).
struct Affine {
  double xx = 1, xy = 0, x0 = 0;
  double yx = 0, yy = 1, y0 = 0;

  bool operator==(const Affine&) const = default;
};

// The upright box around what becomes of `box`.
inline Box Map(const Affine& map, const Box& box) {
  const double x = map.xx * box.MidX() + map.xy * box.MidY() + map.x0;
  const double y = map.yx * box.MidX() + map.yy * box.MidY() + map.y0;
  const double half_width = (std::abs(map.xx) * box.Width() + std::abs(map.xy) * box.Height()) / 2;
  const double half_height = (std::abs(map.yx) * box.Width() + std::abs(map.yy) * box.Height()) / 2;
  return {x - half_width, y - half_height, x + half_width, y + half_height};
}

// The length that two intervals share; 0 where they do not meet.
inline double Overlap(double a0, double a1, double b0, double b1) {
  return std::max(0.0, std::min(a1, b1) - std::max(a0, b0));
}

}  // namespace gongkai
