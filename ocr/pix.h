// Leptonica's pictures as values of our own: owned, and copied from and to rasters.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>

#include "model/raster.h"

namespace gongkai {

struct PixDestroyer {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using OwnedPix = std::unique_ptr<Pix, PixDestroyer>;

// Leptonica prints its complaints; a library must not. Called before its first use.
void SilenceLeptonica();

// 8 bits a pixel of a raster with one channel. Null where memory ends.
OwnedPix ToPix(const Raster& grey);

// A picture of any depth as grey or RGB; a bilevel one is marked as such. Empty where it cannot be
// converted.
Raster ToRaster(Pix* pix);

}  // namespace gongkai
