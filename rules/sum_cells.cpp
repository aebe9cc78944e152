#include "rules/sum_cells.h"

#include <algorithm>
#include <unordered_map>

#include "model/unicode.h"

namespace gongkai {
namespace {

// No statistics table of the years before 2019 has more rows; what has is no annual report.
constexpr std::size_t kMaxStatistics = 500;

// The document's cells of one row, in the form's order.
void AddRow(const ReportIndex& index, const FormTable& table, const FormRow& row,
            SumCellList& out) {
  const auto expected = ExpectedColumns(index, table, row);
  for (const SumCell& cell : FormCells(table.key)) {
    const std::string_view pointer = cell.pointer;
    const auto slash = pointer.rfind('/');
    if (pointer.substr(0, slash) != row.pointer) continue;
    const bool in_form = std::any_of(expected.begin(), expected.end(), [&](const FormColumn& c) {
      return c.key == pointer.substr(slash + 1);
    });
    if (in_form || index.Value(pointer) != nullptr) out.push_back(&cell);
  }
}

// A name that several rows have is no name: they are told apart by their order, @合计#1, @合计#2.
void TellApart(std::vector<std::string>& names) {
  std::unordered_map<std::string, int> rows, seen;
  for (const std::string& name : names) ++rows[name];
  for (std::string& name : names) {
    if (rows[name] > 1) name += "#" + std::to_string(++seen[name]);
  }
}

const SumCellList& ListOf(const std::map<std::string_view, SumCellList>& lists,
                          std::string_view table) {
  static const SumCellList kNone;
  const auto it = lists.find(table);
  return it == lists.end() ? kNone : it->second;
}

}  // namespace

SumCells::SumCells(const ReportIndex& index) {
  for (const FormTable* table : FormTables()) {
    for (const SumCell& cell : FormCells(table->key)) of_forms_[table->key].push_back(&cell);
    for (const FormRow* row : ExpectedRows(index, *table)) {
      AddRow(index, *table, *row, of_document_[table->key]);
    }
  }
  AddStatistics(index.report());
}

void SumCells::AddStatistics(const Report& report) {
  const std::size_t count = std::min(report.statistics.size(), kMaxStatistics);
  std::vector<std::string> names, labels;
  for (std::size_t i = 0; i < count; ++i) {
    labels.push_back("@" + FoldTight(report.statistics[i].label));
  }
  TellApart(labels);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& key = report.statistics[i].key;
    names.push_back(key.empty() ? labels[i] : "@" + key);
  }
  TellApart(names);
  for (std::size_t i = 0; i < count; ++i) by_label_[labels[i]] = names[i];
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& name = names[i];
    const StatisticsRow& row = report.statistics[i];
    const std::string pointer = "/statistics/" + std::to_string(i);
    for (const auto& [field, reading] : {std::pair("value", &row.value),
                                         std::pair("cumulative", &row.cumulative)}) {
      if (!*reading) continue;
      statistics_.push_back({pointer + "/" + field, {std::string(kStatistics), name, field}});
    }
  }
  for (const SumCell& cell : statistics_) {
    of_forms_[kStatistics].push_back(&cell);
    of_document_[kStatistics].push_back(&cell);
  }
}

const SumCellList& SumCells::OfForms(std::string_view table) const {
  return ListOf(of_forms_, table);
}

const SumCellList& SumCells::OfDocument(std::string_view table) const {
  return ListOf(of_document_, table);
}

CellPattern SumCells::Named(CellPattern pattern) const {
  if (pattern.steps.size() < 2 || pattern.steps[0].text != kStatistics) return pattern;
  const auto name = by_label_.find(pattern.steps[1].text);
  if (name != by_label_.end()) pattern.steps[1].text = name->second;
  return pattern;
}

std::string SumCells::Find(const CellPattern& pattern) const {
  const auto& steps = pattern.steps;
  if (steps.size() == 3 && steps[0].text == kStatistics) {
    for (const SumCell& cell : statistics_) {
      if (cell.steps[1] == steps[1].text && cell.steps[2] == steps[2].text) return cell.pointer;
    }
  }
  return PointerOf(pattern);
}

}  // namespace gongkai
