// PDF through Poppler's core headers. This file family is the only one that includes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "model/page.h"
#include "model/result.h"

namespace gongkai {

struct PdfPages {
  std::vector<Page> pages;
  std::string title;  // the document information's Title; may be empty or meaningless
};

// Every page's words, rulings, fills and pictures. `bytes` must outlive the call only.
Result<PdfPages> ReadPdfPages(std::string_view bytes, const ExtractOptions& options = {});

// A page as pixels, for looking at it: 8-bit RGB rows without padding.
struct PagePicture {
  int width = 0, height = 0;
  std::vector<unsigned char> rgb;  // width * height * 3
  double dpi = 0;
};

// kNotFound where the file has no such page, kTooLarge above 100 megapixels and where `dpi` is no
// positive number; else the errors of ReadPdfPages.
Result<PagePicture> RenderPdfPage(std::string_view bytes, int page, double dpi,
                                  const ExtractOptions& options = {});

}  // namespace gongkai
