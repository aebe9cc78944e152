// The table model of HTML: which positions each cell covers.
#pragma once

#include <vector>

#include "extract/html_tree.h"

namespace gongkai {

struct HtmlCell {
  int node = 0;  // the td or th
  int row = 0, col = 0, row_span = 1, col_span = 1;
};

struct HtmlTable {
  int rows = 0, cols = 0;
  std::vector<int> captions;    // nodes
  std::vector<HtmlCell> cells;  // sorted by (row, col); no two cover the same position
};

// REQUIRES: nodes[table] is a table. Rows of thead stand first, of tfoot last; tables inside cells
// are not entered; hidden rows and cells are left out. Spans end with their row group; a span over
// a position that is taken already is cut there; columns and rows in which no cell begins are cut
// at the table's end.
HtmlTable FindTableCells(const HtmlTree& tree, int table);

}  // namespace gongkai
