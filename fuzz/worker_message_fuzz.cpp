// What a worker that untrusted bytes have taken over might say to its parent.
#include "corpus/byte_codec.h"
#include "corpus/worker_message.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  const std::string_view bytes = AsText(data, size);
  MessageBuffer buffer;
  buffer.Add(bytes.substr(0, size / 2));
  (void)buffer.Next();
  buffer.Add(bytes.substr(size / 2));
  while (buffer.Next()) {
  }
  (void)DecodeBytes<HelloMessage>(bytes);
  (void)DecodeBytes<Error>(bytes);
  (void)DecodeBytes<EntryMessage>(bytes);
  if (const auto record = DecodeBytes<Record>(bytes)) {
    const std::string again = EncodeBytes(*record);
    const auto reread = DecodeBytes<Record>(again);
    Require(reread && EncodeBytes(*reread) == again);
  }
  return 0;
}
