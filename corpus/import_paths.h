// What a person names becomes a list of files: folders are walked, lists read, patterns matched.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace gongkai {

// A file to be imported; or what was named and cannot be one: a name that is not there, a folder that
// cannot be read, a link that leads back to itself.
struct FoundFile {
  std::string path;  // absolute, as the file system has it
  std::optional<Error> error;
};

struct FoundFiles {
  std::vector<FoundFile> files;  // in a stable order: as named; within a folder by the bytes of names
  std::size_t hidden = 0;        // files and folders left out because their names begin with a dot
};

struct FindOptions {
  // Reads a list's bytes.
  std::function<Result<std::string>(const std::string& path)> open;
  std::vector<std::string> left_out;  // absolute paths: the archive's own files, the log
  std::optional<std::int64_t> since;  // only files changed at this second since 1970 or after
};

// `names`: files, folders (with all below them), "@list" (a path a line, or each ended by a NUL byte
// where there is one), and patterns (* ? [ ]) where there is no file of that name. A file that is
// named twice stands once. Links are followed.
FoundFiles FindFiles(const std::vector<std::string>& names, const FindOptions& options);

// Is it one of those that systems and programs hide from people (.git, .DS_Store)?
bool IsHiddenName(std::string_view name);

}  // namespace gongkai
