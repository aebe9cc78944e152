// The layers from what the page holds to what was made of it: words, rulings, grids. What the
// report says is in show_readings.cpp.
#include "cli/show_layers.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "cli/show_readings.h"
#include "extract/grid.h"

namespace gongkai {
namespace {

constexpr auto kWordMarks = std::to_array<Mark>({
    {"show.word", Mark::Shape::kBox, {{0.20, 0.45, 0.95, 0.7}, 0.4}},
});
constexpr auto kRulingMarks = std::to_array<Mark>({
    {"show.ruling", Mark::Shape::kLine, {{0.90, 0.10, 0.10, 0.9}, 0.6}},
});
constexpr auto kGridMarks = std::to_array<Mark>({
    {"show.grid", Mark::Shape::kBox, {{0.50, 0.15, 0.75, 0.9}, 1.6}},
    {"show.grid_cell", Mark::Shape::kBox, {{0.50, 0.15, 0.75, 0.6}, 0.6}},
});

constexpr double kLabelSize = 6;  // points: the smallest that is legible at 100 dpi

void DrawWords(Canvas& canvas, const ShownPage& shown) {
  for (const Word& word : shown.page.words) {
    DrawMark(canvas, kWordMarks[0], Map(shown.page.shown, word.box));
  }
}

void DrawRulings(Canvas& canvas, const ShownPage& shown) {
  const Affine& map = shown.page.shown;
  const auto x = [&](double px, double py) { return map.xx * px + map.xy * py + map.x0; };
  const auto y = [&](double px, double py) { return map.yx * px + map.yy * py + map.y0; };
  for (const Ruling& line : shown.page.rulings) {
    canvas.StrokeLine({x(line.x0, line.y0), y(line.x0, line.y0), x(line.x1, line.y1),
                       y(line.x1, line.y1)},
                      kRulingMarks[0].pen);
  }
}

void DrawGrids(Canvas& canvas, const ShownPage& shown) {
  const auto& [outline, cell] = kGridMarks;
  for (const ShownGrid& grid : shown.grids) {
    for (const Box& box : grid.cells) DrawMark(canvas, cell, box);
    DrawMark(canvas, outline, grid.box);
    canvas.DrawText(grid.label, grid.box.x0, grid.box.y0 - outline.pen.width, kLabelSize,
                    outline.pen.colour);
  }
}

// The frame of the ruled grid that a box stands in; of a grid without rulings there is none.
std::optional<Box> FrameAround(const std::vector<PageGrid>& ruled, const Box& box) {
  const auto frame = std::find_if(ruled.begin(), ruled.end(), [&](const PageGrid& grid) {
    return grid.box.Contains(box.MidX(), box.MidY());
  });
  if (frame == ruled.end()) return std::nullopt;
  return frame->box;
}

ShownGrid ShowGrid(const Grid& grid, const Page& page, const std::vector<PageGrid>& ruled) {
  ShownGrid shown;
  for (const Cell& cell : grid.cells) {
    if (cell.place.page != page.number || !cell.place.box) continue;
    shown.box = shown.cells.empty() ? *cell.place.box : Union(shown.box, *cell.place.box);
    shown.cells.push_back(*cell.place.box);
  }
  if (const auto frame = FrameAround(ruled, shown.box)) shown.box = Union(shown.box, *frame);
  shown.label = std::to_string(grid.rows) + " x " + std::to_string(grid.cols);
  return shown;
}

constexpr auto kLayers = std::to_array<Layer>({
    {"words", kWordMarks, DrawWords},
    {"rulings", kRulingMarks, DrawRulings},
    {"grids", kGridMarks, DrawGrids},
    {"headings", kHeadingMarks, DrawHeadings},
    {"cells", kReadingMarks, DrawReadings},
});

}  // namespace

void DrawMark(Canvas& canvas, const Mark& mark, const Box& box) {
  const Box middle{box.x0, box.MidY(), box.x1, box.MidY()};
  switch (mark.shape) {
    case Mark::Shape::kBox: return canvas.StrokeBox(box, mark.pen);
    case Mark::Shape::kLine: return canvas.StrokeLine(middle, mark.pen);
    case Mark::Shape::kCorner: return canvas.FillCorner(box, mark.pen.width, mark.pen.colour);
  }
}

std::vector<ShownGrid> FindShownGrids(const Document& document, const Page& page) {
  std::vector<PageGrid> ruled = FindPageGrids(page);
  for (PageGrid& grid : ruled) grid.box = Map(page.shown, grid.box);
  std::vector<ShownGrid> out;
  for (const Block& block : document.blocks) {
    const auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) continue;
    ShownGrid shown = ShowGrid(*grid, page, ruled);
    if (!shown.cells.empty()) out.push_back(std::move(shown));
  }
  return out;
}

std::span<const Layer> Layers() { return kLayers; }

}  // namespace gongkai
