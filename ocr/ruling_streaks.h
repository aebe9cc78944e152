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

// Moves to the streaks the verticals that run out of a table, those along a streak, and those that
// print is crossed by. One that no print touches inside of the table lies on a ruling: it stays, cut
// off at the borders.
void TakeStreaks(const Raster& grey, InkLines& lines);

}  // namespace gongkai
