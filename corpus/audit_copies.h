// text.boilerplate: narratives that are another report's.
#pragma once

#include <vector>

#include "corpus/audit_finding.h"
#include "corpus/audit_report.h"
#include "corpus/organs.h"

namespace gongkai {

// Each narrative that is a near copy of an earlier one (near_copies.h), or has a long passage of one, is a
// finding that quotes the words.
void CheckCopies(AuditReader& reader, const std::vector<Organ>& organs, int threads,
                 AuditFindings& out);

}  // namespace gongkai
