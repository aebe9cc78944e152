// The JSON Pointers that the tables of a report may have, from the forms' rows and columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalize/forms.h"

namespace gongkai {

// One number's place: `row` and `column` are the form's.
struct CellPointer {
  std::string pointer;  // "/applications/new_received/total"
  const FormRow* row;
  const FormColumn* column;
};

// A row with the cells that it can have, in any form.
struct RowPointers {
  const FormRow* row;
  std::vector<CellPointer> cells;  // a key that two forms share stands once
};

// Every row of every form, in printed order. Made once.
const std::vector<RowPointers>& TablePointers();

// The parts between the slashes. No pointer of a table needs an escape (~0, ~1).
std::vector<std::string_view> PointerSteps(std::string_view pointer);

}  // namespace gongkai
