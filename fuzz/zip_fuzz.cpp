// Any bytes as a ZIP file: every entry is gone through, within the budgets.
#include "corpus/zip_reader.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  auto zip = ZipReader::OpenBytes(std::string(AsText(data, size)));
  if (!zip.ok()) return 0;
  std::size_t unpacked = 0;
  while (const auto entry = zip.value()->Next()) {
    unpacked += entry->bytes.size();
    Require(!entry->error || entry->bytes.empty());
  }
  Require(unpacked <= kMaxRatio * (size + 1) + kRatioFreeBytes);
  return 0;
}
