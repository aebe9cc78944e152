// What single cells say or fail to say. Cells of one table with the same fault are one finding.
#include <algorithm>
#include <array>

#include "rules/catalogue.h"
#include "rules/check.h"
#include "rules/places.h"

namespace gongkai {
namespace {

struct CellContext {
  const Reading& reading;
  const FormColumn* column;  // null where the form knows no such column
};

bool IsBlank(const CellContext& cell) { return cell.reading.state == CellState::kBlank; }
bool IsPlaceholder(const CellContext& cell) {
  return cell.reading.state == CellState::kPlaceholder;
}
bool IsNoNumber(const CellContext& cell) { return cell.reading.state == CellState::kNotANumber; }
bool IsUnreadable(const CellContext& cell) { return cell.reading.state == CellState::kUnreadable; }
bool HasUnit(const CellContext& cell) { return !cell.reading.unit.empty(); }
bool HasNote(const CellContext& cell) { return !cell.reading.note.empty(); }
bool IsWronglyNegative(const CellContext& cell) {
  const bool may = cell.column != nullptr && cell.column->change;
  return !may && cell.reading.value && *cell.reading.value < Decimal(0);
}
bool IsDoubtful(const CellContext& cell) { return cell.reading.confidence < kDoubtful; }

struct CellRule {
  const char* id;  // of the rule, and of its text
  bool (*applies)(const CellContext&);
  bool quotes;  // does the message say what the cells hold?
};

constexpr auto kRules = std::to_array<CellRule>({
    {"cell.blank", IsBlank, false},
    {"cell.placeholder", IsPlaceholder, true},
    {"cell.not_a_number", IsNoNumber, true},
    {"cell.unreadable", IsUnreadable, true},
    {"cell.unit", HasUnit, true},
    {"cell.note", HasNote, true},
    {"cell.negative", IsWronglyNegative, true},
    {"cell.low_confidence", IsDoubtful, true},
});

// What the first few different cells hold: “/”、“—”.
std::string Quotes(const ReportIndex& index, const std::vector<std::string>& pointers) {
  constexpr std::size_t kMost = 3;  // fit a line, with the places
  std::vector<std::string> quoted;
  for (const std::string& pointer : pointers) {
    const std::string& raw = index.Value(pointer)->raw;
    if (std::find(quoted.begin(), quoted.end(), raw) != quoted.end()) continue;
    if (quoted.size() == kMost) break;
    quoted.push_back(raw);
  }
  std::string text;
  for (const std::string& raw : quoted) text += (text.empty() ? "“" : "、“") + raw + "”";
  return text;
}

Finding MakeFinding(const ReportIndex& index, const CellRule& rule,
                    std::vector<std::string> pointers) {
  Finding finding = NewFinding(rule.id);
  AddDetail(finding.details, "places", PlaceList(pointers));
  finding.details.emplace_back("count", std::to_string(pointers.size()));
  if (rule.quotes) finding.details.emplace_back("raw", Quotes(index, pointers));
  finding.at = std::move(pointers);
  return finding;
}

// Statistics before 2019 have rows without a number by design (headings of groups): of them only
// what the reader doubts is said, and what is printed and is no number.
void CheckStatistics(const ReportIndex& index, const char* rule, const char* message,
                     bool (*applies)(const CellContext&), Findings& out) {
  std::vector<std::string> pointers;
  const auto& rows = index.report().statistics;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto pointer = "/statistics/" + std::to_string(i);
    for (const auto& [key, reading] : {std::pair("/value", &rows[i].value),
                                       std::pair("/cumulative", &rows[i].cumulative)}) {
      if (*reading && applies({**reading, nullptr})) pointers.push_back(pointer + key);
    }
  }
  if (pointers.empty()) return;
  Finding finding = NewFinding(rule);
  finding.message = message;
  finding.details.emplace_back("count", std::to_string(pointers.size()));
  finding.at = std::move(pointers);
  out.found.push_back(std::move(finding));
}

}  // namespace

void CheckCells(const ReportIndex& index, Findings& out) {
  for (const FormTable* table : FormTables()) {
    const std::string prefix = "/" + std::string(table->key) + "/";
    for (const CellRule& rule : kRules) {
      std::vector<std::string> pointers;
      for (const TableValue& value : index.report().values) {
        if (!value.pointer.starts_with(prefix)) continue;
        const CellContext cell{value.reading, FindFormPlace(value.pointer).column};
        if (rule.applies(cell)) pointers.push_back(value.pointer);
      }
      if (!pointers.empty()) out.found.push_back(MakeFinding(index, rule, std::move(pointers)));
    }
  }
  CheckStatistics(index, "cell.low_confidence", "cell.low_confidence.statistics", IsDoubtful, out);
  CheckStatistics(index, "cell.not_a_number", "cell.not_a_number.statistics", IsNoNumber, out);
}

}  // namespace gongkai
