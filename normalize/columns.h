// Which value cell of a row belongs to which column of the form.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "normalize/forms.h"
#include "normalize/numbers.h"
#include "normalize/rows.h"

namespace gongkai {

// One column of the form, as the table's header has it.
struct HeaderColumn {
  std::size_t index = 0;  // into the form's columns
  std::string printed;    // empty where the header lacks it
  LabelMatch match = LabelMatch::kNeighbours;
  int col = -1, col_span = 1;  // where the header's cell stands in its grid; -1 unknown
};

// The columns of a table by its header, in the order in which they are printed.
struct Header {
  std::span<const FormColumn> form;
  std::vector<HeaderColumn> columns;  // one for each column of the form that the header has
  AmountUnit unit = AmountUnit::kTenThousandYuan;
  // Blank fields stand between labels and values in this table, in place of merged cells: a blank
  // first value without a position may be one of them.
  bool padded = false;
  bool scanned = false;  // its words were read from a picture: one that is lacking may be misread
  // Of the grid in which its cells' positions count; `width` 0 where unknown.
  std::size_t block = 0;
  int width = 0;  // columns

  bool Complete() const { return columns.size() == form.size(); }
};

// Finds the form's columns in the header's cells. A header from which nothing can be told has no
// columns. `width`: the number of columns of the grid that the header stands in; 0 where unknown.
Header FindHeader(std::span<const RowCell> cells, std::span<const FormColumn> form, int width = 0);

// The cell of one column; nullptr where the row has none.
struct PlacedCell {
  const RowCell* cell = nullptr;
  // It stands under several heads, or shares one, as where a scan's ruling was lost or made up:
  // what it holds is no column's for certain.
  bool shared = false;
};

// One for each column of the form (by index). No value at all where header and cells do not agree:
// then nothing is known, and nothing is shifted or made up.
using Placement = std::vector<PlacedCell>;
std::optional<Placement> PlaceValues(const SourceRow& row, const Header& header);

}  // namespace gongkai
