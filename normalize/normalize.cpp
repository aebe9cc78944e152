#include "normalize/normalize.h"

#include <algorithm>
#include <iterator>

#include "normalize/forms.h"
#include "normalize/headings_plan.h"
#include "normalize/headings_text.h"
#include "normalize/identity.h"
#include "normalize/scanned_labels.h"
#include "normalize/sections.h"
#include "normalize/tables.h"

namespace gongkai {
namespace {

// The form that most rows of the tables belong to, for a report that says no year.
Form FormOfRows(const std::vector<Table>& tables) {
  int rows_2019 = 0, rows_2021 = 0;
  for (const Table& table : tables) {
    const int rows = static_cast<int>(table.rows.size());
    if (table.form == Form::k2019) rows_2019 += rows;
    if (table.form == Form::k2021) rows_2021 += rows;
  }
  if (rows_2019 + rows_2021 == 0) return tables.empty() ? Form::kUnknown : Form::k2021;
  return rows_2019 > rows_2021 ? Form::k2019 : Form::k2021;
}

// FORMS.md section 1.
Form FindForm(const Report& report) {
  if (!report.year) {
    const Form by_rows = FormOfRows(report.tables);
    return by_rows == Form::kUnknown && !report.statistics.empty() ? Form::k2014 : by_rows;
  }
  if (*report.year >= 2021) return Form::k2021;
  if (*report.year >= 2019) return Form::k2019;
  return *report.year >= 2014 && !report.statistics.empty() ? Form::k2014 : Form::kNarrative;
}

// The values of all tables, in the form's order whatever the order of the rows in the document.
std::vector<TableValue> InFormOrder(std::vector<TableValue> values) {
  std::vector<TableValue> ordered;
  ordered.reserve(values.size());
  for (const FormTable* table : FormTables()) {
    for (const FormRow& row : table->rows) {
      const std::string prefix = std::string(row.pointer) + "/";
      std::copy_if(values.begin(), values.end(), std::back_inserter(ordered),
                   [&](const TableValue& value) { return value.pointer.starts_with(prefix); });
    }
  }
  return ordered;
}

bool SpeaksOfDisclosure(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  if (paragraph == nullptr) return false;
  const CompactText text = Compact(paragraph->text);
  return ContainsAny(text.text, {U"政府信息", U"信息公开"});
}

}  // namespace

Report Normalize(const Document& extracted) {
  const bool scanned = extracted.origin != Origin::kText;
  const Document document = scanned ? WithScannedLabels(extracted) : extracted;
  Report report;
  report.source.media_type = document.media_type;
  report.source.pages = document.pages;
  report.source.origin = document.origin;

  TableReadings tables = ReadTables(document);
  const HeadingPlan plan = PlanHeadings(document, tables.used);
  const TitleChoice title = FindTitle(document, plan);
  report.sections = FindSections(document, tables.used, plan, title);
  Identity identity = FindIdentity(document, plan, title);
  report.title = std::move(identity.title);
  report.agency = std::move(identity.agency);
  report.year = identity.year;
  report.year_evidence = std::move(identity.year_evidence);
  report.period = std::move(identity.period);

  std::vector<TableValue> values;
  for (ReadTable& table : tables.tables) {
    std::move(table.values.begin(), table.values.end(), std::back_inserter(values));
    report.tables.push_back(std::move(table.table));
  }
  report.values = InFormOrder(std::move(values));
  report.statistics = std::move(tables.statistics);
  report.form = FindForm(report);
  return report;
}

bool LooksLikeReport(const Document& document, const Report& report) {
  // Any text is a section without a heading: only one that the form names says something.
  const bool section =
      std::any_of(report.sections.begin(), report.sections.end(), [](const Section& s) {
        return !s.heading.empty() && s.key != "preamble" && s.key != "unknown";
      });
  return section || !report.tables.empty() || !report.statistics.empty() ||
         !report.title.value.empty() ||
         std::any_of(document.blocks.begin(), document.blocks.end(), SpeaksOfDisclosure);
}

}  // namespace gongkai
