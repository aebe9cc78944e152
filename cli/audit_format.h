// What an audit found, for a person and for a program.
#pragma once

#include <string>

#include "corpus/audit.h"
#include "model/texts.h"

namespace gongkai {

// A line a finding: organ, years, severity, rule, message, the first place. The last line counts.
std::string AuditText(const AuditResult& audit, Language language);

// That last line alone.
std::string AuditSummary(const AuditResult& audit, Language language);

// One JSON object, schema "gongkai.audit/1" (docs/audit.md).
std::string AuditJson(const AuditResult& audit, Language language);

// Dismissed ones do not count.
bool HasErrors(const AuditResult& audit);

}  // namespace gongkai
