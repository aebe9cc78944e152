// The cells of the forms as the patterns of rules see them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

inline constexpr std::string_view kStatistics = "statistics";

struct SumCell {
  std::string pointer;             // in the report's JSON
  std::vector<std::string> steps;  // what patterns see; @收到申请数 for a row of the statistics
};

// The cells of a table in any form, in printed order; empty for what is no table. Made once.
std::span<const SumCell> FormCells(std::string_view table);

}  // namespace gongkai
