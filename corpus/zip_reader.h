// The files in a ZIP, one after the other, within budgets.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/worker_message.h"
#include "model/result.h"

struct zip;
struct zip_source;
struct zip_error;

namespace gongkai {

// Budgets. A report that is packed is text at the most (PDF and pictures are compressed already), and
// text packs 20 times at best; a bomb packs a thousand times and more.
inline constexpr std::uint64_t kMaxEntryBytes = 200'000'000;     // as of any input
inline constexpr std::uint64_t kMaxRatio = 200;                  // of one entry, and of all together
inline constexpr std::uint64_t kRatioFreeBytes = 16'000'000;     // below, no ratio is asked for
inline constexpr std::int64_t kMaxEntries = 200'000;

class ZipReader {
 public:
  // Of a file, or of a ZIP's bytes. Error kUnsupported where it is a document of another kind that is
  // a ZIP inside (DOCX, OFD ...), kNotFound, kDamaged, kTooLarge.
  static Result<std::unique_ptr<ZipReader>> OpenFile(const std::string& path);
  static Result<std::unique_ptr<ZipReader>> OpenBytes(std::string bytes);
  ~ZipReader();

  // The next file in the order of the ZIP's own list; nothing at the end. An entry has an error where
  // it is damaged (kDamaged), encrypted (kEncrypted), or over a budget (kTooLarge). Folders, hidden
  // files and what systems leave behind (__MACOSX) are passed over.
  std::optional<EntryMessage> Next();

 private:
  explicit ZipReader(std::string bytes) : bytes_(std::move(bytes)) {}
  std::optional<Error> Open(zip_source* source, zip_error& error);
  Result<std::string> Unpack(std::uint64_t index);

  std::string bytes_;  // of a ZIP in memory
  zip* archive_ = nullptr;
  std::uint64_t packed_ = 0;  // bytes of the ZIP itself, which what it says cannot change
  std::uint64_t next_ = 0;
  std::uint64_t unpacked_ = 0;  // bytes so far
};

// Do the bytes begin as a ZIP does?
bool LooksLikeZip(std::string_view bytes);
bool IsZipFile(const std::string& path);  // a regular file that begins so

}  // namespace gongkai
