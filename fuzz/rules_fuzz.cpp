// A rules file, and a report that is checked by it.
#include <algorithm>

#include "fuzz/fuzz.h"
#include "normalize/report_json.h"
#include "rules/rules.h"

namespace {

// A report in which rules find something to say: every row, a section, some statistics.
gongkai::Report SomeReport() {
  using namespace gongkai;
  Report report;
  report.form = Form::k2021;
  report.title.value = "甲县2023年政府信息公开工作年度报告";
  Section section;
  section.key = "overview";
  section.heading = "总体情况";
  section.text = "全年公开信息（12条）。\n涉及保密事项。";
  report.sections.push_back(section);
  int number = 0;
  const auto reading = [&] {
    Reading made;
    made.state = CellState::kNumber;
    made.value = Decimal(++number % 7);
    return made;
  };
  for (const FormTable* form_table : FormTables()) {
    Table table;
    table.key = form_table->key;
    table.form = Form::k2021;
    for (const FormRow& form_row : form_table->rows) {
      TableRow row;
      row.pointer = form_row.pointer;
      table.rows.push_back(row);
      for (const FormColumn& column : ColumnsOf(form_row, kForm2021)) {
        report.values.push_back({row.pointer + "/" + std::string(column.key), reading()});
      }
    }
    report.tables.push_back(table);
  }
  for (const char* label : {"公开数", "网站公开数", "合计", "合计"}) {
    report.statistics.push_back({label, "条", "", reading(), reading()});
  }
  return report;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  const auto rules = ReadRules(AsText(data, size));
  if (!rules.ok()) {
    Require(!rules.error().detail.empty());
    return 0;
  }
  // What was read can be written, and read again as the same.
  std::vector<SumRule> sums = rules.value().sums;
  sums.resize(std::min<std::size_t>(sums.size(), 100));  // well below what a file may have
  const std::string written = WriteRules(sums);
  const auto again = ReadRules(written);
  Require(again.ok() && again.value().sums.size() == sums.size());
  Require(WriteRules(again.value().sums) == written);

  Report report = SomeReport();
  CheckReport(report, rules.value());
  const std::string json = WriteReportJson(report, Language::kEn);
  auto read = ReadReportJson(json);
  Require(read.ok());
  CheckReport(read.value(), rules.value());
  Require(WriteReportJson(read.value(), Language::kEn) == json);
  return 0;
}
