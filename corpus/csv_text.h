// Texts as fields of CSV (RFC 4180), safe to open in a spreadsheet.
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";  // by which Excel knows UTF-8
inline constexpr std::string_view kCsvLineEnd = "\r\n";

// A spreadsheet takes a field for a formula that begins with = + - @, one of their full-width
// forms, a tab or a return, and may run what it says. Such a text gets a ' before it, unless it is
// a number or that one character alone (a dash in an empty cell). A text that has the ' already
// gets another one, so that whoever takes one away before such a beginning has the text as it was.
std::string WithoutFormula(std::string_view text);

// Appends the field, in quotes where it needs them.
void AppendCsvField(std::string& line, std::string_view text);

}  // namespace gongkai
