// How large a scanned page is: what its picture or its file says need not be true.
#pragma once

#include "model/page.h"
#include "model/raster.h"

namespace gongkai {

struct PaperSize {
  double width = 0, height = 0;  // points
};

// Of a picture's page: by its resolution, or by `dpi` where that is not 0, if a page of paper can
// be of that size; else as wide as A4, as high in proportion (a long one is a screen's page, or
// several pages put together).
PaperSize FindPaperSize(const Raster& raster, double dpi);

// What the size of a PDF's page has to be multiplied by to be that of a page of paper: 1, unless
// its points were meant as pixels.
double PaperScale(double width, double height);

// The page that was read at `scale` times its size points to where its file shows it.
void ScaleShown(Page& page, double scale);

}  // namespace gongkai
