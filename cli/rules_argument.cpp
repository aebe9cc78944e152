#include "cli/rules_argument.h"

#include "cli/input.h"

namespace gongkai {

void DeclareRulesFile(std::string& file, std::vector<Argument>& rows) {
  rows.push_back({"--rules", "help.rules_file", "FILE", &file});
}

Result<RuleSet> ReadRulesFile(const std::string& file) {
  if (file.empty()) return BuiltInRules();
  const auto json = ReadInput(file);
  if (!json.ok()) return json.error();
  auto rules = ReadRules(json.value());
  if (!rules.ok()) rules.error().file = file;
  return rules;
}

}  // namespace gongkai
