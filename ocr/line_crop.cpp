#include "ocr/line_crop.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "ocr/clean.h"

namespace gongkai {
namespace {

constexpr int kAcross = 4, kAbove = 2;  // pixels of the page's own paper: a glyph's blurred edge
// Em. A lone character or two the engine takes for nothing at all unless paper stands beside them;
// in longer lines it would take the paper for spaces and marks.
constexpr double kShortLine = 2.5;
// Pixels: the rows that the engine's net looks at. Of 508 characters of a page of office class 24 were
// wrong where the engine scaled the lines, 16 at 36 rows, 19 at 48.
constexpr int kEngineRows = 36;

// Rows down that a sloping line stands at a column, from where it stands in its middle.
struct Slope {
  double slope = 0, middle = 0;

  int Down(int x) const { return static_cast<int>(std::lround(slope * (x - middle))); }
};

void CopyColumns(const Raster& page, const PixelBox& from, const Slope& slope, int left, int top,
                 Raster& to) {
  for (int x = from.x0; x < from.x1; ++x) {
    const int down = slope.Down(x);
    for (int y = std::max(from.y0, -down); y < std::min(from.y1, page.height - down); ++y) {
      to.samples[static_cast<std::size_t>(y - from.y0 + top) * static_cast<std::size_t>(to.width) +
                 static_cast<std::size_t>(x - from.x0 + left)] =
          page.samples[static_cast<std::size_t>(y + down) * static_cast<std::size_t>(page.width) +
                       static_cast<std::size_t>(x)];
    }
  }
}

LineCrop Crop(const Raster& page, const PixelBox& box, int padding, int side,
              const Slope& slope = {}) {
  const int x0 = std::max(0, box.x0 - kAcross), x1 = std::min(page.width, box.x1 + kAcross);
  const int y0 = std::max(0, box.y0 - kAbove), y1 = std::min(page.height, box.y1 + kAbove);
  LineCrop out;
  out.x0 = x0 - side;
  out.y0 = y0 - padding;
  out.raster.width = std::max(0, x1 - x0) + 2 * side;
  out.raster.height = std::max(0, y1 - y0) + 2 * padding;
  out.raster.samples.assign(out.raster.Pixels(), static_cast<unsigned char>(kPaperLevel));
  CopyColumns(page, {x0, y0, x1, y1}, slope, side, padding, out.raster);
  return out;
}

int PaperBeside(const PixelBox& box, double em) {
  return box.Width() < kShortLine * em ? static_cast<int>(em) : 0;
}

}  // namespace

LineCrop LineOf(const Raster& page, const PixelBox& box) { return Crop(page, box, 0, 0); }

LineCrop PaddedLineOf(const Raster& page, const PixelBox& box, double em) {
  return Crop(page, box, static_cast<int>(kLinePadding * em), PaperBeside(box, em));
}

EngineCrop EngineCropOf(const Raster& page, const PrintLine& line, double padding) {
  const Slope slope{line.slope, (line.box.x0 + line.box.x1) / 2.0};
  LineCrop crop = Crop(page, line.level, static_cast<int>(padding * line.em),
                       PaperBeside(line.box, line.em), slope);
  EngineCrop out{std::move(crop.raster), crop.x0, 1};
  if (out.raster.height <= kEngineRows) return out;
  out.scale = static_cast<double>(kEngineRows) / out.raster.height;
  const int width = static_cast<int>(std::lround(out.raster.width * out.scale));
  out.raster = ScaleTo(out.raster, std::max(1, width), kEngineRows);
  return out;
}

}  // namespace gongkai
