// Vertical lines that a copier or a scanner drew, told from those of a table.
#pragma once

#include <vector>

#include "model/raster.h"
#include "ocr/rulings.h"

namespace gongkai {

// From the end of a line to the one it meets, in pixels: corners are rounded off by blur and
// thresholds.
inline constexpr int kLineReach = 8;

// Whether the line's first, or last, end stands at one of the lines that run across it, at most
// `reach` pixels away.
bool BeginsAtOne(const InkLine& line, const std::vector<InkLine>& others, int reach = kLineReach);
bool EndsAtOne(const InkLine& line, const std::vector<InkLine>& others, int reach = kLineReach);

// Whether lines across end at one of these that run from edge to edge: the page is cut to its
// table, and they are rulings.
bool AreBorders(const std::vector<InkLine>& edge_to_edge, const std::vector<InkLine>& across);

// Moves to the streaks the verticals that run out of a table, those that print is crossed by, and
// those along either, along a streak or along a piece of one: a line that stands alone in the open.
// One that no print touches inside of the table, and that ends at borders, lies on a ruling: it
// stays, cut off there. `others` are the verticals that belong to no table; what lies along a streak
// is one, too.
void TakeStreaks(const Raster& grey, const std::vector<InkLine>& others, InkLines& lines);

}  // namespace gongkai
