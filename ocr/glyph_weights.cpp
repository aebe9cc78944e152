// The trained nets as bytes of the program. GONGKAI_WEIGHTS is the folder ocr/weights, from CMake.
#include <cstdlib>
#include <string_view>

#include "ocr/glyph_net.h"

#define GONGKAI_EMBED(name, file)                                   \
  asm(".section .rodata\n.balign 16\n.global " #name "\n" #name     \
      ":\n.incbin \"" GONGKAI_WEIGHTS "/" file "\"\n.global " #name \
      "_end\n" #name "_end:\n.byte 0\n.previous\n");                \
  extern "C" const char name[], name##_end[]

GONGKAI_EMBED(gongkai_digits_shape, "digits_shape.net");
GONGKAI_EMBED(gongkai_digits_stroke, "digits_stroke.net");

namespace gongkai {
namespace {

// A file that does not parse is a fault of the build, which no input can cause.
GlyphNet EmbeddedNet(const char* begin, const char* end) {
  std::optional<GlyphNet> net = ParseGlyphNet({begin, static_cast<std::size_t>(end - begin)});
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
