// The whole way from bytes to JSON and back.
#include "extract/charset.h"
#include "extract/html.h"
#include "fuzz/fuzz.h"
#include "fuzz/whole_way.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  const auto document = ReadHtml(ToUtf8(AsText(data, size)));
  if (document.ok()) GoTheWholeWay(document.value());
  return 0;
}
