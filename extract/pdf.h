// PDF through Poppler's core headers. This file family is the only one that includes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/text_layer.h"
#include "model/page.h"
#include "model/raster.h"
#include "model/result.h"

namespace gongkai {

struct PdfPages {
  std::vector<Page> pages;
  std::vector<PaintFacts> facts;  // of each page
  std::string title;  // the document information's Title; may be empty or meaningless
};

// Every page's words, rulings, fills and pictures, in the order in which they are drawn (rulings:
// from top to bottom, duplicates merged). `bytes` must outlive the call only; calls from several
// threads do not disturb each other.
//
// A word ends at white space, at a gap of 0.1 em, and where line, direction or size change; its
// font is that of its first character. A run of Chinese text without gaps is one word. A character
// drawn twice at one place (fake bold) is there once; invisible text counts; diagonal text (a
// watermark) does not. A glyph of which the font does not say the character is U+FFFD. Form fields,
// text boxes and stamps are read, other annotations are not.
//
// Errors: kEmpty, kDamaged, kEncrypted (options.password is tried as the user's and the owner's),
// kNoPages, kTooLarge (options.max_pages; more characters or operators than any real page has: see
// PdfBudget). A page that cannot be mended among others that can is there with size 0.
Result<PdfPages> ReadPdfPages(std::string_view bytes, const ExtractOptions& options = {});

// A page as pixels, for looking at it: 3 channels, annotations included.
//
// kNotFound where the file has no such page, kTooLarge above 100 megapixels and where `dpi` is no
// positive number; else the errors of ReadPdfPages.
Result<Raster> RenderPdfPage(std::string_view bytes, int page, double dpi,
                             const ExtractOptions& options = {});

}  // namespace gongkai
