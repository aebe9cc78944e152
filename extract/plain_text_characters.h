// Characters of plain text and Markdown: what is white space, a number, a numbering, markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gongkai {

// The length in bytes of the white space, control character or &nbsp; that stands at `at`; 0 where
// something else stands there. REQUIRES: at < text.size().
std::size_t BlankLength(std::string_view text, std::size_t at);
bool IsBlank(std::string_view text);
std::string_view TrimBlank(std::string_view text);  // &nbsp; included

// One character's bytes. REQUIRES: at < text.size().
std::string_view CharacterAt(std::string_view text, std::size_t at);
std::string_view LastCharacter(std::string_view text);

// Columns that the text takes where Chinese characters are two wide.
int DisplayWidth(std::string_view text);
// The number of characters, counted no further than `limit`.
int CountCharacters(std::string_view text, int limit);

// A cell's number as printed: 12, -18, 7730.28, 1,234, １２. Not a year-long telephone number: at
// most 9 digits before the point, and no leading zero (an area code has one).
bool IsNumberField(std::string_view field);
bool IsPlaceholderField(std::string_view field);  // / — -

// 。！？；：… and their ASCII forms at the end, also behind a closing quote or bracket.
bool EndsSentence(std::string_view text);
// 一、 （一） (1) 1. 1、 第一章 - • : a line of its own begins here.
bool StartsNumbered(std::string_view text);
// The same and nothing behind it.
bool IsBareNumbering(std::string_view text);
// 一、 or （一）: a section or a part.
bool StartsSection(std::string_view text);

enum class TextSyntax { kPlain, kMarkdown };

// Text as it goes into a block: control and zero-width characters dropped, white space and &nbsp;
// one space each run, trimmed, \| unescaped; in Markdown also bold, links and entities resolved.
std::string CleanText(std::string_view text, TextSyntax syntax);

// Two lines of one paragraph or cell: a space between them only where neither side is wide.
void AppendLine(std::string& text, std::string_view next);

}  // namespace gongkai
