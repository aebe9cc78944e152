// What ReadFormLine finds before it decides whether that is certain enough: for measuring.
#pragma once

#include <optional>

#include "ocr/form_line.h"

namespace gongkai {

struct FormReading {
  FormLine line;
  double digits = 1;     // how sure its least sure digit is; 1 without a number but the line's own
  bool chinese = false;  // there is a Chinese character in it other than 一, which may be a dash
};

// The likeliest reading however unsure it is; nothing where the view holds no line of print.
std::optional<FormReading> ReadWholeFormLine(const GreyView& line);

}  // namespace gongkai
