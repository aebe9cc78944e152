#include "normalize/columns.h"

#include <algorithm>
#include <array>

#include "model/unicode.h"
#include "normalize/labels.h"

namespace gongkai {
namespace {

// Words of a header or of a label near it that hold the words of another column.
constexpr auto kOtherPhrases = std::to_array<std::string_view>(
    {"法人或其他组织", "法人和其他组织", "其他组织", "其他处理", "其他对外", "其他需要报告"});

void Remove(std::string& text, std::string_view phrase) {
  for (auto at = text.find(phrase); at != text.npos; at = text.find(phrase)) {
    text.erase(at, phrase.size());
  }
}

std::string HeaderText(std::string_view cell) {
  std::string text = TableWords(cell);
  for (const std::string_view phrase : kOtherPhrases) Remove(text, phrase);
  return text;
}

struct HeaderCells {
  std::vector<std::string> texts;  // one for each cell
  std::string joined;
};

HeaderColumn FindColumn(const FormColumn& column, std::size_t index, std::span<const RowCell> cells,
                        const HeaderCells& header) {
  HeaderColumn found{index, {}, LabelMatch::kNeighbours, -1, 1};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool whole = header.texts[i].find(column.label) != std::string::npos;
    if (!whole && header.texts[i].find(column.stem) == std::string::npos) continue;
    // A merged head whose words were repeated in each field that it covers.
    if (cells[i].col >= 0 && cells[i].col == found.col + found.col_span &&
        WithoutSpaces(cells[i].text) == found.printed) {
      found.col_span += cells[i].col_span;
      continue;
    }
    if (found.match == LabelMatch::kExact || (!found.printed.empty() && !whole)) continue;
    found.printed = WithoutSpaces(cells[i].text);
    found.match = whole ? LabelMatch::kExact : LabelMatch::kVariant;
    found.col = cells[i].col;
    found.col_span = cells[i].col_span;
  }
  if (found.printed.empty() && header.joined.find(column.stem) != std::string::npos) {
    found.printed = column.stem;  // the header's words are torn over several cells
    found.match = LabelMatch::kVariant;
  }
  return found;
}

// A head without words between two that have them: where the grid has exactly as many columns
// between its neighbours (or the grid's right border) as the form, it is known by them.
void AddUnnamedColumns(std::size_t form_size, int width, std::vector<HeaderColumn>& columns) {
  const bool in_order = std::is_sorted(
      columns.begin(), columns.end(),
      [](const HeaderColumn& a, const HeaderColumn& b) { return a.index < b.index; });
  if (!in_order || columns.empty()) return;
  columns.push_back({form_size, {}, LabelMatch::kNeighbours, width, 0});  // the right border
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    const HeaderColumn left = columns[i], right = columns[i + 1];
    const int free = right.col - (left.col + left.col_span);
    if (right.index <= left.index + 1 || free != static_cast<int>(right.index - left.index) - 1) {
      continue;
    }
    for (int k = 1; k <= free; ++k) {
      const auto offset = static_cast<std::size_t>(k);
      columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(i + offset),
                     {left.index + offset, {}, LabelMatch::kNeighbours,
                      left.col + left.col_span + k - 1, 1});
    }
  }
  columns.pop_back();
}

// A first head whose words a scan misread: the one cell that stands, one column wide, right before
// the second one's.
void AddFirstColumn(std::span<const RowCell> cells, std::vector<HeaderColumn>& columns) {
  if (columns.empty() || columns.front().index != 1) return;
  const int end = columns.front().col;
  const auto before = [&](const RowCell& cell) {
    return cell.col >= 0 && cell.col_span == 1 && cell.col + 1 == end && !Trim(cell.text).empty() &&
           !IsHeaderWord(cell.text) && !IsKnownLabel(cell.text);
  };
  if (std::count_if(cells.begin(), cells.end(), before) != 1) return;
  columns.insert(columns.begin(), {0, {}, LabelMatch::kNeighbours, end - 1, 1});
}

AmountUnit FindUnit(const std::string& joined) {
  const bool ten_thousand = joined.find("万元") != std::string::npos;
  const bool yuan = joined.find("单位:元") != std::string::npos || joined.find("(元)") != std::string::npos;
  return yuan && !ten_thousand ? AmountUnit::kYuan : AmountUnit::kTenThousandYuan;
}

bool AllBlank(std::span<const RowCell> cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const RowCell& cell) { return Trim(cell.text).empty(); });
}

// The `count` value cells of a row that has more: what is left over must be blank padding, at one
// end only. Nothing where both ends, or none, could be the padding, or where a blank follows the
// padding before the values and nobody can tell the one from the other.
std::span<const RowCell> WithoutPadding(std::span<const RowCell> values, std::size_t count) {
  const std::size_t extra = values.size() - count;
  const bool behind = AllBlank(values.last(extra)), before = AllBlank(values.first(extra));
  if (behind && before && !AllBlank(values)) return {};
  if (behind) return values.first(count);
  return before && !Trim(values[extra].text).empty() ? values.last(count)
                                                     : std::span<const RowCell>{};
}

Placement InOrder(std::span<const RowCell> values, const Header& header) {
  Placement placement(header.form.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    placement[header.columns[i].index].cell = &values[i];
  }
  return placement;
}

bool IsUnder(const RowCell& value, const HeaderColumn& column) {
  return value.col < column.col + column.col_span && column.col < value.col + value.col_span;
}

// By the positions of the header's cells: every value has to stand under exactly one of them.
std::optional<Placement> ByPosition(std::span<const RowCell> values, const Header& header) {
  Placement placement(header.form.size());
  for (const RowCell& value : values) {
    if (value.col < 0) return std::nullopt;
    const HeaderColumn* under = nullptr;
    int hits = 0;
    for (const HeaderColumn& column : header.columns) {
      if (column.col < 0) return std::nullopt;
      if (IsUnder(value, column)) {
        under = &column;
        ++hits;
      }
    }
    if (hits == 0 && Trim(value.text).empty()) continue;
    if (hits != 1) return std::nullopt;
    const RowCell*& place = placement[under->index].cell;
    if (place != nullptr && Trim(place->text) != Trim(value.text)) return std::nullopt;
    if (place == nullptr) place = &value;
  }
  return placement;
}

// Do the row's positions count in the same columns as the header's? Another page's grid may have
// lost a column that the header's has, and all behind it would be the next one's.
bool CountsAsHeader(const SourceRow& row, const Header& header) {
  if (row.values.empty() || row.first_block == header.block) return true;
  if (header.width == 0) return !header.scanned;
  const RowCell& last = row.values.back();
  return last.col + last.col_span == header.width;
}

// A scan's table whose header has all of the form's words: a lost or a made-up ruling shows.
bool IsWhollyHeaded(const SourceRow& row, const Header& header) {
  return header.scanned && row.kind == GridKind::kRuled && header.Complete() &&
         std::all_of(header.columns.begin(), header.columns.end(),
                     [](const HeaderColumn& column) { return column.col >= 0; });
}

bool EachUnderItsHead(std::span<const RowCell> values, const Header& header) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!IsUnder(values[i], header.columns[i])) return false;
  }
  return true;
}

// The cells that stand alone under one head, whatever befell the others. Nothing where a cell
// stands under none, or where not even one stands alone.
std::optional<Placement> UnderOwnHeads(std::span<const RowCell> values, const Header& header) {
  Placement placement(header.form.size());
  for (const RowCell& value : values) {
    const auto hits = std::count_if(header.columns.begin(), header.columns.end(),
                                    [&](const HeaderColumn& c) { return IsUnder(value, c); });
    if (hits == 0 && !Trim(value.text).empty()) return std::nullopt;
    for (const HeaderColumn& column : header.columns) {
      if (!IsUnder(value, column)) continue;
      PlacedCell& place = placement[column.index];
      place.shared = place.cell != nullptr || hits > 1;
      if (place.cell == nullptr || Trim(place.cell->text).empty()) place.cell = &value;
    }
  }
  const bool any = std::any_of(placement.begin(), placement.end(), [](const PlacedCell& place) {
    return place.cell != nullptr && !place.shared;
  });
  return any ? std::optional(placement) : std::nullopt;
}

// A merged cell whose content was repeated in each field that it covers: one value, many times.
bool IsOneValueRepeated(std::span<const RowCell> values) {
  return std::all_of(values.begin(), values.end(), [&](const RowCell& cell) {
    return Trim(cell.text) == Trim(values.front().text);
  });
}

// Without the blank cells that stand left of the first column: they belong to the labels.
std::span<const RowCell> WithoutLabelColumns(std::span<const RowCell> values,
                                             const Header& header) {
  if (header.columns.empty() || header.columns.front().col < 0) return values;
  const int first = header.columns.front().col;
  while (!values.empty() && Trim(values.front().text).empty() && values.front().col >= 0 &&
         values.front().col + values.front().col_span <= first) {
    values = values.subspan(1);
  }
  return values;
}

// The columns that stand in the form's order, as many as there can be: a scan's misread head may be
// like another column's, but the form's columns do not change places.
std::vector<HeaderColumn> ColumnsInOrder(const std::vector<HeaderColumn>& columns) {
  std::vector<std::size_t> length(columns.size(), 1), before(columns.size(), columns.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (columns[j].index < columns[i].index && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        before[i] = j;
      }
    }
    if (length[i] > length[last]) last = i;
  }
  std::vector<HeaderColumn> out;
  for (std::size_t i = last; i < columns.size(); i = before[i]) out.push_back(columns[i]);
  std::reverse(out.begin(), out.end());
  return out;
}

// The header lacks a word, but the row has a cell for every column of the form.
bool LacksWordOnly(std::span<const RowCell> values, const Header& header) {
  return !header.Complete() && values.size() == header.form.size();
}

bool HasBlankEnd(std::span<const RowCell> values) {
  return Trim(values.front().text).empty() || Trim(values.back().text).empty();
}

Placement InFormsOrder(std::span<const RowCell> values, const Header& header) {
  Header whole = header;
  whole.columns.resize(header.form.size());
  for (std::size_t i = 0; i < whole.columns.size(); ++i) whole.columns[i].index = i;
  return InOrder(values, whole);
}

bool EveryColumnHasCell(const Placement& placement, const Header& header) {
  return std::all_of(header.columns.begin(), header.columns.end(),
                     [&](const HeaderColumn& column) {
                       return placement[column.index].cell != nullptr;
                     });
}

}  // namespace

Header FindHeader(std::span<const RowCell> cells, std::span<const FormColumn> form, int width) {
  HeaderCells header;
  for (const RowCell& cell : cells) {
    header.texts.push_back(HeaderText(cell.text));
    header.joined += TableWords(cell.text);
  }
  Header result{form, {}, FindUnit(header.joined)};
  result.width = width;
  for (const std::string_view phrase : kOtherPhrases) Remove(header.joined, phrase);
  for (std::size_t i = 0; i < form.size(); ++i) {
    HeaderColumn column = FindColumn(form[i], i, cells, header);
    if (!column.printed.empty()) result.columns.push_back(std::move(column));
  }
  result.scanned = std::any_of(cells.begin(), cells.end(), [](const RowCell& cell) {
    return cell.reading == ReadingKind::kOcr;
  });
  const auto in_grid = std::find_if(cells.begin(), cells.end(),
                                    [](const RowCell& cell) { return cell.col >= 0; });
  if (in_grid != cells.end()) result.block = in_grid->block;
  const bool placed = std::all_of(result.columns.begin(), result.columns.end(),
                                  [](const HeaderColumn& column) { return column.col >= 0; });
  if (placed) {
    std::stable_sort(result.columns.begin(), result.columns.end(),
                     [](const HeaderColumn& a, const HeaderColumn& b) { return a.col < b.col; });
    if (result.scanned) {
      result.columns = ColumnsInOrder(result.columns);
      AddFirstColumn(cells, result.columns);
    }
    AddUnnamedColumns(form.size(), width, result.columns);
  }
  return result;
}

std::optional<Placement> PlaceValues(const SourceRow& row, const Header& header) {
  const bool comparable = CountsAsHeader(row, header);
  const std::span<const RowCell> values =
      comparable ? WithoutLabelColumns(row.values, header) : std::span<const RowCell>(row.values);
  const std::size_t count = header.columns.size();
  if (values.empty() || count == 0) return std::nullopt;
  if (comparable && IsWhollyHeaded(row, header) &&
      (values.size() != count || !EachUnderItsHead(values, header))) {
    return UnderOwnHeads(values, header);
  }
  const bool maybe_padding = header.padded && row.from_grid && values.front().col < 0 &&
                             Trim(values.front().text).empty();
  if (values.size() == count) {
    return maybe_padding ? std::nullopt : std::optional(InOrder(values, header));
  }
  // By position a blank cell under the word that is lacking would be dropped as if it stood aside.
  if (header.scanned && LacksWordOnly(values, header)) return InFormsOrder(values, header);
  if (auto placement = comparable ? ByPosition(values, header) : std::nullopt) {
    // In a line of text, in markup or without rules, a missing cell moves those behind it: a gap
    // there says that nothing is where it seems to be.
    const bool drawn = row.kind == GridKind::kRuled;
    if (drawn || EveryColumnHasCell(*placement, header)) return placement;
  }
  if (values.size() > count && count == 1 && IsOneValueRepeated(values)) {
    return InOrder(values.first(1), header);
  }
  // A blank at either end may be padding, or the value of a row that has one for every column.
  if (LacksWordOnly(values, header)) {
    return HasBlankEnd(values) ? std::nullopt : std::optional(InFormsOrder(values, header));
  }
  if (values.size() > count) {
    if (const auto inner = WithoutPadding(values, count); !inner.empty()) {
      return InOrder(inner, header);
    }
  }
  return std::nullopt;
}

}  // namespace gongkai
