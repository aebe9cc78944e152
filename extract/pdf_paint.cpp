#include "extract/pdf_paint.h"

#include <algorithm>
#include <cmath>

#include "extract/pdf_images.h"

namespace gongkai {
namespace {

// Parts of 255: white, and the off-whites that a screen shows as paper.
constexpr double kWhite = 250.0 / 255.0;

constexpr int kInvisible = 3;  // text render mode; 7 is the same, and clips

// Part of the page that a picture covers which hides what was drawn before: margins may be cut.
constexpr double kCovers = 0.9;

// Points by which a picture may lean from one end to the other, or be cut by a clip: less than a
// pixel of a scan at 150 dpi.
constexpr double kLean = 0.5;

bool IsHidden(const GfxState* state) {
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  return (state->getRender() & 3) == kInvisible || state->getFillOpacity() <= 0 ||
         IsPaperWhite(rgb);
}

bool IsUpright(const Placement& placement) {
  const double skew = std::max(std::fabs(placement.across[1]), std::fabs(placement.down[0]));
  const double turned = std::max(std::fabs(placement.across[0]), std::fabs(placement.down[1]));
  return std::min(skew, turned) <= kLean && std::max(skew, turned) > kLean;
}

// Whether the clip leaves what the page shows of the box.
bool IsWhole(const GfxState* state, const Box& box) {
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return clip.x0 <= std::max(box.x0, 0.0) + kLean && clip.y0 <= std::max(box.y0, 0.0) + kLean &&
         clip.x1 >= std::min(box.x1, state->getPageWidth()) - kLean &&
         clip.y1 >= std::min(box.y1, state->getPageHeight()) - kLean;
}

bool CoversPage(const GfxState* state, const Box& box) {
  const double width = state->getPageWidth(), height = state->getPageHeight();
  return Overlap(box.x0, box.x1, 0, width) * Overlap(box.y0, box.y1, 0, height) >=
         kCovers * width * height;
}

}  // namespace

bool IsPaperWhite(const GfxRGB& rgb) {
  return colToDbl(rgb.r) >= kWhite && colToDbl(rgb.g) >= kWhite && colToDbl(rgb.b) >= kWhite;
}

void PagePaint::Character(const GfxState* state) {
  ++facts_.characters;
  const bool invisible = (state->getRender() & 3) == kInvisible || state->getFillOpacity() <= 0;
  if (IsHidden(state)) ++facts_.hidden;
  if (!invisible) other_ = true;
}

void PagePaint::Path(const GfxState* state) {
  constexpr int kMost = 1 << 20;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths() && facts_.curves < kMost; ++i) {
    const GfxSubpath& subpath = *path->getSubpath(i);
    for (int k = 1; k + 1 < subpath.getNumPoints() && facts_.curves < kMost; ++k) {
      // Of a curve's points the two in the middle are marked.
      facts_.curves += subpath.getCurve(k) && !subpath.getCurve(k - 1) ? 1 : 0;
    }
  }
}

void PagePaint::Stroke(const GfxState* state) {
  if (state->getStrokeOpacity() <= 0) return;
  Path(state);
  other_ = true;
}

// White on white paper cannot be seen.
void PagePaint::Fill(const GfxState* state) {
  if (state->getFillOpacity() <= 0) return;
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  if (IsPaperWhite(rgb) && pictures_ == 0 && !other_) return;
  Path(state);
  other_ = true;
}

void PagePaint::Place(const GfxState* state, bool plain) {
  const Placement placement = PlaceImage(state);
  ++drawn_, ++pictures_;
  plain_ = plain && IsUpright(placement) && IsWhole(state, placement.Bounds()) &&
           state->getFillOpacity() >= 1 && state->getBlendMode() == gfxBlendNormal;
}

void PagePaint::Image(const GfxState* state, bool opaque) {
  if (opaque && state->getFillOpacity() >= 1 && CoversPage(state, ImageBox(state)) &&
      IsWhole(state, ImageBox(state))) {
    facts_.hidden = facts_.characters;
    pictures_ = 0;
    other_ = false;
  }
  Place(state, opaque);
}

PaintFacts PagePaint::Take() {
  PaintFacts facts = facts_;
  if (pictures_ == 1 && plain_ && !other_) facts.lone_picture = drawn_;
  *this = PagePaint();
  return facts;
}

}  // namespace gongkai
