// --rules FILE: what every command that checks accepts about its rules.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "model/result.h"
#include "rules/rule_set.h"

namespace gongkai {

// Appends the row. `file` has to outlive the parsing.
void DeclareRulesFile(std::string& file, std::vector<Argument>& rows);

// The rules of a file, the built-in ones where `file` is empty. Errors of ReadInput and ReadRules,
// with the file filled in.
Result<RuleSet> ReadRulesFile(const std::string& file);

}  // namespace gongkai
