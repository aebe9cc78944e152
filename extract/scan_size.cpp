#include "extract/scan_size.h"

#include <algorithm>

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;

// Points of a page's shorter side: A6 is 298 wide, A2 1191.
constexpr double kNarrowestPaper = 290, kWidestPaper = 1300;

// Points: A4.
constexpr double kA4Width = 595.28, kA4Height = 841.89;

// Width to height from which on a page lies on its side: A4's own is 1.41.
constexpr double kLandscape = 1.2;

// 72 and 96 are what programs write that know of no resolution; nobody scans text below 100.
constexpr double kLeastTrustedDpi = 100;

double FallbackWidth(double width, double height) {
  return width > kLandscape * height ? kA4Height : kA4Width;
}

bool IsPaper(double width, double height) {
  const double shorter = std::min(width, height);
  return shorter >= kNarrowestPaper && shorter <= kWidestPaper;
}

}  // namespace

PaperSize FindPaperSize(const Raster& raster, double dpi) {
  const double width = raster.width, height = raster.height;
  const bool trusted = dpi > 0 || raster.dpi >= kLeastTrustedDpi;
  const double points = trusted ? kPointsPerInch / (dpi > 0 ? dpi : raster.dpi) : 0;
  if (IsPaper(width * points, height * points)) return {width * points, height * points};
  const double fallback = FallbackWidth(width, height);
  return {fallback, fallback * height / std::max(width, 1.0)};
}

double PaperScale(double width, double height) {
  if (IsPaper(width, height) || !(width > 0)) return 1;
  return FallbackWidth(width, height) / width;
}

void ScaleShown(Page& page, double scale) {
  if (scale == 1) return;
  for (double* part : {&page.shown.xx, &page.shown.xy, &page.shown.x0, &page.shown.yx,
                       &page.shown.yy, &page.shown.y0}) {
    *part /= scale;
  }
}

}  // namespace gongkai
