// Sums that the form itself demands. A check is a row of terms on two sides; what makes it fail
// is weighed before it is called an error: a blank or an unplaced cell leaves the sum not assessed,
// and says why; where a cell was read with doubt, the reading is the likelier cause.
#include <algorithm>
#include <optional>

#include "rules/catalogue.h"
#include "rules/check.h"
#include "rules/places.h"

namespace gongkai {
namespace {

// The sum of `parts` has to be that of `wholes`.
struct Sum {
  std::string rule;
  std::string at;                   // the most telling place
  std::vector<std::string> wholes;  // pointers; expected is what the parts add up to
  std::vector<std::string> parts;
  // A row of a damaged table may lack cells: they count as 0 where the others then agree.
  bool parts_may_lack = false;
};

struct Reason {
  const char* id;  // of the text
  std::string pointer;
};

struct Added {
  Decimal total;
  std::optional<Reason> broken;  // a number is needed and is not known
  std::optional<Reason> open;    // nothing is printed: 0, if the sum then agrees
  std::optional<Reason> doubt;   // may have been read wrongly
};

std::string_view RowOf(std::string_view cell) { return cell.substr(0, cell.rfind('/')); }

// Why there is no value at `pointer`.
Reason WhyAbsent(const ReportIndex& index, const std::string& pointer) {
  const std::string row(RowOf(pointer));
  const TableRow* found = index.Row(row);
  if (found == nullptr) return {"not_assessed.row_missing", row};
  if (!found->placed) return {"not_assessed.row_not_placed", row};
  return {"not_assessed.cell_missing", pointer};
}

void Keep(std::optional<Reason>& slot, const char* id, const std::string& pointer) {
  if (!slot) slot = Reason{id, pointer};
}

void AddCell(const ReportIndex& index, const std::string& pointer, bool may_lack, Added& sum) {
  const Reading* reading = index.Value(pointer);
  if (reading == nullptr) {
    Reason why = WhyAbsent(index, pointer);
    const bool lacks = may_lack && why.id == std::string_view("not_assessed.cell_missing");
    auto& slot = lacks ? sum.open : sum.broken;
    if (!slot) slot = std::move(why);
    return;
  }
  if (reading->confidence < kDoubtful) Keep(sum.doubt, "not_assessed.doubtful", pointer);
  switch (reading->state) {
    case CellState::kBlank: return Keep(sum.open, "not_assessed.blank", pointer);
    case CellState::kPlaceholder: return Keep(sum.open, "not_assessed.placeholder", pointer);
    case CellState::kNotANumber: return Keep(sum.broken, "not_assessed.not_a_number", pointer);
    case CellState::kUnreadable: return Keep(sum.broken, "not_assessed.unreadable", pointer);
    case CellState::kNumber: break;
  }
  const auto total = sum.total.Plus(reading->value.value_or(Decimal()));
  if (total) {
    sum.total = *total;
  } else {
    Keep(sum.broken, "not_assessed.too_large", pointer);
  }
}

Added Add(const ReportIndex& index, const std::vector<std::string>& pointers, bool may_lack) {
  Added sum;
  for (const std::string& pointer : pointers) AddCell(index, pointer, may_lack, sum);
  return sum;
}

// The numbers as they are added up: 10+1+0+0; of a long sum, those that are not 0.
std::string Expression(const ReportIndex& index, const std::vector<std::string>& pointers) {
  constexpr std::size_t kLong = 7;  // more than a row of table 3 has
  std::string text;
  for (const std::string& pointer : pointers) {
    const Reading* reading = index.Value(pointer);
    if (reading == nullptr || !reading->value) continue;
    if (pointers.size() >= kLong && *reading->value == Decimal()) continue;
    text += (text.empty() ? "" : "+") + reading->value->ToString();
  }
  return text.empty() ? "0" : text;
}

// A row that is missing or not placed stops the sums of all columns alike: that is said once, of
// the row that was to be checked.
void AddNotAssessed(const Sum& sum, const Reason& reason, Findings& out) {
  const bool whole_row = FindFormPlace(reason.pointer).column == nullptr;
  NotAssessed entry{sum.rule, whole_row ? std::string(RowOf(sum.at)) : sum.at, reason.id, {}};
  AddDetail(entry.details, "place", PlaceName(reason.pointer));
  const auto same = [&](const NotAssessed& other) {
    return other.rule == entry.rule && other.at == entry.at && other.reason == entry.reason &&
           other.details == entry.details;
  };
  auto& all = out.not_assessed;
  if (std::none_of(all.begin(), all.end(), same)) all.push_back(std::move(entry));
}

void AddFailure(const ReportIndex& index, const Sum& sum, const Decimal& expected,
                const Decimal& actual, const std::optional<Reason>& doubt, Findings& out) {
  Finding finding = NewFinding(sum.rule);
  const FormPlace place = FindFormPlace(sum.at);
  finding.details = {{"row", place.row ? RowLabel(*place.row) : ""},
                     {"column", place.column ? std::string(place.column->label) : ""},
                     {"sum", Expression(index, sum.parts)},
                     {"expected", expected.ToString()},
                     {"actual", actual.ToString()}};
  if (doubt) {
    finding.message = "arithmetic.reading";
    finding.severity = Severity::kWarning;
    AddDetail(finding.details, "place", PlaceName(doubt->pointer));
  }
  finding.at.push_back(sum.at);
  for (const auto* side : {&sum.parts, &sum.wholes}) {
    for (const std::string& pointer : *side) {
      // Only the balance has no single whole: all its terms are its places.
      if (sum.wholes.size() > 1 && pointer != sum.at) finding.at.push_back(pointer);
    }
  }
  finding.operands = sum.parts;
  finding.expected = expected;
  finding.actual = actual;
  out.found.push_back(std::move(finding));
}

void CheckSum(const ReportIndex& index, const Sum& sum, Findings& out) {
  const Added parts = Add(index, sum.parts, sum.parts_may_lack);
  const Added wholes = Add(index, sum.wholes, false);
  for (const auto& reason : {wholes.broken, parts.broken}) {
    if (reason) return AddNotAssessed(sum, *reason, out);
  }
  if (parts.total == wholes.total) return;
  for (const auto& reason : {wholes.open, parts.open}) {
    if (reason) return AddNotAssessed(sum, *reason, out);
  }
  AddFailure(index, sum, parts.total, wholes.total, wholes.doubt ? wholes.doubt : parts.doubt, out);
}

const FormRow& RowAt(const FormTable& table, std::string_view pointer) {
  return *std::find_if(table.rows.begin(), table.rows.end(),
                       [&](const FormRow& row) { return row.pointer == pointer; });
}

// Every cell of a row but its total, and the total.
Sum RowSum(std::string rule, const FormRow& row, std::span<const FormColumn> columns) {
  Sum sum;
  sum.rule = std::move(rule);
  sum.parts_may_lack = true;
  for (const FormColumn& column : columns) {
    (column.key == "total" ? sum.wholes : sum.parts).push_back(CellPointer(row, column));
  }
  sum.at = sum.wholes.empty() ? std::string(row.pointer) : sum.wholes.front();
  return sum;
}

void CheckApplications(const ReportIndex& index, Findings& out) {
  const FormTable& table = ApplicationsTable();
  if (index.TableOf(table.key) == nullptr) return;
  const auto rows = ExpectedRows(index, table);
  const auto columns = table.rows.front().sets.front().columns;
  for (const FormColumn& column : columns) {
    const auto cell = [&](std::string_view row) { return CellPointer(RowAt(table, row), column); };
    const std::string received = cell("/applications/new_received");
    const std::string total = cell("/applications/outcome/total");
    CheckSum(index,
             {"applications.balance", received, {total, cell("/applications/carried_forward")},
              {received, cell("/applications/carried_over")}},
             out);
    Sum outcome{"applications.outcome_total", total, {total}, {}};
    for (const FormRow* row : rows) {
      if (IsOutcomeDetail(*row)) outcome.parts.push_back(CellPointer(*row, column));
    }
    CheckSum(index, outcome, out);
  }
  for (const FormRow* row : rows) {
    if (index.HasRow(*row)) CheckSum(index, RowSum("applications.row_total", *row, columns), out);
  }
}

void CheckReviewLitigation(const ReportIndex& index, Findings& out) {
  const FormTable& table = ReviewLitigationTable();
  for (const FormRow& row : table.rows) {
    if (!index.HasRow(row)) continue;
    const auto key = row.pointer.substr(row.pointer.rfind('/') + 1);
    CheckSum(index, RowSum(std::string(key) + ".total", row, row.sets.front().columns), out);
  }
}

// Documents issued this year and not repealed are in force.
void CheckInForce(const ReportIndex& index, Findings& out) {
  for (const FormRow& row : ActiveDisclosureTable().rows) {
    const std::string base(row.pointer);
    const std::string at = base + "/in_force";
    const Reading* in_force = index.Value(at);
    if (in_force == nullptr) continue;
    const Sum sum{"active_disclosure.in_force", at, {at}, {base + "/issued", base + "/repealed"}};
    const Added whole = Add(index, sum.wholes, false);
    const Added issued = Add(index, {sum.parts[0]}, false);
    const Added repealed = Add(index, {sum.parts[1]}, false);
    std::optional<Reason> reason;
    for (const Added* side : {&whole, &issued, &repealed}) {
      for (const auto* why : {&side->broken, &side->open, &side->doubt}) {
        if (!reason && *why) reason = *why;
      }
    }
    const auto least = issued.total.Minus(repealed.total);
    if (!reason && least && whole.total >= *least) continue;
    if (reason || !least) {
      AddNotAssessed(sum, reason.value_or(Reason{"not_assessed.too_large", at}), out);
      continue;
    }
    AddFailure(index, sum, *least, whole.total, std::nullopt, out);
  }
}

}  // namespace

void CheckArithmetic(const ReportIndex& index, Findings& out) {
  CheckInForce(index, out);
  CheckApplications(index, out);
  CheckReviewLitigation(index, out);
}

}  // namespace gongkai
