#include "rules/check.h"

#include <algorithm>

#include "rules/places.h"

namespace gongkai {
namespace {

std::string_view Parent(std::string_view pointer) { return pointer.substr(0, pointer.rfind('/')); }

// The form that the document's table itself belongs to; the report's where it does not say.
FormSet OwnForm(const ReportIndex& index, const FormTable& form_table) {
  const Table* table = index.TableOf(form_table.key);
  const FormSet own = table ? FormSetOf(table->form) : FormSet{0};
  return own != 0 ? own : FormSetOf(index.report().form);
}

// How many of `columns` the row has a value for.
std::ptrdiff_t CountValues(const ReportIndex& index, const FormRow& row,
                           std::span<const FormColumn> columns) {
  return std::count_if(columns.begin(), columns.end(), [&](const FormColumn& column) {
    return index.Value(CellPointer(row, column)) != nullptr;
  });
}

}  // namespace

ReportIndex::ReportIndex(const Report& report) : report_(&report) {
  for (const TableValue& value : report.values) values_.emplace(value.pointer, &value.reading);
  for (const Table& table : report.tables) {
    if (!table.rows.empty()) tables_.emplace(table.key, &table);
    for (const TableRow& row : table.rows) rows_.emplace(row.pointer, &row);
  }
}

const Reading* ReportIndex::Value(std::string_view pointer) const {
  const auto it = values_.find(pointer);
  if (it != values_.end()) return it->second;
  const auto [row, field] = FindStatistic(*report_, pointer);
  if (row == nullptr) return nullptr;
  const auto& reading = field == "value" ? row->value : row->cumulative;
  return reading ? &*reading : nullptr;
}

const TableRow* ReportIndex::Row(std::string_view pointer) const {
  const auto it = rows_.find(pointer);
  return it == rows_.end() ? nullptr : it->second;
}

const Table* ReportIndex::TableOf(std::string_view key) const {
  const auto it = tables_.find(key);
  return it == tables_.end() ? nullptr : it->second;
}

std::string CellPointer(const FormRow& row, const FormColumn& column) {
  return std::string(row.pointer) + "/" + std::string(column.key);
}

std::vector<const FormRow*> ExpectedRows(const ReportIndex& index, const FormTable& form_table) {
  const FormSet own = OwnForm(index, form_table);
  const auto replaced = [&](const FormRow& row) {
    return std::any_of(form_table.rows.begin(), form_table.rows.end(), [&](const FormRow& other) {
      return (other.forms & row.forms) == 0 && Parent(other.pointer) == Parent(row.pointer) &&
             index.HasRow(other);
    });
  };
  std::vector<const FormRow*> rows;
  for (const FormRow& row : form_table.rows) {
    const bool of_form = (row.forms & own) != 0 && !replaced(row);
    if (of_form || index.HasRow(row)) rows.push_back(&row);
  }
  return rows;
}

std::span<const FormColumn> ExpectedColumns(const ReportIndex& index, const FormTable& form_table,
                                            const FormRow& row) {
  const FormSet preferred = OwnForm(index, form_table);
  std::span<const FormColumn> best = ColumnsOf(row, preferred);
  for (const ColumnSet& set : row.sets) {
    const auto values = CountValues(index, row, set.columns);
    if (best.empty() || values > CountValues(index, row, best)) best = set.columns;
  }
  return best;
}

}  // namespace gongkai
