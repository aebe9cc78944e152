// Places of a report in words, as an auditor names them: 表三“（三）不予公开 1.属于国家秘密”自然人.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/report.h"
#include "model/texts.h"
#include "normalize/forms.h"

namespace gongkai {

// A text that differs by language. The catalogue's Chinese has {name}, its English {name_en}.
struct Wording {
  std::string zh, en;
};

void AddDetail(TextDetails& details, std::string_view name, const Wording& wording);

Wording TableName(std::string_view table_key);  // 表三 / table 3
std::string RowLabel(const FormRow& row);       // （三）不予公开 1.属于国家秘密, as the form prints it
Wording RowName(const FormRow& row);            // 表三“（一）予以公开”

// A cell, row, table or fact; the pointer itself where it is none of them.
Wording PlaceName(std::string_view pointer);

// The same, with a row of the statistics by its label: 统计表“收到申请数”.
Wording PlaceName(const Report& report, std::string_view pointer);

// The row and the field ("value", "cumulative") that a pointer into the statistics leads to, or
// null.
std::pair<const StatisticsRow*, std::string_view> FindStatistic(const Report& report,
                                                                std::string_view pointer);

// The indicator that each row of the statistics is: "applications.received"; empty where it is not a
// known one (docs/statistics.md).
std::vector<std::string_view> StatisticNames(const Report& report);

// The first places by name, and how many there are in all: 表四“行政复议”总计等12处.
Wording PlaceList(const std::vector<std::string>& pointers);

// Where a pointer stands in a report: head, sections, tables in the form's order, statistics.
// Smaller comes first.
int PlaceRank(std::string_view pointer);

// The form's row and column at a pointer; null where there is none.
struct FormPlace {
  const FormTable* table = nullptr;
  const FormRow* row = nullptr;
  const FormColumn* column = nullptr;
  int rank = 0;  // among all rows and cells, in printed order
};
FormPlace FindFormPlace(std::string_view pointer);

}  // namespace gongkai
