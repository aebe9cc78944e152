#include "corpus/zip_reader.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <utility>

#include "corpus/import_paths.h"
#include "corpus/zip_library.h"

namespace gongkai {
namespace {

// A file that makes a ZIP a document of another kind.
constexpr auto kDocumentMarks = std::to_array<std::pair<const char*, std::string_view>>({
    {"word/document.xml", "DOCX"},
    {"xl/workbook.xml", "XLSX"},
    {"ppt/presentation.xml", "PPTX"},
    {"[Content_Types].xml", "OOXML"},
    {"OFD.xml", "OFD"},
    {"mimetype", "ODF"},
});
constexpr std::string_view kMacFolder = "__MACOSX/";

struct CloseFile {
  void operator()(zip_file_t* file) const { Libzip().close_file(file); }
};

Error Fault(ErrorCode code, std::string detail = "") { return {code, "", std::move(detail), 0}; }

bool IsLeftOut(std::string_view path) {
  if (path.ends_with('/') || path.find(kMacFolder) != path.npos) return true;
  const std::size_t slash = path.rfind('/');
  return IsHiddenName(slash == path.npos ? path : path.substr(slash + 1));
}

std::optional<Error> DocumentInside(zip* archive) {
  for (const auto& [name, kind] : kDocumentMarks) {
    if (Libzip().locate(archive, name, 0) >= 0) {
      return Fault(ErrorCode::kUnsupported, std::string(kind));
    }
  }
  return std::nullopt;
}

Error FaultOf(zip* archive) {
  zip_error_t* error = Libzip().error_of(archive);
  switch (Libzip().error_code(error)) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD: return Fault(ErrorCode::kEncrypted, "ZIP");
    case ZIP_ER_MEMORY: return Fault(ErrorCode::kMemory);
    default: return Fault(ErrorCode::kDamaged, Libzip().error_text(error));
  }
}

}  // namespace

bool LooksLikeZip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

bool IsZipFile(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                           &std::fclose);
  std::string begin(4, '\0');
  return file && std::fread(begin.data(), 1, begin.size(), file.get()) == begin.size() &&
         LooksLikeZip(begin);
}

ZipReader::~ZipReader() {
  if (archive_ != nullptr) Libzip().discard(archive_);
}

Result<std::unique_ptr<ZipReader>> ZipReader::OpenFile(const std::string& path) {
  if (LoadZipLibrary() == nullptr) return Fault(ErrorCode::kUnsupported, kZipLibrary);
  std::unique_ptr<ZipReader> reader(new ZipReader(""));
  zip_error_t error;
  Libzip().init_error(&error);
  zip_source_t* source = Libzip().file_source(path.c_str(), 0, -1, &error);
  if (auto fault = reader->Open(source, error)) return *fault;
  return reader;
}

Result<std::unique_ptr<ZipReader>> ZipReader::OpenBytes(std::string bytes) {
  if (LoadZipLibrary() == nullptr) return Fault(ErrorCode::kUnsupported, kZipLibrary);
  std::unique_ptr<ZipReader> reader(new ZipReader(std::move(bytes)));
  zip_error_t error;
  Libzip().init_error(&error);
  zip_source_t* source =
      Libzip().buffer_source(reader->bytes_.data(), reader->bytes_.size(), 0, &error);
  if (auto fault = reader->Open(source, error)) return *fault;
  return reader;
}

std::optional<Error> ZipReader::Open(zip_source* source, zip_error& error) {
  zip_stat_t facts;
  Libzip().init_facts(&facts);
  if (source != nullptr && Libzip().source_facts(source, &facts) == 0) packed_ = facts.size;
  if (source != nullptr) archive_ = Libzip().open_from_source(source, ZIP_RDONLY, &error);
  if (archive_ == nullptr) {
    Libzip().free_source(source);
    Error fault = Fault(ErrorCode::kDamaged, Libzip().error_text(&error));
    Libzip().end_error(&error);
    return fault;
  }
  if (auto document = DocumentInside(archive_)) return document;
  const std::int64_t count = Libzip().count(archive_, 0);
  if (count > kMaxEntries) {
    return Fault(ErrorCode::kTooLarge, "> " + std::to_string(kMaxEntries));
  }
  return std::nullopt;
}

std::optional<EntryMessage> ZipReader::Next() {
  const auto count = static_cast<std::uint64_t>(Libzip().count(archive_, 0));
  while (next_ < count) {
    const std::uint64_t index = next_++;
    const char* name = Libzip().name(archive_, index, ZIP_FL_ENC_RAW);
    if (name == nullptr || IsLeftOut(name)) continue;
    EntryMessage entry{name, std::nullopt, ""};
    auto unpacked = Unpack(index);
    if (unpacked.ok()) {
      entry.bytes = std::move(unpacked.value());
    } else {
      entry.error = unpacked.error();
    }
    return entry;
  }
  return std::nullopt;
}

// Sizes are what the ZIP says of itself; libzip refuses an entry that gives more than it says, since its
// checksum is that of what it says.
Result<std::string> ZipReader::Unpack(std::uint64_t index) {
  zip_stat_t facts;
  Libzip().init_facts(&facts);
  if (Libzip().facts(archive_, index, 0, &facts) != 0) return FaultOf(archive_);
  if (facts.size > kMaxEntryBytes) {
    return Fault(ErrorCode::kTooLarge, "> " + std::to_string(kMaxEntryBytes / 1'000'000) + " MB");
  }
  const std::uint64_t all = unpacked_ + facts.size;
  const bool ratio_is_high =
      (facts.size > kRatioFreeBytes && facts.size / kMaxRatio > facts.comp_size) ||
      (all > kRatioFreeBytes && all / kMaxRatio > packed_);
  if (ratio_is_high) return Fault(ErrorCode::kTooLarge, "ZIP > 1:" + std::to_string(kMaxRatio));
  const std::unique_ptr<zip_file_t, CloseFile> file(Libzip().open_file(archive_, index, 0));
  if (!file) return FaultOf(archive_);
  std::string bytes(facts.size + 1, '\0');  // one more, to see its end and have its checksum held
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const zip_int64_t got = Libzip().read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) return Fault(ErrorCode::kDamaged, Libzip().file_error_text(file.get()));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  if (filled != facts.size) return Fault(ErrorCode::kDamaged, "ZIP");
  unpacked_ = all;
  bytes.resize(filled);
  return bytes;
}

}  // namespace gongkai
