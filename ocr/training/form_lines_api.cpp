// What form_measure.py calls: the reader itself.
#include <algorithm>
#include <cstdint>
#include <string>

#include "ocr/form_reading.h"

// The confidence of the likeliest reading, -1 where there is none or where a number in it is not
// sure enough; its text, ended by a zero byte.
extern "C" double ReadLine(const std::uint8_t* pixels, int width, int height, char* text,
                           int most) {
  const auto reading = gongkai::ReadWholeFormLine({pixels, width, height, width});
  if (!reading || !reading->chinese || reading->digits < .9 || most <= 0) return -1;
  const std::string& found = reading->line.text;
  const auto size = std::min<std::ptrdiff_t>(most - 1, static_cast<std::ptrdiff_t>(found.size()));
  *std::copy_n(found.begin(), size, text) = 0;
  return reading->line.confidence;
}
