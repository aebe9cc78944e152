// What a word has to know of its font.
#pragma once

#include <poppler/GfxFont.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

struct PdfFont {
  std::string name;  // without the subset prefix, UTF-8; empty for most Type 3 fonts
  bool bold = false;
  double ascent = 0.95, descent = -0.35;  // parts of the font size; descent is negative
  bool vertical = false;                  // writing mode
  bool type3 = false;
  double matrix[4] = {1, 0, 0, 1};  // of a Type 3 font; only its directions matter
};

// "ABCDEF+SimSun" is SimSun; bytes that are no UTF-8 are GBK.
std::string FontFamily(std::string_view name);

// Bold, Heavy, Black and their abbreviations. 黑体 is no bold: it is a face.
bool NamesBold(std::string_view name);

// The fonts of one document, in the order of their first use.
class PdfFonts {
 public:
  std::size_t Find(GfxFont* font);  // added where new; null is a font too
  const PdfFont& operator[](std::size_t index) const { return fonts_[index]; }

 private:
  std::map<std::pair<int, int>, std::size_t> indexes_;  // by the number of the font's object
  std::vector<PdfFont> fonts_;
};

}  // namespace gongkai
