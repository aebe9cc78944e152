// Years and dates as reports print them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "normalize/headings_text.h"

namespace gongkai {

struct FoundYear {
  int year = 0;
  std::size_t begin = 0, end = 0;  // in the text, with a following 年 or 年度
  bool marked = false;             // 年 follows
};

// Years from 2000 to 2099 in a compact text, in four digits or four Chinese numerals (二〇二三年;
// those only with 年). Digits that are part of a longer number are none.
std::vector<FoundYear> FindYears(std::u32string_view text);

// The period that a report's numbers are for: 自2023年1月1日起至2023年12月31日止, 2020年1月1日至12月31日,
// 2022年1月1日-2022年12月31日, Chinese numerals; also with 年 or 月 lost (202311日至20231231日) where only
// one date fits, and 截至2023年12月31日 (no begin). A date that cannot be read is empty. A text
// that speaks of 统计, 期限 or 数据 beside it is believed; else only a whole year is.
std::optional<Period> FindPeriod(const CompactText& line);

}  // namespace gongkai
