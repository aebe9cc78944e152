// Two paragraphs laid side by side: which stretches of one are the same in the other, and which
// stand in one another's place, cut so that a person reads them well.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text_tokens.h"

namespace gongkai {

struct CutText {
  std::u32string text;
  std::vector<TextToken> tokens;

  std::size_t size() const { return tokens.size(); }
  std::u32string_view At(std::size_t token) const { return Range(token, token + 1); }
  std::u32string_view Range(std::size_t begin, std::size_t end) const;  // of tokens
  bool IsNumber(std::size_t token) const { return tokens[token].kind == TokenKind::kNumber; }
  std::size_t Length(std::size_t token) const;  // in characters; white space has none
};

CutText CutIntoTokens(std::string_view text);

// Ranges of tokens of both. `same`: equally long and token by token the same, but that a number may
// stand beside another number. Otherwise what was replaced; one of the two may be empty.
struct TextStretch {
  std::size_t before = 0, before_end = 0, after = 0, after_end = 0;
  bool same = false;
};

// In order, and together all of both texts.
std::vector<TextStretch> FindStretches(const CutText& before, const CutText& after);

// Characters: of what is truly the same, numbers that differ aside; of a replacement, its longer
// side.
std::size_t WeightOf(const TextStretch& stretch, const CutText& before, const CutText& after);

}  // namespace gongkai
