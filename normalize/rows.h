// The tables of a document as one sequence of rows, whatever they came as: the rows of grids, and
// rows put together from paragraphs that hold one cell each.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/document.h"

namespace gongkai {

struct RowCell {
  std::string text;
  Place place;
  double confidence = 1.0;
  ReadingKind reading = ReadingKind::kText;
  int col = -1;  // the grid column; -1 where the cell has no certain position
  int col_span = 1;
  bool inherited = false;  // spans down from a row above
  std::size_t block = 0;   // of the document
};

// A row taken apart: what names it, and what it holds.
struct SourceRow {
  std::vector<RowCell> labels;  // in order; the last own one names the row
  std::vector<RowCell> values;  // in order, blank ones included
  std::size_t first_block = 0, last_block = 0;
  bool from_grid = false;
  GridKind kind = GridKind::kFields;
  int grid_row = 0;

  bool HasPositions() const { return from_grid && kind != GridKind::kFields; }
};

std::vector<SourceRow> FindRows(const Document& document);

// The label cell that names the row: the last one of its own; nullptr where it has none.
const RowCell* OwnLabel(const SourceRow& row);
// Does it hold a number or a placeholder (not only blanks)?
bool HasNumbers(const SourceRow& row);

}  // namespace gongkai
