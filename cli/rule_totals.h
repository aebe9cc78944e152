// How often each rule was broken over many reports.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/report.h"
#include "model/texts.h"

namespace gongkai {

class RuleTotals {
 public:
  void Add(const Report& report);

  // A line a rule: "applications.balance: 错误 3，涉及 2 份报告", the rule that most reports break
  // first. What a person dismissed is not counted. Empty where there is nothing.
  std::vector<std::string> Lines(Language language) const;

 private:
  struct Total {
    Severity severity = Severity::kInfo;  // the gravest
    int findings = 0, reports = 0;
  };
  std::map<std::string, Total> totals_;
};

}  // namespace gongkai
