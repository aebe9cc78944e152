#include "cli/reader_version.h"

#include <reader_sources.h>  // made by the build (cmake/reader_version.cmake)

#include "corpus/sha256.h"

namespace gongkai {
namespace {

constexpr std::size_t kDigits = 12;  // of the hash of a rules file, as many as of the sources

}  // namespace

std::string ReaderVersion(const ExtractArguments& arguments, std::string_view rules) {
  std::string version = GONGKAI_READER_VERSION;
  for (const std::string& word : arguments.Words(/*with_password=*/false)) version += " " + word;
  if (!rules.empty()) version += " --rules " + Sha256Hex(rules).substr(0, kDigits);
  return version;
}

}  // namespace gongkai
