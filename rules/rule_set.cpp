#include "rules/rule_set.h"

#include <algorithm>

#include "rules/catalogue.h"

namespace gongkai {

const RuleSet& BuiltInRules() {
  static const RuleSet kRules{BuiltInSums(), {}, {}};
  return kRules;
}

Severity SeverityOf(const RuleSet& rules, std::string_view id) {
  const auto has_id = [&](const auto& rule) { return rule.id == id; };
  const auto sum = std::find_if(rules.sums.begin(), rules.sums.end(), has_id);
  if (sum != rules.sums.end()) return sum->severity;
  const auto text = std::find_if(rules.texts.begin(), rules.texts.end(), has_id);
  if (text != rules.texts.end()) return text->severity;
  const RuleInfo* info = FindRule(id);
  return info == nullptr ? Severity::kError : info->severity;
}

}  // namespace gongkai
