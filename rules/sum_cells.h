// The cells that the patterns of sums are held against.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/cell_pattern.h"
#include "rules/check.h"
#include "rules/form_cells.h"

namespace gongkai {

using SumCellList = std::vector<const SumCell*>;

// A view of a report: valid while the index lives.
class SumCells {
 public:
  explicit SumCells(const ReportIndex& index);

  // What the names of a rule may stand for: the cells of any form, the rows of the statistics.
  const SumCellList& OfForms(std::string_view table) const;
  // What a wildcard takes: the cells that the document should have, and any other that it has.
  const SumCellList& OfDocument(std::string_view table) const;
  // With a row of the statistics named as its cells name it, where the pattern has its label.
  CellPattern Named(CellPattern pattern) const;
  // The JSON Pointer of the one cell that a pattern without wildcards and names means. A row of the
  // statistics that is not there keeps the name that the pattern gives it.
  std::string Find(const CellPattern& pattern) const;

 private:
  void AddStatistics(const Report& report);

  std::map<std::string_view, SumCellList> of_forms_, of_document_;
  std::deque<SumCell> statistics_;
  std::map<std::string, std::string> by_label_;  // the names of rows whose labels are no names
};

}  // namespace gongkai
