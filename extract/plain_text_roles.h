// Which lines are rows of a table, and which are single cells of a table whose rows are lost.
#pragma once

#include <vector>

#include "extract/plain_text_lines.h"

namespace gongkai {

// Sets the roles kRow, kRule and kDropped. A line is looked at with its neighbours: a bar or a gap
// in prose makes no table (prose with a bar loses its separator). REQUIRES: shapes are measured.
void FindRows(std::vector<TextLine>& lines);

// Sets the roles kLoneCell, kBlankCell and kDropped of the bar lines that are no rows, and
// joins_next where a cell takes several lines. REQUIRES: FindRows.
void FindLoneCells(std::vector<TextLine>& lines);

}  // namespace gongkai
