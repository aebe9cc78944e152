// What form_data.py calls, so that the classifier is trained on the very pieces and inputs that the
// program makes. Built by it, with ../form_ink.cpp and ../form_piece.cpp, into a shared library.
#include <algorithm>
#include <cstdint>

#include "ocr/form_piece.h"

// Returns the number of pieces, at most `most`; -1 where the picture holds no line. Of each piece:
// x0 and x1 in `ends`, its inputs in `inputs`. `em` gets the height of the line.
extern "C" int LookAtPieces(const std::uint8_t* pixels, int width, int height, int most,
                            std::int32_t* ends, std::uint8_t* inputs, std::int32_t* em) {
  const auto ink = gongkai::FindFormInk({pixels, width, height, width});
  if (!ink) return -1;
  *em = ink->Em();
  int count = 0;
  for (const gongkai::FormPiece& piece : gongkai::FindFormPieces(*ink)) {
    if (count == most) break;
    ends[2 * count] = piece.box.x0;
    ends[2 * count + 1] = piece.box.x1;
    const gongkai::FormInputs seen = gongkai::LookAtPiece(*ink, piece.box);
    std::copy(seen.begin(), seen.end(), inputs + std::ptrdiff_t{count} * gongkai::kFormInputs);
    ++count;
  }
  return count;
}
