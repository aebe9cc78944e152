// How sure a reading of a cell is: what both nets say, and whether the glyphs stand as one printed
// number does.
#pragma once

#include "ocr/number_glyphs.h"

namespace gongkai {

// What another threshold gave.
struct SecondLook {
  bool same = false;         // the same glyphs
  bool contradicts = false;  // another digit in the place of one; else strokes may have broken
  int margin = 0;            // the least of a net
};

// 0 to 1, for glyphs of which none is '?'.
double NumberSureness(const CellGlyphs& found, const SecondLook& second);

// The most that where the glyphs stand, what lies between them and what ink is left allow, 0 to 1,
// whatever the nets say of their shapes.
double GeometryCap(const CellGlyphs& found);

// The least margin of a net over the glyphs that nets read, see NumberGlyph; far below 0 where one is
// '?'.
int LeastMargin(const CellGlyphs& found);

// 0 to 1: how far glyphs look like digits and their signs.
double NumberLikeness(const CellGlyphs& found);

}  // namespace gongkai
