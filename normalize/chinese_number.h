// Whole numbers written in Chinese characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gongkai {

// Both writings: with units (二十三, 一百零五, 两万三千) and digit by digit (二〇二三, 二零二三).
// 0 <= value < 10^12 with units, at most nine digits without. Nothing for anything else: a wrong
// order of units (三十百), a bare 百 or 万, a last digit without its unit (一百二, which may be 102
// or 120), mixed writings (二〇十), any other character, an empty text.
std::optional<std::int64_t> ParseChineseNumber(std::string_view utf8);
std::optional<std::int64_t> ParseChineseNumber(std::u32string_view text);

// Is it a character that ParseChineseNumber reads?
bool IsChineseNumeral(char32_t c);

}  // namespace gongkai
