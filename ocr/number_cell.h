// The reader made for the cells of tables: a small integer, now and then a decimal, a minus, or a
// mark for "nothing". Two classifiers that were trained apart look at every glyph.
#pragma once

#include <optional>
#include <string>

#include "ocr/grey.h"

namespace gongkai {

struct NumberInk {
  // "21", "7730.28", "-3", "1,204", "/", "—". Empty where the ink is no number, or where a glyph has
  // no reading that is likelier than not.
  std::string text;
  // 0 to 1. Below 0.9 a person has to look. How many are wrong above: docs/digits.md for drawn cells,
  // docs/scans.md for whole scans; 1 in 10,000 is wanted and not reached.
  double confidence = 0;
  // The glyphs' shapes are all that is in doubt, not where they stand, what lies between them or
  // what ink is left: another reader that sees the same number settles it.
  bool only_shapes = false;
  // Put together from pieces by number_broken.h: a guess, and no point in it.
  bool broken = false;
  // 0 to 1: how far the ink looks like digits and their signs at all, whichever they are. Chinese
  // characters, several lines, and text are near 0.
  double numeric = 0;
  PixelBox box;  // around the ink, in the view's pixels
};

// `cell` is the inside of a cell at about 200 dpi (a digit is 12 to 30 pixels high), background
// near 255, rulings painted over as far as they were found: remains of them may stand at its
// borders. Nothing where the cell has no ink but specks: it is blank.
std::optional<NumberInk> ReadNumberCell(const GreyView& cell);

}  // namespace gongkai
