// A streak lets so much of the light through, more or less of it along its way and towards its
// edges. How much is measured on the paper that it crosses, and given back everywhere.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "ocr/page_streaks.h"

namespace gongkai {
namespace {

constexpr int kReach = 4;  // pixels from the middle, nearer than its sides
// The shape of a streak across is kept four times a pixel; each place on the paper says what it is
// at the nearest of these, up to so many steps away, and leaves no gap between two pixels.
constexpr int kStepsAPixel = 4, kSteps = 2 * kReach * kStepsAPixel + 1, kSpread = 3;
// Pixels along, over which its darkness is one: twice of what a digit is high, so that most of the
// places are paper even where a 1 lies along the streak.
constexpr int kStretch = 48;
// Darker than so much of the paper's level is as dark as ink: what it covers is lost.
constexpr double kMostDark = 0.6;

// One streak over a picture. `along` is its direction, `across` the other.
class Paler {
 public:
  Paler(Raster& grey, const InkLine& line) : grey_(grey), line_(line) { Measure(); }

  bool IsSeeThrough() const { return most_ > 0 && most_ <= kMostDark; }

  void Pale() {
    for (int along = line_.from; along <= line_.to; ++along) {
      const double dark = DarkAt(along), at = line_.At(along);
      const int middle = static_cast<int>(std::lround(at));
      for (int across = middle - kReach; across <= middle + kReach; ++across) {
        unsigned char* sample = Sample(along, across);
        if (sample == nullptr) continue;
        const double light = 1 - std::clamp(dark * ShapeAt(across - at), 0.0, kMostDark);
        *sample = static_cast<unsigned char>(std::min(255.0, *sample / light + 0.5));
      }
    }
  }

 private:
  unsigned char* Sample(int along, int across) const {
    const int x = line_.horizontal ? along : across, y = line_.horizontal ? across : along;
    if (x < 0 || y < 0 || x >= grey_.width || y >= grey_.height) return nullptr;
    return &grey_.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(grey_.width) +
                          static_cast<std::size_t>(x)];
  }

  // The paper's level at a place of the streak; 0 where print is at one of its sides.
  int PaperAt(int along, int middle) const {
    int sum = 0;
    for (const int side : {-kStreakFarSide, -kStreakNearSide, kStreakNearSide, kStreakFarSide}) {
      const unsigned char* sample = Sample(along, middle + side);
      if (sample == nullptr || *sample < kStreakPaper) return 0;
      sum += *sample;
    }
    return sum / 4;
  }

  // The share of the light that is lost at a place.
  double LossAt(int along, int across, int paper) const {
    const unsigned char* sample = Sample(along, across);
    return sample == nullptr ? 0 : 1 - static_cast<double>(*sample) / paper;
  }

  using Shape = std::array<double, kSteps>;

  void Measure() {
    Shape sums{}, weights{};
    for (int start = line_.from; start <= line_.to; start += kStretch) {
      std::vector<double> losses;
      for (int along = start; along < std::min(start + kStretch, line_.to + 1); ++along) {
        const double at = line_.At(along);
        const int middle = static_cast<int>(std::lround(at));
        const int paper = PaperAt(along, middle);
        if (paper == 0) continue;
        double all = 0;
        for (int off = -kReach; off <= kReach; ++off) all += LossAt(along, middle + off, paper);
        losses.push_back(all);
        if (LossAt(along, middle, paper) > kMostDark) continue;  // a stroke or a ruling
        for (int off = -kReach; off <= kReach; ++off) {
          Spread(middle + off - at, LossAt(along, middle + off, paper), sums, weights);
        }
      }
      dark_.push_back(losses.size() < kStretch / 4 ? -1 : std::max(0.0, Median(losses)));
    }
    FillGaps();
    SetShape(sums, weights);
  }

  static void Spread(double across, double loss, Shape& sums, Shape& weights) {
    const double place = (across + kReach) * kStepsAPixel;
    const int first = std::max(0, static_cast<int>(std::ceil(place - kSpread)));
    const int last = std::min(kSteps - 1, static_cast<int>(std::floor(place + kSpread)));
    for (int i = first; i <= last; ++i) {
      const double weight = kSpread - std::abs(i - place);
      sums[static_cast<std::size_t>(i)] += weight * loss;
      weights[static_cast<std::size_t>(i)] += weight;
    }
  }

  static double Median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
  }

  // Where print hides it, it is as dark as in the nearest stretch; and as in most of three, so that
  // a ruling that it runs along for a while does not count.
  void FillGaps() {
    std::vector<double> seen;
    for (const double dark : dark_) {
      if (dark >= 0) seen.push_back(dark);
    }
    if (seen.empty()) return;
    typical_ = Median(seen);
    double last = seen.front();
    for (double& dark : dark_) last = dark = dark < 0 ? last : dark;
    const std::vector<double> all = dark_;
    for (std::size_t i = 1; i + 1 < all.size(); ++i) {
      dark_[i] = Median({all[i - 1], all[i], all[i + 1]});
    }
  }

  // So that a stretch's darkness is what all pixels across lose together.
  void SetShape(const Shape& sums, const Shape& weights) {
    double all = 0;
    for (std::size_t i = 0; i < kSteps; ++i) {
      shape_[i] = weights[i] > 0 ? std::max(0.0, sums[i] / weights[i]) : 0;
      all += shape_[i] / kStepsAPixel;
    }
    if (all <= 0) return;
    for (double& part : shape_) part /= all;
    most_ = typical_ * *std::max_element(shape_.begin(), shape_.end());
  }

  // Between the middles of two stretches.
  double DarkAt(int along) const {
    const double place = std::clamp((along - line_.from) / static_cast<double>(kStretch) - 0.5, 0.0,
                                    static_cast<double>(dark_.size() - 1));
    return Between(dark_, place);
  }
  double ShapeAt(double across) const {
    const double place = (across + kReach) * kStepsAPixel;
    return place < 0 || place > kSteps - 1 ? 0 : Between(shape_, place);
  }
  template <typename Values>
  static double Between(const Values& values, double place) {
    const auto before = static_cast<std::size_t>(place);
    const std::size_t after = std::min(before + 1, values.size() - 1);
    const double part = place - static_cast<double>(before);
    return values[before] * (1 - part) + values[after] * part;
  }

  Raster& grey_;
  const InkLine& line_;
  std::vector<double> dark_;  // the light lost across it, in pixels of paper, a stretch
  Shape shape_{};             // across
  double typical_ = 0, most_ = 0;  // of dark_; lost in its middle, 0 to 1
};

}  // namespace

PaledPage PaleStreaks(Raster grey, const std::vector<InkLine>& streaks) {
  PaledPage out{std::move(grey), {}};
  for (const InkLine& streak : streaks) {
    Paler paler(out.grey, streak);
    if (!paler.IsSeeThrough()) continue;
    paler.Pale();
    // Where rulings or print beside it hid how dark it was, some is left: once more.
    Paler(out.grey, streak).Pale();
    out.streaks.push_back(streak);
  }
  return out;
}

}  // namespace gongkai
