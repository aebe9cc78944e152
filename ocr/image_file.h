// TIFF, PNG and JPEG files through Leptonica.
#pragma once

#include <string_view>

#include "model/raster.h"
#include "model/result.h"

namespace gongkai {

// A page at 600 dpi in A3 has 70 million pixels; what is larger is no page but an attack, or a
// panorama that nobody reads numbers from.
inline constexpr double kMostPagePixels = 100e6;

// The number of pictures in the file. Errors: kDamaged, kUnsupported.
Result<int> CountPictures(std::string_view bytes);

// The picture `index`, from 0. What its header says of its size is judged before it is decoded.
// Errors: kDamaged, kTooLarge.
Result<Raster> ReadPicture(std::string_view bytes, int index);

}  // namespace gongkai
