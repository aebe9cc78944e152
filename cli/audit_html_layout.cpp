#include "cli/audit_html_layout.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace gongkai {
namespace {

class TableLayout {
 public:
  explicit TableLayout(const Report& report) : report_(report) {
    for (const TableValue& value : report.values) readings_[value.pointer] = &value.reading;
  }

  LaidTables LayOut() {
    LaidTables laid;
    for (const FormTable* table : FormTables()) {
      LaidTable rows{table, {}};
      const Table* read = FindTable(report_, std::string(table->key));
      if (IsThere(*table, read)) AddRows(*table, read, rows);
      const bool expected = FormSetOf(report_.form) != 0;
      if (expected || !rows.blocks.empty()) laid.tables.push_back(std::move(rows));
    }
    for (const TableValue& value : report_.values) {
      if (!shown_.contains(value.pointer)) laid.others.push_back(&value);
    }
    return laid;
  }

 private:
  bool HasValues(const FormRow& row, FormSet form) const {
    const auto columns = ColumnsOf(row, form);
    return std::any_of(columns.begin(), columns.end(), [&](const FormColumn& column) {
      return readings_.contains(PointerOf(row, column));
    });
  }

  bool IsThere(const FormTable& table, const Table* read) const {
    if (read != nullptr) return true;
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const FormRow& row) { return HasValues(row, kBothForms); });
  }

  static std::string PointerOf(const FormRow& row, const FormColumn& column) {
    return std::string(row.pointer) + "/" + std::string(column.key);
  }

  // A row of another year's form stands under that form's columns.
  FormSet FormOf(const FormRow& row, FormSet table_form) const {
    for (const FormSet form : {table_form, kForm2021, kForm2019}) {
      if (HasValues(row, form)) return form;
    }
    return (row.forms & table_form) != 0 ? table_form : row.forms;
  }

  void AddRows(const FormTable& table, const Table* read, LaidTable& laid) {
    FormSet form = FormSetOf(read != nullptr ? read->form : Form::kUnknown);
    if (form == 0) form = FormSetOf(report_.form);
    if (form == 0) form = kForm2021;
    for (const FormRow& row : table.rows) {
      const TableRow* found = FindRow(read, row);
      const bool there = found != nullptr || HasValues(row, kForm2019) || HasValues(row, kForm2021);
      if (!there && (row.forms & form) == 0) continue;
      const auto columns = ColumnsOf(row, FormOf(row, form));
      const bool goes_on =
          !laid.blocks.empty() && laid.blocks.back().columns.data() == columns.data();
      if (!goes_on) laid.blocks.push_back({columns, {}});
      laid.blocks.back().rows.push_back(LayOutRow(row, found, columns));
    }
  }

  static const TableRow* FindRow(const Table* read, const FormRow& row) {
    if (read == nullptr) return nullptr;
    const auto found = std::find_if(read->rows.begin(), read->rows.end(),
                                    [&](const TableRow& r) { return r.pointer == row.pointer; });
    return found == read->rows.end() ? nullptr : &*found;
  }

  LaidRow LayOutRow(const FormRow& row, const TableRow* read,
                    std::span<const FormColumn> columns) {
    LaidRow laid{&row, read, {}};
    for (const FormColumn& column : columns) {
      LaidCell cell{PointerOf(row, column), &column, nullptr};
      if (const auto reading = readings_.find(cell.pointer); reading != readings_.end()) {
        cell.reading = reading->second;
        shown_.insert(cell.pointer);
      }
      laid.cells.push_back(std::move(cell));
    }
    return laid;
  }

  const Report& report_;
  std::unordered_map<std::string, const Reading*> readings_;
  std::unordered_set<std::string> shown_;
};

}  // namespace

LaidTables LayOutTables(const Report& report) { return TableLayout(report).LayOut(); }

Anchors FindAnchors(const Report& report, const LaidTables& tables) {
  Anchors anchors{"/title", "/agency", "/year", "/period", "/form"};
  for (const LaidTable& table : tables.tables) {
    anchors.insert("/" + std::string(table.table->key));
    for (const LaidBlock& block : table.blocks) {
      for (const LaidRow& row : block.rows) {
        anchors.insert(std::string(row.row->pointer));
        for (const LaidCell& cell : row.cells) anchors.insert(cell.pointer);
      }
    }
  }
  for (const TableValue* value : tables.others) anchors.insert(value->pointer);
  if (!report.statistics.empty()) anchors.insert("/statistics");
  for (std::size_t i = 0; i < report.statistics.size(); ++i) {
    const std::string row = "/statistics/" + std::to_string(i);
    anchors.insert(row);
    if (report.statistics[i].value) anchors.insert(row + "/value");
    if (report.statistics[i].cumulative) anchors.insert(row + "/cumulative");
  }
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    anchors.insert("/sections/" + std::to_string(i));
  }
  return anchors;
}

std::string AnchorOf(const Anchors& anchors, std::string_view pointer) {
  for (; !pointer.empty(); pointer = Above(pointer)) {
    if (anchors.contains(pointer)) return std::string(pointer);
  }
  return "";
}

std::string_view Above(std::string_view pointer) {
  const std::size_t last = pointer.rfind('/');
  return last == std::string_view::npos ? std::string_view() : pointer.substr(0, last);
}

}  // namespace gongkai
