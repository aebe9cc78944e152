// A picture of a page as a PNG file that is small enough to keep by the thousand.
#pragma once

#include <optional>
#include <string>

#include "model/raster.h"

namespace gongkai {

// In 16 shades of grey, which a person reads as well and which take a quarter of the bytes that
// colours take. Nothing where the picture is larger than cairo draws or memory ran out.
std::optional<std::string> WriteGreyPng(const Raster& picture);

}  // namespace gongkai
