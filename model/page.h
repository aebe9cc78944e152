// A page of fixed layout as its producer drew it: words, rulings, pictures. Nothing is interpreted
// yet. PDF pages and scanned pages both arrive as this value, so that all that follows is one path.
#pragma once

#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/reading.h"

namespace gongkai {

struct Word {
  std::string text;  // UTF-8, never empty, no white space inside
  Box box;
  double font_size = 0;  // points; 0 where unknown
  std::string font;      // the font's name without its subset prefix; may be empty
  bool bold = false;
  int rotation = 0;         // of the reading direction, degrees clockwise: 0, 90, 180, 270
  double confidence = 1.0;  // 0 to 1
  ReadingKind reading = ReadingKind::kText;
};

// A straight line that separates: a stroked line, a thin filled rectangle, or the edge of a filled
// cell. Horizontal where y0 == y1, vertical where x0 == x1.
struct Ruling {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // the centre line
  double thickness = 0;                   // points

  bool Horizontal() const { return y0 == y1; }
};

// A rectangle filled with a colour and too large to be a line: a cell's background, a paragraph's
// shading, a band. Its edges are rulings only where the layout finds that they bound cells.
struct Fill {
  Box box;
  bool white = false;  // the colour of paper
};

struct Picture {
  Box box;
  int width = 0, height = 0;  // pixels of the embedded image
};

struct Page {
  int number = 1;                // from 1
  double width = 0, height = 0;  // of the crop box, after rotation
  // From the coordinates of what follows to the page as it is shown. A scan is read as if it stood
  // upright and straight; a person finds a number on it as it came.
  Affine shown;
  std::vector<Word> words;       // in the order of the file's content
  std::vector<Ruling> rulings;
  std::vector<Fill> fills;
  std::vector<Picture> pictures;
};

}  // namespace gongkai
