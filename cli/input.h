// Bytes from outside, with a cap that is checked before anything is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/result.h"

namespace gongkai {

// A report of a hundred scanned pages at 300 dpi is about 100 MB; twice that is no report.
inline constexpr std::int64_t kMaxInputBytes = 200'000'000;

// The bytes of a regular file, or of standard input where `path` is "-". Errors, with the file
// filled in: kNotFound, kTooLarge, kUnsupported (a folder, a device, a named pipe: never opened),
// kChanged (written to meanwhile).
// An empty file is no error here.
Result<std::string> ReadInput(const std::string& path);

// What `parse` makes of them, with the file filled in its errors, too.
template <typename T>
Result<T> ReadInputAs(const std::string& path, Result<T> (*parse)(std::string_view bytes)) {
  const auto bytes = ReadInput(path);
  if (!bytes.ok()) return bytes.error();
  auto parsed = parse(bytes.value());
  if (!parsed.ok()) parsed.error().file = path;
  return parsed;
}

}  // namespace gongkai
