#include "ocr/glyph_reader.h"

#include <algorithm>

#include "ocr/glyph_net.h"
#include "ocr/glyph_picture.h"

namespace gongkai {
namespace {

// The grey in the box as ink from 0 to 255. Pixels of other parts count as paper; those below the
// threshold belong to nobody and are kept: they are the soft edge of strokes.
GlyphInk CutOut(const GreyView& cell, const InkLevels& levels, const InkMap& ink,
                const InkPiece& piece) {
  GlyphInk out{piece.box.Width(), piece.box.Height(), {}};
  out.ink.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
  const int contrast = std::max(1, levels.paper - levels.ink);
  for (int y = piece.box.y0; y < piece.box.y1; ++y) {
    for (int x = piece.box.x0; x < piece.box.x1; ++x) {
      const int owner = ink.Owner(x, y);
      const bool foreign = owner >= 0 && !std::ranges::binary_search(piece.parts, owner);
      const int dark = (levels.paper - cell.At(x, y)) * 255 / contrast;
      out.ink.push_back(foreign ? 0 : static_cast<unsigned char>(std::clamp(dark, 0, 255)));
    }
  }
  return out;
}

std::array<int, kGlyphClasses> Scores(const GlyphNet& net, const std::vector<unsigned char>& in) {
  const std::vector<int> out = RunGlyphNet(net, in);
  std::array<int, kGlyphClasses> scores{};
  std::copy_n(out.begin(), std::min(out.size(), scores.size()), scores.begin());
  return scores;
}

}  // namespace

int GlyphScores::Best() const {
  std::array<int, kGlyphClasses> sums{};
  std::ranges::transform(shape, stroke, sums.begin(), std::plus<>());
  return static_cast<int>(std::ranges::max_element(sums) - sums.begin());
}

int GlyphScores::Likeness() const {
  const auto best = static_cast<std::size_t>(Best());
  return shape[best] - shape[kJunkClass] + stroke[best] - stroke[kJunkClass];
}

int GlyphScores::Margin(const std::array<int, kGlyphClasses>& scores, int best) {
  int other = scores[best == 0 ? 1 : 0];
  for (int i = 0; i < kGlyphClasses; ++i) {
    if (i != best) other = std::max(other, scores[static_cast<std::size_t>(i)]);
  }
  return scores[static_cast<std::size_t>(best)] - other;
}

GlyphScores ReadGlyph(const GreyView& cell, const InkLevels& levels, const InkMap& ink,
                      const InkPiece& piece) {
  const GlyphInk glyph = CutOut(cell, levels, ink, piece);
  return {Scores(DigitShapeNet(), ShapePicture(glyph)),
          Scores(DigitStrokeNet(), StrokeFeatures(glyph))};
}

}  // namespace gongkai
