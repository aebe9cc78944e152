#include "ocr/page_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "ocr/cell_text.h"
#include "ocr/image_file.h"
#include "ocr/tesseract.h"
#include "ocr/upright.h"

namespace gongkai {
namespace {

// Points: 40 m of paper. Longer pages are stitched screenshots, and those have a tenth of it.
constexpr double kMostPoints = 115000;
// At the working resolution; a page of A0 has 62 million.
constexpr double kMostWorkingPixels = 100e6;

bool IsTooLarge(const ScannedPage& page) {
  const double scale = 200.0 / 72;
  return !(page.width > 0 && page.height > 0) || std::max(page.width, page.height) > kMostPoints ||
         page.width * scale * page.height * scale > kMostWorkingPixels ||
         static_cast<double>(page.raster.Pixels()) > kMostPagePixels;
}

void AppendRulings(const UprightPage& upright, const std::vector<InkLine>& lines, Page& page) {
  for (const InkLine& line : lines) {
    const double at = line.Mean() * upright.scale;
    const double from = line.from * upright.scale, to = line.to * upright.scale;
    page.rulings.push_back(line.horizontal ? Ruling{from, at, to, at, 1} : Ruling{at, from, at, to, 1});
  }
}

struct InkOfGrids {
  std::vector<InkOfCells> grids;
  std::vector<PixelBox> outside;
};

InkOfGrids SortInk(const UprightPage& page, const std::vector<ScannedGrid>& grids) {
  InkOfGrids out;
  for (const ScannedGrid& grid : grids) {
    out.grids.push_back({std::vector<std::vector<PixelBox>>(grid.cells.size()), 0});
  }
  std::vector<std::vector<PixelBox>> all(grids.size());
  for (const PixelBox& piece : page.pieces) {
    const double x = (piece.x0 + piece.x1) * page.scale / 2, y = (piece.y0 + piece.y1) * page.scale / 2;
    bool inside = false;
    for (std::size_t g = 0; g < grids.size() && !inside; ++g) {
      for (std::size_t c = 0; c < grids[g].cells.size() && !inside; ++c) {
        inside = grids[g].cells[c].box.Contains(x, y);
        if (!inside) continue;
        out.grids[g].cells[c].push_back(piece);
        all[g].push_back(piece);
      }
    }
    if (!inside) out.outside.push_back(piece);
  }
  for (std::size_t g = 0; g < grids.size(); ++g) out.grids[g].typical = TypicalHeight(all[g]);
  return out;
}

}  // namespace

Result<Page> ReadScannedPage(const ScannedPage& scanned, const CellFinder& find_cells) {
  if (IsTooLarge(scanned)) return Error{ErrorCode::kTooLarge, "", "", scanned.number};
  const auto engine = LineEngine::Borrow();
  if (engine == nullptr) return Error{ErrorCode::kUnsupported, "", "chi_sim", scanned.number};
  const UprightPage upright = StandUpright(scanned, CleanPicture(scanned), *engine);
  Page page;
  page.number = scanned.number;
  page.width = upright.width;
  page.height = upright.height;
  page.shown = upright.shown;
  AppendRulings(upright, upright.rulings.horizontal, page);
  AppendRulings(upright, upright.rulings.vertical, page);

  const std::vector<ScannedGrid> grids = find_cells(page);
  const InkOfGrids ink = SortInk(upright, grids);
  const int typical = TypicalHeight(ink.outside);
  page.words = ReadLines(upright, FindPrintLines(ink.outside, typical), typical, *engine);
  for (std::size_t g = 0; g < grids.size(); ++g) {
    auto words = ReadCells(upright, grids[g], ink.grids[g], *engine);
    std::move(words.begin(), words.end(), std::back_inserter(page.words));
  }
  return page;
}

}  // namespace gongkai
