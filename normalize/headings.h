// One heading of a section: its number, its meaning, and where its words end and its text begins.
#pragma once

#include <cstddef>
#include <string_view>

#include "normalize/headings_text.h"

namespace gongkai {

// How a heading is numbered. Only one of these is the level of a report's sections.
enum class NumberStyle {
  kNone,
  kLost,     // 、主动公开政府信息情况: the sign is there, the number is not
  kComma,    // 一、 一. 一 、 十二、
  kBracket,  // （一） （一）、 一） ㈠
  kPart,     // 第一部分
  kArabic,   // 1、 1. （1）
};

struct HeadingNumber {
  NumberStyle style = NumberStyle::kNone;
  int value = 0;           // 1 to 99; 0 for kNone and kLost
  std::size_t digits = 0;  // where the number itself stands in the compact text:
  std::size_t digits_end = 0;
  std::size_t end = 0;  // where the words begin, behind the number and its sign
};

// The number that opens text[begin, ...); kNone where none does. `一` followed by nothing but a
// space counts as kComma; whether the words then make a heading is for the caller to ask.
HeadingNumber ParseHeadingNumber(const CompactText& line, std::size_t begin = 0);

enum class HeadingFit {
  kNone,
  kWeak,    // the words that the section must name are there, among others
  kStrong,  // and it says nothing else (a slip of one or two characters aside)
};

struct HeadingMatch {
  std::string_view key = "unknown";  // of FORMS.md section 2 or 6
  HeadingFit fit = HeadingFit::kNone;
};

// What the words of a heading mean (compact text, without the number). `number` is a hint that
// decides where the words could name two sections; 0 for none.
HeadingMatch MatchHeading(std::u32string_view words, int number);

// Whether a line is a row label of table 3 that is numbered as a section is: 一、本年新收…,
// 四、结转下年度继续办理.
bool IsTableRowLabel(std::u32string_view words);

// The place that the national form gives to a section, from 1; 0 for keys that it does not have.
int FormNumber(std::string_view key);
// The key that stands at that place; "unknown" where none does.
std::string_view FormKey(int number);

// A heading with the text that may be glued behind it.
struct Heading {
  HeadingNumber number;
  HeadingMatch match;
  std::size_t begin = 0, end = 0;  // the words
  std::size_t rest = 0;            // where the section's text goes on in the same line
  bool short_line = false;         // nothing is glued behind it, and it is no sentence
  bool ends_as_heading = false;    // the words end in 情况, 事项, 措施 …

  std::size_t Length() const { return end - begin; }
};

// Reads line.text[begin, ...) as a heading. Where the words' end cannot be told, the heading is
// empty and all is text.
Heading ReadHeading(const CompactText& line, std::size_t begin = 0);

}  // namespace gongkai
