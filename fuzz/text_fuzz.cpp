// The whole way from bytes to JSON and back.
#include "extract/charset.h"
#include "extract/plain_text.h"
#include "fuzz/fuzz.h"
#include "fuzz/whole_way.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  const auto document = ReadPlainText(ToUtf8(AsText(data, size)), size % 2 == 0);
  if (document.ok()) GoTheWholeWay(document.value());
  return 0;
}
