// Cells of tables as the number reader gets them, drawn with a pen: digits are lines and arcs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ocr/grey.h"

namespace gongkai {

struct DrawnCell {
  int width = 0, height = 0;
  std::vector<unsigned char> pixels;

  GreyView View() const { return {pixels.data(), width, height, width}; }
  void Fill(const PixelBox& box, unsigned char grey);
};

struct CellPen {
  double height = 20;   // of a digit, pixels
  double stroke = 3;    // thickness, pixels
  double step = 15;     // from a digit to the next
  unsigned char ink = 0, paper = 255;
};

// White paper of width x height with the text in its middle: digits and / - . ,
DrawnCell DrawCell(std::string_view text, const CellPen& pen = {}, int width = 140, int height = 56);

// tests/ocr/pictures/NAME.pgm.
DrawnCell ReadCellPicture(const std::string& name);

}  // namespace gongkai
