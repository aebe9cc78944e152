#include "corpus/zip_reader.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <utility>

#include "corpus/import_paths.h"

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
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Error Fault(ErrorCode code, std::string detail = "") { return {code, "", std::move(detail), 0}; }

bool IsLeftOut(std::string_view path) {
  if (path.ends_with('/') || path.find(kMacFolder) != path.npos) return true;
  const std::size_t slash = path.rfind('/');
  return IsHiddenName(slash == path.npos ? path : path.substr(slash + 1));
}

std::optional<Error> DocumentInside(zip* archive) {
  for (const auto& [name, kind] : kDocumentMarks) {
    if (zip_name_locate(archive, name, 0) >= 0) {
      return Fault(ErrorCode::kUnsupported, std::string(kind));
    }
  }
  return std::nullopt;
}

Error FaultOf(zip* archive) {
  zip_error_t* error = zip_get_error(archive);
  switch (zip_error_code_zip(error)) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD: return Fault(ErrorCode::kEncrypted, "ZIP");
    case ZIP_ER_MEMORY: return Fault(ErrorCode::kMemory);
    default: return Fault(ErrorCode::kDamaged, zip_error_strerror(error));
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
  if (archive_ != nullptr) zip_discard(archive_);
}

Result<std::unique_ptr<ZipReader>> ZipReader::OpenFile(const std::string& path) {
  std::unique_ptr<ZipReader> reader(new ZipReader(""));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_file_create(path.c_str(), 0, -1, &error);
  if (auto fault = reader->Open(source, error)) return *fault;
  return reader;
}

Result<std::unique_ptr<ZipReader>> ZipReader::OpenBytes(std::string bytes) {
  std::unique_ptr<ZipReader> reader(new ZipReader(std::move(bytes)));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source =
      zip_source_buffer_create(reader->bytes_.data(), reader->bytes_.size(), 0, &error);
  if (auto fault = reader->Open(source, error)) return *fault;
  return reader;
}

std::optional<Error> ZipReader::Open(zip_source* source, zip_error& error) {
  zip_stat_t facts;
  zip_stat_init(&facts);
  if (source != nullptr && zip_source_stat(source, &facts) == 0) packed_ = facts.size;
  if (source != nullptr) archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive_ == nullptr) {
    zip_source_free(source);
    Error fault = Fault(ErrorCode::kDamaged, zip_error_strerror(&error));
    zip_error_fini(&error);
    return fault;
  }
  if (auto document = DocumentInside(archive_)) return document;
  const std::int64_t count = zip_get_num_entries(archive_, 0);
  if (count > kMaxEntries) {
    return Fault(ErrorCode::kTooLarge, "> " + std::to_string(kMaxEntries));
  }
  return std::nullopt;
}

std::optional<EntryMessage> ZipReader::Next() {
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive_, 0));
  while (next_ < count) {
    const std::uint64_t index = next_++;
    const char* name = zip_get_name(archive_, index, ZIP_FL_ENC_RAW);
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
  zip_stat_init(&facts);
  if (zip_stat_index(archive_, index, 0, &facts) != 0) return FaultOf(archive_);
  if (facts.size > kMaxEntryBytes) {
    return Fault(ErrorCode::kTooLarge, "> " + std::to_string(kMaxEntryBytes / 1'000'000) + " MB");
  }
  const std::uint64_t all = unpacked_ + facts.size;
  const bool ratio_is_high =
      (facts.size > kRatioFreeBytes && facts.size / kMaxRatio > facts.comp_size) ||
      (all > kRatioFreeBytes && all / kMaxRatio > packed_);
  if (ratio_is_high) return Fault(ErrorCode::kTooLarge, "ZIP > 1:" + std::to_string(kMaxRatio));
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_, index, 0));
  if (!file) return FaultOf(archive_);
  std::string bytes(facts.size + 1, '\0');  // one more, to see its end and have its checksum held
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) return Fault(ErrorCode::kDamaged, zip_file_strerror(file.get()));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  if (filled != facts.size) return Fault(ErrorCode::kDamaged, "ZIP");
  unpacked_ = all;
  bytes.resize(filled);
  return bytes;
}

}  // namespace gongkai
