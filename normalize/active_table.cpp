// Table 2: what was disclosed on the organ's own account. Each block of rows has a header of its
// own, by which the form of the block is known.
#include <algorithm>

#include "model/unicode.h"
#include "normalize/labels.h"
#include "normalize/table_parts.h"
#include "normalize/tables.h"

namespace gongkai {
namespace {

// Its labels are short, so that a slip weighs more; words like 行政许可 stand in other tables too.
constexpr AnchorRule kAnchors{0.75, 2};
// 第二十条…, 信息内容 and up to three column heads, each on up to three lines.
constexpr std::size_t kHeaderRows = 12;

bool IsDataRow(const SourceRow& row) {
  const RowCell* own = OwnLabel(row);
  if (own == nullptr || row.values.empty()) return false;
  const Label label = ParseLabel(own->text);
  const auto rows = ActiveDisclosureTable().rows;
  return std::any_of(rows.begin(), rows.end(), [&](const FormRow& form_row) {
    return LabelSimilarity(label, form_row) >= kLabelAccepted;
  });
}

// A region's rows by the blocks that they stand in.
struct Blocks {
  std::vector<bool> data;           // is the row a data row?
  std::vector<std::size_t> starts;  // the row that the header over it begins with
};

// What a row adds to the header over it: all its labels but the one that names a data row.
std::vector<RowCell> HeaderPart(const SourceRow& row, bool data) {
  const RowCell* own = OwnLabel(row);
  std::vector<RowCell> part;
  for (const RowCell& cell : row.labels) {
    if (!cell.inherited && (!data || &cell != own)) part.push_back(cell);
  }
  return part;
}

// Both indexed from the region's first row.
Blocks FindBlocks(std::span<const SourceRow> region) {
  Blocks blocks;
  std::size_t start = 0;
  bool data_before = false;
  for (std::size_t i = 0; i < region.size(); ++i) {
    const bool data = IsDataRow(region[i]);
    const bool fresh = !HeaderPart(region[i], data).empty();
    if (fresh && data_before) start = i;
    if (fresh || data) data_before = data;
    blocks.data.push_back(data);
    blocks.starts.push_back(start);
  }
  return blocks;
}

// The header cells that stand over the block of row `i` of the region, which begins at `first`: the
// nearest ones, since thousands of other rows may stand before it.
std::vector<RowCell> BlockHeader(std::span<const SourceRow> rows, std::size_t first,
                                 const Blocks& blocks, std::size_t i) {
  std::size_t from = i + 1, count = 0;
  while (from > blocks.starts[i] && count < kMostHeaderCells) {
    count += rows[first + --from].labels.size();
  }
  std::vector<RowCell> cells;
  if (from == 0) cells = HeaderCells(rows, first, kHeaderRows);
  for (; from <= i; ++from) {
    if (from == 0 && blocks.data[0]) continue;
    const auto part = HeaderPart(rows[first + from], blocks.data[from]);
    cells.insert(cells.end(), part.begin(), part.end());
  }
  return cells;
}

Header WholeHeader(const ColumnSet& set) {
  Header header{set.columns, {}, {}};
  for (std::size_t i = 0; i < set.columns.size(); ++i) {
    header.columns.push_back({i, {}, LabelMatch::kNeighbours, -1, 1});
  }
  return header;
}

// The columns that a torn header lacks, put where the form has them.
Header Completed(const Header& torn, const ColumnSet& set) {
  Header whole = WholeHeader(set);
  whole.unit = torn.unit;
  for (const HeaderColumn& column : torn.columns) {
    whole.columns[column.index] = column;
    whole.columns[column.index].col = -1;  // torn cells are no guide to positions
  }
  return whole;
}

struct Choice {
  const ColumnSet* set = nullptr;
  Header header;
};

std::ptrdiff_t FilledCells(const SourceRow& row) {
  return std::count_if(row.values.begin(), row.values.end(),
                       [](const RowCell& cell) { return !Trim(cell.text).empty(); });
}

// The columns that the header names the most of, of those that have room for the row's cells; with no header, those whose count fits, the
// current form first.
Choice ChooseColumns(const SourceRow& row, const FormRow& form_row,
                     std::span<const RowCell> cells) {
  Choice best;
  double best_share = 0;
  for (const ColumnSet& set : form_row.sets) {
    Header header = FindHeader(cells, set.columns);
    const double share = static_cast<double>(header.columns.size()) /
                             static_cast<double>(set.columns.size()) +
                         0.01 * static_cast<double>(header.columns.size());  // of equals the larger
    // A row of three numbers does not belong to a form with one column, though the one header cell
    // that can be read is common to both.
    const bool room = FilledCells(row) <= static_cast<std::ptrdiff_t>(set.columns.size());
    if (header.columns.empty() || share * (room ? 1 : 0.5) <= best_share) continue;
    best_share = share * (room ? 1 : 0.5);
    best = {&set, std::move(header)};
  }
  if (best.set != nullptr) {
    // A torn header (本年新 | 本年新 | 对外公开总数量): the block is known, and its cells are all there.
    const bool whole = row.values.size() >= best.set->columns.size();
    if (!best.header.Complete() && whole) best.header = Completed(best.header, *best.set);
    return best;
  }
  for (auto set = form_row.sets.rbegin(); set != form_row.sets.rend(); ++set) {
    Header header = WholeHeader(*set);
    if (PlaceValues(row, header)) return {&*set, std::move(header)};
  }
  return {&form_row.sets.back(), WholeHeader(form_row.sets.back())};
}

void TraceColumns(const Header& header, Table& table) {
  for (const HeaderColumn& column : header.columns) {
    const std::string_view key = header.form[column.index].key;
    const auto known = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const TableColumn& c) { return c.key == key; });
    if (known == table.columns.end()) {
      table.columns.push_back({std::string(key), column.printed, column.match});
    }
  }
}

}  // namespace

std::optional<ReadTable> ReadActiveDisclosure(std::span<const SourceRow> rows) {
  const FormTable& form = ActiveDisclosureTable();
  const auto [first, last] = FindRegion(rows, form, kAnchors);
  if (first == last) return std::nullopt;
  const Blocks blocks = FindBlocks(rows.subspan(first, last - first));
  std::vector<const SourceRow*> candidates;
  std::vector<std::size_t> positions;
  for (std::size_t i = first; i < last; ++i) {
    if (rows[i].values.empty() || (OwnLabel(rows[i]) == nullptr && !HasNumbers(rows[i]))) continue;
    candidates.push_back(&rows[i]);
    positions.push_back(i - first);
  }
  const auto matches = AlignRows(candidates, form);

  ReadTable result;
  result.first = first;
  result.last = last;
  result.table.key = form.key;
  int rows_2019 = 0, rows_2021 = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!matches[i].form_row) continue;
    const FormRow& form_row = form.rows[*matches[i].form_row];
    const Choice choice = ChooseColumns(*candidates[i], form_row,
                                        BlockHeader(rows, first, blocks, positions[i]));
    AddRow(*candidates[i], form_row, matches[i], choice.header, result);
    TraceColumns(choice.header, result.table);
    ++(choice.set->forms == kForm2019 ? rows_2019 : rows_2021);
  }
  if (result.table.rows.empty()) return std::nullopt;
  result.table.form = rows_2019 > rows_2021 ? Form::k2019 : Form::k2021;
  return result;
}

}  // namespace gongkai
