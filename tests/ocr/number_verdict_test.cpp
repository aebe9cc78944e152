#include "ocr/number_verdict.h"

#include <catch2/catch.hpp>
#include <vector>

using gongkai::DoubtOnes;
using gongkai::JudgedNumber;
using gongkai::JudgeNumber;
using gongkai::NumberInk;
using gongkai::SecondOpinion;

TEST_CASE("a second reader settles shapes, and nothing else", "[number_verdict]") {
  struct Row {
    const char* why;
    NumberInk ink;
    SecondOpinion second;
    const char* text;
    bool sure;
  };
  const NumberInk shapes{.text = "12", .confidence = 0.8, .only_shapes = true, .box = {}};
  NumberInk stem = shapes, gap = shapes, broken = shapes;
  stem.text = "1";  // or what is left of a 4
  stem.confidence = 0.6;
  gap.only_shapes = false;
  broken.only_shapes = false;
  broken.broken = true;
  const NumberInk bar{.text = "—", .confidence = 0.6, .only_shapes = true, .box = {0, 0, 20, 3}};
  const Row rows[] = {
      {"the engine sees the same", shapes, {"12", true}, "12", true},
      {"the form's reader is no judge of digits", shapes, {"12", false}, "12", false},
      {"the nets hardly prefer it: both may miss what is not there", stem, {"1", true}, "1", false},
      {"a point may be lost", gap, {"12", true}, "12", false},
      {"the engine sees another", shapes, {"17", true}, "12", false},
      {"the engine sees nothing", shapes, {"", true}, "12", false},
      {"the engine sees a word", shapes, {"增2", true}, "增2", false},
      {"the engine sees a point", gap, {"1.2", true}, "1.2", false},
      {"a point for which there is no room", shapes, {".12", true}, "12", false},
      {"a point among pieces of digits is one of them", broken, {"1.2", true}, "12", false},
      {"only the engine reads it", {}, {"12", true}, "12", false},
      {"nobody reads it", {}, {"", true}, "", false},
      {"a long bar is a dash, whoever looks", bar, {"", true}, "—", true},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const JudgedNumber judged = JudgeNumber(row.ink, row.second);
    CHECK(judged.text == row.text);
    CHECK((judged.confidence >= 0.9) == row.sure);
  }
}

TEST_CASE("among numbers in pieces a 1 may be the stem of a 4", "[number_verdict]") {
  for (const std::size_t whole : {8u, 40u}) {
    INFO(whole);
    const NumberInk ink{.text = "21", .confidence = 0.8, .only_shapes = true, .box = {}};
    std::vector<NumberInk> inks(whole + 1, ink);
    inks[1].text = "35";
    inks.back().only_shapes = false;
    inks.back().broken = true;
    std::vector<NumberInk*> numbers;
    for (NumberInk& number : inks) numbers.push_back(&number);
    DoubtOnes(numbers);
    CHECK(inks[0].only_shapes == (whole == 40));
    CHECK(inks[1].only_shapes);
  }
}
