// A document as one line a block, so that a test says what it expects in one string.
#pragma once

#include <string>
#include <string_view>

#include "extract/html.h"

namespace gongkai {

// "P text", with b, c, h behind the P where it is bold, centred, a heading.
inline std::string ShowBlock(const Paragraph& paragraph) {
  std::string line = "P";
  if (paragraph.bold) line += 'b';
  if (paragraph.centred) line += 'c';
  if (paragraph.heading) line += 'h';
  return line + " " + paragraph.text;
}

// "G 2x2 / |a(1x2) / |b |c@3": rows behind a '/', spans in brackets, the column where positions
// between two cells of a row are covered or missing.
inline std::string ShowBlock(const Grid& grid) {
  std::string line = "G " + std::to_string(grid.rows) + "x" + std::to_string(grid.cols);
  int row = -1, next = 0;
  for (const Cell& cell : grid.cells) {
    if (cell.row != row) line += " /";
    if (cell.row != row) next = 0;
    row = cell.row;
    line += " |" + cell.text;
    if (cell.col != next) line += "@" + std::to_string(cell.col);
    next = cell.col + cell.col_span;
    if (cell.row_span > 1 || cell.col_span > 1) {
      line += "(" + std::to_string(cell.row_span) + "x" + std::to_string(cell.col_span) + ")";
    }
  }
  return line;
}

inline std::string ShowHtml(std::string_view html) {
  const Result<Document> document = ReadHtml(html);
  if (!document.ok()) return "error " + std::to_string(static_cast<int>(document.error().code));
  std::string text;
  for (const Block& block : document.value().blocks) {
    text += std::visit([](const auto& value) { return ShowBlock(value); }, block) + "\n";
  }
  return text;
}

}  // namespace gongkai
