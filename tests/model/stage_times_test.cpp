#include "model/stage_times.h"

#include <catch2/catch.hpp>

using gongkai::MeasureStages;
using gongkai::ProcessSeconds;
using gongkai::Stage;
using gongkai::StageSeconds;
using gongkai::StageTimer;

namespace {

double SecondsOf(Stage stage) { return StageSeconds()[static_cast<std::size_t>(stage)]; }

void Burn(double seconds) {
  const double until = ProcessSeconds() + seconds;
  while (ProcessSeconds() < until) {
  }
}

}  // namespace

TEST_CASE("CPU counts for the innermost stage, and only where it is asked for", "[stage_times]") {
  {
    const StageTimer timer(Stage::kForm);
    Burn(0.002);
  }
  CHECK(SecondsOf(Stage::kForm) == 0);
  MeasureStages();
  {
    const StageTimer outer(Stage::kClean);
    Burn(0.01);
    {
      const StageTimer inner(Stage::kRulings);
      Burn(0.03);
    }
    Burn(0.01);
  }
  CHECK(SecondsOf(Stage::kClean) >= 0.018);
  CHECK(SecondsOf(Stage::kClean) < 0.04);  // not what ran inside
  CHECK(SecondsOf(Stage::kRulings) >= 0.028);
  CHECK(SecondsOf(Stage::kForm) == 0);
}
