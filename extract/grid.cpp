// Which of the bounded things on a page are grids.
#include "extract/grid.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "extract/grid_edges.h"

namespace gongkai {
namespace {

// Far more than a page has tables or frames; each is looked at with every word of the page.
constexpr std::size_t kMostGrids = 200;
// Points by which an inner grid may stand out of the one that holds it.
constexpr double kInside = 2.0;

bool Holds(const Box& outer, const Box& inner) {
  return inner.x0 >= outer.x0 - kInside && inner.x1 <= outer.x1 + kInside &&
         inner.y0 >= outer.y0 - kInside && inner.y1 <= outer.y1 + kInside && !(inner == outer);
}

bool Overlaps(const Box& a, const Box& b) {
  return Overlap(a.x0, a.x1, b.x0, b.x1) > kInside && Overlap(a.y0, a.y1, b.y0, b.y1) > kInside;
}

// Cells that are only filled, not ruled, are found in a second look, which also sees the rulings.
// Where both looks see a grid at the same place the rulings tell more, unless there are few.
std::vector<GridBounds> FindBounds(const Page& page) {
  std::vector<GridBounds> grids = FindGridBounds(SnapRulings(page.rulings));
  std::vector<Ruling> outlines = CellOutlines(page.fills);
  if (outlines.empty()) return grids;
  outlines.insert(outlines.end(), page.rulings.begin(), page.rulings.end());
  for (GridBounds& filled : FindGridBounds(SnapRulings(outlines))) {
    std::size_t ruled_cells = 0;
    for (const GridBounds& ruled : grids) {
      if (Overlaps(ruled.Bounds(), filled.Bounds())) ruled_cells += ruled.cells.size();
    }
    if (filled.cells.size() <= 2 * ruled_cells) continue;
    std::erase_if(grids, [&](const GridBounds& ruled) {
      return Overlaps(ruled.Bounds(), filled.Bounds());
    });
    grids.push_back(std::move(filled));
  }
  return grids;
}

bool IsFragment(const PageGrid& grid) {
  const auto filled = std::count_if(grid.cells.begin(), grid.cells.end(),
                                    [](const PageCell& c) { return !c.cell.text.empty(); });
  return grid.Columns() < 2 || filled < 2;
}

bool HoldsAnother(const PageGrid& grid, const std::vector<PageGrid>& all) {
  return std::any_of(all.begin(), all.end(), [&](const PageGrid& other) {
    return !other.fragment && Holds(grid.box, other.box);
  });
}

}  // namespace

std::vector<PageGrid> FindPageGrids(const Page& page) {
  std::vector<GridBounds> bounds = FindBounds(page);
  if (bounds.size() > kMostGrids) bounds.clear();
  std::vector<PageGrid> all;
  for (const GridBounds& b : bounds) {
    all.push_back(FillGrid(b, page.words, page.number));
    all.back().fragment = IsFragment(all.back());
  }
  std::vector<PageGrid> kept;
  std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
               [&](const PageGrid& grid) { return !HoldsAnother(grid, all); });
  std::stable_sort(kept.begin(), kept.end(),
                   [](const PageGrid& a, const PageGrid& b) { return a.box.y0 < b.box.y0; });
  return kept;
}

Grid ToGrid(const PageGrid& grid) {
  Grid out;
  out.kind = grid.kind;
  out.rows = grid.rows;
  out.cols = grid.Columns();
  for (const PageCell& cell : grid.cells) out.cells.push_back(cell.cell);
  return out;
}

}  // namespace gongkai
