// Cells and grids from edges: crossings, then minimal rectangles, then what they make up together.
#pragma once

#include <vector>

#include "extract/grid_edges.h"
#include "model/geometry.h"

namespace gongkai {

struct CellBounds {
  int row = 0, col = 0, row_span = 1, col_span = 1;
  Box box;
  // No line is drawn at this side: the page's end may have cut the cell there.
  bool open_top = false, open_bottom = false;
};

// The geometry of one grid. columns and rows hold its edges, ascending: one more than it has
// columns and rows. The cells cover it completely, sorted by (row, col).
struct GridBounds {
  std::vector<double> columns, rows;
  std::vector<CellBounds> cells;

  int Rows() const { return static_cast<int>(rows.size()) - 1; }
  int Columns() const { return static_cast<int>(columns.size()) - 1; }
  Box Bounds() const { return {columns.front(), rows.front(), columns.back(), rows.back()}; }
};

// The grids that the edges bound, from top to bottom. Borders that are missing at the outside (a
// table without side lines, or cut by the page's end) are taken as drawn where the lines that
// would meet them end. A single box is a grid of one cell, a stack of boxes a grid of one column:
// what they mean is not decided here. Nothing where there are too many edges for a page of tables.
std::vector<GridBounds> FindGridBounds(const Edges& edges);

}  // namespace gongkai
