#include "cli/rule_totals.h"

#include <algorithm>
#include <set>
#include <vector>

#include "cli/findings.h"

namespace gongkai {

void RuleTotals::Add(const Report& report) {
  std::set<std::string> rules;
  for (const Finding& finding : report.findings) {
    if (!finding.counts()) continue;
    Total& total = totals_[finding.rule];
    total.severity = std::min(total.severity, finding.severity);  // the gravest stands first
    ++total.findings;
    if (rules.insert(finding.rule).second) ++total.reports;
  }
}

std::vector<std::string> RuleTotals::Lines(Language language) const {
  std::vector<const std::pair<const std::string, Total>*> rows;
  for (const auto& row : totals_) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
    return a->second.reports > b->second.reports;
  });
  std::vector<std::string> lines;
  for (const auto* row : rows) {
    const auto& [rule, total] = *row;
    lines.push_back(Text("check.rule_total", language,
                         {{"rule", rule},
                          {"severity", SeverityName(total.severity, language)},
                          {"findings", std::to_string(total.findings)},
                          {"reports", std::to_string(total.reports)}}));
  }
  return lines;
}

}  // namespace gongkai
