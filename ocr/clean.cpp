#include "ocr/clean.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "ocr/pix.h"

namespace gongkai {
namespace {

constexpr unsigned char kWhite = 255;
// Glyphs vary in size by more than that; scaling by less would only blur.
constexpr double kSameScale = 0.03;
constexpr double kDegree = 3.14159265358979323846 / 180;

// Below this the last glyph of a line stands less than a pixel higher than the first: turning would
// only blur.
constexpr double kLeastSkew = 0.04;  // degrees
constexpr float kMostSkew = 7;
// Leptonica's measure of how much sharper the lines are at the best angle; it calls 3 reliable.
constexpr float kSureSkew = 3;

// Tiles of the background's estimate, pixels at 200 dpi: larger than any glyph's strokes are wide,
// smaller than a lamp's shade.
constexpr int kTileWidth = 16, kTileHeight = 20;
constexpr int kForeground = 70;  // grey level that paper never has, not even in shade
constexpr int kLeastPaper = 60;  // pixels of a tile that must be paper for it to count

// Darker than print on shaded paper; the lid and the gutter are nearly black.
constexpr int kEdgeInk = 90;
// Pixels at 200 dpi. No stroke of a glyph up to 22 pt and no ruling is as thick.
constexpr int kEdgeThickness = 13;
constexpr int kEdgeMargin = 9;  // that an edge's blur reaches

OwnedPix InkBelow(Pix* grey, int level) { return OwnedPix(pixThresholdToBinary(grey, level)); }

Raster Finish(const OwnedPix& pix, const Raster& from) {
  if (pix == nullptr) return from;
  Raster out = ToRaster(pix.get());
  out.dpi = from.dpi;
  out.bilevel = from.bilevel;
  return out;
}

// What stands on the picture's edge, thick enough to be no print.
OwnedPix DarkAtEdges(Pix* grey) {
  const OwnedPix ink = InkBelow(grey, kEdgeInk);
  if (ink == nullptr) return nullptr;
  const OwnedPix thick(pixOpenBrick(nullptr, ink.get(), kEdgeThickness, kEdgeThickness));
  const OwnedPix border(pixCreate(pixGetWidth(grey), pixGetHeight(grey), 1));
  if (thick == nullptr || border == nullptr) return nullptr;
  pixSetOrClearBorder(border.get(), 2, 2, 2, 2, PIX_SET);
  const OwnedPix at_edge(pixSeedfillBinary(nullptr, border.get(), thick.get(), 8));
  if (at_edge == nullptr) return nullptr;
  return OwnedPix(pixDilateBrick(nullptr, at_edge.get(), 2 * kEdgeMargin + 1, 2 * kEdgeMargin + 1));
}

}  // namespace

Raster DropSeal(Raster raster) {
  if (raster.channels == 1) return raster;
  const std::size_t pixels = raster.Pixels();
  for (std::size_t i = 0; i < pixels; ++i) {
    const int r = raster.samples[3 * i], g = raster.samples[3 * i + 1], b = raster.samples[3 * i + 2];
    const int red = std::max(0, r - std::max(g, b));
    const int grey = red > 0 ? r + red + red / 2 : (r * 3 + g * 6 + b) / 10;
    raster.samples[i] = static_cast<unsigned char>(std::min(grey, int{kWhite}));
  }
  raster.channels = 1;
  raster.samples.resize(pixels);
  raster.samples.shrink_to_fit();
  return raster;
}

Raster ScaleTo(const Raster& grey, int width, int height) {
  const double across = static_cast<double>(width) / grey.width;
  const double down = static_cast<double>(height) / grey.height;
  if (std::abs(across - 1) < kSameScale && std::abs(down - 1) < kSameScale) return grey;
  const OwnedPix pix = ToPix(grey);
  if (pix == nullptr) return grey;
  const auto x = static_cast<float>(across), y = static_cast<float>(down);
  return Finish(OwnedPix(across > 1 || down > 1 ? pixScaleGrayLI(pix.get(), x, y)
                                                : pixScaleAreaMap(pix.get(), x, y)),
                grey);
}

Raster FlattenLight(const Raster& grey) {
  const OwnedPix pix = ToPix(grey);
  if (pix == nullptr) return grey;
  return Finish(OwnedPix(pixBackgroundNorm(pix.get(), nullptr, nullptr, kTileWidth, kTileHeight,
                                           kForeground, kLeastPaper, kPaperLevel, 2, 2)),
                grey);
}

double FindSkew(const Raster& grey) {
  const OwnedPix pix = ToPix(grey);
  if (pix == nullptr) return 0;
  const OwnedPix ink = InkBelow(pix.get(), kInkLevel);
  l_float32 angle = 0, sureness = 0;
  if (ink == nullptr || pixFindSkewSweepAndSearch(ink.get(), &angle, &sureness, 4, 2, kMostSkew,
                                                  1.0F, 0.01F) != 0) {
    return 0;
  }
  if (sureness < kSureSkew || std::abs(angle) < kLeastSkew) return 0;
  return double{angle};
}

Raster Rotate(const Raster& grey, double degrees) {
  if (degrees == 0) return grey;
  const OwnedPix pix = ToPix(grey);
  if (pix == nullptr) return grey;
  return Finish(OwnedPix(pixRotateAMGray(pix.get(), static_cast<float>(degrees * kDegree), kWhite)),
                grey);
}

Raster TurnQuarters(const Raster& grey, int quarters) {
  if (quarters % 4 == 0) return grey;
  const OwnedPix pix = ToPix(grey);
  if (pix == nullptr) return grey;
  return Finish(OwnedPix(pixRotateOrth(pix.get(), quarters % 4)), grey);
}

Raster DropDarkEdges(Raster grey) {
  const OwnedPix pix = ToPix(grey);
  if (pix == nullptr) return grey;
  const OwnedPix dark = DarkAtEdges(pix.get());
  l_int32 none = 1;
  if (dark == nullptr || pixZero(dark.get(), &none) != 0 || none == 1) return grey;
  const l_uint32* row = pixGetData(dark.get());
  unsigned char* sample = grey.samples.data();
  for (int y = 0; y < grey.height; ++y, row += pixGetWpl(dark.get())) {
    for (int x = 0; x < grey.width; ++x, ++sample) {
      if (GET_DATA_BIT(row, x)) *sample = kWhite;
    }
  }
  return grey;
}

}  // namespace gongkai
