// Pages for tests, drawn with characters: + - | are rulings, anything else is text. A column is 6
// points wide, a Chinese character takes two; a row is 12 points high.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "model/unicode.h"

namespace gongkai::drawing {

constexpr double kColumn = 6, kRow = 12, kLeft = 60, kTop = 120;

inline std::vector<std::u32string> Rows(std::string_view text) {
  std::vector<std::u32string> rows;
  std::u32string row;
  for (const char32_t c : DecodeUtf8(text)) {
    if (c == '\n') {
      rows.push_back(row);
      row.clear();
      continue;
    }
    row.push_back(c);
    if (IsWide(c)) row.push_back(U'\0');  // so that an index is a column
  }
  if (!row.empty()) rows.push_back(row);
  return rows;
}

inline char32_t At(const std::vector<std::u32string>& rows, std::size_t r, std::size_t c) {
  return r < rows.size() && c < rows[r].size() ? rows[r][c] : U' ';
}

inline bool InLine(char32_t c, char32_t line) { return c == line || c == U'+'; }

inline double X(std::size_t c) { return kLeft + kColumn * static_cast<double>(c); }
inline double Y(std::size_t r) { return kTop + kRow * static_cast<double>(r); }

inline void DrawRulings(const std::vector<std::u32string>& rows, Page& page) {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0, end = 0; c < width; c = end + 1) {
      for (end = c; InLine(At(rows, r, end), U'-'); ++end) {}
      if (end > c + 1) page.rulings.push_back({X(c), Y(r), X(end - 1), Y(r), 0.5});
    }
  }
  for (std::size_t c = 0; c < width; ++c) {
    for (std::size_t r = 0, end = 0; r < rows.size(); r = end + 1) {
      for (end = r; InLine(At(rows, end, c), U'|'); ++end) {}
      if (end > r + 1) page.rulings.push_back({X(c), Y(r), X(c), Y(end - 1), 0.5});
    }
  }
}

inline Word MakeWord(std::string text, Box box) {
  Word word;
  word.text = std::move(text);
  word.box = box;
  word.font_size = 11;
  return word;
}

inline void DrawWords(const std::vector<std::u32string>& rows, Page& page) {
  const std::u32string_view marks = U" +-|";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0, end = 0; c < rows[r].size(); c = end + 1) {
      std::u32string text;
      for (end = c; marks.find(At(rows, r, end)) == marks.npos; ++end) {
        if (rows[r][end] != 0) text.push_back(rows[r][end]);
      }
      const Box box{X(c) - 3, Y(r) - 5.5, X(end) - 3, Y(r) + 5.5};
      if (!text.empty()) page.words.push_back(MakeWord(EncodeUtf8(text), box));
    }
  }
}

inline Page Draw(std::string_view text, int number = 1) {
  Page page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  const auto rows = Rows(text);
  DrawRulings(rows, page);
  DrawWords(rows, page);
  return page;
}

// "0,0 1x2 text" for each cell, one a line.
inline std::string Show(const Grid& grid) {
  std::string out = std::to_string(grid.rows) + "x" + std::to_string(grid.cols) + "\n";
  for (const Cell& c : grid.cells) {
    out += std::to_string(c.row) + "," + std::to_string(c.col);
    if (c.row_span > 1 || c.col_span > 1) {
      out += " " + std::to_string(c.row_span) + "x" + std::to_string(c.col_span);
    }
    out += c.text.empty() ? "\n" : " " + c.text + "\n";
  }
  return out;
}

inline std::string Show(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (const auto* p = std::get_if<Paragraph>(&block)) out += "P " + p->text + "\n";
    if (const auto* g = std::get_if<Grid>(&block)) out += "G " + Show(*g);
  }
  return out;
}

}  // namespace gongkai::drawing
