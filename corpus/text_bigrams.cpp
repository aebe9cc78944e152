#include "corpus/text_bigrams.h"

#include <algorithm>

#include "corpus/text_tokens.h"
#include "model/unicode.h"

namespace gongkai {

Bigrams BigramMaker::Make(std::string_view text) {
  constexpr std::uint64_t kEdge = 0;
  const std::u32string decoded = DecodeUtf8(text);
  Bigrams bigrams;
  std::uint64_t last = kEdge;
  const auto add = [&](std::uint64_t next) {
    bigrams.push_back(last << 32 | next);
    last = next;
  };
  for (const TextToken& token : FindTokens(decoded)) {
    if (token.kind == TokenKind::kSpace) continue;
    const bool number = token.kind == TokenKind::kNumber;
    const auto word = decoded.substr(token.begin, token.end - token.begin);
    add(ids_.try_emplace(number ? U"0" : word, ids_.size() + 1).first->second);
  }
  if (!bigrams.empty()) add(kEdge);
  std::sort(bigrams.begin(), bigrams.end());
  return bigrams;
}

std::size_t CountCommon(const Bigrams& a, const Bigrams& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++common;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return common;
}

double Likeness(std::size_t common, const Bigrams& a, const Bigrams& b) {
  if (a.empty() && b.empty()) return 1;
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

}  // namespace gongkai
