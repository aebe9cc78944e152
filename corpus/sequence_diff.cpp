// Divide and conquer: a point halfway along a shortest path parts the stretch in two, and each is
// searched in turn. Such a point is where the furthest paths from both corners meet.
#include "corpus/sequence_diff.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace gongkai {
namespace {

using Items = std::span<const int>;

// The furthest x reached on each diagonal k = x - y; -1 where none was reached yet.
class Frontier {
 public:
  void Reset(std::int64_t rounds) {
    middle_ = rounds + 1;
    reached_.assign(static_cast<std::size_t>(2 * rounds + 3), -1);
    At(1) = 0;
  }
  std::int64_t& At(std::int64_t k) { return reached_[static_cast<std::size_t>(k + middle_)]; }
  bool Holds(std::int64_t k) const { return -middle_ <= k && k <= middle_; }
  // One edit further: a step down from the diagonal above or to the right from the one below.
  std::int64_t Step(std::int64_t k) { return std::max(At(k + 1), At(k - 1) + 1); }

 private:
  std::int64_t middle_ = 0;
  std::vector<std::int64_t> reached_;
};

class Search {
 public:
  Search(Items before, Items after) : before_(before), after_(after) {}

  std::vector<CommonRun> Run() {
    Compare(0, before_.size(), 0, after_.size());
    return std::move(runs_);
  }

 private:
  struct Point {
    std::size_t x = 0, y = 0;
  };

  void Keep(std::size_t x, std::size_t y, std::size_t length) {
    if (length == 0) return;
    if (!runs_.empty()) {
      CommonRun& last = runs_.back();
      if (last.at_before + last.length == x && last.at_after + last.length == y) {
        last.length += length;
        return;
      }
    }
    runs_.push_back({x, y, length});
  }

  // Recursion halves the number of edits each time: it is as deep as its logarithm.
  void Compare(std::size_t x0, std::size_t x1, std::size_t y0, std::size_t y1) {
    std::size_t head = 0;
    while (x0 + head < x1 && y0 + head < y1 && before_[x0 + head] == after_[y0 + head]) ++head;
    Keep(x0, y0, head);
    x0 += head;
    y0 += head;
    std::size_t tail = 0;
    while (x0 + tail < x1 && y0 + tail < y1 && before_[x1 - tail - 1] == after_[y1 - tail - 1]) {
      ++tail;
    }
    x1 -= tail;
    y1 -= tail;
    if (x0 < x1 && y0 < y1) {
      const auto middle = FindMiddle(before_.subspan(x0, x1 - x0), after_.subspan(y0, y1 - y0));
      if (middle) {
        Compare(x0, x0 + middle->x, y0, y0 + middle->y);
        Compare(x0 + middle->x, x1, y0 + middle->y, y1);
      }
    }
    Keep(x1, y1, tail);
  }

  // Nothing where the corners are more than kMostEdits apart, or nothing is common.
  std::optional<Point> FindMiddle(Items a, Items b) {
    const auto n = static_cast<std::int64_t>(a.size()), m = static_cast<std::int64_t>(b.size());
    const std::int64_t delta = n - m;
    const std::int64_t rounds =
        std::min<std::int64_t>((n + m + 1) / 2, static_cast<std::int64_t>(kMostEdits) / 2);
    forward_.Reset(rounds);
    backward_.Reset(rounds);
    const auto item = [](Items items, std::int64_t i) {
      return items[static_cast<std::size_t>(i)];
    };
    // Paths from one corner go one edit further; the point where one of them meets the other
    // side's.
    const auto advance = [&](Frontier& own, Frontier& other, std::int64_t d, bool meets,
                             const auto& equal) -> std::optional<Point> {
      for (std::int64_t k = -d; k <= d; k += 2) {
        if (k < -m || k > n) continue;
        std::int64_t x = own.Step(k);
        while (x < n && x - k < m && equal(x, x - k)) ++x;
        own.At(k) = x;
        if (x > n || x - k > m || !meets || !other.Holds(delta - k)) continue;
        const std::int64_t facing = other.At(delta - k);
        const bool inside = facing >= 0 && facing <= n && facing - (delta - k) <= m;
        if (inside && x + facing >= n) {
          return Point{static_cast<std::size_t>(x), static_cast<std::size_t>(x - k)};
        }
      }
      return std::nullopt;
    };
    const bool odd = delta % 2 != 0;
    for (std::int64_t d = 0; d <= rounds; ++d) {
      const auto met = advance(forward_, backward_, d, odd, [&](std::int64_t x, std::int64_t y) {
        return item(a, x) == item(b, y);
      });
      if (met) return met;
      const auto facing =
          advance(backward_, forward_, d, !odd, [&](std::int64_t x, std::int64_t y) {
            return item(a, n - 1 - x) == item(b, m - 1 - y);
          });
      if (facing) return Point{a.size() - facing->x, b.size() - facing->y};
    }
    return std::nullopt;
  }

  Items before_, after_;
  std::vector<CommonRun> runs_;
  Frontier forward_, backward_;
};

}  // namespace

std::vector<CommonRun> FindCommonRuns(Items before, Items after) {
  return Search(before, after).Run();
}

}  // namespace gongkai
