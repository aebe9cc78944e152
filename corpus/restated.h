// A report may say itself that a number of last year's was put right.
#pragma once

#include <string>

#include "corpus/audit_report.h"

namespace gongkai {

// The sentence in which a report says that what was carried over differs from last year's report, and
// is meant to; empty where there is none.
std::string RestatementIn(const AuditReport& report);

}  // namespace gongkai
