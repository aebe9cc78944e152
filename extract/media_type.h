// Formats that gongkai does not read, told apart for the message. (FindMediaType is in extract.h.)
#pragma once

#include <string_view>

namespace gongkai {

// "GIF", "DOCX", "ZIP" ...: what the bytes are by their signature; empty where none is known.
std::string_view ForeignFormatName(std::string_view bytes);

}  // namespace gongkai
