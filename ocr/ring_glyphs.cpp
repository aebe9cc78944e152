#include "ocr/ring_glyphs.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "ocr/clean.h"

namespace gongkai {
namespace {

// Em. The faces' rings have 0.55 (Ming) to 0.9 (Hei); a full stop has a third, a nought of a Latin
// face is half as wide as high.
constexpr double kLeastRing = 0.45, kMostRing = 1.0;
constexpr double kLeastShape = 0.8;  // of height to width and of width to height
// Of the ring's size, from its middle. Inside of the first nothing is inked; a circle is inked
// somewhere between the second and the third wherever one looks from its middle, a square's or 口's
// corner lies beyond.
constexpr double kInside = 0.25, kFrom = 0.3, kTo = 0.56;
constexpr int kDirections = 16;

bool IsInk(const Raster& page, double x, double y) {
  const int column = static_cast<int>(x), row = static_cast<int>(y);
  if (column < 0 || row < 0 || column >= page.width || row >= page.height) return false;
  return page.samples[static_cast<std::size_t>(row) * static_cast<std::size_t>(page.width) +
                      static_cast<std::size_t>(column)] < kInkLevel;
}

// Sixteen directions in thousandths: cosines; a quarter on are the sines.
constexpr std::array<double, kDirections> kCosine{1,      0.924,  0.707,  0.383,  0, -0.383,
                                                  -0.707, -0.924, -1,     -0.924, -0.707, -0.383,
                                                  0,      0.383,  0.707,  0.924};

bool IsRing(const Raster& page, const PixelBox& box) {
  const double x = (box.x0 + box.x1) / 2.0, y = (box.y0 + box.y1) / 2.0;
  for (std::size_t i = 0; i < kDirections; ++i) {
    const double across = kCosine[i] * box.Width(), down = kCosine[(i + 12) % kDirections] * box.Height();
    bool rim = false;
    for (double at = 0; at <= kTo; at += 0.5 / std::max(box.Width(), box.Height())) {
      const bool ink = IsInk(page, x + at * across, y + at * down);
      if (ink && at < kInside) return false;
      rim = rim || (ink && at >= kFrom);
    }
    if (!rim) return false;
  }
  // 口 and 国 are inked in their corners, a circle leaves a seventh of its size free there.
  constexpr int kCorner = 10;
  const int cx = box.Width() / kCorner, cy = box.Height() / kCorner;
  return !IsInk(page, box.x0 + cx, box.y0 + cy) && !IsInk(page, box.x1 - 1 - cx, box.y0 + cy) &&
         !IsInk(page, box.x0 + cx, box.y1 - 1 - cy) && !IsInk(page, box.x1 - 1 - cx, box.y1 - 1 - cy);
}

bool IsNumeral(std::string_view text) {
  constexpr std::array<std::string_view, 11> kNumerals{"〇", "零", "一", "二", "三", "四",
                                                       "五", "六", "七", "八", "九"};
  return std::any_of(kNumerals.begin(), kNumerals.end(),
                     [text](std::string_view numeral) { return text.ends_with(numeral); });
}

// What the engine takes a ring for.
bool LooksLikeRing(std::string_view symbol) {
  constexpr std::array<std::string_view, 9> kRings{"〇", "○", "O", "o", "0", "。", "Q", "口", "C"};
  return std::find(kRings.begin(), kRings.end(), symbol) != kRings.end();
}

}  // namespace

std::vector<int> FindRings(const Raster& page, const PrintLine& line) {
  std::vector<int> rings;
  for (const PixelBox& piece : line.pieces) {
    const double width = piece.Width(), height = piece.Height();
    if (width < kLeastRing * line.em || width > kMostRing * line.em) continue;
    if (width < kLeastShape * height || height < kLeastShape * width) continue;
    if (IsRing(page, piece)) rings.push_back((piece.x0 + piece.x1) / 2);
  }
  return rings;
}

std::string WithRings(const std::vector<EngineSymbol>& symbols, const std::vector<int>& rings) {
  std::string text;
  std::size_t ring = 0;
  for (const EngineSymbol& symbol : symbols) {
    bool taken = false;
    // A symbol whose place ends behind the ring's middle is the ring, or stands behind it.
    for (; ring < rings.size() && rings[ring] < symbol.x1 && !taken; ++ring) {
      if (!IsNumeral(text)) continue;
      text += "〇";
      taken = LooksLikeRing(symbol.text);
    }
    if (!taken) text += symbol.text;
  }
  return text;
}

}  // namespace gongkai
