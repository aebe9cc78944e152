#include "corpus/sha256.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <nettle/base16.h>
#include <nettle/sha2.h>

namespace gongkai {
namespace {

constexpr std::size_t kPiece = 1 << 20;  // bytes in memory at a time

void Add(sha256_ctx& context, std::string_view bytes) {
  sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
}

std::string HexOf(sha256_ctx& context) {
  std::array<uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex(BASE16_ENCODE_LENGTH(digest.size()), '0');
  base16_encode_update(hex.data(), digest.size(), digest.data());
  return hex;
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  Add(context, bytes);
  return HexOf(context);
}

Result<std::string> Sha256OfFile(const std::string& path) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
  if (!file) return Error{ErrorCode::kNotFound, path, std::strerror(errno), 0};
  sha256_ctx context;
  sha256_init(&context);
  std::string piece(kPiece, '\0');
  while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.get())) {
    Add(context, std::string_view(piece).substr(0, got));
  }
  if (std::ferror(file.get())) return Error{ErrorCode::kNotFound, path, std::strerror(errno), 0};
  return HexOf(context);
}

}  // namespace gongkai
