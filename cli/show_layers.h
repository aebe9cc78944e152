// What `gongkai show` draws over a page, a layer for each step of the reading.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/show_canvas.h"
#include "model/document.h"
#include "model/page.h"
#include "model/report.h"

namespace gongkai {

// One kind of thing on the picture: how it is drawn, and how the legend names it.
struct Mark {
  enum class Shape { kBox, kLine, kCorner };
  std::string_view text;  // an id of the text catalogue
  Shape shape;
  Pen pen;
};

void DrawMark(Canvas& canvas, const Mark& mark, const Box& box);

// The part of a grid that stands on the page.
struct ShownGrid {
  Box box;
  std::string label;       // rows x columns of the whole grid
  std::vector<Box> cells;  // of the words in each cell; of the cell itself where it is blank
};

struct ShownPage {
  Page page;
  std::vector<ShownGrid> grids;
  Report report;  // as empty as one is made where the file is no report
};

// The grids that the layout of the whole document left on this page.
std::vector<ShownGrid> FindShownGrids(const Document& document, const Page& page);

struct Layer {
  std::string_view name;  // as --layers takes it
  std::span<const Mark> marks;
  void (*draw)(Canvas& canvas, const ShownPage& shown);
};

// All of them, in the order in which they are drawn.
std::span<const Layer> Layers();

}  // namespace gongkai
