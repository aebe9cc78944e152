#include "corpus/zip_size.h"

#include <zip.h>

namespace gongkai {

std::optional<std::uint64_t> ZipEntrySize(const std::string& path, const std::string& entry) {
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
  if (archive == nullptr) return std::nullopt;
  zip_stat_t found{};
  const bool known = zip_stat(archive, entry.c_str(), 0, &found) == 0 &&
                     (found.valid & ZIP_STAT_SIZE) != 0;
  zip_discard(archive);
  return known ? std::optional(std::uint64_t{found.size}) : std::nullopt;
}

}  // namespace gongkai
