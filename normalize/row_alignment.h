// Which printed row is which row of the form: by its own label, its number, its group and the rows
// around it together, so that one blank, missing or misspelt label never shifts the others.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "normalize/forms.h"
#include "normalize/rows.h"

namespace gongkai {

struct RowMatch {
  std::optional<std::size_t> form_row;  // index into the table's rows; nothing: none of them
  LabelMatch match = LabelMatch::kNeighbours;
  bool group_missing = false;
};

// One match for each of `rows`, in their order. No row of the form is given twice, and the order of
// the form is kept. Rows without a usable label are matched only where exactly as many of them
// stand between two labelled rows as the form has rows there; else they get none.
std::vector<RowMatch> AlignRows(std::span<const SourceRow* const> rows, const FormTable& table);

}  // namespace gongkai
