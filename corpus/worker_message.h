// What the importing process and its workers say to each other over a stream socket: a kind, the
// length of the body, the body.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/archive_record.h"
#include "model/result.h"

namespace gongkai {

enum class MessageKind : char {
  // From a worker.
  kHello = 'h',     // HelloMessage: once, before anything else
  kPages = 'p',     // int: the report in hand has that many pages to be read from pictures
  kRecord = 'r',    // Record: the report was read
  kError = 'e',     // Error: it could not be
  kEntry = 'z',     // EntryMessage: the next file of the ZIP
  kEnd = '.',       // the ZIP has no more
  // To a worker.
  kRead = 'R',      // ReadMessage
  kUnpack = 'U',    // UnpackMessage; answered by the first kEntry, kEnd or kError
  kNext = 'N',      // the next entry of it
};

struct Message {
  MessageKind kind = MessageKind::kEnd;
  std::string body;
};

struct HelloMessage {
  std::string reader;  // the version and the options it reads with
  bool confined = false;  // no network and no writing for it (worker_sandbox.h)
};

struct ReadMessage {
  std::string name, bytes;
};

// A ZIP: a file, or bytes where it came out of another ZIP.
struct UnpackMessage {
  std::string path, bytes;
};

struct EntryMessage {
  std::string path;  // within the ZIP; raw bytes
  std::optional<Error> error;
  std::string bytes;
};

template <typename Visitor>
void Visit(Visitor& v, HelloMessage& hello) {
  v(hello.reader, hello.confined);
}
template <typename Visitor>
void Visit(Visitor& v, ReadMessage& request) {
  v(request.name, request.bytes);
}
template <typename Visitor>
void Visit(Visitor& v, UnpackMessage& request) {
  v(request.path, request.bytes);
}
template <typename Visitor>
void Visit(Visitor& v, Error& error) {
  v(error.code, error.file, error.detail, error.page, error.details);
}
template <typename Visitor>
void Visit(Visitor& v, EntryMessage& entry) {
  v(entry.path, entry.error, entry.bytes);
}

// The bytes that come, until they are messages.
class MessageBuffer {
 public:
  void Add(std::string_view bytes) { bytes_ += bytes; }
  // The next whole message. Nothing, and broken() from then on, where a length is beyond any that
  // these programs send.
  std::optional<Message> Next();
  bool broken() const { return broken_; }

 private:
  std::string bytes_;
  bool broken_ = false;
};

std::string HeaderOf(MessageKind kind, std::size_t body_size);

// On a blocking socket. False, and nothing, where the other side is gone.
bool SendMessage(int socket, MessageKind kind, std::string_view body);
std::optional<Message> WaitForMessage(int socket, MessageBuffer& buffer);

}  // namespace gongkai
