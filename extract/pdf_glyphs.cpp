// Drawings lie in square cells that hash into buckets, so that a twin is found without looking at
// the whole page.
#include "extract/pdf_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace gongkai {
namespace {

// Points: the side of a cell; a character of the usual sizes is about as wide.
constexpr double kCell = 12.0;

// Parts of the font size, as Poppler has them (dupMaxPriDelta, dupMaxSecDelta): no character is
// narrower than the first, no two lines are closer than the second.
constexpr double kAlong = 0.1, kAcross = 0.2;

// Parts of the font size: a second drawing nearer than this does not thicken the strokes.
constexpr double kUnmoved = 0.005;

// A cell holds about one glyph; more than this in a bucket is a heap, drawn to slow us down.
constexpr int kMostLookedAt = 64;

}  // namespace

std::size_t TwinFinder::Bucket(double cell_x, double cell_y) {
  const auto whole = [](double v) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::clamp(v, -1e9, 1e9)));
  };
  constexpr std::uint64_t kBuckets = 4096;
  return static_cast<std::size_t>((whole(cell_x) * 73856093U ^ whole(cell_y) * 19349663U) %
                                  kBuckets);
}

TwinFinder::Drawing* TwinFinder::FindTwin(char32_t character, double x, double y, double size) {
  const double along = std::min(kAlong * size, kCell), across = std::min(kAcross * size, kCell);
  const double right = std::floor((x + along) / kCell), bottom = std::floor((y + across) / kCell);
  for (double cx = std::floor((x - along) / kCell); cx <= right; ++cx) {
    for (double cy = std::floor((y - across) / kCell); cy <= bottom; ++cy) {
      int left = kMostLookedAt;
      for (int i = heads_[Bucket(cx, cy)]; i >= 0 && left > 0; --left) {
        Drawing& drawing = drawings_[static_cast<std::size_t>(i)];
        if (drawing.character == character && std::fabs(drawing.x - x) < along &&
            std::fabs(drawing.y - y) < across) {
          return &drawing;
        }
        i = drawing.next;
      }
    }
  }
  return nullptr;
}

std::size_t TwinFinder::Add(char32_t character, double x, double y, double size, bool bold) {
  if (Drawing* twin = FindTwin(character, x, y, size)) {
    const double shift = std::hypot(twin->x - x, twin->y - y);
    twin->bold = twin->bold || bold || shift > kUnmoved * size;
    return kTwin;
  }
  int& head = heads_[Bucket(std::floor(x / kCell), std::floor(y / kCell))];
  drawings_.push_back({x, y, character, head, bold});
  head = static_cast<int>(drawings_.size()) - 1;
  return drawings_.size() - 1;
}

}  // namespace gongkai
