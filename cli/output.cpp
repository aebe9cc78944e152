#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "cli/commands.h"
#include "cli/messages.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

// Each of these is true, or errno says why not.
bool WriteAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool WriteAndClose(int descriptor, const std::string& text) {
  if (descriptor < 0) return false;
  const bool written = WriteAll(descriptor, text);
  return close(descriptor) == 0 && written;
}

// A new file of its own name, with the rights that any new file of this process gets.
int OpenBeside(std::string& name) {
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  const mode_t mask = umask(0);
  umask(mask);
  if (descriptor >= 0) fchmod(descriptor, 0666 & ~mask);
  return descriptor;
}

bool WriteBeside(const fs::path& path, const std::string& text) {
  std::string beside = path.parent_path() / ".gongkai-XXXXXX";
  const int descriptor = OpenBeside(beside);
  if (descriptor < 0) return false;
  if (WriteAndClose(descriptor, text) && rename(beside.c_str(), path.c_str()) == 0) return true;
  const int reason = errno;
  unlink(beside.c_str());
  errno = reason;
  return false;
}

// The file that a link leads to is replaced, not the link.
fs::path FileBehind(const std::string& path) {
  std::error_code missing;
  const fs::path file = fs::canonical(path, missing);
  return missing ? fs::path(path) : file;
}

bool WriteNamed(const std::string& path, const std::string& text) {
  if (path.empty() || path == "-") return WriteAll(STDOUT_FILENO, text);
  const fs::path file = FileBehind(path);
  std::error_code ignored;
  if (fs::exists(file, ignored) && !fs::is_regular_file(file, ignored)) {
    return WriteAndClose(open(file.c_str(), O_WRONLY | O_CLOEXEC), text);
  }
  return WriteBeside(file, text);
}

}  // namespace

std::optional<Error> WriteOutput(const std::string& path, const std::string& text) {
  if (WriteNamed(path, text)) return std::nullopt;
  return Error{ErrorCode::kNotWritable, path.empty() ? "-" : path, std::strerror(errno), 0};
}

int WriteOrComplain(const std::string& path, const std::string& text, Language language) {
  const auto error = WriteOutput(path, text);
  if (!error) return kDone;
  Complain(ErrorMessage(*error, language));
  return kInputUnread;
}

}  // namespace gongkai
