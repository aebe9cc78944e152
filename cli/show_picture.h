// The picture of one page as its file shows it, for drawing over it.
#pragma once

#include <string_view>

#include "extract/extract.h"
#include "model/raster.h"
#include "model/result.h"

namespace gongkai {

// `dpi` pixels for an inch of the page. REQUIRES: HasPages(type). Errors of RenderPdfPage and of
// ScanReader::decode.
Result<Raster> RenderShownPage(std::string_view bytes, MediaType type, int page, double dpi,
                               const ExtractOptions& options);

}  // namespace gongkai
