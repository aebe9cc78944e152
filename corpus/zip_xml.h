// Is a ZIP file of XML documents, such as a workbook, whole?
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace gongkai {

// The size of every entry in bytes, before packing. Nothing where the file is no ZIP, a checksum
// does not agree, or an entry does not end with the end tag of its first element (and line feeds).
std::optional<std::map<std::string, std::uint64_t>> SizesOfWholeXml(const std::string& path);

}  // namespace gongkai
