// Plain text and Markdown: paragraphs, and tables linearised by tabs, by bars or one cell a line.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/document.h"
#include "model/result.h"

namespace gongkai {

// A report's text is 20 to 200 KB; 64 MB is room for any file that is text at all, and keeps what
// is made of it (blocks of about twice the size) within ordinary memory.
inline constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;
// Lines that are not blank; a report has a few thousand. A line becomes a block of about 200 bytes.
inline constexpr std::size_t kMaxTextLines = 1'000'000;
// Cells of one grid, and of all grids; the largest table of a report has 300. Lines beyond that are
// paragraphs.
inline constexpr std::size_t kMaxGridCells = 200'000;
inline constexpr std::size_t kMaxTextCells = 1'000'000;

// A line of two or more fields is a row of a Grid (GridKind::kFields): Cell.row is the line,
// Cell.col the number of the field in it, a blank field is a blank cell. Rows may have different
// numbers of cells. Every other line is a Paragraph, unless the whole text is hard-wrapped: then
// its lines are joined. Paragraph::lone_cell is set as model/document.h says.
//
// REQUIRES: utf8 is valid UTF-8. Errors: kEmpty, kTooLarge.
Result<Document> ReadPlainText(std::string_view utf8, bool markdown);

}  // namespace gongkai
