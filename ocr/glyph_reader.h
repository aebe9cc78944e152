// One piece of a cell's ink under the eyes of both nets.
#pragma once

#include <array>

#include "ocr/grey.h"
#include "ocr/number_ink.h"
#include "ocr/number_parts.h"

namespace gongkai {

inline constexpr int kGlyphClasses = 13;  // "0123456789/-" and junk
inline constexpr int kJunkClass = 12;
inline constexpr int kDigitClasses = 10;  // the first of them

// In 1/256 of a natural logarithm, up to a constant.
struct GlyphScores {
  std::array<int, kGlyphClasses> shape{}, stroke{};

  // The class that both together hold to be the likeliest.
  int Best() const;
  // How far both nets together prefer that class to junk.
  int Likeness() const;
  // By how much the net prefers `best` to any other class; negative where it prefers another.
  static int Margin(const std::array<int, kGlyphClasses>& scores, int best);
};

// REQUIRES: the box is not empty and lies inside the cell; at most 400 pixels wide and high.
GlyphScores ReadGlyph(const GreyView& cell, const InkLevels& levels, const InkMap& ink,
                      const InkPiece& piece);

}  // namespace gongkai
