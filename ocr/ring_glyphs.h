// The Chinese nought 〇, which the general engine drops in some faces: a ring as wide as a character.
#pragma once

#include <string>
#include <vector>

#include "ocr/grey.h"
#include "ocr/ink_pieces.h"
#include "ocr/tesseract.h"
#include "model/raster.h"

namespace gongkai {

// The middles, in pixels of the page, of the line's pieces that are rings: as high as wide, half an em
// or more (a full stop is a third of one), round, with nothing inside. From the left.
std::vector<int> FindRings(const Raster& page, const PrintLine& line);

// The text of the symbols with a 〇 where a ring stands behind a Chinese numeral: in place of what the
// engine took it for, or between the symbols where it saw nothing. `rings` in the symbols' pixels.
std::string WithRings(const std::vector<EngineSymbol>& symbols, const std::vector<int>& rings);

}  // namespace gongkai
