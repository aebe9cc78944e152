// A straight line through points.
#pragma once

#include "ocr/rulings.h"

namespace gongkai {

// Best in the mean of squares. Level where there is one point only.
class LineFit {
 public:
  LineFit() = default;
  explicit LineFit(const InkLine& line) { Add(line); }

  void Add(double along, double across) {
    ++count_;
    x_ += along;
    y_ += across;
    xx_ += along * along;
    xy_ += along * across;
  }
  void Add(const InkLine& line) {
    double along = line.from;
    for (const float across : line.at) {
      Add(along, across);
      along += kInkLineStep;
    }
  }

  double Count() const { return count_; }
  // REQUIRES: Count() > 0.
  double At(double along) const {
    const double spread = xx_ - x_ * x_ / count_;
    const double slope = spread > 0 ? (xy_ - x_ * y_ / count_) / spread : 0;
    return y_ / count_ + slope * (along - x_ / count_);
  }
  // Whether the line lies on it with both ends, at most `reach` pixels off.
  bool Holds(const InkLine& line, double reach) const;
  // The line from place to place along it; `like` gives the rest.
  InkLine Line(int from, int to, InkLine like) const;

 private:
  double count_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0;
};

}  // namespace gongkai
