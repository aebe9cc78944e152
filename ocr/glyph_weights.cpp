// The trained nets for digits.
#include <cstdlib>
#include <string_view>

#include "ocr/embed.h"
#include "ocr/glyph_net.h"

GONGKAI_EMBED(gongkai_digits_shape, "digits_shape.net");
GONGKAI_EMBED(gongkai_digits_stroke, "digits_stroke.net");

namespace gongkai {
namespace {

// A file that does not parse is a fault of the build, which no input can cause.
GlyphNet EmbeddedNet(const char* begin, const char* end) {
  std::optional<GlyphNet> net = ParseGlyphNet(BytesBetween(begin, end));
  if (!net) std::abort();
  return *std::move(net);
}

}  // namespace

const GlyphNet& DigitShapeNet() {
  static const GlyphNet net = EmbeddedNet(gongkai_digits_shape, gongkai_digits_shape_end);
  return net;
}

const GlyphNet& DigitStrokeNet() {
  static const GlyphNet net = EmbeddedNet(gongkai_digits_stroke, gongkai_digits_stroke_end);
  return net;
}

}  // namespace gongkai
