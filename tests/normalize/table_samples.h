// Documents for tests, drawn as text: a row a line, cells between bars.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/unicode.h"

namespace gongkai {

inline std::vector<std::string> SplitBy(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

// "a|b||1" a line. A cell that is only "^" spans down from the row above, one that is only "<"
// belongs to the cell on its left.
inline Grid DrawGrid(GridKind kind, std::string_view drawing) {
  Grid grid;
  grid.kind = kind;
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : SplitBy(drawing, '\n')) {
    if (!line.empty()) rows.push_back(SplitBy(line, '|'));
  }
  grid.rows = static_cast<int>(rows.size());
  const auto at = [&](std::size_t r, std::size_t c) {
    return r < rows.size() && c < rows[r].size() ? Trim(rows[r][c]) : std::string("none");
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    grid.cols = std::max(grid.cols, static_cast<int>(rows[r].size()));
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string text = at(r, c);
      if (text == "^" || text == "<") continue;
      Cell cell{static_cast<int>(r), static_cast<int>(c), 1, 1, text, {}, 1.0, ReadingKind::kText};
      while (at(r, c + static_cast<std::size_t>(cell.col_span)) == "<") ++cell.col_span;
      while (at(r + static_cast<std::size_t>(cell.row_span), c) == "^") ++cell.row_span;
      grid.cells.push_back(cell);
    }
  }
  return grid;
}

inline Document GridDocument(GridKind kind, std::string_view drawing) {
  Document document;
  document.blocks.push_back(DrawGrid(kind, drawing));
  return document;
}

inline Document LinesDocument(std::string_view text) {
  Document document;
  for (const std::string& line : SplitBy(text, '\n')) {
    if (line.empty()) continue;
    Paragraph paragraph;
    paragraph.text = line == "(blank)" ? "" : line;
    paragraph.lone_cell = line == "(blank)";
    document.blocks.push_back(paragraph);
  }
  return document;
}

}  // namespace gongkai
