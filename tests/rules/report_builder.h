// Reports for tests: a whole report of one form in which every number is 0 and every sum holds, and
// single strokes that change it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "model/report.h"
#include "normalize/forms.h"

namespace gongkai::testing {

inline Reading NumberReading(std::string_view digits) {
  Reading reading;
  reading.state = CellState::kNumber;
  reading.value = Decimal::Parse(digits);
  reading.raw = digits;
  return reading;
}

inline Reading StateReading(CellState state, std::string_view raw) {
  Reading reading;
  reading.state = state;
  reading.raw = raw;
  if (state == CellState::kBlank) reading.kind = ReadingKind::kBlank;
  return reading;
}

inline void AddTable(Report& report, const FormTable& form_table, Form form) {
  Table table;
  table.key = form_table.key;
  table.form = form;
  for (const FormRow& form_row : form_table.rows) {
    const auto columns = ColumnsOf(form_row, FormSetOf(form));
    if (columns.empty()) continue;
    TableRow row;
    row.pointer = form_row.pointer;
    row.printed = form_row.label;
    row.cells = row.columns = static_cast<int>(columns.size());
    table.rows.push_back(row);
    for (const FormColumn& column : columns) {
      report.values.push_back({row.pointer + "/" + std::string(column.key), NumberReading("0")});
      const bool known = std::any_of(table.columns.begin(), table.columns.end(),
                                     [&](const auto& c) { return c.key == column.key; });
      if (!known) {
        table.columns.push_back(
            {std::string(column.key), std::string(column.label), LabelMatch::kExact});
      }
    }
  }
  report.tables.push_back(std::move(table));
}

inline void AddSection(Report& report, std::string key, std::string number, std::string heading,
                       std::string text) {
  Section section;
  section.key = std::move(key);
  section.number = std::move(number);
  section.heading = std::move(heading);
  section.text = std::move(text);
  report.sections.push_back(std::move(section));
}

inline Report WholeReport(Form form = Form::k2021) {
  Report report;
  report.source = {"a.pdf", std::string(64, 'a'), 1234, "application/pdf", 5, Origin::kText};
  report.form = form;
  report.year = form == Form::k2021 ? 2023 : 2020;
  const std::string year = std::to_string(*report.year);
  report.title.value = report.title.raw = "甲乙镇人民政府" + year + "年政府信息公开工作年度报告";
  report.agency.value = report.agency.raw = "甲乙镇人民政府";
  report.year_evidence.value = report.year_evidence.raw = year;
  report.period = Period{year + "-01-01", year + "-12-31"};
  AddSection(report, "preamble", "", "", "本报告说明一年的情况。");
  AddSection(report, "overview", "一", "总体情况", "我镇认真公开信息。");
  AddSection(report, "active_disclosure", "二", "主动公开政府信息情况", "");
  AddSection(report, "applications", "三", "收到和处理政府信息公开申请情况", "");
  AddSection(report, "review_litigation", "四", "政府信息公开行政复议、行政诉讼情况", "");
  AddSection(report, "problems", "五", "存在的主要问题及改进情况", "公开不够及时。");
  AddSection(report, "other_matters", "六", "其他需要报告的事项", "无。");
  for (const FormTable* table : FormTables()) AddTable(report, *table, form);
  return report;
}

inline Reading& At(Report& report, std::string_view pointer) {
  return std::find_if(report.values.begin(), report.values.end(),
                      [&](const TableValue& value) { return value.pointer == pointer; })
      ->reading;
}

inline void Set(Report& report, std::string_view pointer, std::string_view digits) {
  At(report, pointer) = NumberReading(digits);
}

inline Table& TableAt(Report& report, std::string_view key) {
  return *std::find_if(report.tables.begin(), report.tables.end(),
                       [&](const Table& table) { return table.key == key; });
}

inline TableRow& RowAt(Report& report, std::string_view pointer) {
  for (Table& table : report.tables) {
    for (TableRow& row : table.rows) {
      if (row.pointer == pointer) return row;
    }
  }
  return report.tables.at(0).rows.at(0);
}

// Takes away the values below a pointer.
inline void DropValues(Report& report, std::string_view prefix) {
  std::erase_if(report.values,
                [&](const TableValue& value) { return value.pointer.starts_with(prefix); });
}

inline void DropRow(Report& report, std::string_view pointer) {
  DropValues(report, std::string(pointer) + "/");
  for (Table& table : report.tables) {
    std::erase_if(table.rows, [&](const TableRow& row) { return row.pointer == pointer; });
  }
}

inline void DropTable(Report& report, std::string_view key) {
  DropValues(report, "/" + std::string(key) + "/");
  std::erase_if(report.tables, [&](const Table& table) { return table.key == key; });
}

}  // namespace gongkai::testing
