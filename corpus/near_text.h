// A narrative as it is compared: without what changes while a text is copied, and with the way back
// to the document's own characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/near_copies.h"

namespace gongkai {

struct NearText {
  // Han characters, letters in lower case, kNumberMark for each number (2,320, 二〇二三, 十五; a
  // single Chinese numeral is a word) and kOrganMark for the organ's names and for 我镇, 本局, 全县.
  std::u32string text;                // of the first kMostComparedBytes
  std::vector<std::uint32_t> origin;  // of each: the first character of the original it stands for
  std::vector<std::uint32_t> ending;  // behind the last of them
};

inline constexpr char32_t kNumberMark = U'0';
inline constexpr char32_t kOrganMark = U'○';

// `names`: of the organ. 甲乙镇人民政府 is also known as 甲乙镇. Names of one character are no names.
NearText MakeNearText(std::string_view raw, std::span<const std::string> names);

// Where the stretches of `near` stand in `raw`, of which it was made. Each {begin, end} is not
// empty and within near.text.
struct NearRange {
  std::size_t begin = 0, end = 0;
};
std::vector<TextRange> RangesInRaw(std::string_view raw, const NearText& near,
                                   std::span<const NearRange> ranges);

}  // namespace gongkai
