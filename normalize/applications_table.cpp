// Table 3: applications received and dealt with, 25 rows of 7 counts.
#include <algorithm>

#include "model/unicode.h"
#include "normalize/labels.h"
#include "normalize/table_parts.h"
#include "normalize/tables.h"

namespace gongkai {
namespace {

// Its labels are long and stand in no other table: 其他 and 总计 alone would do for no region, but
// the labels around them do.
constexpr AnchorRule kAnchors{0.75, 3};
// The rows of the header: four in a grid; torn into lines, one for each of its cells.
constexpr std::size_t kHeaderRows = 20;

// Does a row have more fields than the table has columns, the first of them blank?
bool IsPadded(std::span<const SourceRow> rows, std::size_t columns) {
  return std::any_of(rows.begin(), rows.end(), [&](const SourceRow& row) {
    return row.from_grid && row.values.size() > columns && row.values.front().col < 0 &&
           Trim(row.values.front().text).empty() && HasNumbers(row);
  });
}

// Does a row without numbers have a label that no header has: with a number, or in many words?
bool SurelyNamed(const SourceRow& row) {
  const RowCell* own = OwnLabel(row);
  if (own == nullptr || row.values.empty() || !IsKnownLabel(own->text)) return false;
  constexpr std::size_t kManyWords = 6;
  const Label label = ParseLabel(own->text);
  return !label.number.empty() || label.core.size() >= kManyWords;
}

// The rows that hold exactly as many values as the header or the form has columns, and those with a
// label that hold some. A run of lines with a label and a stray number (as text extraction leaves
// behind) is no row where there are rows without labels to which the label may belong.
std::vector<const SourceRow*> Candidates(std::span<const SourceRow> rows, const Header& header) {
  const bool unlabelled = std::any_of(rows.begin(), rows.end(), [&](const SourceRow& row) {
    return OwnLabel(row) == nullptr && HasNumbers(row) && PlaceValues(row, header);
  });
  std::vector<const SourceRow*> candidates;
  for (const SourceRow& row : rows) {
    // A row without any number is a row of blanks only if all its cells are there: else it is the
    // header's own.
    const bool whole = HasNumbers(row) || row.values.size() >= header.columns.size();
    const bool complete = whole && PlaceValues(row, header).has_value();
    const bool labelled = HasNumbers(row) ? OwnLabel(row) != nullptr : SurelyNamed(row);
    if (complete || (labelled && (row.from_grid || !unlabelled))) candidates.push_back(&row);
  }
  return candidates;
}

Header FindApplicantHeader(std::span<const SourceRow> rows, std::size_t first, std::size_t last) {
  const auto form = ApplicationsTable().rows.front().sets.front().columns;
  for (std::size_t i = first; i < last; ++i) {
    if (!HasNumbers(rows[i])) continue;
    const RowCell& end = rows[i].values.back();
    Header header =
        FindHeader(HeaderCells(rows, i, kHeaderRows), form, end.col < 0 ? 0 : end.col + end.col_span);
    // Less than half of the words is a chance hit (其他 stands everywhere), not a header.
    if (header.columns.size() * 2 > form.size()) return header;
    break;
  }
  Header lost{form, {}, {}};
  for (std::size_t i = 0; i < form.size(); ++i) lost.columns.push_back({i, {}, LabelMatch::kNeighbours, -1, 1});
  return lost;
}

void TraceColumns(const Header& header, ReadTable& table) {
  for (std::size_t i = 0; i < header.form.size(); ++i) {
    const auto found = std::find_if(header.columns.begin(), header.columns.end(),
                                    [&](const HeaderColumn& column) { return column.index == i; });
    const std::string key(header.form[i].key);
    if (found != header.columns.end()) {
      table.table.columns.push_back({key, found->printed, found->match});
    } else if (std::any_of(table.values.begin(), table.values.end(), [&](const TableValue& value) {
                 return value.pointer.ends_with("/" + key);
               })) {
      table.table.columns.push_back({key, "", LabelMatch::kNeighbours});
    }
  }
}

Form FormOf(const Table& table) {
  bool single = false, three = false;
  for (const TableRow& row : table.rows) {
    single = single || row.pointer == "/applications/outcome/other/all";
    three = three || row.pointer.starts_with("/applications/outcome/other/o") ||
            row.pointer.starts_with("/applications/outcome/other/u");
  }
  return single == three ? Form::kUnknown : single ? Form::k2019 : Form::k2021;
}

// Where text extraction moved one number out of its cell: exactly one lone number stands between
// the rows, and exactly one cell is blank. It is that cell's, but a person has to look.
void AdoptStray(std::span<const SourceRow> rows, const std::vector<const SourceRow*>& placed,
                ReadTable& table) {
  const RowCell* stray = nullptr;
  for (const SourceRow& row : rows) {
    if (row.from_grid || std::find(placed.begin(), placed.end(), &row) != placed.end()) continue;
    for (const RowCell& cell : row.values) {
      if (ParseCell(cell.text, CellType::kCount).state != CellState::kNumber) continue;
      if (stray != nullptr) return;
      stray = &cell;
    }
  }
  if (stray == nullptr) return;
  const auto blank = [](const TableValue& value) { return value.reading.state == CellState::kBlank; };
  if (std::count_if(table.values.begin(), table.values.end(), blank) != 1) return;
  Reading& reading = std::find_if(table.values.begin(), table.values.end(), blank)->reading;
  reading = ParseCell(stray->text, CellType::kCount);
  reading.place = stray->place;
  reading.kind = stray->reading;
  reading.confidence = std::min(stray->confidence, kStray);
}

}  // namespace

std::optional<ReadTable> ReadApplications(std::span<const SourceRow> rows) {
  const FormTable& form = ApplicationsTable();
  const auto [first, last] = FindRegion(rows, form, kAnchors);
  if (first == last) return std::nullopt;
  const auto region = rows.subspan(first, last - first);
  Header header = FindApplicantHeader(rows, first, last);
  header.padded = IsPadded(region, header.columns.size());
  const auto candidates = Candidates(region, header);
  const auto matches = AlignRows(candidates, form);

  ReadTable result;
  result.first = first;
  result.last = last;
  result.table.key = form.key;
  std::vector<const SourceRow*> placed;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!matches[i].form_row) continue;
    AddRow(*candidates[i], form.rows[*matches[i].form_row], matches[i], header, result);
    placed.push_back(candidates[i]);
  }
  if (result.table.rows.empty()) return std::nullopt;
  TraceColumns(header, result);
  AdoptStray(region, placed, result);
  result.table.form = FormOf(result.table);
  return result;
}

}  // namespace gongkai
