// The trained nets of the reader of form lines, and what their outputs stand for.
#pragma once

#include <string_view>
#include <vector>

#include "ocr/glyph_net.h"

namespace gongkai {

// One character of the form an output, UTF-8; one more output stands for none of them.
const std::vector<std::string_view>& FormCharacters();

// Both see FormInputs of ocr/form_piece.h.
const GlyphNet& FormFirstNet();
const GlyphNet& FormSecondNet();

}  // namespace gongkai
