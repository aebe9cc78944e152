// Reports of one organ that follow each other.
#pragma once

#include <functional>
#include <vector>

#include "corpus/audit_finding.h"

namespace gongkai {

struct YearPair {
  const AuditReport* before = nullptr;
  const AuditReport* after = nullptr;  // of the next year that has a report

  bool IsAdjacent() const { return before->year + 1 == after->year; }
};

// For every two successive years with reports, the two reports that `differences` counts the fewest
// between: where an organ has filed twice, a number that is right in one of them is no break.
using CountDifferences = std::function<std::size_t(const AuditReport&, const AuditReport&)>;
std::vector<YearPair> SuccessiveReports(const OrganSeries& organ,
                                        const CountDifferences& differences);

}  // namespace gongkai
