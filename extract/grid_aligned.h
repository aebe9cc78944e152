// Tables without vertical rules, or without any: found by how their words stand under one another.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/grid.h"
#include "extract/lines.h"
#include "model/page.h"

namespace gongkai {

// A piece of a line that stands apart from the rest of it, as the cells of one row do.
struct Segment {
  Box box;
  double em = 0;
  bool value = false;         // a number or a mark for "nothing"
  std::vector<Box> words;     // from left to right
};

struct SegmentedLine {
  std::vector<Segment> segments;
  Box box;
  double font_size = 0;
  bool opens_item = false;  // begins with the number of a row's label

  bool HasValue() const;
};

// The lines first to last (inclusive) are a table's, and the horizontal rules inside of it.
struct AlignedRegion {
  std::size_t first = 0, last = 0;
  std::vector<Edge> rules;
};

// A number, with a unit or not, or a mark for "nothing".
bool LooksLikeValue(std::string_view text);

SegmentedLine SplitLine(const Line& line);

// Where a line's titles begin, for a line of at least four that are no values; else nothing.
std::vector<double> TitleStarts(const SegmentedLine& line);

// Whether the piece's text runs across the place x: not where two of its words part there.
bool RunsAcross(const Segment& segment, double x);

// The parts of a page that are tables by their looks: several lines that each have three or more
// pieces, numbers among them; or pieces between a stack of horizontal rules. `lines` from top to
// bottom. The regions do not overlap and are sorted.
std::vector<AlignedRegion> FindAlignedRegions(const std::vector<Line>& lines,
                                              const std::vector<SegmentedLine>& split,
                                              const std::vector<Edge>& rules);

// Places of the columns' edges, ascending, the outer two included. The first `labels` columns hold
// labels.
struct AlignedColumns {
  std::vector<double> edges;
  int labels = 0;
};

// Lines first to last of a table that have their columns in common. A row that is one cell in the
// middle of the table is a block of its own, and parts blocks.
struct AlignedBlock {
  std::size_t first = 0, last = 0;
  AlignedColumns columns;
};

// REQUIRES: lines is not empty. The blocks cover all lines; their outer edges and their columns of
// labels are the same.
std::vector<AlignedBlock> FindAlignedBlocks(const std::vector<SegmentedLine>& lines,
                                            const std::vector<Edge>& rules);

// Points between two rows of one line each, where the table shows it and no row has lines that
// stand as far apart.
std::optional<double> FindRowGap(const std::vector<SegmentedLine>& table);

// Where the rows of a block end between its lines, for those rows that no rule bounds.
std::vector<double> FindRowBreaks(const std::vector<SegmentedLine>& lines,
                                  const AlignedColumns& columns, const std::vector<Edge>& rules,
                                  std::optional<double> row_gap);

// The lines at the page's beginning that go on with the table that ends the page before: how many
// there are, and the columns that its last row has.
struct Continuation {
  std::size_t lines = 0;
  AlignedColumns columns;
};
Continuation FindContinuation(const std::vector<Line>& lines,
                              const std::vector<SegmentedLine>& split, const PageGrid& above);

// The tables whose horizontal rules are drawn cell by cell: the columns are where the pieces meet.
// Takes their lines out of `lines`. goes_on: a table ends the page before.
std::vector<PageGrid> TakeGridsWithJoints(std::vector<Line>& lines,
                                          const std::vector<Ruling>& rulings, int page,
                                          bool goes_on);

// The whole: takes the lines of the tables out of `lines`. `rulings` are the page's; `above` is the
// grid that ends the page before, or null.
std::vector<PageGrid> TakeAlignedGrids(std::vector<Line>& lines,
                                       const std::vector<Ruling>& rulings, int page,
                                       const PageGrid* above = nullptr);

}  // namespace gongkai
