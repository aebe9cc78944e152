// Bytes of unknown encoding become UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

// In this order: a byte order mark (UTF-8, UTF-16), strict UTF-8, what an HTML head declares
// (gb2312 and gbk mean GB18030), strict GB18030, a detector; at last UTF-8 with U+FFFD for what is
// broken. The result is always valid UTF-8 without a byte order mark.
std::string ToUtf8(std::string_view bytes);

}  // namespace gongkai
