// Bytes from outside, with a cap that is checked before anything is read.
#pragma once

#include <cstdint>
#include <string>

#include "model/result.h"

namespace gongkai {

// A report of a hundred scanned pages at 300 dpi is about 100 MB; twice that is no report.
inline constexpr std::int64_t kMaxInputBytes = 200'000'000;

// The bytes of a regular file, or of standard input where `path` is "-". Errors, with the file
// filled in: kNotFound, kTooLarge, kUnsupported (a folder, a device, a named pipe: never opened),
// kChanged (written to meanwhile).
// An empty file is no error here.
Result<std::string> ReadInput(const std::string& path);

}  // namespace gongkai
