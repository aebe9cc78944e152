// Every rule, a row. What `gongkai explain` says of a rule and docs/rules.md are made of this table
// and of three texts of the catalogue: rule.<id>.what, .basis and .mend.
#pragma once

#include <span>
#include <string_view>

#include "model/finding.h"

namespace gongkai {

struct RuleInfo {
  std::string_view id;
  Severity severity;  // what a finding has, unless the reading is in doubt or a rules file differs
};

std::span<const RuleInfo> RuleCatalogue();

const RuleInfo* FindRule(std::string_view id);  // null where there is none

// An empty finding of a rule: its message is the rule's own text, its severity that of the catalogue.
// REQUIRES: a rule of the catalogue.
Finding NewFinding(std::string_view rule);

}  // namespace gongkai
