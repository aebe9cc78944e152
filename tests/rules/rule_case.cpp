#include "tests/rules/rule_case.h"

#include "model/texts.h"

namespace gongkai::testing {

void CheckCases(const std::vector<RuleCase>& cases) {
  for (const RuleCase& c : cases) {
    Report report = WholeReport(c.form);
    c.change(report);
    CheckReport(report);
    INFO(c.what << "\n" << Messages(report));
    const auto found = Of(report, c.rule);
    CHECK(found.size() == (c.at.empty() ? 0 : 1));
    if (!found.empty() && !c.at.empty()) CHECK(found[0]->at == c.at);
  }
}

std::vector<const Finding*> Of(const Report& report, const std::string& rule) {
  std::vector<const Finding*> found;
  for (const Finding& finding : report.findings) {
    if (finding.rule == rule) found.push_back(&finding);
  }
  return found;
}

std::string Messages(const Report& report) {
  std::string all;
  for (const Finding& finding : report.findings) {
    all += finding.rule + ": " + Text(finding.message, Language::kZh, finding.details) + "\n";
  }
  for (const NotAssessed& entry : report.not_assessed) {
    all += entry.rule + " at " + entry.at + ": " +
           Text(entry.reason, Language::kZh, entry.details) + "\n";
  }
  return all;
}

void Receive(Report& report, const char* count) {
  for (const std::string& row : {kNew, kGranted, kTotal}) {
    Set(report, row + "natural_person", count);
    Set(report, row + "total", count);
  }
}

void SetOverview(Report& report, const char* text) { report.sections[1].text = text; }

}  // namespace gongkai::testing
