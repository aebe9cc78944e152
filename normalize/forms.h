// The national forms of 2019 and 2021 as data: every row and column with its key and its printed
// label (FORMS.md sections 3 to 5). Another form is another set of rows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/report.h"

namespace gongkai {

// Which forms have a row or column.
using FormSet = std::uint8_t;
inline constexpr FormSet kForm2019 = 1, kForm2021 = 2, kBothForms = 3;

FormSet FormSetOf(Form form);  // 0 for forms that have no such tables

struct FormColumn {
  std::string_view key;    // "natural_person"
  std::string_view label;  // as the form prints it
  std::string_view stem;   // the part that is left of the label when a header is torn; may be it all
  bool amount = false;     // holds an amount in 万元, not a count
  bool change = false;     // may be negative and may be written 增3, 减2, ↑
};

// The columns of one block of a table. `forms`: the forms that have the block.
struct ColumnSet {
  FormSet forms;
  std::span<const FormColumn> columns;
};

// The group of all outcomes of table 3. Rows that stand in a group inside of it name that instead.
inline constexpr std::string_view kOutcomeGroup = "本年度办理结果";

struct FormRow {
  std::string_view pointer;  // "/applications/outcome/refused/state_secret"
  FormSet forms;
  std::string_view number;  // "一", "(三)", "1": as printed before the label; may be empty
  std::string_view label;   // without its number; brackets that only explain are left out
  std::string_view group;   // the label of the innermost group it stands in; may be empty
  std::string_view variant;  // another wording in use; may be empty
  std::span<const ColumnSet> sets;  // the column blocks it can stand under, in the order of years
  bool sum = false;          // a total of other rows of its table
};

struct FormTable {
  std::string_view key;        // "applications"
  std::string_view section;    // the key of the section that it stands in
  std::span<const FormRow> rows;  // of both forms, in printed order
};

const FormTable& ActiveDisclosureTable();
const FormTable& ApplicationsTable();
const FormTable& ReviewLitigationTable();  // three rows (review, direct, after review) of 5 columns
std::span<const FormTable* const> FormTables();

// The columns that `row` has under `forms` (one form's bit); empty where the form lacks the row.
std::span<const FormColumn> ColumnsOf(const FormRow& row, FormSet form);

// The outcome rows that outcome.total adds up, for one form.
bool IsOutcomeDetail(const FormRow& row);

}  // namespace gongkai
