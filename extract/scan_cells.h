// The cells that a scan's rulings bound, for its reader: the grids that the layout will find.
#pragma once

#include <vector>

#include "model/page.h"
#include "model/scan_reader.h"

namespace gongkai {

// A CellFinder.
std::vector<ScannedGrid> FindScannedGrids(const Page& page);

}  // namespace gongkai
