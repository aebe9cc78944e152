// Files of pages, whatever draws their text: PDF, and pictures.
#pragma once

#include <string_view>

#include "extract/extract.h"

namespace gongkai {

// Each page from its text layer or from its picture. Errors as of ExtractPages.
Result<FixedPages> ReadPdf(std::string_view bytes, const ExtractOptions& options);

// TIFF, PNG, JPEG: each picture is a page.
Result<FixedPages> ReadPictures(std::string_view bytes, const ExtractOptions& options);

}  // namespace gongkai
