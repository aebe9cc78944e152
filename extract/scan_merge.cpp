#include "extract/scan_merge.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/scan_cells.h"

namespace gongkai {
namespace {

// A table has at least so many rows and columns; a chart's frame and a photograph's have one.
constexpr int kTableRows = 2, kTableColumns = 2;

// Part of the page's area from which on a picture is the page's text itself.
constexpr double kMostOfPage = 0.5;

bool In(const Box& outer, const Box& box) { return outer.Contains(box.MidX(), box.MidY()); }

Box BoxOf(const Ruling& ruling) { return {ruling.x0, ruling.y0, ruling.x1, ruling.y1}; }

// The scan in the text layer's space. A straight page's rulings stay straight.
Page AsShown(Page scan) {
  for (Word& word : scan.words) word.box = Map(scan.shown, word.box);
  for (Ruling& ruling : scan.rulings) {
    const Box box = Map(scan.shown, BoxOf(ruling));
    const bool lies = box.Width() >= box.Height();
    ruling.x0 = lies ? box.x0 : box.MidX();
    ruling.x1 = lies ? box.x1 : box.MidX();
    ruling.y0 = lies ? box.MidY() : box.y0;
    ruling.y1 = lies ? box.MidY() : box.y1;
  }
  scan.shown = Affine{};
  return scan;
}

bool ShowsTable(const Page& scan, const Box& picture) {
  Page inside = scan;
  std::erase_if(inside.rulings, [&](const Ruling& ruling) { return !In(picture, BoxOf(ruling)); });
  const auto grids = FindScannedGrids(inside);
  return std::any_of(grids.begin(), grids.end(), [](const ScannedGrid& grid) {
    return grid.rows >= kTableRows && grid.cols >= kTableColumns;
  });
}

}  // namespace

Page MergeScan(Page text, const Page& scan, const std::vector<Box>& pictures) {
  const Page read = AsShown(scan);
  for (const Box& picture : pictures) {
    const double area = std::max(text.width * text.height, 1.0);
    const double part = picture.Width() * picture.Height() / area;
    if (part < kMostOfPage && !ShowsTable(read, picture)) continue;
    std::erase_if(text.words, [&](const Word& word) { return In(picture, word.box); });
    std::erase_if(text.rulings, [&](const Ruling& ruling) { return In(picture, BoxOf(ruling)); });
    std::copy_if(read.words.begin(), read.words.end(), std::back_inserter(text.words),
                 [&](const Word& word) { return In(picture, word.box); });
    std::copy_if(read.rulings.begin(), read.rulings.end(), std::back_inserter(text.rulings),
                 [&](const Ruling& ruling) { return In(picture, BoxOf(ruling)); });
  }
  return text;
}

}  // namespace gongkai
