// The pages of a PDF as pictures that can be read: the picture that was put into the file where the
// page is one, which reads better than any rendering of it; else a rendering.
#pragma once

#include <functional>
#include <string_view>

#include "extract/extract.h"
#include "extract/text_layer.h"
#include "model/page.h"
#include "model/raster.h"
#include "model/result.h"

namespace gongkai {

// A page's raster, of all of the page as it is shown. `facts` are those of ReadPdfPages; `dpi` is
// what a rendering has. Errors, with the page: kTooLarge (100 megapixels; more drawing than any real
// page has), kDamaged.
using PdfRasters =
    std::function<Result<Raster>(const Page& page, const PaintFacts& facts, double dpi)>;

// Its own document, for one thread; any number may be open. `bytes` must outlive it. Errors of
// ReadPdfPages.
Result<PdfRasters> OpenPdfRasters(std::string_view bytes, const ExtractOptions& options);

}  // namespace gongkai
