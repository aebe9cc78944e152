// The entry of rules/: a report is checked and gets its findings.
#pragma once

#include "model/report.h"
#include "rules/rule_set.h"

namespace gongkai {

// Replaces report.findings and report.not_assessed by what the rules say of everything else in it.
// Findings are ordered by family, then by place. Needs nothing but what the report's JSON carries.
void CheckReport(Report& report, const RuleSet& rules = BuiltInRules());

}  // namespace gongkai
