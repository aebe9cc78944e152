#include "normalize/table_parts.h"

#include <algorithm>

#include "model/unicode.h"
#include "normalize/labels.h"

namespace gongkai {
namespace {

bool IsAnchor(const SourceRow& row, const FormTable& table, const AnchorRule& rule) {
  const RowCell* own = OwnLabel(row);
  if (own == nullptr || row.values.empty()) return false;
  const Label label = ParseLabel(own->text);
  if (label.whole.size() < rule.shortest) return false;
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const FormRow& form_row) {
    return LabelSimilarity(label, form_row) >= rule.sure;
  });
}

bool SameGrid(const SourceRow& a, const SourceRow& b) {
  return a.from_grid && b.from_grid && a.first_block == b.first_block;
}

CellType TypeOf(const FormColumn& column) {
  return column.amount ? CellType::kAmount : column.change ? CellType::kChange : CellType::kCount;
}

// 1 4 in one cell of a web page: markup broke the number, since there it cannot be two cells'.
// Elsewhere a rule between two cells may be lost, and nothing is joined.
Reading ParseBroken(const RowCell& cell, const FormColumn& column, const Header& header) {
  Reading reading = ParseCell(WithoutSpaces(cell.text), TypeOf(column), header.unit);
  reading.raw = Trim(cell.text);
  return reading;
}

Reading ReadCell(const PlacedCell& placed, const FormColumn& column, const Header& header,
                 LabelMatch match, bool markup) {
  const RowCell& cell = *placed.cell;
  Reading reading = ParseCell(cell.text, TypeOf(column), header.unit);
  double sure = 1;
  if (reading.state == CellState::kNotANumber && markup) {
    reading = ParseBroken(cell, column, header);
    if (reading.state == CellState::kNumber) sure = kBroken;
  }
  reading.place = cell.place;
  reading.confidence = std::min(cell.confidence, sure);
  if (match == LabelMatch::kNeighbours) {
    reading.confidence = std::min(reading.confidence, kKnownByNeighbours);
  }
  if (reading.state != CellState::kBlank) reading.kind = cell.reading;
  // A cell that spans several rows holds one number for all of them: it is none of any single one.
  if (placed.shared || (cell.inherited && reading.state == CellState::kNumber)) {
    reading.state = CellState::kUnreadable;
    reading.value.reset();
  }
  return reading;
}

}  // namespace

std::pair<std::size_t, std::size_t> FindRegion(std::span<const SourceRow> rows,
                                               const FormTable& table, const AnchorRule& rule) {
  std::size_t first = rows.size(), last = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!IsAnchor(rows[i], table, rule)) continue;
    first = std::min(first, i);
    last = i + 1;
  }
  if (first == rows.size()) return {0, 0};
  while (first > 0 && SameGrid(rows[first - 1], rows[first])) --first;
  while (last < rows.size() && SameGrid(rows[last - 1], rows[last])) ++last;
  return {first, last};
}

std::vector<RowCell> HeaderCells(std::span<const SourceRow> rows, std::size_t row,
                                 std::size_t most) {
  std::size_t from = row, count = 0;
  while (from > 0 && row - from < most && !HasNumbers(rows[from - 1])) {
    count += rows[from - 1].labels.size();
    if (count > kMostHeaderCells) break;
    --from;
  }
  std::vector<RowCell> cells;
  for (std::size_t i = from; i <= row && i < rows.size(); ++i) {
    for (const RowCell& cell : rows[i].labels) {
      if (cell.inherited || (i == row && &cell == OwnLabel(rows[i]))) continue;
      cells.push_back(cell);
      // The columns of another grid are counted from another place.
      if (cell.block != rows[row].first_block) cells.back().col = -1;
    }
  }
  return cells;
}

void AddRow(const SourceRow& row, const FormRow& form_row, const RowMatch& match,
            const Header& header, ReadTable& table) {
  const RowCell* own = OwnLabel(row);
  TableRow trace;
  trace.pointer = form_row.pointer;
  trace.printed = own == nullptr ? "" : WithoutSpaces(own->text);
  trace.match = match.match;
  trace.group_missing = match.group_missing;
  trace.cells = static_cast<int>(row.values.size());
  trace.columns = static_cast<int>(header.columns.size());
  trace.place = own != nullptr ? own->place : row.values.empty() ? Place{} : row.values.front().place;
  const auto placement = PlaceValues(row, header);
  trace.placed = placement.has_value();
  if (!placement) {
    for (const RowCell& cell : row.values) trace.raw.push_back(Trim(cell.text));
  } else {
    for (std::size_t i = 0; i < placement->size(); ++i) {
      const PlacedCell& placed = (*placement)[i];
      if (placed.cell == nullptr) continue;
      table.values.push_back({trace.pointer + "/" + std::string(header.form[i].key),
                              ReadCell(placed, header.form[i], header, match.match,
                                       row.kind == GridKind::kTagged)});
    }
  }
  table.table.rows.push_back(std::move(trace));
}

}  // namespace gongkai
