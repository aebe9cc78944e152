// Text as code points, and the folding under which labels and numbers are compared.
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

// Invalid sequences become U+FFFD, one for each maximal broken part; never fails.
std::u32string DecodeUtf8(std::string_view text);
std::string EncodeUtf8(std::u32string_view text);
bool IsValidUtf8(std::string_view text);

bool IsSpace(char32_t c);  // ASCII white space, U+00A0, U+2000 to U+200B, U+202F, U+3000, U+FEFF
bool IsHan(char32_t c);    // a Chinese character, 〇 included
// Chinese characters and the full-width punctuation that is set among them: between two of these a
// line break is no space.
bool IsWide(char32_t c);

// Full-width ASCII forms become ASCII, the punctuation that writers use for one another becomes one
// sign (（ to (, ： to :, — and – and － to -, “ ” to ", ∕ to /, ． to .), every space becomes ' '.
// One code point in, one code point out: positions stay.
char32_t FoldCharacter(char32_t c);
std::string Fold(std::string_view text);
// Folded, and without any white space: what labels are compared by.
std::string FoldTight(std::string_view text);

std::string Trim(std::string_view text);        // IsSpace at both ends
std::string WithoutSpaces(std::string_view text);  // all IsSpace removed, nothing folded

}  // namespace gongkai
