// A document as blocks in reading order, whatever format it came from: paragraphs and grids.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/reading.h"

namespace gongkai {

struct Paragraph {
  std::string text;  // lines joined; single spaces where the document has spaces; trimmed
  Place place;       // the first line's page; the box covers the part on that page
  double font_size = 0;    // 0 where unknown
  bool bold = false;
  bool centred = false;    // stands in the middle of its page or column
  bool heading = false;    // marked as a heading by the format (h1 to h6, # in Markdown)
  // The source marks it as one cell of a table whose rows are lost (a lone bar stands before or
  // behind it). Its text may then be empty: a blank cell.
  bool lone_cell = false;
  double confidence = 1.0;
  ReadingKind reading = ReadingKind::kText;
};

struct Cell {
  int row = 0, col = 0;  // from 0, of the cell's top left position
  int row_span = 1, col_span = 1;
  std::string text;  // wrapped lines joined; trimmed; empty for a blank cell
  Place place;       // the box of the cell's words; of the cell itself where it is blank
  double confidence = 1.0;
  ReadingKind reading = ReadingKind::kText;
};

// What the positions of a grid's cells can be trusted for.
enum class GridKind {
  kRuled,    // bounded by rulings: rows, columns and spans are certain
  kAligned,  // no or too few rulings: columns by the alignment of words
  kTagged,   // HTML, DOCX: as the markup says, which its author may have got wrong
  kFields,   // plain text: row is the line, col the number of the field in that line; spans unknown
};

struct Grid {
  GridKind kind = GridKind::kRuled;
  int rows = 0, cols = 0;
  std::vector<Cell> cells;  // sorted by (row, col); no two cover the same position
};

using Block = std::variant<Paragraph, Grid>;

enum class Origin { kText, kOcr, kMixed };

struct Document {
  std::vector<Block> blocks;
  std::vector<std::string> titles;  // what the format itself names as title, most telling first
  std::string media_type;           // "application/pdf", "text/html", "text/plain", "text/markdown"
  std::optional<int> pages;         // nothing for formats without pages
  Origin origin = Origin::kText;
};

}  // namespace gongkai
