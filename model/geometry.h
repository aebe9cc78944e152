// Geometry of a page. Unit: PDF points (1/72 inch). Origin: the top left corner of the page as a
// reader sees it (crop box, rotation applied); x grows to the right, y grows downwards.
#pragma once

#include <algorithm>

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

// The length that two intervals share; 0 where they do not meet.
inline double Overlap(double a0, double a1, double b0, double b1) {
  return std::max(0.0, std::min(a1, b1) - std::max(a0, b0));
}

}  // namespace gongkai
