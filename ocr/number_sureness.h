// How sure a reading of a cell is: what both nets say, and whether the glyphs stand as one printed
// number does.
#pragma once

#include "ocr/number_glyphs.h"

namespace gongkai {

// 0 to 1, for glyphs of which none is '?'. `same_again`: another threshold gave the same glyphs;
// `again_margin`: the least margin of a net in that reading.
struct SecondLook {
  bool same = false;
  int margin = 0;
};
double NumberSureness(const CellGlyphs& found, const SecondLook& second);

// The least margin of a net over the glyphs that nets read. See NumberGlyph.
int LeastMargin(const CellGlyphs& found);

// 0 to 1: how far glyphs look like digits and their signs.
double NumberLikeness(const CellGlyphs& found);

}  // namespace gongkai
