// SHA-256 of what an input holds, as 64 lower-case hex digits.
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace gongkai {

std::string Sha256Hex(std::string_view bytes);

// Of a whole file of any size, read in pieces. Error kNotFound, with the file filled in.
Result<std::string> Sha256OfFile(const std::string& path);

}  // namespace gongkai
