#include "extract/layout.h"
#include "extract/pdf.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  ExtractOptions options;
  options.max_pages = 20;
  const auto pages = ReadPdfPages(AsText(data, size), options);
  if (pages.ok()) LayOutPages(pages.value().pages);
  return 0;
}
