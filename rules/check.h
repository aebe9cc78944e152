// What the families of rules share: a report that can be asked by pointer, and where findings go.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/report.h"
#include "normalize/forms.h"
#include "rules/rule_set.h"

namespace gongkai {

// A reading below this confidence may be wrong, and a person has to look (the reader's contract).
inline constexpr double kDoubtful = 0.9;

// A view of a report: valid while the report lives and is not changed.
class ReportIndex {
 public:
  explicit ReportIndex(const Report& report);

  const Report& report() const { return *report_; }
  // Of a table or of the statistics; null where there is none.
  const Reading* Value(std::string_view pointer) const;
  const TableRow* Row(std::string_view pointer) const;   // null where there is none
  const Table* TableOf(std::string_view key) const;      // null where it has no row
  bool HasRow(const FormRow& row) const { return Row(row.pointer) != nullptr; }

 private:
  const Report* report_;
  std::unordered_map<std::string_view, const Reading*> values_;
  std::unordered_map<std::string_view, const TableRow*> rows_;
  std::unordered_map<std::string_view, const Table*> tables_;
};

std::string CellPointer(const FormRow& row, const FormColumn& column);

// The rows that the document's `table` should have: those of its own form; where it has a row of
// another form in a row's place, that one instead; and any other that it has.
std::vector<const FormRow*> ExpectedRows(const ReportIndex& index, const FormTable& form_table);

// The columns under which the document's `row` stands: those of the report's form, or of another
// form where the row's own numbers say so. Never empty.
std::span<const FormColumn> ExpectedColumns(const ReportIndex& index, const FormTable& form_table,
                                            const FormRow& row);

struct Findings {
  std::vector<Finding> found;
  std::vector<NotAssessed> not_assessed;
};

// The families, in the order of their findings.
void CheckStructure(const ReportIndex& index, Findings& out);
void CheckCells(const ReportIndex& index, Findings& out);
void CheckArithmetic(const ReportIndex& index, const RuleSet& rules, Findings& out);
void CheckNarrativeSum(const ReportIndex& index, Findings& out);
// What the narrative claims, against the tables and against itself.
void CheckNarrativeClaims(const ReportIndex& index, Findings& out);
void CheckIdentity(const ReportIndex& index, Findings& out);
void CheckOwnTexts(const ReportIndex& index, const RuleSet& rules, Findings& out);
void CheckText(const ReportIndex& index, Findings& out);
void CheckStatisticsSums(const ReportIndex& index, Findings& out);
void CheckFeeAmount(const ReportIndex& index, Findings& out);

// Says of a finding whether the document or the reading is likelier to blame, and why.
void SetCause(const ReportIndex& index, Finding& finding);

}  // namespace gongkai
