// The words of headings, as data: what a section's heading must name, and what headings may say.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongkai {

struct HeadingRow {
  std::string_view key;
  std::vector<std::u32string_view> one_of;      // it names one of these,
  std::vector<std::u32string_view> and_one_of;  // and one of these unless empty,
  std::vector<std::u32string_view> none_of;     // and none of these.
  int only_number = 0;  // the row holds for headings with this number only; 0: for all
};

// In the order of preference.
const std::vector<HeadingRow>& HeadingRows();

// The length of the longest word of the vocabulary that opens the text; 0 where none does.
std::size_t LongestHeadingWord(std::u32string_view text);

}  // namespace gongkai
