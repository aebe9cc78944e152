// Sums of the statistics tables before 2019 (FORMS.md section 7), by the indicators' keys. A whole
// is compared with its parts where the table has a set of parts that is complete.
#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "normalize/indicators.h"
#include "rules/catalogue.h"
#include "rules/check.h"
#include "rules/places.h"

namespace gongkai {
namespace {

using Key = std::string_view;

// `parts` are all that may be added up; the sum is due where one of the sets of `complete` is there
// whole (its keys parted by spaces).
struct StatisticsSum {
  Key whole;
  std::string_view parts;
  std::array<std::string_view, 3> complete;
};

constexpr auto kSums = std::to_array<StatisticsSum>({
    {"applications.received",
     "applications.in_person applications.fax applications.email applications.network "
     "applications.letter applications.letter_and_fax applications.other_channels",
     {"applications.in_person applications.fax applications.network applications.letter",
      "applications.in_person applications.network applications.letter_and_fax", ""}},
    {"applications.processed",
     "applications.processed_on_time applications.processed_extended",
     {"applications.processed_on_time applications.processed_extended", "", ""}},
    {"applications.answered",
     "applications.already_published applications.granted applications.partly_granted "
     "applications.refused applications.denied applications.other_body applications.not_held "
     "applications.to_be_corrected applications.other_route applications.other_answer",
     {"applications.already_published applications.granted applications.partly_granted "
      "applications.refused applications.other_body applications.not_held "
      "applications.to_be_corrected applications.other_route",
      "applications.granted applications.partly_granted applications.refused "
      "applications.other_answer",
      "applications.granted applications.partly_granted applications.denied"}},
    {"applications.refused",
     "applications.refused.state_secret applications.refused.trade_secret "
     "applications.refused.privacy applications.refused.security_and_stability "
     "applications.refused.not_information applications.refused.other_law",
     {"applications.refused.state_secret applications.refused.trade_secret "
      "applications.refused.privacy applications.refused.security_and_stability "
      "applications.refused.not_information applications.refused.other_law",
      "", ""}},
    {"review.total", "review.upheld review.corrected review.other",
     {"review.upheld review.corrected review.other", "", ""}},
    {"litigation.total", "litigation.upheld litigation.corrected litigation.other",
     {"litigation.upheld litigation.corrected litigation.other", "", ""}},
    {"capacity.staff", "capacity.staff_full_time capacity.staff_part_time",
     {"capacity.staff_full_time capacity.staff_part_time", "", ""}},
});

// A provincial table lists only 网站 and 公报 below 主动公开: in most of them these two are all there is,
// and a person should look where they are less. (More may be: one document in both.)
constexpr StatisticsSum kPublished{"disclosure.published",
                                   "disclosure.website disclosure.gazette disclosure.microblog "
                                   "disclosure.wechat disclosure.other_channels",
                                   {"disclosure.website disclosure.gazette", "", ""}};

struct Column {
  const char* step;
  std::optional<Reading> StatisticsRow::*reading;
};
constexpr auto kColumns = std::to_array<Column>(
    {{"/value", &StatisticsRow::value}, {"/cumulative", &StatisticsRow::cumulative}});

struct KeyedRows {
  std::span<const StatisticsRow> rows;
  std::span<const Key> keys;
};

bool HasKey(std::string_view list, Key key) {
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == key) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

std::size_t CountKeys(std::string_view list) {
  return list.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(list.begin(), list.end(), ' '));
}

// The rows behind `whole` that are its parts, up to another of the same whole.
std::vector<std::size_t> FindParts(const KeyedRows& table, std::size_t whole,
                                   std::string_view parts) {
  std::vector<std::size_t> found;
  for (std::size_t i = whole + 1; i < table.keys.size() && table.keys[i] != table.keys[whole];
       ++i) {
    if (HasKey(parts, table.keys[i])) found.push_back(i);
  }
  return found;
}

bool IsComplete(const KeyedRows& table, std::span<const std::size_t> parts,
                const StatisticsSum& sum) {
  return std::any_of(sum.complete.begin(), sum.complete.end(), [&](std::string_view set) {
    const auto held = std::count_if(parts.begin(), parts.end(),
                                    [&](std::size_t i) { return HasKey(set, table.keys[i]); });
    return !set.empty() && static_cast<std::size_t>(held) == CountKeys(set);
  });
}

struct Added {
  Decimal total;
  std::string written;   // 3+0+1
  const char* broken = nullptr;  // why it cannot be compared; an id of the text catalogue
  const char* open = nullptr;    // why it may be compared only where it then agrees
  std::size_t because = 0;       // of which row
  std::optional<std::size_t> doubt;  // the row that may have been read wrongly
};

void Add(const Reading* reading, std::size_t row, Added& sum) {
  const auto keep = [&](const char*& slot, const char* id) {
    if (sum.broken == nullptr && sum.open == nullptr) sum.because = row;
    if (slot == nullptr) slot = id;
  };
  const CellState state = reading == nullptr ? CellState::kBlank : reading->state;
  if (state == CellState::kNotANumber) return keep(sum.broken, "not_assessed.not_a_number");
  if (state == CellState::kUnreadable) return keep(sum.broken, "not_assessed.unreadable");
  if (state == CellState::kPlaceholder) return keep(sum.open, "not_assessed.placeholder");
  if (state == CellState::kBlank || !reading->value) return keep(sum.open, "not_assessed.blank");
  if (reading->confidence < kDoubtful && !sum.doubt) sum.doubt = row;
  const auto total = sum.total.Plus(*reading->value);
  if (!total) return keep(sum.broken, "not_assessed.too_large");
  sum.total = *total;
  sum.written += (sum.written.empty() ? "" : "+") + reading->value->ToString();
}

std::string Pointer(std::size_t row, const Column& column) {
  return "/statistics/" + std::to_string(row) + column.step;
}

const Reading* ReadingAt(const KeyedRows& table, std::size_t row, const Column& column) {
  const auto& reading = table.rows[row].*column.reading;
  return reading ? &*reading : nullptr;
}

void SayNotAssessed(const KeyedRows& table, const Added& sum, const std::string& at,
                    Findings& out) {
  const std::string place = "“" + table.rows[sum.because].label + "”";
  NotAssessed entry{"statistics.total", at, sum.broken != nullptr ? sum.broken : sum.open, {}};
  entry.details = {{"place", place}, {"place_en", place}};
  out.not_assessed.push_back(std::move(entry));
}

struct Case {
  std::size_t whole;
  std::span<const std::size_t> parts;
  bool may_exceed = false;  // parts may count one thing twice
};

void CheckSum(const KeyedRows& table, const Case& sum, const Column& column, Findings& out) {
  const Reading* whole = ReadingAt(table, sum.whole, column);
  if (whole == nullptr) return;  // the form has no such column
  Added parts;
  for (const std::size_t i : sum.parts) Add(ReadingAt(table, i, column), i, parts);
  Added total = parts;  // the whole's own doubts too
  total.total = Decimal(0);
  Add(whole, sum.whole, total);
  const std::string at = Pointer(sum.whole, column);
  if (total.broken != nullptr) return SayNotAssessed(table, total, at, out);
  if (parts.total == total.total || (sum.may_exceed && parts.total > total.total)) return;
  if (total.open != nullptr) return SayNotAssessed(table, total, at, out);
  Finding finding = NewFinding("statistics.total");
  if (sum.may_exceed) {
    finding.severity = Severity::kWarning;
    finding.message = "statistics.total.published";
  }
  finding.at = {at};
  finding.expected = parts.total;
  finding.actual = total.total;
  finding.details = {{"row", table.rows[sum.whole].label},
                     {"column", column.step == kColumns[0].step ? "本年" : "累计"},
                     {"column_en", column.step == kColumns[0].step ? "this year" : "cumulative"},
                     {"sum", parts.written},
                     {"expected", parts.total.ToString()},
                     {"actual", total.total.ToString()}};
  if (total.doubt) {
    finding.message = "arithmetic.reading";
    finding.severity = Severity::kWarning;
    const std::string place = "“" + table.rows[*total.doubt].label + "”";
    AddDetail(finding.details, "place", Wording{place, place});
  }
  for (const std::size_t i : sum.parts) finding.operands.push_back(Pointer(i, column));
  out.found.push_back(std::move(finding));
}

void CheckSums(const KeyedRows& table, const StatisticsSum& sum, bool may_exceed, Findings& out) {
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    if (table.keys[i] != sum.whole) continue;
    const auto parts = FindParts(table, i, sum.parts);
    if (!IsComplete(table, parts, sum)) continue;
    for (const Column& column : kColumns) CheckSum(table, {i, parts, may_exceed}, column, out);
  }
}

// What was added up over the years holds this year's number.
void CheckCumulative(const KeyedRows& table, Findings& out) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const StatisticsRow& row = table.rows[i];
    if (!row.value || !row.cumulative || !row.value->value || !row.cumulative->value) continue;
    if (*row.cumulative->value >= *row.value->value) continue;
    if (row.value->confidence < kDoubtful || row.cumulative->confidence < kDoubtful) continue;
    Finding finding = NewFinding("statistics.total");
    finding.message = "statistics.total.cumulative";
    finding.at = {Pointer(i, kColumns[1]), Pointer(i, kColumns[0])};
    finding.actual = *row.cumulative->value;
    finding.details = {{"row", row.label},
                       {"value", row.value->value->ToString()},
                       {"actual", row.cumulative->value->ToString()}};
    out.found.push_back(std::move(finding));
  }
}

}  // namespace

void CheckStatisticsSums(const ReportIndex& index, Findings& out) {
  const auto& rows = index.report().statistics;
  if (rows.empty()) return;
  const std::vector<Key> keys = FindIndicators(rows);
  const KeyedRows table{rows, keys};
  for (const StatisticsSum& sum : kSums) CheckSums(table, sum, false, out);
  CheckSums(table, kPublished, true, out);
  CheckCumulative(table, out);
}

}  // namespace gongkai
