// The names that reading and writing a rules file share.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "rules/sum_rule.h"

namespace gongkai {

inline constexpr std::string_view kRulesSchema = "gongkai.rules/1";

inline constexpr auto kSumRelations = std::to_array<std::pair<SumRelation, std::string_view>>({
    {SumRelation::kEqual, "="},
    {SumRelation::kAtLeast, ">="},
    {SumRelation::kAtMost, "<="},
});

}  // namespace gongkai
