// Grids that a page break cut in two.
#pragma once

#include "extract/grid.h"

namespace gongkai {

// Whether `below`, the first thing on its page, can be the rest of `above`, the last thing on the
// page before: the outer edges agree, and the column edges of one are those of the other or fewer
// (merged cells hide edges), or a row as wide as the table or a cell cut open leads over. Of grids
// that are only aligned: that they stand under one another.
bool ContinuesGrid(const PageGrid& above, const PageGrid& below);

// Both as one grid with all their column edges. Header rows that the second page repeats are
// dropped, merged cells and rows that the break cut are made whole. Cells keep their own places.
// REQUIRES: ContinuesGrid(above, below).
PageGrid JoinGrids(PageGrid above, PageGrid below);

}  // namespace gongkai
