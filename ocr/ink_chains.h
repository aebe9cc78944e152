// Ridges of ink that go on from place to place: candidates for horizontal rulings.
#pragma once

#include <vector>

#include "model/raster.h"
#include "ocr/rulings.h"

namespace gongkai {

// Every horizontal ridge of the picture that is at least a glyph long, text's own strokes among
// them. Deterministic order: by where they begin, then from the top.
std::vector<InkLine> FindInkChains(const Raster& grey);

// See InkLine::solid. `grey`: the picture in which the line is a horizontal one.
double SolidShare(const Raster& grey, const InkLine& line);

}  // namespace gongkai
