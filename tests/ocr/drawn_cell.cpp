#include "tests/ocr/drawn_cell.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numbers>

namespace gongkai {
namespace {

// In digit heights, from the left end of the baseline, y down from the digit's top.
struct Point {
  double x = 0, y = 0;
};
using Stroke = std::vector<Point>;

// Degrees from the right, clockwise.
Stroke Arc(Point centre, Point radius, double from, double to) {
  Stroke stroke;
  constexpr int kSteps = 24;
  for (int i = 0; i <= kSteps; ++i) {
    const double angle = (from + (to - from) * i / kSteps) * std::numbers::pi / 180;
    stroke.push_back({centre.x + radius.x * std::cos(angle), centre.y + radius.y * std::sin(angle)});
  }
  return stroke;
}

std::vector<Stroke> StrokesOf(char sign) {
  switch (sign) {
    case '0': return {Arc({.29, .5}, {.26, .46}, 0, 360)};
    case '1': return {{{.08, .22}, {.32, .04}, {.32, .96}}};
    case '2': {
      Stroke two = Arc({.29, .3}, {.25, .26}, 190, 395);
      two.push_back({.05, .95});
      two.push_back({.56, .95});
      return {two};
    }
    case '3': return {Arc({.27, .27}, {.22, .23}, 200, 450), Arc({.27, .72}, {.26, .24}, 270, 520)};
    case '4': return {{{.42, .96}, {.42, .05}, {.04, .7}, {.58, .7}}};
    case '5': {
      Stroke five = Arc({.27, .66}, {.26, .3}, 220, 510);
      five.insert(five.begin(), {{.5, .05}, {.13, .05}});
      return {five};
    }
    case '7': return {{{.04, .05}, {.55, .05}, {.22, .97}}};
    case '8': return {Arc({.29, .27}, {.2, .23}, 0, 360), Arc({.29, .73}, {.25, .24}, 0, 360)};
    case '/': return {{{.05, 1.05}, {.4, -.05}}};
    case '-': return {{{.08, .6}, {.42, .6}}};
    case '.': return {{{.14, .95}, {.15, .95}}};
    case ',': return {{{.16, .95}, {.1, 1.12}}};
    default: return {};
  }
}

double Distance(Point p, Point a, Point b) {
  const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  const double along =
      length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

// Ink covers a pixel as far as its middle lies inside the stroke.
void DrawLine(DrawnCell& cell, Point a, Point b, const CellPen& pen) {
  for (int y = 0; y < cell.height; ++y) {
    for (int x = 0; x < cell.width; ++x) {
      const double inside = pen.stroke / 2 + .5 - Distance({x + .5, y + .5}, a, b);
      const double cover = std::clamp(inside, 0.0, 1.0);
      const auto grey = static_cast<unsigned char>(pen.paper - cover * (pen.paper - pen.ink));
      unsigned char& pixel = cell.pixels[static_cast<std::size_t>(y * cell.width + x)];
      pixel = std::min(pixel, grey);
    }
  }
}

}  // namespace

void DrawnCell::Fill(const PixelBox& box, unsigned char grey) {
  for (int y = box.y0; y < box.y1; ++y) {
    for (int x = box.x0; x < box.x1; ++x) pixels[static_cast<std::size_t>(y * width + x)] = grey;
  }
}

DrawnCell DrawCell(std::string_view text, const CellPen& pen, int width, int height) {
  DrawnCell cell{width, height, {}};
  cell.pixels.assign(static_cast<std::size_t>(width * height), pen.paper);
  double advance = 0;
  for (const char sign : text) advance += sign == '.' || sign == ',' ? pen.step / 2 : pen.step;
  const double top = (height - pen.height) / 2;
  double left = (width - advance) / 2;
  for (const char sign : text) {
    for (const Stroke& stroke : StrokesOf(sign)) {
      for (std::size_t i = 0; i + 1 < stroke.size(); ++i) {
        const auto at = [&](Point p) {
          return Point{left + p.x * pen.height, top + p.y * pen.height};
        };
        DrawLine(cell, at(stroke[i]), at(stroke[i + 1]), pen);
      }
    }
    left += sign == '.' || sign == ',' ? pen.step / 2 : pen.step;
  }
  return cell;
}

DrawnCell ReadCellPicture(const std::string& name) {
  std::ifstream file("tests/ocr/pictures/" + name + ".pgm", std::ios::binary);
  std::string magic;
  int most = 0;
  DrawnCell picture;
  file >> magic >> picture.width >> picture.height >> most;
  REQUIRE((magic == "P5" && most == 255));
  file.get();
  picture.pixels.assign(std::istreambuf_iterator<char>(file), {});
  REQUIRE(picture.pixels.size() == static_cast<std::size_t>(picture.width * picture.height));
  return picture;
}

}  // namespace gongkai
