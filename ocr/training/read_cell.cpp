// ReadNumberCell for evaluate_digits.py, which calls it through ctypes.
#include <algorithm>
#include <cstring>

#include "ocr/number_cell.h"

// The text goes to `text` (at least 64 bytes, zero-terminated), confidence and likeness to a number
// to `out`. Returns 0 where the cell is blank.
extern "C" int read_number_cell(const unsigned char* pixels, int width, int height, long stride,
                                char* text, double* out) {
  const auto read = gongkai::ReadNumberCell({pixels, width, height, stride});
  if (!read) return 0;
  const std::size_t length = std::min<std::size_t>(read->text.size(), 63);
  std::memcpy(text, read->text.data(), length);
  text[length] = '\0';
  out[0] = read->confidence;
  out[1] = read->numeric;
  return 1;
}
