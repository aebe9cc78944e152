#include "cli/output.h"

#include "cli/commands.h"
#include "cli/messages.h"
#include "corpus/output_file.h"

namespace gongkai {

std::optional<Error> WriteOutput(const std::string& path, const std::string& text) {
  auto file = OutputFile::Open(path.empty() ? "-" : path);
  if (!file.ok()) return file.error();
  file.value().Write(text);
  return file.value().Commit();
}

int WriteOrComplain(const std::string& path, const std::string& text, Language language) {
  const auto error = WriteOutput(path, text);
  if (!error) return kDone;
  Complain(ErrorMessage(*error, language));
  return kInputUnread;
}

}  // namespace gongkai
