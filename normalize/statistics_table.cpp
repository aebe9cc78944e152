// The statistics tables of the years before 2019: rows of indicator, unit, number, often with a
// cumulative number behind. Their forms differ from province to province, so a table is known by
// its shape: a unit of counting stands between a label and its numbers.
#include <algorithm>
#include <array>

#include "model/unicode.h"
#include "normalize/indicators.h"
#include "normalize/labels.h"
#include "normalize/numbers.h"
#include "normalize/table_parts.h"
#include "normalize/tables.h"

namespace gongkai {
namespace {

constexpr auto kUnits = std::to_array<std::string_view>(
    {"条", "件", "次", "个", "人", "元", "万元", "人次", "份", "篇", "场", "期", "家", "宗", "部",
     "起", "场次", "件次", "条次", "项", "名", "处", "%", "条(件)", "件(次)"});

// Fewer rows than this with a unit may be chance.
constexpr std::size_t kFewestRows = 3;

bool IsUnit(std::string_view text) {
  const std::string folded = TableWords(text);
  return std::find(kUnits.begin(), kUnits.end(), folded) != kUnits.end();
}

// One row's parts, before it is known that the rows are a table.
struct Indicator {
  std::string label, unit;
  std::vector<const RowCell*> values;
  std::size_t row = 0;  // among the source rows
};

// The cells of a row, labels and values again side by side.
std::vector<const RowCell*> CellsOf(const SourceRow& row) {
  std::vector<const RowCell*> cells;
  for (const RowCell& cell : row.labels) cells.push_back(&cell);
  for (const RowCell& cell : row.values) cells.push_back(&cell);
  return cells;
}

// "主动公开文件数 条": label and unit that text extraction left in one cell.
std::optional<std::pair<std::string, std::string>> SplitUnit(const std::string& text) {
  const std::size_t space = text.find_last_of(' ');
  if (space == std::string::npos || space == 0 || !IsUnit(text.substr(space + 1))) {
    return std::nullopt;
  }
  return std::pair(WithoutSpaces(text.substr(0, space)), text.substr(space + 1));
}

// Label, unit, values: the unit is the last cell that is one, the label the text cell before it.
std::optional<Indicator> FindIndicator(const SourceRow& row, std::size_t index) {
  const auto cells = CellsOf(row);
  // Cells from i on, made only once: a hostile row has 200,000.
  const auto from = [&](std::size_t i) {
    return std::vector<const RowCell*>(cells.begin() + static_cast<std::ptrdiff_t>(i), cells.end());
  };
  for (std::size_t i = cells.size(); i-- > 0;) {
    const auto split = SplitUnit(cells[i]->text);
    if (split && i + 1 < cells.size()) {
      return Indicator{split->first, split->second, from(i + 1), index};
    }
    if (i == 0 || !IsUnit(cells[i]->text)) continue;
    Indicator indicator{{}, {}, from(i + 1), index};
    std::size_t before = i;
    while (before > 0 && (Trim(cells[before - 1]->text).empty() ||
                          IsNumberOrPlaceholder(cells[before - 1]->text))) {
      --before;  // a column of codes
    }
    if (before == 0) return std::nullopt;
    indicator.label = WithoutSpaces(cells[before - 1]->text);
    indicator.unit = WithoutSpaces(cells[i]->text);
    return indicator;
  }
  return std::nullopt;
}

// Where the numbers stand among the cells behind the unit: by the header, which says 累计 over the
// cumulative ones and 代码 over codes.
struct ValueColumns {
  std::size_t value = 0;
  std::optional<std::size_t> cumulative;
};

ValueColumns FindValueColumns(const SourceRow* header, const std::vector<Indicator>& indicators) {
  ValueColumns columns;
  if (header != nullptr) {
    const auto cells = CellsOf(*header);
    const auto unit = std::find_if(cells.begin(), cells.end(), [](const RowCell* cell) {
      return TableWords(cell->text).find("单位") != std::string::npos;
    });
    std::vector<std::size_t> plain;
    for (auto it = unit; it != cells.end() && ++it != cells.end();) {
      const auto behind = static_cast<std::size_t>(it - unit) - 1;
      const std::string text = TableWords((*it)->text);
      if (text.find("累计") != std::string::npos) {
        columns.cumulative = behind;
      } else if (text.find("代码") == std::string::npos && text.find("备注") == std::string::npos) {
        plain.push_back(behind);
      }
    }
    if (!plain.empty()) columns.value = plain.front();
    if (!plain.empty() || columns.cumulative) return columns;
  }
  // No header, or one torn: two numbers in every row are this year's and the cumulative one.
  const bool two = std::all_of(indicators.begin(), indicators.end(), [](const Indicator& indicator) {
    return indicator.values.size() == 2;
  });
  if (two) columns.cumulative = 1;
  return columns;
}

// Nothing where the row has no such cell.
std::optional<Reading> ReadAt(const Indicator& indicator, std::size_t column, bool markup) {
  if (column >= indicator.values.size()) return std::nullopt;
  const RowCell& cell = *indicator.values[column];
  const CellType type = indicator.unit.ends_with("元") ? CellType::kAmount : CellType::kCount;
  Reading reading = ParseCell(cell.text, type, AmountUnit::kTenThousandYuan);
  double sure = 1;
  if (reading.state == CellState::kNotANumber && markup) {  // 1 4: markup broke the number
    reading = ParseCell(WithoutSpaces(cell.text), type, AmountUnit::kTenThousandYuan);
    reading.raw = Trim(cell.text);
    if (reading.state == CellState::kNumber) sure = kBroken;
  }
  reading.place = cell.place;
  reading.confidence = std::min(cell.confidence, sure);
  if (reading.state != CellState::kBlank) reading.kind = cell.reading;
  return reading;
}

// The header: the nearest row before the first indicator that names the unit's column.
const SourceRow* FindHeaderRow(std::span<const SourceRow> rows, std::size_t first) {
  constexpr std::size_t kFarthest = 6;
  for (std::size_t i = first; i-- > 0 && first - i <= kFarthest;) {
    for (const RowCell* cell : CellsOf(rows[i])) {
      if (TableWords(cell->text).find("单位") != std::string::npos) return &rows[i];
    }
  }
  return nullptr;
}

void AddTable(std::span<const SourceRow> rows, const std::vector<Indicator>& indicators,
              ReadStatistics& out) {
  const SourceRow* header = FindHeaderRow(rows, indicators.front().row);
  const ValueColumns columns = FindValueColumns(header, indicators);
  if (header != nullptr && header->from_grid) out.blocks.push_back(header->first_block);
  for (const Indicator& indicator : indicators) {
    const bool markup = rows[indicator.row].kind == GridKind::kTagged;
    StatisticsRow row{
        indicator.label, indicator.unit, {}, ReadAt(indicator, columns.value, markup), {}};
    if (columns.cumulative) row.cumulative = ReadAt(indicator, *columns.cumulative, markup);
    out.rows.push_back(std::move(row));
    for (const RowCell* cell : CellsOf(rows[indicator.row])) out.blocks.push_back(cell->block);
  }
}

}  // namespace

ReadStatistics ReadStatisticsTables(std::span<const SourceRow> rows,
                                    const std::vector<bool>& taken) {
  ReadStatistics out;
  std::vector<Indicator> indicators;
  const auto end_table = [&] {
    if (indicators.size() >= kFewestRows) AddTable(rows, indicators, out);
    indicators.clear();
  };
  // Group rows (一、主动公开情况) and spacing stand between the indicators of one table.
  constexpr std::size_t kLongestPause = 3;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (taken[i]) continue;
    if (!indicators.empty() && i - indicators.back().row > kLongestPause) end_table();
    if (auto indicator = FindIndicator(rows[i], i)) indicators.push_back(std::move(*indicator));
  }
  end_table();
  return out;
}

}  // namespace gongkai
