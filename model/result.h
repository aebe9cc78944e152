// An input that cannot be read is an error value: which file, why, and what to do. (A document that
// is odd is no error but a finding; a bug of our own is an assertion.)
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gongkai {

enum class ErrorCode {
  kNotFound,     // no such file, or no right to read it
  kEmpty,        // 0 bytes, or nothing but white space
  kTooLarge,     // over a budget: bytes, pages, cells, nesting
  kEncrypted,    // needs a password, or the password given is wrong
  kDamaged,      // truncated or broken beyond what the library mends
  kNoPages,      // a PDF of 0 pages
  kUnsupported,  // a format that gongkai does not read
  kNotAReport,   // readable, but nothing in it belongs to an annual report
  kNoText,       // pages without text, and OCR is not there or is off
  kNotWritable,  // the output cannot be written
  kBadJson,      // report JSON that does not follow the schema
  kBadDecisions, // a decisions file that does not follow docs/decisions.md
  kBadRules,     // a rules file that is none
  kBadOrgans,    // an aliases or regions file that does not follow docs/audit.md
  kChanged,      // the file was written to while it was read
  kTimeout,      // reading it took longer than the limit
  kMemory,       // reading it needed more memory than the limit
  kCrash,        // the process that read it ended in the middle
  kBadArchive,   // no archive of gongkai, a damaged one, or one of a later version
  kBusy,         // another process writes to the archive
};

struct Error {
  ErrorCode code = ErrorCode::kDamaged;
  std::string file;    // filled in by the caller that knows it
  // A fact for the message: a limit, a page, a library's word; or the id of a text of the catalogue
  // that opens with "errors.detail."; may be empty.
  std::string detail;
  int page = 0;        // from 1; 0 where it concerns no single page
  std::vector<std::pair<std::string, std::string>> details = {};  // for {name} in that text
};

// REQUIRES: ok() before value(), !ok() before error().
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  Error& error() { return std::get<1>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace gongkai
