// The glyphs of a cell: parts of ink put together or cut apart until each is one digit or sign,
// and what both nets say of it.
#pragma once

#include <vector>

#include "ocr/glyph_reader.h"
#include "ocr/grey.h"
#include "ocr/number_ink.h"
#include "ocr/number_parts.h"

namespace gongkai {

struct NumberGlyph {
  // '0' to '9', '/', '-', '.', ',' or '?' where it is none of these.
  char sign = '?';
  PixelBox box;
  // Natural logarithms in 1/256: by how much each net holds `sign` to be likelier than any other
  // class. Below 0: the net says something else. Points and commas are known by place and size, not
  // by the nets: both are 0.
  int shape_margin = 0, stroke_margin = 0;
  bool cut = false;    // touches the cell's border or a ruling
  bool split = false;  // was cut out of ink that touched another glyph
};

struct CellGlyphs {
  std::vector<NumberGlyph> glyphs;  // from left to right
  int digit_height = 0;             // pixels; 0 where nothing is as high as a digit
  // Ink that is no glyph and too large for dust, or stands where a point would.
  std::vector<InkPart> strays;
  std::vector<InkPart> remains;  // of rulings, along the cell's borders
  bool crowded = false;          // more glyphs than any number has: `glyphs` is empty
};

// What both nets make of a piece: the class they hold to be the likeliest.
NumberGlyph ToGlyph(const InkMap& ink, const InkPiece& piece, const GlyphScores& scores);

CellGlyphs FindNumberGlyphs(const GreyView& cell, const InkLevels& levels, const InkMap& ink);

}  // namespace gongkai
