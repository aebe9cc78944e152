// Is a table of a page data or layout? The one becomes a grid, the other the blocks of its cells.
#pragma once

#include <vector>

#include "extract/html_blocks.h"
#include "extract/html_table.h"

namespace gongkai {

struct CellContent {
  HtmlCell cell;
  std::vector<HtmlBlock> blocks;  // paragraphs, and the grids of tables inside the cell
};

// REQUIRES: `cells` are the table's, in order. A table of data becomes one grid, followed by the
// grids inside its cells. A table that holds prose is a frame: its rows of prose and headings
// become paragraphs, the rows of data between them grids.
std::vector<HtmlBlock> ResolveTable(const HtmlTable& table, int node,
                                    std::vector<CellContent> cells);

}  // namespace gongkai
