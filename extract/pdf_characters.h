// The characters that a PDF's fonts name become those that a reader sees.
#pragma once

#include <string>

namespace gongkai {

// What is no character (NUL, a surrogate, beyond Unicode) becomes U+FFFD: a glyph was drawn, and
// which is not known. A CJK radical (U+2E80 to U+2FD5) becomes the ideograph of the same shape:
// text is never written in radicals, but producers that look a glyph's character up in the font
// find the lower code point. Private use characters stay.
char32_t PdfCharacter(char32_t c);

}  // namespace gongkai
