// What an import would do, without doing any of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/archive_writer.h"
#include "corpus/import_paths.h"
#include "corpus/sqlite.h"

namespace gongkai {

// What would become of a file.
enum class Intent { kRead, kUnpack, kUnchanged, kFailed };

struct PlannedFile {
  std::string path;  // PathText
  Intent intent = Intent::kRead;
  std::optional<Failure> failure;  // where it failed before and would not be tried again
};

// `archive`: null where there is none yet. `open` as of the import.
std::vector<PlannedFile> PlanImport(
    Database* archive, const std::string& reader, const std::vector<FoundFile>& files,
    bool retry_failed, const std::function<Result<std::string>(const std::string& path)>& open);

}  // namespace gongkai
