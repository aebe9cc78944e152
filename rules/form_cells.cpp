#include "rules/form_cells.h"

#include <map>

#include "normalize/report_json_pointers.h"

namespace gongkai {
namespace {

using CellsByTable = std::map<std::string_view, std::vector<SumCell>>;

const CellsByTable& AllFormCells() {
  static const CellsByTable kCells = [] {
    CellsByTable cells;
    for (const RowPointers& row : TablePointers()) {
      auto& table = cells[PointerSteps(row.row->pointer).front()];
      for (const CellPointer& cell : row.cells) {
        const auto steps = PointerSteps(cell.pointer);
        table.push_back({cell.pointer, {steps.begin(), steps.end()}});
      }
    }
    return cells;
  }();
  return kCells;
}

}  // namespace

std::span<const SumCell> FormCells(std::string_view table) {
  const auto it = AllFormCells().find(table);
  return it == AllFormCells().end() ? std::span<const SumCell>{} : it->second;
}

}  // namespace gongkai
