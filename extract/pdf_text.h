// Glyphs become words.
#pragma once

#include <poppler/GfxState.h>

#include <optional>
#include <string>
#include <vector>

#include "extract/pdf_fonts.h"
#include "extract/pdf_glyphs.h"
#include "model/page.h"

namespace gongkai {

// Collects the words of one page in the order of its content. A word ends at white space, at a gap,
// where the line, the direction or the size changes. Text that stands diagonally is left out: it is
// a watermark. Invisible text counts: it is the text layer of a scan.
class PageText {
 public:
  explicit PageText(PdfFonts& fonts) : fonts_(fonts) {}

  void SetFont(GfxFont* font) { font_ = fonts_.Find(font); }

  // As Poppler's drawChar has them: user space.
  void Draw(const GfxState* state, double x, double y, double dx, double dy, CharCode code,
            const Unicode* u, int length);

  // The glyphs between the two stand for `text`, where they stand on one line.
  void BeginActualText(std::u32string text);
  void EndActualText();

  // Without the words that lie off the page.
  std::vector<Word> TakeWords(double page_width, double page_height);

 private:
  struct Draft {
    Word word;
    double baseline = 0, start = 0, end = 0;  // of the last glyph, along the reading direction
    std::vector<std::size_t> drawings;
  };
  void Add(const Glyph& glyph);
  void AddCharacter(const Glyph& part, char32_t c);
  bool Continues(const Glyph& part) const;
  void EndWord();

  PdfFonts& fonts_;
  std::size_t font_ = fonts_.Find(nullptr);
  TwinFinder twins_;
  std::optional<std::u32string> actual_text_;
  std::vector<Glyph> actual_glyphs_;
  std::optional<Draft> open_;
  std::vector<Draft> drafts_;
};

}  // namespace gongkai
