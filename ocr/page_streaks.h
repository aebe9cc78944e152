// Lines over a whole page, which a speck on a copier's or scanner's glass draws: found by following
// them over the paper outside of tables, and paled where print can be seen through them.
#pragma once

#include <vector>

#include "model/raster.h"
#include "ocr/rulings.h"

namespace gongkai {

// Pixels from the middle of a streak to its sides: it is at most 0.3 mm wide, and blurred.
inline constexpr int kStreakNearSide = 6, kStreakFarSide = 7;
// Of 255. Paper at its sides, shaded or not, has more; print and its edges less.
inline constexpr int kStreakPaper = 190;

// Those of the horizontal candidates that go on, straight, to both edges of the picture. Each has
// its places from edge to edge.
std::vector<InkLine> FindPageStreaks(const Raster& grey, const std::vector<InkLine>& candidates);

struct PaledPage {
  Raster grey;
  std::vector<InkLine> streaks;  // those that were paled
};

// The page without those of the streaks that print can be seen through: where paper is still paler
// than ink. What one darkened becomes as pale as it was: paper becomes paper, a stroke or a ruling
// that it ran over stays.
PaledPage PaleStreaks(Raster grey, const std::vector<InkLine>& streaks);

}  // namespace gongkai
