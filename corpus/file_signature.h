// Whether a file was written to since it was read, by what the file system says of it.
#pragma once

#include <string>

namespace gongkai {

// Size, times of the last change to content and to the file's entry, device and number. The second of the
// times is the system's own: no program sets it, so that files with the same signature have not been
// written to in between. Empty for what is no file, and for one that has changed within the last two
// seconds: a further change in the same tick of the clock would not be seen (FAT counts in two seconds).
std::string FileSignature(const std::string& path);

}  // namespace gongkai
