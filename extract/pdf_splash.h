// Rendering by Poppler's own rasteriser.
#pragma once

#include <poppler/Annot.h>
#include <poppler/PDFDoc.h>

#include "model/raster.h"
#include "model/result.h"

namespace gongkai {

// Pixels of a page: A4 at 1,000 dpi, A0 at 250. Each takes 3 bytes, once while it is rendered and
// once as the raster.
inline constexpr double kMostPixels = 100e6;

// `shows` chooses the annotations; null: all. Errors: kTooLarge (also where `dpi` is no positive
// number, and for more drawing than any real page has), kDamaged.
Result<Raster> RenderPage(PDFDoc& pdf, int number, double dpi, bool (*shows)(Annot*, void*));

}  // namespace gongkai
