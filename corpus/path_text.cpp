#include "corpus/path_text.h"

#include <array>
#include <cstdio>
#include <filesystem>

#include "model/unicode.h"

namespace gongkai {
namespace {

// The bytes of the UTF-8 character that `text` begins with; 0 where it begins with none.
std::size_t CharacterLength(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t length = 1; length <= kLongest && length <= text.size(); ++length) {
    if (IsValidUtf8(text.substr(0, length))) return length;
  }
  return 0;
}

bool IsPlain(std::string_view character) {
  if (character.size() > 1) return !(character.size() == 2 && character[0] == '\xC2' && character[1] < '\xA0');
  const char c = character.front();
  return c >= ' ' && c != '\x7F' && c != '\\';
}

}  // namespace

std::string PathText(std::string_view path) {
  std::string text;
  while (!path.empty()) {
    const std::size_t length = CharacterLength(path);
    if (length > 0 && IsPlain(path.substr(0, length))) {
      text += path.substr(0, length);
      path.remove_prefix(length);
      continue;
    }
    std::array<char, 5> escape{};
    std::snprintf(escape.data(), escape.size(), "\\x%02X", static_cast<unsigned char>(path.front()));
    text += escape.data();
    path.remove_prefix(1);
  }
  return text;
}

std::string AbsolutePath(std::string_view path) {
  return std::filesystem::absolute(path).lexically_normal();
}

}  // namespace gongkai
