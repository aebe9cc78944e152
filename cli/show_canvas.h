// A picture to draw on: the only file family that includes cairo.
//
// Unit: PDF points; origin: the top left corner; y grows downwards, as in model/geometry.h. The
// same calls give the same pixels on the same machine: no hinting, no subpixel colours.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "model/geometry.h"
#include "model/raster.h"

namespace gongkai {

struct Colour {
  double red = 0, green = 0, blue = 0, alpha = 1;  // 0 to 1
};

struct Pen {
  Colour colour;
  double width = 1;  // points
};

// Cairo draws no picture with a longer side.
inline constexpr int kMostPixelsASide = 32767;

class Canvas {
 public:
  // White. REQUIRES: 1 <= width, height <= kMostPixelsASide (pixels), scale > 0 (pixels a point).
  Canvas(int width, int height, double scale);
  ~Canvas();

  // Pixel for pixel at the top left corner.
  void DrawPicture(const Raster& picture);
  void StrokeBox(const Box& box, const Pen& pen);
  void StrokeLine(const Box& ends, const Pen& pen);  // from x0, y0 to x1, y1
  void FillBox(const Box& box, const Colour& colour);
  // The triangle of the box's top right corner, with two sides as long as `size`.
  void FillCorner(const Box& box, double size, const Colour& colour);

  // One line of text; `y` is its base line, `size` its em.
  void DrawText(const std::string& text, double x, double y, double size, const Colour& colour);
  double TextWidth(const std::string& text, double size);
  // Whether the machine has a font with all characters of the text.
  bool HasCharacters(const std::string& text);

  double width() const { return width_; }  // points
  double scale() const { return scale_; }

  // Nothing where memory ran out while drawing.
  std::optional<std::string> WritePng();

 private:
  struct Cairo;
  std::unique_ptr<Cairo> cairo_;
  double width_, scale_;
};

}  // namespace gongkai
