#include "cli/rules_argument.h"

#include "cli/input.h"

namespace gongkai {

void DeclareRulesFile(std::string& file, std::vector<Argument>& rows) {
  rows.push_back({"--rules", "help.rules_file", "FILE", &file});
}

Result<RuleSet> ReadRulesFile(const std::string& file) {
  if (file.empty()) return BuiltInRules();
  return ReadInputAs(file, ReadRules);
}

}  // namespace gongkai
