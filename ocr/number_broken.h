// Digits that bad print broke to pieces: a copy that lost the hairlines of a Song face leaves of a
// 2 a flag, a ball and a bar, none of which is a digit, nor as high as one.
#pragma once

#include <optional>

#include "ocr/grey.h"
#include "ocr/number_glyphs.h"
#include "ocr/number_ink.h"

namespace gongkai {

// All the ink as digits beside each other, without points: the way to part it in which the least
// likely digit is likeliest. Nothing where there is no such way. What is so found is a guess, never
// sure.
std::optional<CellGlyphs> FindBrokenGlyphs(const GreyView& cell, const InkLevels& levels,
                                           const InkMap& ink);

}  // namespace gongkai
