// A result that is written piece by piece, whole or not at all: beside its name, and renamed once
// it is complete. A reader sees the old file or the new one, and after an error the old one still
// stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"

namespace gongkai {

class OutputFile {
 public:
  // "-" is standard output. What is no regular file, such as /dev/null, is written to as it is.
  // Error kNotWritable, with the file filled in, as of Finish and Commit.
  static Result<OutputFile> Open(const std::string& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();  // what was not committed is gone

  // Does nothing after a fault, which Finish tells.
  void Write(std::string_view text);
  bool failed() const { return fault_.has_value(); }

  // Everything has been written; nothing is seen of it yet. Of several files, all are finished
  // before the first is committed.
  std::optional<Error> Finish();
  std::optional<Error> Commit();  // finishes, where that was not done

  // The name that it has until then, for a library that writes by name; empty where it has none.
  const std::string& beside() const { return beside_; }

 private:
  explicit OutputFile(std::string path) : path_(std::move(path)) {}
  void Flush();
  void Fail();  // keeps what errno says

  std::string path_;    // as it was given
  std::string file_;    // what is replaced in the end
  std::string beside_;
  std::string buffer_;
  int descriptor_ = -1;
  std::optional<Error> fault_;
};

}  // namespace gongkai
