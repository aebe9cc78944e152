// Images of a PDF as its page draws them: where they lie, and their pixels.
#pragma once

#include <poppler/GfxState.h>
#include <poppler/Stream.h>

#include <functional>

#include "model/geometry.h"
#include "model/raster.h"
#include "model/result.h"

namespace gongkai {

// How an image lies on the page: points, from the page's top left corner.
struct Placement {
  double across[2] = {0, 0};  // from the beginning of a row of pixels to its end
  double down[2] = {0, 0};    // from the first row to the last
  double origin[2] = {0, 0};  // of the first row's first pixel

  Box Bounds() const;
};
Placement PlaceImage(const GfxState* state);

// The box of the image that the state draws.
Box ImageBox(const GfxState* state);

// The content stream goes on behind an inline image's data: they have to be read over.
void SkipInlineData(Stream* stream, int width, int height, int bits_per_pixel);

struct ImageSource {
  Stream* stream = nullptr;
  int width = 0, height = 0;             // pixels
  GfxImageColorMap* colours = nullptr;   // null: a mask of one bit a pixel
  unsigned char ink[2] = {0, 255};       // of a mask: grey by bit
};

// The page as the image shows it: cropped to the page, white where it does not reach, turned as it
// lies, with square pixels. REQUIRES: it lies upright or by quarter turns. Errors: kTooLarge (more
// pixels than `most`), kDamaged (no pixel could be decoded), kUnsupported where it is better rendered:
// the page is much larger than the image, or the image's bits are odd.
Result<Raster> ReadPlacedImage(const ImageSource& image, const Placement& placement,
                               double page_width, double page_height, double most);

}  // namespace gongkai
