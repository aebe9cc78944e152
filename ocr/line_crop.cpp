#include "ocr/line_crop.h"

#include <algorithm>
#include <cstddef>

#include "ocr/clean.h"

namespace gongkai {
namespace {

constexpr int kAcross = 4, kAbove = 2;  // pixels of the page's own paper: a glyph's blurred edge
constexpr double kPadding = 0.3;        // em
// Em. A lone character or two the engine takes for nothing at all unless paper stands beside them;
// in longer lines it would take the paper for spaces and marks.
constexpr double kShortLine = 2.5;

LineCrop Crop(const Raster& page, const PixelBox& box, int padding, int side) {
  const int x0 = std::max(0, box.x0 - kAcross), x1 = std::min(page.width, box.x1 + kAcross);
  const int y0 = std::max(0, box.y0 - kAbove), y1 = std::min(page.height, box.y1 + kAbove);
  LineCrop out;
  out.x0 = x0 - side;
  out.y0 = y0 - padding;
  out.raster.width = std::max(0, x1 - x0) + 2 * side;
  out.raster.height = std::max(0, y1 - y0) + 2 * padding;
  out.raster.samples.assign(out.raster.Pixels(), static_cast<unsigned char>(kPaperLevel));
  for (int y = y0; y < y1; ++y) {
    const auto* from = page.samples.data() + std::ptrdiff_t{y} * page.width;
    std::copy(from + x0, from + x1,
              out.raster.samples.begin() + std::ptrdiff_t{y - y0 + padding} * out.raster.width + side);
  }
  return out;
}

}  // namespace

LineCrop LineOf(const Raster& page, const PixelBox& box) { return Crop(page, box, 0, 0); }

LineCrop PaddedLineOf(const Raster& page, const PixelBox& box, double em) {
  const bool is_short = box.Width() < kShortLine * em;
  return Crop(page, box, static_cast<int>(kPadding * em), is_short ? static_cast<int>(em) : 0);
}

}  // namespace gongkai
