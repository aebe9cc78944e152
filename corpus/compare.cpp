#include "corpus/compare.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/compare_parts.h"
#include "model/report_names.h"
#include "model/unicode.h"
#include "rules/form_cells.h"
#include "rules/places.h"

namespace gongkai {
namespace {

constexpr auto kTableKeys =
    std::to_array<std::string_view>({"active_disclosure", "applications", "review_litigation"});

ComparedFact Fact(std::string key, std::string before, std::string after) {
  const TextChange change = before.empty() == after.empty() ? DiffParagraphs(before, after).change
                            : before.empty()                ? TextChange::kAdded
                                                            : TextChange::kRemoved;
  return {std::move(key), std::move(before), std::move(after), change};
}

std::string YearOf(const Report& report) {
  return report.year ? std::to_string(*report.year) : "";
}

std::string PeriodOf(const Report& report) {
  if (!report.period) return "";
  return report.period->from + "/" + report.period->to;  // as ISO 8601 writes an interval
}

std::string FormOf(const Report& report) {
  return std::string(NameOf(kFormNames, report.form).value_or(""));
}

std::vector<ComparedFact> CompareFacts(const Report& before, const Report& after) {
  return {Fact("title", before.title.value, after.title.value),
          Fact("agency", before.agency.value, after.agency.value),
          Fact("year", YearOf(before), YearOf(after)),
          Fact("period", PeriodOf(before), PeriodOf(after)),
          Fact("form", FormOf(before), FormOf(after))};
}

std::optional<Reading> ReadingAt(const Report& report, const std::string& pointer) {
  const Reading* reading = FindValue(report, pointer);
  return reading ? std::optional(*reading) : std::nullopt;
}

Form FormOfTable(const Report& report, std::string_view key) {
  const Table* table = FindTable(report, std::string(key));
  return table ? table->form : Form::kUnknown;
}

// The form that a table of the report should have.
Form DueForm(const Report& report, Form of_table) {
  return of_table == Form::kUnknown ? report.form : of_table;
}

bool HasCell(Form form, const FormPlace& place) {
  const auto columns = ColumnsOf(*place.row, FormSetOf(form));
  return std::any_of(columns.begin(), columns.end(), [&](const FormColumn& column) {
    return column.key == place.column->key;
  });
}

bool IsPlaced(const Report& report, std::string_view table, std::string_view row) {
  const Table* found = FindTable(report, std::string(table));
  if (found == nullptr) return true;
  return std::none_of(found->rows.begin(), found->rows.end(), [&](const TableRow& candidate) {
    return candidate.pointer == row && !candidate.placed;
  });
}

ComparedRow NewRow(const FormRow& row, std::string_view table, const Report& before,
                   const Report& after) {
  return {std::string(row.pointer), RowLabel(row), IsPlaced(before, table, row.pointer),
          IsPlaced(after, table, row.pointer), {}};
}

ComparedTable CompareTable(std::string_view key, const Report& before, const Report& after) {
  const auto is_there = [&](const Report& report) {
    return FindTable(report, std::string(key)) != nullptr;
  };
  ComparedTable table{std::string(key),         is_there(before),        is_there(after),
                      FormOfTable(before, key), FormOfTable(after, key), {}};
  for (const SumCell& cell : FormCells(key)) {
    const FormPlace place = FindFormPlace(cell.pointer);
    if (table.rows.empty() || table.rows.back().pointer != place.row->pointer) {
      table.rows.push_back(NewRow(*place.row, key, before, after));
    }
    NumberPair numbers{ReadingAt(before, cell.pointer), ReadingAt(after, cell.pointer), {}, {}};
    if (!numbers.before && !numbers.after) continue;
    FillInDifference(numbers, /*with_percent=*/!place.column->change);
    table.rows.back().cells.push_back(
        {cell.pointer, std::string(place.column->label), std::move(numbers),
         HasCell(DueForm(before, table.form_before), place),
         HasCell(DueForm(after, table.form_after), place)});
  }
  std::erase_if(table.rows, [](const ComparedRow& row) {
    return row.cells.empty() && row.placed_before && row.placed_after;
  });
  return table;
}

std::vector<ComparedTable> CompareTables(const Report& before, const Report& after) {
  std::vector<ComparedTable> tables;
  for (const std::string_view key : kTableKeys) {
    ComparedTable table = CompareTable(key, before, after);
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

// Names are written with and without their province or their office; names that have nothing to do
// with each other are two organs.
bool IsOneOrgan(const Report& before, const Report& after) {
  const std::string a = FoldTight(before.agency.value), b = FoldTight(after.agency.value);
  return a.find(b) != a.npos || b.find(a) != b.npos;
}

Agreement AgreementOf(const std::optional<Reading>& before, const std::optional<Reading>& after) {
  if (!before || !after || !before->value || !after->value) return Agreement::kOpen;
  return *before->value == *after->value ? Agreement::kAgrees : Agreement::kDiffers;
}

std::vector<ComparedCarryOver> CompareCarryOver(const Report& before, const Report& after) {
  constexpr std::string_view kFrom = "/applications/carried_forward/";
  constexpr std::string_view kTo = "/applications/carried_over/";
  if (!before.year || !after.year || *after.year != *before.year + 1) return {};
  const bool both_forms = FormSetOf(before.form) != 0 && FormSetOf(after.form) != 0;
  if (!both_forms || !IsOneOrgan(before, after)) return {};
  std::vector<ComparedCarryOver> columns;
  for (const SumCell& cell : FormCells("applications")) {
    if (!cell.pointer.starts_with(kFrom)) continue;
    const std::string to = std::string(kTo) + cell.pointer.substr(kFrom.size());
    auto handed = ReadingAt(before, cell.pointer), taken = ReadingAt(after, to);
    if (!handed && !taken) continue;
    const Agreement agreement = AgreementOf(handed, taken);
    columns.push_back({std::string(FindFormPlace(cell.pointer).column->label), cell.pointer, to,
                       std::move(handed), std::move(taken), agreement});
  }
  return columns;
}

}  // namespace

bool NumberPair::same() const {
  if (!before || !after) return !before && !after;
  return before->state == after->state && before->value == after->value;
}

Comparison Compare(const Report& before, const Report& after) {
  return {CompareFacts(before, after), CompareCarryOver(before, after),
          CompareTables(before, after), CompareStatistics(before, after),
          CompareSections(before, after)};
}

}  // namespace gongkai
