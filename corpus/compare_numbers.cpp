#include <algorithm>
#include <limits>

#include "corpus/compare_parts.h"

namespace gongkai {
namespace {

// value * 10^power as an integer; nothing where it is none or leaves 64 bits.
std::optional<std::int64_t> Scaled(const Decimal& value, int power) {
  const auto scaled = value.TimesPowerOfTen(power);
  if (!scaled || !scaled->IsInteger()) return std::nullopt;
  return scaled->digits();
}

// To the nearest integer, halves away from zero. REQUIRES: divisor > 0.
std::int64_t DivideRounded(std::int64_t number, std::int64_t divisor) {
  const std::int64_t rest = number % divisor, whole = number / divisor;
  const bool up = std::abs(rest) >= divisor - std::abs(rest);
  return whole + (up ? (number < 0 ? -1 : 1) : 0);
}

}  // namespace

std::optional<Decimal> PercentChange(const Decimal& before, const Decimal& after) {
  constexpr int kTenthsOfPercent = 3;  // a whole has 10^3 of them
  const auto difference = after.Minus(before);
  if (!difference || before == Decimal(0)) return std::nullopt;
  const int scale = std::max(before.scale(), difference->scale());
  const auto whole = Scaled(before, scale);
  const auto change = Scaled(*difference, scale + kTenthsOfPercent);
  if (!whole || !change) return std::nullopt;
  return Decimal::Make(DivideRounded(*change, std::abs(*whole)), 1);
}

void FillInDifference(NumberPair& numbers, bool with_percent) {
  if (!numbers.before || !numbers.after) return;
  const auto &before = numbers.before->value, &after = numbers.after->value;
  if (!before || !after) return;
  numbers.difference = after->Minus(*before);
  if (with_percent) numbers.percent = PercentChange(*before, *after);
}

}  // namespace gongkai
