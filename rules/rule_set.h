// The rules that a report is checked by: the built-in ones, and what a rules file makes of them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/result.h"
#include "rules/sum_rule.h"

namespace re2 {
class RE2;
}

namespace gongkai {

// A pattern that has to occur, or must not, in the text of the report.
struct TextRule {
  std::string id;
  Severity severity = Severity::kWarning;
  bool must = true;                   // false: must not
  std::string written;                // the pattern, as the file has it
  std::shared_ptr<const re2::RE2> pattern;  // of folded text
  std::vector<std::string> sections;  // their keys, and "title"; empty: anywhere
  Wording message;
};

struct RuleSet {
  std::vector<SumRule> sums;  // the built-in ones first
  std::vector<TextRule> texts;
  // What a file says of rules by their id; nothing: the rule is off.
  std::map<std::string, std::optional<Severity>, std::less<>> severities;
};

const RuleSet& BuiltInRules();

// The built-in rules and those of a rules file (docs/own-rules.md). Untrusted. Error kBadRules with
// the line, the column and what was expected, in both languages.
Result<RuleSet> ReadRules(std::string_view json);

// Sums as a rules file.
std::string WriteRules(const std::vector<SumRule>& sums);

// The severity that findings of a rule have by themselves.
Severity SeverityOf(const RuleSet& rules, std::string_view id);

}  // namespace gongkai
