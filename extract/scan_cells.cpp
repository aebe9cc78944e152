#include "extract/scan_cells.h"

#include <utility>

#include "extract/grid_cells.h"
#include "extract/grid_edges.h"

namespace gongkai {

std::vector<ScannedGrid> FindScannedGrids(const Page& page) {
  std::vector<ScannedGrid> grids;
  for (const GridBounds& bounds : FindGridBounds(SnapRulings(page.rulings))) {
    ScannedGrid grid{bounds.Rows(), bounds.Columns(), {}};
    for (const CellBounds& cell : bounds.cells) {
      grid.cells.push_back({cell.row, cell.col, cell.row_span, cell.col_span, cell.box});
    }
    grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace gongkai
