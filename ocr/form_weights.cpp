// The trained nets for the form's words, and the characters that their outputs stand for.
#include "ocr/form_weights.h"

#include <cstddef>
#include <cstdlib>
#include <optional>
#include <utility>

#include "ocr/embed.h"
#include "ocr/form_piece.h"

GONGKAI_EMBED(gongkai_form_first, "form_first.net");
GONGKAI_EMBED(gongkai_form_second, "form_second.net");
GONGKAI_EMBED(gongkai_form_characters, "form_characters.txt");

namespace gongkai {
namespace {

std::vector<std::string_view> SplitCharacters(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
    characters.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return characters;
}

// A net that does not fit is a fault of the build, which no input can cause.
GlyphNet FittingNet(std::string_view bytes) {
  std::optional<GlyphNet> net = ParseGlyphNet(bytes);
  const int classes = static_cast<int>(FormCharacters().size()) + 1;
  if (!net || net->Inputs() != kFormInputs || net->Outputs() != classes) std::abort();
  return *std::move(net);
}

}  // namespace

const std::vector<std::string_view>& FormCharacters() {
  static const std::vector<std::string_view> characters =
      SplitCharacters(BytesBetween(gongkai_form_characters, gongkai_form_characters_end));
  return characters;
}

const GlyphNet& FormFirstNet() {
  static const GlyphNet net =
      FittingNet(BytesBetween(gongkai_form_first, gongkai_form_first_end));
  return net;
}

const GlyphNet& FormSecondNet() {
  static const GlyphNet net =
      FittingNet(BytesBetween(gongkai_form_second, gongkai_form_second_end));
  return net;
}

}  // namespace gongkai
