// Chinese text cut into the pieces that a comparison shows as changed or not: a number as a whole,
// a Latin word as a whole, Chinese characters and signs one by one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

enum class TokenKind {
  kNumber,  // 2023, 1,234.5万, 98.6%, 二〇二三, and 六 where 件 or the like follows
  kWord,    // letters of other scripts
  kHan,
  kSpace,  // a run of white space
  kSign,
};

struct TextToken {
  TokenKind kind = TokenKind::kSign;
  std::size_t begin = 0, end = 0;  // in the text's code points
};

// Every character is in exactly one token, in order.
std::vector<TextToken> FindTokens(std::u32string_view text);

// Does a sentence, or a part of one, end with this sign? 2 for 。！？；, 1 for other punctuation.
int StopRank(char32_t c);

}  // namespace gongkai
