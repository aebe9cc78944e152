// The pieces that a line may be cut into, each with what a classifier looks at.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ocr/form_ink.h"

namespace gongkai {

inline constexpr int kFormInputs = 512 + 64 + 32;

// Strokes by direction (8 directions on 8 by 8 places), ink (8 by 8 places), and size and height
// of place relative to the line. 0 to 255; integer arithmetic only: the same on every machine.
using FormInputs = std::array<std::uint8_t, kFormInputs>;

struct FormPiece {
  int first = 0, last = 0;  // parts of the line, both included
  PixelBox box;             // around its ink
};

// Every run of neighbouring parts that is not wider than a character can be, ordered by first,
// then last.
std::vector<FormPiece> FindFormPieces(const FormInk& ink);

FormInputs LookAtPiece(const FormInk& ink, const PixelBox& box);

}  // namespace gongkai
