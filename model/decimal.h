// An exact decimal number, for sums that must agree to the last digit. Range: |digits| < 10^18,
// 0 <= scale <= 9; operations that would leave it return nothing.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr explicit Decimal(std::int64_t integer) : digits_(integer) {}

  // value = digits / 10^scale, kept without trailing zeros. Nothing where out of range.
  static std::optional<Decimal> Make(std::int64_t digits, int scale);
  // ASCII only: -?[0-9]+(\.[0-9]+)?  No separators, no exponent, no spaces.
  static std::optional<Decimal> Parse(std::string_view text);

  bool IsInteger() const { return scale_ == 0; }
  std::int64_t digits() const { return digits_; }
  int scale() const { return scale_; }
  double ToDouble() const;       // the nearest double
  std::string ToString() const;  // "-18", "7730.28"

  std::optional<Decimal> Plus(const Decimal& other) const;
  std::optional<Decimal> Minus(const Decimal& other) const;
  // Moves the decimal point: by 4 for 万 to units, by -4 for 元 to 万元.
  std::optional<Decimal> TimesPowerOfTen(int power) const;

  bool operator==(const Decimal& other) const = default;
  std::strong_ordering operator<=>(const Decimal& other) const;

 private:
  std::int64_t digits_ = 0;
  int scale_ = 0;
};

}  // namespace gongkai
