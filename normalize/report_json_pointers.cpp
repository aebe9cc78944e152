#include "normalize/report_json_pointers.h"

#include <algorithm>

namespace gongkai {
namespace {

RowPointers PointersOf(const FormRow& row) {
  RowPointers result{&row, {}};
  for (const ColumnSet& set : row.sets) {
    for (const FormColumn& column : set.columns) {
      const bool known = std::any_of(result.cells.begin(), result.cells.end(), [&](const auto& c) {
        return c.column->key == column.key;
      });
      if (known) continue;
      result.cells.push_back(
          {std::string(row.pointer) + "/" + std::string(column.key), &row, &column});
    }
  }
  return result;
}

std::vector<RowPointers> MakeAll() {
  std::vector<RowPointers> all;
  for (const FormTable* table : FormTables()) {
    for (const FormRow& row : table->rows) all.push_back(PointersOf(row));
  }
  return all;
}

}  // namespace

const std::vector<RowPointers>& TablePointers() {
  static const std::vector<RowPointers> kAll = MakeAll();
  return kAll;
}

std::vector<std::string_view> PointerSteps(std::string_view pointer) {
  std::vector<std::string_view> steps;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const auto end = std::min(pointer.find('/'), pointer.size());
    steps.push_back(pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return steps;
}

}  // namespace gongkai
