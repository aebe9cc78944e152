#include "corpus/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = 1 << 16;  // few calls of the system, and little memory

// True, or errno says why not.
bool WriteAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A new file of its own name, with the rights that any new file of this process gets.
int OpenBeside(std::string& name) {
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  const mode_t mask = umask(0);
  umask(mask);
  if (descriptor >= 0) fchmod(descriptor, 0666 & ~mask);
  return descriptor;
}

// The file that a link leads to is replaced, not the link.
fs::path FileBehind(const std::string& path) {
  std::error_code missing;
  const fs::path file = fs::canonical(path, missing);
  return missing ? fs::path(path) : file;
}

}  // namespace

Result<OutputFile> OutputFile::Open(const std::string& path) {
  OutputFile output(path);
  if (path == "-") {
    output.descriptor_ = STDOUT_FILENO;
    return output;
  }
  const fs::path file = FileBehind(path);
  std::error_code ignored;
  if (fs::exists(file, ignored) && !fs::is_regular_file(file, ignored)) {
    output.descriptor_ = open(file.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    std::string beside = file.parent_path() / ".gongkai-XXXXXX";
    output.descriptor_ = OpenBeside(beside);
    if (output.descriptor_ >= 0) {
      output.file_ = file;
      output.beside_ = beside;
    }
  }
  if (output.descriptor_ < 0) {
    output.Fail();
    return *output.fault_;
  }
  return output;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::move(other.file_)),
      beside_(std::exchange(other.beside_, "")),
      buffer_(std::move(other.buffer_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      fault_(std::move(other.fault_)) {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) close(descriptor_);
  if (!beside_.empty()) unlink(beside_.c_str());
}

void OutputFile::Fail() {
  if (!fault_) fault_ = Error{ErrorCode::kNotWritable, path_, std::strerror(errno), 0};
}

void OutputFile::Write(std::string_view text) {
  if (fault_) return;
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) Flush();
}

void OutputFile::Flush() {
  if (!fault_ && !WriteAll(descriptor_, buffer_)) Fail();
  buffer_.clear();
}

std::optional<Error> OutputFile::Finish() {
  Flush();
  const int descriptor = std::exchange(descriptor_, -1);
  if (descriptor >= 0 && descriptor != STDOUT_FILENO && close(descriptor) != 0) Fail();
  return fault_;
}

std::optional<Error> OutputFile::Commit() {
  if (Finish() || beside_.empty()) return fault_;
  if (rename(beside_.c_str(), file_.c_str()) != 0) {
    Fail();
  } else {
    beside_.clear();
  }
  return fault_;
}

}  // namespace gongkai
