// A file's name as text. A file system's names are bytes: they need not be UTF-8 and may hold line breaks.
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

// Bytes that are not UTF-8, control characters and the backslash itself become \xHH, so that different
// names are different texts, on one line, that any terminal and any JSON can carry.
std::string PathText(std::string_view path);

// The absolute form of a path, without . and .. and without looking at the file system.
std::string AbsolutePath(std::string_view path);

}  // namespace gongkai
