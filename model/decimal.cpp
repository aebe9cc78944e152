#include "model/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace gongkai {
namespace {

constexpr std::int64_t kLimit = 1'000'000'000'000'000'000;  // 10^18: any two add up inside int64
constexpr int kMaxScale = 9;

std::optional<std::int64_t> Scaled(std::int64_t digits, int by) {
  for (; by > 0; --by) {
    if (std::abs(digits) >= kLimit / 10) return std::nullopt;
    digits *= 10;
  }
  return digits;
}

// Both numbers' digits at one common scale.
struct Aligned {
  std::int64_t a, b;
  int scale;
};

std::optional<Aligned> Align(const Decimal& x, const Decimal& y) {
  const int scale = std::max(x.scale(), y.scale());
  const auto a = Scaled(x.digits(), scale - x.scale());
  const auto b = Scaled(y.digits(), scale - y.scale());
  if (!a || !b) return std::nullopt;
  return Aligned{*a, *b, scale};
}

}  // namespace

std::optional<Decimal> Decimal::Make(std::int64_t digits, int scale) {
  while (scale > 0 && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  if (scale < 0) {
    const auto grown = Scaled(digits, -scale);
    if (!grown) return std::nullopt;
    digits = *grown;
    scale = 0;
  }
  if (scale > kMaxScale || digits >= kLimit || digits <= -kLimit) return std::nullopt;
  Decimal result;
  result.digits_ = digits;
  result.scale_ = scale;
  return result;
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t digits = 0;
  int scale = 0;
  bool any = false, point = false;
  for (const char c : text) {
    if (c == '.' && any && !point) {
      point = true;
      any = false;  // a digit has to follow
      continue;
    }
    if (c < '0' || c > '9' || digits >= kLimit / 10) return std::nullopt;
    digits = digits * 10 + (c - '0');
    any = true;
    if (point) ++scale;
  }
  if (!any) return std::nullopt;
  return Make(negative ? -digits : digits, scale);
}

double Decimal::ToDouble() const { return std::strtod(ToString().c_str(), nullptr); }

std::string Decimal::ToString() const {
  std::string text = std::to_string(std::abs(digits_));
  if (scale_ > 0) {
    const auto scale = static_cast<std::size_t>(scale_);
    if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
    text.insert(text.size() - scale, ".");
  }
  return digits_ < 0 ? "-" + text : text;
}

std::optional<Decimal> Decimal::Plus(const Decimal& other) const {
  const auto aligned = Align(*this, other);
  return aligned ? Make(aligned->a + aligned->b, aligned->scale) : std::nullopt;
}

std::optional<Decimal> Decimal::Minus(const Decimal& other) const {
  const auto aligned = Align(*this, other);
  return aligned ? Make(aligned->a - aligned->b, aligned->scale) : std::nullopt;
}

std::optional<Decimal> Decimal::TimesPowerOfTen(int power) const {
  if (power < -2 * kMaxScale || power > 2 * kMaxScale) return std::nullopt;
  return Make(digits_, scale_ - power);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  if (const auto aligned = Align(*this, other)) return aligned->a <=> aligned->b;
  // Too far apart for one scale: the one that cannot be scaled up is the larger in size.
  const double difference = ToDouble() - other.ToDouble();
  return difference < 0   ? std::strong_ordering::less
         : difference > 0 ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

}  // namespace gongkai
