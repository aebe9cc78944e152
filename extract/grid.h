// The grids of one page with the words in their cells, and what joining grids over page breaks
// has to know about them.
#pragma once

#include <string>
#include <vector>

#include "extract/grid_cells.h"
#include "extract/lines.h"
#include "model/document.h"
#include "model/page.h"

namespace gongkai {

struct PageCell {
  Cell cell;
  bool open_top = false, open_bottom = false;  // no line drawn at that side
  bool full = false;  // its last line reaches the cell's end: the text may go on
};

struct PageGrid {
  GridKind kind = GridKind::kRuled;
  std::vector<double> columns;  // x of the column edges, ascending, one more than columns
  int rows = 0;
  std::vector<PageCell> cells;  // sorted by (row, col)
  Box box;                      // on its first page
  int page = 1;
  // A single box, one column of boxes, or cells of which all but one are blank. A frame around
  // text looks like that; so does the part of a table that a page break cut off.
  bool fragment = false;

  int Columns() const { return static_cast<int>(columns.size()) - 1; }
};

// Everything on the page that is bounded by rulings or tiling fills like a grid, fragments
// included, from top to bottom. A grid that holds another grid is layout, and left out.
std::vector<PageGrid> FindPageGrids(const Page& page);

// The words into the cells of one grid, by their centres.
PageGrid FillGrid(const GridBounds& bounds, const std::vector<Word>& words, int page);

// The text of words that stand in one cell of the width given: wrapped lines joined.
std::string CellText(const std::vector<Line>& lines, double width);

Grid ToGrid(const PageGrid& grid);

}  // namespace gongkai
