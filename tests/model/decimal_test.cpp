#include "model/decimal.h"

#include <catch2/catch.hpp>

using gongkai::Decimal;

TEST_CASE("a decimal keeps the digits that it was written with", "[decimal]") {
  const struct {
    const char *text, *shown;
    bool integer;
  } kGood[] = {
      {"0", "0", true},
      {"-0", "0", true},
      {"007", "7", true},
      {"21", "21", true},
      {"-18", "-18", true},
      {"7730.28", "7730.28", false},
      {"7730.280", "7730.28", false},
      {"59237.2449", "59237.2449", false},
      {"7539.443252", "7539.443252", false},
      {"5.0", "5", true},
      {"-0.05", "-0.05", false},
      {"0.000000001", "0.000000001", false},
      {"999999999999999999", "999999999999999999", true},
  };
  for (const auto& c : kGood) {
    INFO(c.text);
    const auto value = Decimal::Parse(c.text);
    REQUIRE(value.has_value());
    CHECK(value->ToString() == c.shown);
    CHECK(value->IsInteger() == c.integer);
  }
}

TEST_CASE("what is no plain decimal is refused", "[decimal]") {
  for (const char* text : {"", "-", ".", "1.", ".5", "1.2.3", "1e3", "1,000", " 1", "1 ", "+1", "--1",
                           "１", "0x10", "1000000000000000000", "0.0000000001",
                           "99999999999999999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(Decimal::Parse(text).has_value());
  }
}

TEST_CASE("sums are exact, and refused where they leave the range", "[decimal]") {
  const Decimal tenth = *Decimal::Parse("0.1"), fifth = *Decimal::Parse("0.2");
  CHECK(tenth.Plus(fifth) == Decimal::Parse("0.3"));
  CHECK(Decimal(1).Minus(tenth) == Decimal::Parse("0.9"));
  CHECK(Decimal(5).Minus(Decimal(7)) == Decimal(-2));
  const Decimal most = *Decimal::Parse("999999999999999999");
  CHECK_FALSE(most.Plus(Decimal(1)).has_value());
  CHECK_FALSE(Decimal(0).Minus(most)->Minus(Decimal(1)).has_value());
  CHECK_FALSE(most.Plus(tenth).has_value());
}

TEST_CASE("the decimal point moves", "[decimal]") {
  CHECK(Decimal(251000).TimesPowerOfTen(-4) == Decimal::Parse("25.1"));
  CHECK(Decimal::Parse("26.8")->TimesPowerOfTen(4) == Decimal(268000));
  CHECK(Decimal::Parse("75394432.52")->TimesPowerOfTen(-4) == Decimal::Parse("7539.443252"));
  CHECK_FALSE(Decimal::Parse("0.00000001")->TimesPowerOfTen(-4).has_value());
  CHECK_FALSE(Decimal(1).TimesPowerOfTen(19).has_value());
  CHECK_FALSE(Decimal(1'000'000).TimesPowerOfTen(18).has_value());
}

TEST_CASE("decimals are ordered by value, whatever their scales", "[decimal]") {
  CHECK(*Decimal::Parse("1.10") == *Decimal::Parse("1.1"));
  CHECK(*Decimal::Parse("1.09") < *Decimal::Parse("1.1"));
  CHECK(Decimal(-1) < *Decimal::Parse("-0.5"));
  CHECK(*Decimal::Parse("0.000000001") < *Decimal::Parse("999999999999999999"));
  CHECK(Decimal::Parse("7730.28")->ToDouble() == 7730.28);
}
