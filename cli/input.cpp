#include "cli/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace gongkai {
namespace {

constexpr std::size_t kChunk = 1 << 16;  // bytes a read: the size of a pipe's buffer

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number > STDIN_FILENO) close(number);
  }
};

Error Failure(ErrorCode code, std::string detail) { return {code, "", std::move(detail), 0}; }

Error TooLarge() {
  return Failure(ErrorCode::kTooLarge, "> " + std::to_string(kMaxInputBytes / 1'000'000) + " MB");
}

Error SystemError() {
  switch (errno) {
    case ENOENT: return Failure(ErrorCode::kNotFound, "errors.detail.no_such_file");
    case EACCES:
    case EPERM: return Failure(ErrorCode::kNotFound, "errors.detail.no_right");
    default: return Failure(ErrorCode::kNotFound, std::strerror(errno));
  }
}

// Was it written to between the two looks?
bool Changed(const struct stat& before, const struct stat& after) {
  return before.st_size != after.st_size || before.st_mtim.tv_sec != after.st_mtim.tv_sec ||
         before.st_mtim.tv_nsec != after.st_mtim.tv_nsec;
}

// What kind of file it is and how large, before it is opened: opening a pipe can wait for ever.
std::optional<Error> CheckFile(const std::string& path) {
  struct stat facts {};
  if (stat(path.c_str(), &facts) != 0) return SystemError();
  if (S_ISDIR(facts.st_mode)) return Failure(ErrorCode::kUnsupported, "errors.detail.folder");
  if (!S_ISREG(facts.st_mode)) return Failure(ErrorCode::kUnsupported, "errors.detail.special");
  if (facts.st_size > kMaxInputBytes) return TooLarge();
  return std::nullopt;
}

Result<std::string> ReadToEnd(int descriptor) {
  std::string bytes;
  for (;;) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kChunk);
    const ssize_t got = read(descriptor, bytes.data() + size, kChunk);
    bytes.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno != EINTR) return SystemError();
    if (got == 0) return bytes;
    if (bytes.size() > static_cast<std::size_t>(kMaxInputBytes)) return TooLarge();
  }
}

Result<std::string> ReadNamed(const std::string& path) {
  if (path == "-") return ReadToEnd(STDIN_FILENO);
  if (const auto error = CheckFile(path)) return *error;
  const Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.number < 0) return SystemError();
  struct stat before {}, after {};
  fstat(file.number, &before);
  auto bytes = ReadToEnd(file.number);
  fstat(file.number, &after);
  if (bytes.ok() && Changed(before, after)) return Failure(ErrorCode::kChanged, "");
  return bytes;
}

}  // namespace

Result<std::string> ReadInput(const std::string& path) {
  auto bytes = ReadNamed(path);
  if (!bytes.ok()) bytes.error().file = path;
  return bytes;
}

}  // namespace gongkai
