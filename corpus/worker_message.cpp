#include "corpus/worker_message.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace gongkai {
namespace {

constexpr std::size_t kHeader = 1 + sizeof(std::uint64_t);
// The largest input (200 MB) with its name, or its record, which holds its text and its JSON.
constexpr std::uint64_t kMaxBody = std::uint64_t{1} << 30;
constexpr std::size_t kChunk = 1 << 18;  // bytes a read

bool WriteAll(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(socket, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::optional<Message> MessageBuffer::Next() {
  if (broken_ || bytes_.size() < kHeader) return std::nullopt;
  std::uint64_t size = 0;
  std::memcpy(&size, bytes_.data() + 1, sizeof size);
  broken_ = size > kMaxBody;
  if (broken_ || bytes_.size() - kHeader < size) return std::nullopt;
  Message message{static_cast<MessageKind>(bytes_.front()), ""};
  std::string rest = bytes_.substr(kHeader + size);  // as a rule there is none
  bytes_.resize(kHeader + size);
  bytes_.erase(0, kHeader);
  message.body = std::exchange(bytes_, std::move(rest));
  return message;
}

std::string HeaderOf(MessageKind kind, std::size_t body_size) {
  const auto size = static_cast<std::uint64_t>(body_size);
  std::string header(1, static_cast<char>(kind));
  header.append(reinterpret_cast<const char*>(&size), sizeof size);
  return header;
}

bool SendMessage(int socket, MessageKind kind, std::string_view body) {
  return WriteAll(socket, HeaderOf(kind, body.size())) && WriteAll(socket, body);
}

std::optional<Message> WaitForMessage(int socket, MessageBuffer& buffer) {
  std::string chunk(kChunk, '\0');
  for (;;) {
    if (auto message = buffer.Next()) return message;
    if (buffer.broken()) return std::nullopt;
    const ssize_t got = read(socket, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    buffer.Add(std::string_view(chunk).substr(0, static_cast<std::size_t>(got)));
  }
}

}  // namespace gongkai
