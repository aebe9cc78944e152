// Which indicators the rows of a statistics table before 2019 are. The national annex
// (政府信息公开情况统计表, 2014) names about fifty; provinces had shorter tables with wordings of their
// own, of which those that count the same thing are known too. docs/statistics.md lists the names
// that the rules give them; the report itself has the labels as printed.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace gongkai {

// The name of every row, by its label and by the whole under which it stands (维持 of 行政复议 is not that
// of 行政诉讼); empty where the indicator is not a known one.
std::vector<std::string_view> FindIndicators(std::span<const StatisticsRow> rows);

// Does a text, taken alone, read like one of the indicators?
bool IsIndicator(std::string_view printed);

}  // namespace gongkai
