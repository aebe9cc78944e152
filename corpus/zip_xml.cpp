#include "corpus/zip_xml.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include "corpus/zip_library.h"

namespace gongkai {
namespace {

constexpr std::size_t kChunk = 1 << 16;  // bytes that are read at once
// Of an entry's end, as many bytes are looked at: more than any name of an element.
constexpr std::size_t kTail = 256;

struct Discard {
  void operator()(zip_t* archive) const { Libzip().discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { Libzip().close_file(entry); }
};

// "worksheet" of <?xml …?><worksheet xmlns=…
std::string_view FirstElement(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
    const std::string_view name = xml.substr(at + 1);
    if (name.starts_with('?')) continue;
    return name.substr(0, name.find_first_of(" \t\r\n/>"));
  }
  return {};
}

// The size of an entry that is whole.
std::optional<std::uint64_t> WholeSize(zip_t* archive, zip_uint64_t index) {
  const std::unique_ptr<zip_file_t, CloseEntry> entry(Libzip().open_file(archive, index, 0));
  if (!entry) return std::nullopt;
  std::vector<char> chunk(kChunk);
  std::string element, tail;
  std::uint64_t size = 0;
  for (;;) {
    const zip_int64_t read = Libzip().read(entry.get(), chunk.data(), chunk.size());
    if (read < 0) return std::nullopt;
    if (read == 0) break;
    const std::string_view bytes(chunk.data(), static_cast<std::size_t>(read));
    if (size == 0) element = FirstElement(bytes);
    size += bytes.size();
    tail += bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
    tail.erase(0, tail.size() - std::min(tail.size(), kTail));
  }
  while (tail.ends_with('\n')) tail.pop_back();
  if (element.empty() || !tail.ends_with("</" + element + ">")) return std::nullopt;
  return size;
}

}  // namespace

std::optional<std::map<std::string, std::uint64_t>> SizesOfWholeXml(const std::string& path) {
  if (LoadZipLibrary() == nullptr) return std::nullopt;
  const std::unique_ptr<zip_t, Discard> archive(Libzip().open(path.c_str(), ZIP_RDONLY, nullptr));
  if (!archive) return std::nullopt;
  std::map<std::string, std::uint64_t> sizes;
  const zip_int64_t entries = Libzip().count(archive.get(), 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* name = Libzip().name(archive.get(), index, 0);
    const auto size = WholeSize(archive.get(), index);
    if (name == nullptr || !size) return std::nullopt;
    sizes.emplace(name, *size);
  }
  return sizes;
}

}  // namespace gongkai
