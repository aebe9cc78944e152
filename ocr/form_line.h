// The reader for the words of the form: labels and headers of its tables are made of some 300
// characters, which a small classifier tells apart at a fraction of the cost of a general engine.
#pragma once

#include <optional>
#include <string>

#include "ocr/grey.h"

namespace gongkai {

struct FormLine {
  std::string text;       // UTF-8; as printed, slips included: it is not held against any list of labels
  double confidence = 0;  // 0 to 1, of its least sure character
  PixelBox box;           // around the ink, in the view's pixels
};

// One printed line of a label at about 200 dpi (a Chinese character is 20 to 45 pixels high), as
// ReadNumberCell wants its cell. Nothing where a character is none that the form has, or cannot be
// told for certain: then a general engine has to read the line.
std::optional<FormLine> ReadFormLine(const GreyView& line);

}  // namespace gongkai
