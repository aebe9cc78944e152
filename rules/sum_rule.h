// The language of sums: what of a report has to add up to what. The built-in arithmetic and the
// rules of a file are rows of it alike (docs/own-rules.md says it for those who write files).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"
#include "rules/cell_pattern.h"
#include "rules/places.h"

namespace gongkai {

// How the wholes stand to what the parts add up to.
enum class SumRelation { kEqual, kAtLeast, kAtMost };

struct SumTerm {
  CellPattern cells;
  bool minus = false;  // is subtracted
};

// Checked once for each binding of the names that stand in the first whole. A cell that one of the
// wholes is never counts among the parts that a wildcard takes.
struct SumRule {
  std::string id;
  Severity severity = Severity::kError;
  std::vector<SumTerm> parts, wholes;
  SumRelation relation = SumRelation::kEqual;
  std::optional<CellPattern> at;  // the most telling place; the first whole where none is given
  // Checked only where the document has these: tables, rows or cells. Empty: one of its numbers.
  std::vector<CellPattern> when;
  // A row of a damaged table may lack cells: they count as 0 where the others then agree.
  bool parts_may_lack = false;
  std::optional<Wording> message;  // with {expected} and so on; the catalogue's text where none
};

// The sums that the form itself demands, in the order of their findings. Made once.
const std::vector<SumRule>& BuiltInSums();

}  // namespace gongkai
