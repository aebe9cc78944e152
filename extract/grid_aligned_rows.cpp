// What one part of a table tells about another: how far apart its rows stand, and which columns go
// on over a page break, whatever is blank there.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "extract/grid_aligned.h"
#include "extract/paragraphs.h"

namespace gongkai {
namespace {

// Points by which the distances of a table's rows may differ: digits stand deeper than characters.
constexpr double kSameGap = 1.0;
// Em. Lines of one cell stand closer than this; rows that do so cannot be told from them.
constexpr double kWrapped = 0.35;
// Points by which text may stand out of its column.
constexpr double kCrosses = 1.5;
// Relative. The text of one table has one size.
constexpr double kSameSize = 0.06;
// Of the table's width: labels begin in its first part.
constexpr double kLabelsBegin = 0.3;
// A line's box is about this much of an em high, whatever the font.
constexpr double kHighest = 1.5;

// A label and its values, or their titles, in one line: from the table's first part to behind its
// middle.
bool IsLevel(const SegmentedLine& line, const Box& table) {
  return line.segments.size() > 1 && !line.segments.front().value &&
         line.box.x0 < table.x0 + kLabelsBegin * table.Width() &&
         (line.HasValue() || line.segments.back().box.x0 > table.MidX());
}

bool IsLabel(const SegmentedLine& line) {
  return line.segments.size() == 1 && !line.segments.front().value;
}

// A label with a number of its own, right under another label.
bool IsNextItem(const SegmentedLine& above, const SegmentedLine& below) {
  return below.opens_item && std::abs(above.box.x0 - below.box.x0) < kCrosses;
}

// Values between two lines of their label.
bool WrapsAround(const SegmentedLine& above, const SegmentedLine& values,
                 const SegmentedLine& below) {
  return IsLabel(above) && IsLabel(below) && values.HasValue() && values.segments.front().value &&
         values.box.y0 < above.box.y1 && values.box.y1 > below.box.y0;
}

// Cells of the last row, or reaching down to it.
bool InLastRow(const PageGrid& grid, const Cell& cell) {
  return cell.row + cell.row_span == grid.rows;
}

int CountLabelColumns(const PageGrid& grid) {
  int labels = grid.Columns();
  for (const PageCell& c : grid.cells) {
    if (c.cell.col > 0 && LooksLikeValue(c.cell.text)) labels = std::min(labels, c.cell.col);
  }
  return labels == grid.Columns() ? 1 : labels;
}

AlignedColumns LastColumns(const PageGrid& grid) {
  AlignedColumns out;
  out.labels = CountLabelColumns(grid);
  for (int c = 0; c <= grid.Columns(); ++c) {
    const bool side = std::any_of(grid.cells.begin(), grid.cells.end(), [&](const PageCell& p) {
      return InLastRow(grid, p.cell) && p.cell.col == c;
    });
    if (c <= out.labels || c == grid.Columns() || side) {
      out.edges.push_back(grid.columns[static_cast<std::size_t>(c)]);
    }
  }
  return out;
}

// The height of a line of the grid's text.
double LineHeight(const PageGrid& grid) {
  double least = 0;
  for (const PageCell& c : grid.cells) {
    if (c.cell.text.empty() || !c.cell.place.box) continue;
    const double height = c.cell.place.box->Height();
    if (least == 0 || height < least) least = height;
  }
  return least;
}

// Labels stand in the labels' columns, values in theirs, and none runs on into the next one.
bool Fits(const SegmentedLine& line, const AlignedColumns& columns) {
  if (line.box.x0 < columns.edges.front() - kCrosses ||
      line.box.x1 > columns.edges.back() + kCrosses) {
    return false;
  }
  const auto values = columns.edges.begin() + columns.labels;
  return std::none_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
    return std::any_of(values, columns.edges.end() - 1,
                       [&](double x) { return RunsAcross(s, x); });
  });
}

}  // namespace

std::optional<double> FindRowGap(const std::vector<SegmentedLine>& table) {
  Box box = table.front().box;
  for (const SegmentedLine& line : table) box = Union(box, line.box);
  std::optional<double> least;
  for (std::size_t i = 1; i < table.size(); ++i) {
    const double gap = table[i].box.y0 - table[i - 1].box.y1;
    const bool level = IsLevel(table[i - 1], box) && IsLevel(table[i], box);
    const bool item = IsNextItem(table[i - 1], table[i]) && gap >= kWrapped * table[i].font_size;
    if ((level || item) && (!least || gap < *least)) least = gap;
  }
  if (!least || *least < kWrapped * table.front().font_size) return std::nullopt;
  for (std::size_t i = 1; i + 1 < table.size(); ++i) {
    const double gap = table[i + 1].box.y0 - table[i - 1].box.y1;
    if (WrapsAround(table[i - 1], table[i], table[i + 1]) && gap > *least - kSameGap) {
      return std::nullopt;
    }
  }
  return least;
}

Continuation FindContinuation(const std::vector<Line>& lines,
                              const std::vector<SegmentedLine>& split, const PageGrid& above) {
  Continuation out;
  if (above.kind != GridKind::kAligned || above.Columns() < 2) return out;
  out.columns = LastColumns(above);
  const double height = LineHeight(above);
  while (out.lines < lines.size()) {
    const SegmentedLine& line = split[out.lines];
    const bool same_size = out.lines == 0
                               ? line.box.Height() <= kHighest * height
                               : std::abs(line.font_size - split[0].font_size) <=
                                     kSameSize * split[0].font_size;
    if (!same_size || !Fits(line, out.columns) || EndsClause(lines[out.lines].text)) break;
    ++out.lines;
  }
  return out;
}

}  // namespace gongkai
