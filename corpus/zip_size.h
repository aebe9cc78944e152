// How large an entry of a ZIP file is, by the file's own list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace gongkai {

// Bytes before packing; nothing where the file is no whole ZIP or has no such entry.
std::optional<std::uint64_t> ZipEntrySize(const std::string& path, const std::string& entry);

}  // namespace gongkai
