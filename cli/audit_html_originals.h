// The originals of an archive's documents, found again where they were imported from.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

struct WantedOriginal {
  std::string sha256;
  std::vector<std::string> files;  // paths of the archive: PathText
  std::vector<std::string> zips;   // ZIP files that hold it
};

enum class OriginalState {
  kFound,
  kMissing,  // no such file any more, or it cannot be read
  kChanged,  // there is a file, but of other bytes
};

// Calls `use` with the bytes of each that is found, at most `threads` at the same time; each ZIP is
// gone through once. Returns what became of each.
std::vector<OriginalState> VisitOriginals(
    const std::vector<WantedOriginal>& wanted, int threads,
    const std::function<void(std::size_t index, const std::string& name, const std::string& bytes)>&
        use);

// The path that PathText wrote: \xHH as bytes again.
std::string ParsePathText(std::string_view text);

}  // namespace gongkai
