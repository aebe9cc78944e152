#include "ocr/line_fit.h"

#include <cmath>
#include <utility>

namespace gongkai {

bool LineFit::Holds(const InkLine& line, double reach) const {
  return std::abs(line.at.front() - At(line.from)) <= reach &&
         std::abs(line.at.back() - At(line.to)) <= reach;
}

InkLine LineFit::Line(int from, int to, InkLine like) const {
  InkLine line = std::move(like);
  line.from = from;
  line.to = to;
  line.at.clear();
  for (int along = from; along <= to; along += kInkLineStep) {
    line.at.push_back(static_cast<float>(At(along)));
  }
  return line;
}

}  // namespace gongkai
