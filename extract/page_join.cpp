// A page break leaves marks: the header is printed again, a merged cell goes on blank or with its
// label repeated, or a row's text stands half on this page and half on the next.
#include "extract/page_join.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/paragraphs.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// Points. Both parts are drawn from the same column widths; rounding to pixels moves edges by up
// to 0.75 pt at each side, a scan's skew by somewhat more.
constexpr double kSameRuledColumn = 3.0;
// Of the narrowest column. Without rules the edges are only somewhere between the page's words.
constexpr double kSameAlignedColumn = 0.45;

// Of the wider part's width.
constexpr double kShared = 0.75;

bool Ruled(const PageGrid& a, const PageGrid& b) {
  return a.kind == GridKind::kRuled && b.kind == GridKind::kRuled;
}

double Narrowest(const std::vector<double>& columns) {
  double narrowest = columns.back() - columns.front();
  for (std::size_t i = 1; i < columns.size(); ++i) {
    narrowest = std::min(narrowest, columns[i] - columns[i - 1]);
  }
  return narrowest;
}

double Tolerance(const PageGrid& a, const PageGrid& b) {
  const double most = kSameAlignedColumn * std::min(Narrowest(a.columns), Narrowest(b.columns));
  return Ruled(a, b) ? std::min(kSameRuledColumn, most) : most;
}

// Tables that are only aligned have no outer edges that could agree to the point: that they stand
// under one another, with nothing but a page break between, has to do.
bool StandUnder(const PageGrid& above, const PageGrid& below) {
  const double shared = Overlap(above.columns.front(), above.columns.back(),
                                below.columns.front(), below.columns.back());
  const double wider = std::max(above.columns.back() - above.columns.front(),
                                below.columns.back() - below.columns.front());
  return shared >= kShared * wider;
}

bool HasColumn(const std::vector<double>& columns, double at, double tolerance) {
  const auto near = std::lower_bound(columns.begin(), columns.end(), at - tolerance);
  return near != columns.end() && *near <= at + tolerance;
}

std::ptrdiff_t Unmatched(const std::vector<double>& columns, const std::vector<double>& in,
                         double tolerance) {
  return std::count_if(columns.begin(), columns.end(),
                       [&](double at) { return !HasColumn(in, at, tolerance); });
}

bool Bottom(const PageGrid& grid, const PageCell& c) {
  return c.cell.row + c.cell.row_span == grid.rows;
}

bool AsWideAsGrid(const PageGrid& grid, const PageCell& c) {
  return c.cell.col_span == grid.Columns();
}

bool CutOpen(const PageGrid& above, const PageGrid& below) {
  const auto open_below = [&](const PageCell& c) { return c.cell.row > 0 || c.open_top; };
  const auto open_above = [&](const PageCell& c) { return !Bottom(above, c) || c.open_bottom; };
  return Ruled(above, below) &&
         (std::all_of(above.cells.begin(), above.cells.end(), open_above) ||
          std::all_of(below.cells.begin(), below.cells.end(), open_below));
}

std::vector<double> UnionColumns(const PageGrid& a, const PageGrid& b) {
  std::vector<double> columns = a.columns;
  for (const double at : b.columns) {
    if (!HasColumn(a.columns, at, Tolerance(a, b))) columns.push_back(at);
  }
  std::sort(columns.begin(), columns.end());
  return columns;
}

void ShareOuterEdges(PageGrid& a, PageGrid& b) {
  a.columns.front() = b.columns.front() = std::min(a.columns.front(), b.columns.front());
  a.columns.back() = b.columns.back() = std::max(a.columns.back(), b.columns.back());
}

int Nearest(const std::vector<double>& columns, double at) {
  const auto nearest =
      std::min_element(columns.begin(), columns.end(),
                       [&](double a, double b) { return std::abs(a - at) < std::abs(b - at); });
  return static_cast<int>(nearest - columns.begin());
}

// The same grid on finer columns.
void PutOnColumns(PageGrid& grid, const std::vector<double>& columns) {
  std::vector<int> number;
  for (const double at : grid.columns) number.push_back(Nearest(columns, at));
  for (PageCell& c : grid.cells) {
    const int end = c.cell.col + c.cell.col_span;
    c.cell.col = number[static_cast<std::size_t>(c.cell.col)];
    c.cell.col_span = number[static_cast<std::size_t>(end)] - c.cell.col;
  }
  grid.columns = columns;
}

bool SamePlaceAndText(const Cell& a, const Cell& b) {
  return a.row == b.row && a.col == b.col && a.row_span == b.row_span && a.col_span == b.col_span &&
         FoldTight(a.text) == FoldTight(b.text);
}

// A value as tables hold them, in any width: 0, ０, 0件, 减3, 7730.28, /, 无, 22（其中修订16件）. Not 1.甲.
bool IsNumber(const std::string& text) {
  const std::u32string folded = DecodeUtf8(FoldTight(text));
  if (folded.empty()) return false;
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  if (std::none_of(folded.begin(), folded.end(), IsHan) || folded == U"无") return true;
  const auto rest = std::find_if_not(folded.begin(), folded.end(), is_digit);
  constexpr std::ptrdiff_t kLongestUnit = 2;  // 万元
  if (rest == folded.begin()) return is_digit(folded.back());
  return *rest == U'(' || (IsHan(*rest) && folded.end() - rest <= kLongestUnit);
}

// How many of the first rows both have word for word: those before the first cell that differs,
// back to where no merged cell is cut. A row of numbers is no header.
int RepeatedRows(const PageGrid& above, const PageGrid& below) {
  int rows = std::min(above.rows, below.rows);
  bool header = false;
  std::size_t i = 0;
  for (; i < below.cells.size() && i < above.cells.size(); ++i) {
    const Cell& cell = below.cells[i].cell;
    if (!SamePlaceAndText(above.cells[i].cell, cell) || IsNumber(cell.text)) break;
    header = header || !cell.text.empty();
  }
  if (i < below.cells.size()) rows = std::min(rows, below.cells[i].cell.row);
  if (i < above.cells.size()) rows = std::min(rows, above.cells[i].cell.row);
  for (auto c = below.cells.rbegin(); c != below.cells.rend(); ++c) {
    if (c->cell.row < rows && c->cell.row + c->cell.row_span > rows) rows = c->cell.row;
  }
  return header ? rows : 0;
}

void DropRows(PageGrid& grid, int rows) {
  std::erase_if(grid.cells, [&](const PageCell& c) { return c.cell.row < rows; });
  for (PageCell& c : grid.cells) c.cell.row -= rows;
  grid.rows -= rows;
}

// A cell at the end of the first part and the one that stands under it on the next page.
struct Pair {
  std::size_t above = 0, below = 0;
};

std::vector<Pair> PairsAtBreak(const PageGrid& above, const PageGrid& below) {
  std::map<std::pair<int, int>, std::size_t> bottom;
  for (std::size_t i = 0; i < above.cells.size(); ++i) {
    const Cell& a = above.cells[i].cell;
    if (Bottom(above, above.cells[i])) bottom[{a.col, a.col_span}] = i;
  }
  std::vector<Pair> pairs;
  for (std::size_t j = 0; j < below.cells.size() && below.cells[j].cell.row == 0; ++j) {
    const auto a = bottom.find({below.cells[j].cell.col, below.cells[j].cell.col_span});
    if (a != bottom.end()) pairs.push_back({a->second, j});
  }
  return pairs;
}

bool IsLabel(const std::string& text) { return !text.empty() && !IsNumber(text); }

// A label stands to the right of the cell in its row: the cell then names a group of rows.
bool NamesGroup(const PageGrid& grid, const Cell& cell) {
  return std::any_of(grid.cells.begin(), grid.cells.end(), [&](const PageCell& c) {
    return c.cell.row <= cell.row && cell.row < c.cell.row + c.cell.row_span &&
           c.cell.col > cell.col && IsLabel(c.cell.text);
  });
}

// Whether the text of `a` stops in the middle of something that `b` can go on with.
bool TextGoesOn(const PageCell& a, const PageCell& b) {
  if (BeginsItem(b.cell.text)) return false;
  const std::u32string text = DecodeUtf8(Fold(a.cell.text));
  const auto opened = std::count(text.begin(), text.end(), U'(');
  return a.full || opened > std::count(text.begin(), text.end(), U')');
}

// Whether the two are one merged cell.
bool OneMergedCell(const PageGrid& above, const PageGrid& below, const PageCell& a,
                   const PageCell& b) {
  const bool spans = a.cell.row_span > 1 || b.cell.row_span > 1;
  const bool same = FoldTight(a.cell.text) == FoldTight(b.cell.text);
  if (b.cell.text.empty() || (same && IsLabel(b.cell.text))) {
    // A blank value below a column's title of two rows is a cell of its own: it names no rows.
    return NamesGroup(below, b.cell) &&
           (spans || (IsLabel(a.cell.text) && NamesGroup(above, a.cell)));
  }
  if (a.cell.text.empty()) return a.cell.row_span > 1;
  if (!spans || !TextGoesOn(a, b)) return false;
  // The break may leave but one row of a group on one of the pages.
  return (a.cell.row_span > 1 && b.cell.row_span > 1) ||
         (NamesGroup(above, a.cell) && NamesGroup(below, b.cell));
}

// Whether the first row of `below` is the rest of the last row of `above`: what one has blank the
// other has, and text in both goes on from one to the other.
bool OneRow(const PageGrid& above, const PageGrid& below, const std::vector<Pair>& pairs) {
  std::size_t first_row = 0, goes_on = 0, numbers = 0, labels = 0;
  for (const PageCell& c : below.cells) first_row += c.cell.row == 0 ? 1 : 0;
  for (const Pair& pair : pairs) {
    const PageCell& a = above.cells[pair.above];
    const PageCell& b = below.cells[pair.below];
    if (OneMergedCell(above, below, a, b)) continue;
    if (a.cell.row_span > 1 || b.cell.row_span > 1) return false;
    if (b.cell.text.empty()) continue;
    if (a.cell.text.empty()) {
      ++(IsNumber(b.cell.text) ? numbers : labels);
    } else if (IsLabel(b.cell.text) && TextGoesOn(a, b)) {
      ++goes_on;
    } else {
      return false;
    }
  }
  if (pairs.size() != first_row) return false;
  return goes_on > 0 || (numbers > 0) != (labels > 0) || numbers + labels == 0;
}

void Absorb(PageCell& a, const PageCell& b, int more_rows) {
  a.cell.row_span += more_rows;
  a.open_bottom = b.open_bottom;
  a.full = b.cell.text.empty() ? a.full : b.full;
  if (b.cell.text.empty()) return;
  if (a.cell.text.empty()) {
    a.cell.text = b.cell.text;
    a.cell.place = b.cell.place;
  } else if (FoldTight(a.cell.text) != FoldTight(b.cell.text)) {
    a.cell.text = JoinText(a.cell.text, b.cell.text);
  }
  a.cell.confidence = std::min(a.cell.confidence, b.cell.confidence);
  if (a.cell.reading != ReadingKind::kOcr) a.cell.reading = b.cell.reading;
}

// Makes the cells whole that the break cut; returns how many rows of `below` the last row of
// `above` has taken in: 0 or 1.
int JoinAtBreak(PageGrid& above, PageGrid& below) {
  const std::vector<Pair> pairs = PairsAtBreak(above, below);
  const int taken = OneRow(above, below, pairs) ? 1 : 0;
  std::vector<bool> absorbed(below.cells.size(), false);
  for (const Pair& pair : pairs) {
    PageCell& a = above.cells[pair.above];
    const PageCell& b = below.cells[pair.below];
    if (taken == 0 && !OneMergedCell(above, below, a, b)) continue;
    Absorb(a, b, b.cell.row_span - taken);
    absorbed[pair.below] = true;
  }
  std::size_t i = 0;
  std::erase_if(below.cells, [&](const PageCell&) { return absorbed[i++]; });
  return taken;
}

}  // namespace

bool ContinuesGrid(const PageGrid& above, const PageGrid& below) {
  const double tolerance = Tolerance(above, below);
  if (above.kind == GridKind::kAligned && below.kind == GridKind::kAligned) {
    return StandUnder(above, below);
  }
  if (std::abs(above.columns.front() - below.columns.front()) > tolerance ||
      std::abs(above.columns.back() - below.columns.back()) > tolerance) {
    return false;
  }
  if (Unmatched(above.columns, below.columns, tolerance) == 0) return true;
  if (Unmatched(below.columns, above.columns, tolerance) == 0) return true;
  return AsWideAsGrid(above, above.cells.back()) || AsWideAsGrid(below, below.cells.front()) ||
         CutOpen(above, below);
}

PageGrid JoinGrids(PageGrid above, PageGrid below) {
  if (!Ruled(above, below)) ShareOuterEdges(above, below);
  const std::vector<double> columns = UnionColumns(above, below);
  PutOnColumns(above, columns);
  PutOnColumns(below, columns);
  DropRows(below, RepeatedRows(above, below));
  if (below.rows == 0) return above;
  const int first = above.rows - JoinAtBreak(above, below);
  for (PageCell& c : below.cells) {
    c.cell.row += first;
    above.cells.push_back(std::move(c));
  }
  above.rows = first + below.rows;
  std::stable_sort(above.cells.begin(), above.cells.end(),
                   [](const PageCell& a, const PageCell& b) {
                     return std::pair(a.cell.row, a.cell.col) < std::pair(b.cell.row, b.cell.col);
                   });
  return above;
}

}  // namespace gongkai
