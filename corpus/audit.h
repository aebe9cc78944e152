// The audit of an archive: the rules between reports.
#pragma once

#include <vector>

#include "corpus/audit_finding.h"
#include "corpus/organs.h"
#include "corpus/sqlite.h"
#include "model/result.h"

namespace gongkai {

struct AuditOptions {
  std::vector<OrganAlias> aliases;
  std::vector<Region> regions;  // REQUIRES: none is within itself, in however many steps
  int threads = 1;              // the result does not depend on it
};

struct AuditResult {
  std::vector<Organ> organs;
  std::vector<AuditFinding> findings;  // by organ, first year, rule
  std::vector<AuditGap> not_assessed;
  std::size_t reports = 0;
  std::size_t unplaced = 0;  // reports without an agency or a year: they belong to no series
};

// Errors of the archive. Reads organ by organ: memory grows with the largest region or organ, and with
// 5 KB a narrative.
Result<AuditResult> Audit(Database& archive, const AuditOptions& options);

}  // namespace gongkai
