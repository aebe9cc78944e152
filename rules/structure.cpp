// Are the sections and tables of the report's own form there, whole and under their own words?
#include <algorithm>
#include <array>
#include <set>

#include "rules/catalogue.h"
#include "rules/check.h"
#include "rules/places.h"

namespace gongkai {
namespace {

struct SectionWords {
  std::string_view key, zh, en;
};

// The sections that forms 2019 and 2021 demand, in their order.
constexpr auto kSections = std::to_array<SectionWords>({
    {"overview", "一、总体情况", "1 overview"},
    {"active_disclosure", "二、主动公开政府信息情况", "2 active disclosure"},
    {"applications", "三、收到和处理政府信息公开申请情况", "3 applications"},
    {"review_litigation", "四、政府信息公开行政复议、行政诉讼情况", "4 review and litigation"},
    {"problems", "五、存在的主要问题及改进情况", "5 problems"},
    {"other_matters", "六、其他需要报告的事项", "6 other matters"},
});

std::size_t OrderOf(std::string_view key) {
  const auto it = std::find_if(kSections.begin(), kSections.end(),
                               [&](const SectionWords& words) { return words.key == key; });
  return static_cast<std::size_t>(it - kSections.begin());
}

bool IsDemanded(const Section& section) { return OrderOf(section.key) < kSections.size(); }

std::string SectionPointer(std::size_t i) { return "/sections/" + std::to_string(i); }

Wording Joined(const std::vector<Wording>& words) {
  Wording joined;
  for (const Wording& word : words) {
    joined.zh += (joined.zh.empty() ? "" : "、") + word.zh;
    joined.en += (joined.en.empty() ? "" : "; ") + word.en;
  }
  return joined;
}

Finding Make(std::string_view rule, std::vector<std::string> at) {
  Finding finding = NewFinding(rule);
  finding.at = std::move(at);
  return finding;
}

// One finding a section; a document in which most are missing is a piece of a report or has an
// outline of its own, and one line says so.
void CheckMissingSections(const std::vector<Section>& sections, Findings& out) {
  std::vector<Wording> missing;
  for (const SectionWords& words : kSections) {
    const bool found = std::any_of(sections.begin(), sections.end(),
                                   [&](const Section& s) { return s.key == words.key; });
    if (!found) missing.push_back({"“" + std::string(words.zh) + "”", std::string(words.en)});
  }
  const bool most = 2 * missing.size() > kSections.size();
  if (most) missing = {Joined(missing)};
  for (const Wording& words : missing) {
    Finding finding = Make("section.missing", {"/sections"});
    AddDetail(finding.details, "sections", words);
    out.found.push_back(std::move(finding));
  }
}

bool IsEmpty(const ReportIndex& index, const Section& section) {
  const bool has_text =
      section.text.find_first_not_of(" \t\r\n") != std::string::npos || !section.parts.empty();
  return !has_text && !section.has_table && index.TableOf(section.key) == nullptr;
}

void CheckEmptySections(const ReportIndex& index, Findings& out) {
  std::vector<std::string> at;
  std::vector<Wording> words;
  const auto& sections = index.report().sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!IsDemanded(sections[i]) || !IsEmpty(index, sections[i])) continue;
    at.push_back(SectionPointer(i));
    const std::string quoted = "“" + sections[i].heading + "”";
    words.push_back({quoted, quoted});
  }
  if (at.empty()) return;
  Finding finding = Make("section.empty", std::move(at));
  AddDetail(finding.details, "sections", Joined(words));
  out.found.push_back(std::move(finding));
}

// A section is out of order where one that the form has behind it stands before it. Repeated ones
// are another rule's.
void CheckSectionOrder(const std::vector<Section>& sections, Findings& out) {
  std::size_t last = 0;
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!IsDemanded(sections[i]) || !seen.insert(sections[i].key).second) continue;
    const std::size_t order = OrderOf(sections[i].key);
    if (order < last) {
      Finding finding = Make("section.order", {SectionPointer(i)});
      finding.details = {{"heading", sections[i].heading},
                         {"before", std::string(kSections[last].zh)}};
      out.found.push_back(std::move(finding));
    }
    last = std::max(last, order);
  }
}

void CheckDuplicateSections(const std::vector<Section>& sections, Findings& out) {
  for (const SectionWords& words : kSections) {
    std::vector<std::string> at;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      if (sections[i].key == words.key) at.push_back(SectionPointer(i));
    }
    if (at.size() < 2) continue;
    Finding finding = Make("section.duplicate", std::move(at));
    finding.details = {{"section", std::string(words.zh)},
                       {"count", std::to_string(finding.at.size())}};
    out.found.push_back(std::move(finding));
  }
}

// One finding a table; where none is there at all, one line says so.
void CheckMissingTables(const ReportIndex& index, Findings& out) {
  std::vector<std::string> at;
  for (const FormTable* table : FormTables()) {
    if (index.TableOf(table->key) == nullptr) at.push_back("/" + std::string(table->key));
  }
  std::vector<std::vector<std::string>> findings;
  if (at.size() == FormTables().size()) {
    findings.push_back(at);
  } else {
    for (const std::string& one : at) findings.push_back({one});
  }
  for (auto& places : findings) {
    std::vector<Wording> names;
    for (const std::string& place : places) names.push_back(PlaceName(place));
    Finding finding = Make("table.missing", std::move(places));
    AddDetail(finding.details, "tables", Joined(names));
    out.found.push_back(std::move(finding));
  }
}

void CheckMissingRows(const ReportIndex& index, const FormTable& table, Findings& out) {
  std::vector<std::string> at;
  for (const FormRow* row : ExpectedRows(index, table)) {
    if (!index.HasRow(*row)) at.emplace_back(row->pointer);
  }
  if (at.empty()) return;
  Finding finding = Make("table.row_missing", at);
  AddDetail(finding.details, "rows", PlaceList(at));
  finding.details.emplace_back("count", std::to_string(at.size()));
  out.found.push_back(std::move(finding));
}

// Is there any number or blank under `column` in the rows that have it? And any row that was
// placed and could have one?
struct ColumnUse {
  bool demanded = false, used = false;
};

ColumnUse UseOf(const ReportIndex& index, const FormTable& table, std::string_view key) {
  ColumnUse use;
  for (const FormRow& row : table.rows) {
    const TableRow* found = index.Row(row.pointer);
    if (found == nullptr || !found->placed) continue;
    for (const FormColumn& column : ExpectedColumns(index, table, row)) {
      if (column.key != key) continue;
      use.demanded = true;
      use.used = use.used || index.Value(CellPointer(row, column)) != nullptr;
    }
  }
  return use;
}

// The different columns that the rows of the document's table should have, in the form's order.
std::vector<const FormColumn*> DemandedColumns(const ReportIndex& index, const FormTable& table) {
  std::vector<const FormColumn*> columns;
  for (const FormRow& row : table.rows) {
    if (!index.HasRow(row)) continue;
    for (const FormColumn& column : ExpectedColumns(index, table, row)) {
      const bool known = std::any_of(columns.begin(), columns.end(),
                                     [&](const auto* c) { return c->key == column.key; });
      if (!known) columns.push_back(&column);
    }
  }
  return columns;
}

const TableColumn* PrintedColumn(const Table& table, std::string_view key) {
  const auto it = std::find_if(table.columns.begin(), table.columns.end(),
                               [&](const TableColumn& column) { return column.key == key; });
  return it == table.columns.end() ? nullptr : &*it;
}

// A cell that its row should have and other rows do have.
struct LostCell {
  std::string pointer;
  Wording name;
};

// Table 4 prints the columns of each of its rows anew: one of them may lack what the others have.
std::vector<LostCell> FindLostCells(const ReportIndex& index, const FormTable& table) {
  std::vector<LostCell> lost;
  if (&table != &ReviewLitigationTable()) return lost;
  for (const FormRow& row : table.rows) {
    const TableRow* found = index.Row(row.pointer);
    if (found == nullptr || !found->placed) continue;
    for (const FormColumn& column : ExpectedColumns(index, table, row)) {
      const std::string pointer = CellPointer(row, column);
      if (index.Value(pointer) != nullptr || !UseOf(index, table, column.key).used) continue;
      const std::string name = "“" + RowLabel(row) + " " + std::string(column.label) + "”";
      lost.push_back({pointer, {name, name}});
    }
  }
  return lost;
}

void CheckMissingColumns(const ReportIndex& index, const FormTable& form_table, const Table& table,
                         Findings& out) {
  std::vector<Wording> missing;
  for (const FormColumn* column : DemandedColumns(index, form_table)) {
    if (PrintedColumn(table, column->key) != nullptr) continue;
    const ColumnUse use = UseOf(index, form_table, column->key);
    if (!use.demanded || use.used) continue;
    const std::string quoted = "“" + std::string(column->label) + "”";
    missing.push_back({quoted, quoted});
  }
  std::vector<std::string> at;
  if (!missing.empty()) at.push_back("/" + std::string(form_table.key));
  for (const LostCell& lost : FindLostCells(index, form_table)) {
    at.push_back(lost.pointer);
    missing.push_back(lost.name);
  }
  if (missing.empty()) return;
  Finding finding = Make("table.column_missing", at);
  AddDetail(finding.details, "table", TableName(form_table.key));
  AddDetail(finding.details, "columns", Joined(missing));
  out.found.push_back(std::move(finding));
}

// “…”6格（21、0、0、0、0、21）
Wording ShortRow(const FormRow& form_row, const TableRow& row) {
  std::string raw;
  for (const std::string& cell : row.raw) raw += (raw.empty() ? "" : "、") + cell;
  const std::string label = "“" + RowLabel(form_row) + "”";
  const std::string cells = std::to_string(row.cells);
  const std::string quoted = raw.empty() ? "" : "（" + raw + "）";
  return {label + cells + "格" + quoted, label + ": " + cells + quoted};
}

void CheckShortRows(const ReportIndex& index, const FormTable& table, Findings& out) {
  constexpr std::size_t kNamed = 3;  // fit a line
  std::vector<std::string> at;
  std::vector<Wording> rows;
  int columns = 0;
  for (const FormRow& form_row : table.rows) {
    const TableRow* row = index.Row(form_row.pointer);
    if (row == nullptr || (row->placed && row->cells >= row->columns)) continue;
    at.emplace_back(form_row.pointer);
    columns = std::max(columns, row->columns);
    if (rows.size() < kNamed) rows.push_back(ShortRow(form_row, *row));
  }
  if (at.empty()) return;
  Finding finding = Make("table.row_short", at);
  AddDetail(finding.details, "table", TableName(table.key));
  Wording told = Joined(rows);
  if (at.size() > rows.size()) {
    told.zh += "等";
    told.en += "; and others";
  }
  AddDetail(finding.details, "rows", told);
  finding.details.emplace_back("count", std::to_string(at.size()));
  finding.details.emplace_back("columns", std::to_string(columns));
  out.found.push_back(std::move(finding));
}

bool IsUnsure(LabelMatch match) {
  return match == LabelMatch::kMisspelt || match == LabelMatch::kNeighbours;
}

Wording LabelFault(std::string_view printed, LabelMatch match, const std::string& label) {
  const std::string want = "“" + label + "”";
  if (match == LabelMatch::kNeighbours || printed.empty()) {
    return {"缺" + want, want + " is not printed"};
  }
  const std::string have = "“" + std::string(printed) + "”";
  return {have + "应为" + want, have + " should read " + want};
}

struct HeaderFaults {
  std::vector<std::string> at;
  std::vector<Wording> faults;  // the first ones
  std::size_t count = 0;        // of all

  void Add(std::string pointer, Wording fault) {
    constexpr std::size_t kNamed = 6;  // about two lines of text
    if (std::find(at.begin(), at.end(), pointer) == at.end()) at.push_back(std::move(pointer));
    if (count++ < kNamed) faults.push_back(std::move(fault));
  }
};

void FindRowFaults(const ReportIndex& index, const FormTable& table, HeaderFaults& faults) {
  std::string_view group;  // the last one that was said to be missing
  for (const FormRow& form_row : table.rows) {
    const TableRow* row = index.Row(form_row.pointer);
    if (row == nullptr) continue;
    if (IsUnsure(row->match)) {
      faults.Add(row->pointer, LabelFault(row->printed, row->match, std::string(form_row.label)));
    }
    if (row->group_missing && form_row.group != group) {
      group = form_row.group;
      faults.Add(row->pointer, LabelFault("", LabelMatch::kNeighbours, std::string(group)));
    }
  }
}

// A column has no header where its word is misspelt, or where only cells stand under it.
void FindColumnFaults(const ReportIndex& index, const FormTable& form_table, const Table& table,
                      HeaderFaults& faults) {
  if (table.columns.empty()) return;  // how the columns were recognised is not told
  for (const FormColumn* column : DemandedColumns(index, form_table)) {
    const TableColumn* printed = PrintedColumn(table, column->key);
    const bool lacking = printed == nullptr && UseOf(index, form_table, column->key).used;
    const LabelMatch match = printed ? printed->match : LabelMatch::kNeighbours;
    if (!lacking && (printed == nullptr || !IsUnsure(match))) continue;
    faults.Add("/" + std::string(form_table.key),
               LabelFault(printed ? printed->printed : "", match, std::string(column->label)));
  }
}

void CheckHeaders(const ReportIndex& index, const FormTable& form_table, const Table& table,
                  Findings& out) {
  HeaderFaults faults;
  FindRowFaults(index, form_table, faults);
  FindColumnFaults(index, form_table, table, faults);
  if (faults.at.empty()) return;
  Finding finding = Make("table.header", std::move(faults.at));
  AddDetail(finding.details, "table", TableName(form_table.key));
  Wording told = Joined(faults.faults);
  if (faults.count > faults.faults.size()) {
    told.zh += "等" + std::to_string(faults.count) + "处";
    told.en += "; and " + std::to_string(faults.count - faults.faults.size()) + " more";
  }
  AddDetail(finding.details, "faults", told);
  out.found.push_back(std::move(finding));
}

bool HasColumns(std::span<const FormColumn> columns, std::span<const FormColumn> other) {
  return columns.data() == other.data();
}

// Rows that the report's form does not have, or that stand under another form's columns.
void CheckFormMismatch(const ReportIndex& index, const FormTable& table, const Table& found,
                       Findings& out) {
  const Form form = index.report().form;
  const Form other = form == Form::k2021 ? Form::k2019 : Form::k2021;
  std::vector<std::string> at;
  for (const FormRow& row : table.rows) {
    if (!index.HasRow(row)) continue;
    const auto demanded = ColumnsOf(row, FormSetOf(form));
    if (demanded.empty() || !HasColumns(ExpectedColumns(index, table, row), demanded)) {
      at.emplace_back(row.pointer);
    }
  }
  if (at.empty() && found.form != other) return;
  if (at.empty()) at.push_back("/" + std::string(table.key));
  Finding finding = Make("table.form_mismatch", at);
  finding.details = {{"demanded", form == Form::k2021 ? "2021" : "2019"},
                     {"other", form == Form::k2021 ? "2019" : "2021"}};
  AddDetail(finding.details, "places", PlaceList(at));
  out.found.push_back(std::move(finding));
}

}  // namespace

void CheckStructure(const ReportIndex& index, Findings& out) {
  if (FormSetOf(index.report().form) == 0) return;  // a report without these sections and tables
  const auto& sections = index.report().sections;
  CheckMissingSections(sections, out);
  CheckEmptySections(index, out);
  CheckSectionOrder(sections, out);
  CheckDuplicateSections(sections, out);
  CheckMissingTables(index, out);
  for (const FormTable* table : FormTables()) {
    const Table* found = index.TableOf(table->key);
    if (found == nullptr) continue;
    CheckFormMismatch(index, *table, *found, out);
    CheckMissingRows(index, *table, out);
    CheckMissingColumns(index, *table, *found, out);
    CheckShortRows(index, *table, out);
    CheckHeaders(index, *table, *found, out);
  }
}

}  // namespace gongkai
