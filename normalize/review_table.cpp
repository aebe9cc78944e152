// Table 4: reviews and litigation, one row of 15 counts under a header of three rows.
#include <algorithm>
#include <array>

#include "model/unicode.h"
#include "normalize/columns.h"
#include "normalize/labels.h"
#include "normalize/table_parts.h"
#include "normalize/tables.h"

namespace gongkai {
namespace {

constexpr std::size_t kCounts = 15, kGroups = 3, kItems = 5;
// The header has three rows; torn into lines one for each of its cells (about 20), more where the
// columns are so narrow that each character has a line.
constexpr std::size_t kHeaderRows = 40;

// Words that stand over table 4 and over no other.
bool IsHeader(std::span<const RowCell> cells) {
  std::string joined;
  for (const RowCell& cell : cells) joined += TableWords(cell.text);
  const auto has = [&](std::string_view word) { return joined.find(word) != joined.npos; };
  const bool heads = has("维持") || has("审结") || has("纠正");
  // Columns so narrow that each line holds one character of every head: 结 结 其 尚 / 果 果 他 未.
  const bool torn = has("维") && has("纠") && has("审");
  return has("复议") && (has("诉讼") || has("起诉")) && (heads || torn);
}

bool IsBlank(const RowCell& cell) { return Trim(cell.text).empty(); }

// The row's values without blank padding at one end; empty where it has not exactly 15.
std::span<const RowCell> FifteenValues(const SourceRow& row) {
  std::span<const RowCell> values(row.values);
  while (values.size() > kCounts && IsBlank(values.front())) values = values.subspan(1);
  while (values.size() > kCounts && IsBlank(values.back())) values = values.first(values.size() - 1);
  return values.size() == kCounts ? values : std::span<const RowCell>{};
}

std::vector<RowCell> HeaderOver(std::span<const SourceRow> rows, std::size_t i) {
  std::vector<RowCell> cells = HeaderCells(rows, i, kHeaderRows);
  if (const RowCell* own = OwnLabel(rows[i])) cells.push_back(*own);
  return cells;
}

// What the header's cells over one column say, from top to bottom.
std::string WordsOver(std::span<const RowCell> header, const RowCell& value) {
  std::string words;
  for (const RowCell& cell : header) {
    if (cell.col < value.col + value.col_span && value.col < cell.col + cell.col_span) {
      words += TableWords(cell.text);
    }
  }
  return words;
}

// The number, 0 to 14, of the count that stands under these words; nothing where they do not say.
std::optional<std::size_t> CountUnder(const std::string& words) {
  const auto has = [&](std::string_view word) { return words.find(word) != words.npos; };
  std::size_t group = 0;
  if (has("复议后")) {
    group = 2;
  } else if (has("未经复议") || has("直接起诉")) {
    group = 1;
  } else if (!has("行政复议")) {
    return std::nullopt;
  }
  constexpr auto kItemWords =
      std::to_array<std::string_view>({"维持", "纠正", "其他", "审结", "总计"});
  for (std::size_t item = 0; item < kItems; ++item) {
    if (has(kItemWords[item])) return group * kItems + item;
  }
  return std::nullopt;
}

using Counts = std::array<const RowCell*, kCounts>;

// By the words over each column; nothing where they do not say it for every column.
std::optional<Counts> ByHeader(std::span<const RowCell> values, std::span<const RowCell> header) {
  Counts counts{};
  for (const RowCell& value : values) {
    if (value.col < 0) return std::nullopt;
    const auto count = CountUnder(WordsOver(header, value));
    if (!count || counts[*count] != nullptr) return std::nullopt;
    counts[*count] = &value;
  }
  return counts;
}

// The count of a cell over which one head stands alone, as wide as it, with the form's very words:
// part of a head may be what a streak left of it.
std::optional<std::size_t> CountUnderOwnHead(const RowCell& value,
                                             std::span<const RowCell> header) {
  const auto form = ReviewLitigationTable().rows.front().sets.front().columns;
  const bool own = std::any_of(header.begin(), header.end(), [&](const RowCell& cell) {
    return cell.col == value.col && cell.col_span == value.col_span &&
           std::any_of(form.begin(), form.end(), [&](const FormColumn& column) {
             return TableWords(cell.text) == column.label;
           });
  });
  return own ? CountUnder(WordsOver(header, value)) : std::nullopt;
}

// Of a scan in which a ruling was lost or made up, so that there are more or fewer cells than
// counts: those under heads of their own, if they are most of them and in the form's order. What
// stands beside a number without a head may lack a digit that stands there.
std::optional<Counts> ByOwnHeads(std::span<const RowCell> values, std::span<const RowCell> header) {
  Counts counts{};
  std::size_t next = 0, found = 0;
  bool beside_stray = false;
  for (const RowCell& value : values) {
    const auto count = CountUnderOwnHead(value, header);
    const bool stray = !count && value.col_span == 1 && !IsBlank(value);
    if (stray && next > 0 && counts[next - 1] == &value - 1) {
      counts[next - 1] = nullptr;
      --found;
    }
    if (count && *count < next) return std::nullopt;
    if (count) next = *count + 1;
    if (count && !beside_stray) {
      counts[*count] = &value;
      ++found;
    }
    beside_stray = stray;
  }
  return 2 * found > kCounts ? std::optional(counts) : std::nullopt;
}

bool IsScanned(const SourceRow& row) {
  return row.kind == GridKind::kRuled &&
         std::any_of(row.values.begin(), row.values.end(),
                     [](const RowCell& cell) { return cell.reading == ReadingKind::kOcr; });
}

std::optional<Counts> InOrder(std::span<const RowCell> values) {
  if (values.empty()) return std::nullopt;
  Counts counts{};
  for (std::size_t i = 0; i < kCounts; ++i) counts[i] = &values[i];
  return counts;
}

std::optional<Counts> PlaceCounts(const SourceRow& row, std::span<const RowCell> header) {
  const bool scanned = IsScanned(row);
  if (row.HasPositions() && (!scanned || row.values.size() == kCounts)) {
    if (auto counts = ByHeader(row.values, header)) return counts;
  }
  const auto in_order = InOrder(FifteenValues(row));
  const auto own = scanned ? ByOwnHeads(row.values, header) : std::nullopt;
  if (!in_order || !own) return in_order ? in_order : own;
  // One ruling lost and another made up: fifteen cells that are not the fifteen counts.
  for (std::size_t i = 0; i < kCounts; ++i) {
    if ((*own)[i] != nullptr && (*own)[i] != (*in_order)[i]) return own;
  }
  return in_order;
}

struct Found {
  std::size_t row = 0;
  std::vector<RowCell> header;
  std::optional<Counts> counts;
};

// The first row under a header of table 4 that is placed; else the first with any numbers, whose
// columns then are not known.
std::optional<Found> FindCounts(std::span<const SourceRow> rows) {
  std::optional<Found> unplaced;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].values.size() < kItems) continue;
    std::vector<RowCell> header = HeaderOver(rows, i);
    if (!IsHeader(header)) continue;
    auto counts = PlaceCounts(rows[i], header);
    // A row of 15 blanks is the table's only if no row of numbers follows it in its header's place.
    if (counts && (HasNumbers(rows[i]) || rows[i].values.size() >= kCounts)) {
      const bool filled_next = !HasNumbers(rows[i]) && i + 1 < rows.size() &&
                               HasNumbers(rows[i + 1]) && PlaceCounts(rows[i + 1], header);
      if (!filled_next) return Found{i, std::move(header), counts};
    } else if (!unplaced && HasNumbers(rows[i])) {
      unplaced = Found{i, std::move(header), std::nullopt};
    }
  }
  return unplaced;
}

void AddGroup(const FormRow& form_row, std::size_t group, const Found& found, const SourceRow& row,
              ReadTable& result) {
  SourceRow part = row;
  part.labels.clear();
  part.values.clear();
  Header header{form_row.sets.front().columns, {}, {}};
  for (std::size_t i = 0; found.counts && i < kItems; ++i) {
    const RowCell* cell = (*found.counts)[group * kItems + i];
    if (cell == nullptr) continue;
    part.values.push_back(*cell);
    header.columns.push_back({i, {}, LabelMatch::kExact, -1, 1});
  }
  if (!found.counts) part.values = row.values;
  AddRow(part, form_row, {group, LabelMatch::kExact, false}, header, result);
  result.table.rows.back().printed = form_row.label;
}

// Every count's head stands three times in the header. One that stands less often than the others
// has lost a cell's words; where all are torn into single characters nothing can be told.
void TraceColumns(std::span<const RowCell> header, Table& table) {
  std::array<std::ptrdiff_t, kItems> times{};
  const auto form = ReviewLitigationTable().rows.front().sets.front().columns;
  for (std::size_t item = 0; item < kItems; ++item) {
    times[item] = std::count_if(header.begin(), header.end(), [&](const RowCell& cell) {
      return TableWords(cell.text).find(form[item].stem) != std::string::npos;
    });
  }
  const auto most = *std::max_element(times.begin(), times.end());
  for (std::size_t item = 0; item < kItems; ++item) {
    const bool lost = times[item] < most && most >= static_cast<std::ptrdiff_t>(kGroups);
    table.columns.push_back({std::string(form[item].key), lost ? "" : std::string(form[item].label),
                             lost ? LabelMatch::kNeighbours : LabelMatch::kExact});
  }
}

}  // namespace

std::optional<ReadTable> ReadReviewLitigation(std::span<const SourceRow> rows) {
  const auto found = FindCounts(rows);
  if (!found) return std::nullopt;
  const FormTable& form = ReviewLitigationTable();
  ReadTable result;
  result.table.key = form.key;
  result.first = found->row;
  result.last = found->row + 1;
  const std::size_t header_block = found->header.front().block;
  while (result.first > 0 && rows[result.first - 1].first_block >= header_block) --result.first;
  for (std::size_t group = 0; group < kGroups; ++group) {
    AddGroup(form.rows[group], group, *found, rows[found->row], result);
  }
  TraceColumns(found->header, result.table);
  return result;
}

}  // namespace gongkai
