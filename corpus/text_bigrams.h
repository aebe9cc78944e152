// How alike two paragraphs are, their numbers and white space aside: Dice's coefficient over pairs
// of neighbouring tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

using Bigrams = std::vector<std::uint64_t>;  // sorted; the edges count as a token

// Bigrams of different makers cannot be compared.
class BigramMaker {
 public:
  Bigrams Make(std::string_view text);

 private:
  std::map<std::u32string, std::uint64_t, std::less<>> ids_;
};

std::size_t CountCommon(const Bigrams& a, const Bigrams& b);

// 0 to 1, of two that have `common` bigrams in common; 1 where both are empty.
double Likeness(std::size_t common, const Bigrams& a, const Bigrams& b);

}  // namespace gongkai
