// The findings of one file, written for a person or for a program.
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"
#include "model/texts.h"

namespace gongkai {

std::string SeverityName(Severity severity, Language language);

// A finding of error severity that no person dismissed.
bool HasErrors(const Report& report);

// The page that a pointer leads to: of the number itself, of the first number below it, of a fact or
// of a section. 0 where it has none.
int PageOf(const Report& report, std::string_view pointer);

// A line a finding: "a.pdf: 错误: applications.balance: … (第 3 页 表三 “21” /applications/…)", and a
// line for each check that could not be made. Empty where there is nothing to say.
std::string WriteFindingsText(const std::string& file, const Report& report, Language language);

// {"file", "findings", "not_assessed"}, the latter two as the report's JSON has them.
std::string WriteFindingsJson(const std::string& file, const Report& report, Language language);

// A draft of a decisions file: every finding, with its verdict as it is, open where it has none.
std::string WriteFindingsDraft(const std::string& file, const Report& report, Language language);

// How many of each severity, for the end of a file: "a.pdf: 2 errors, 1 warning, …".
std::string FindingsSummary(const std::string& file, const Report& report, Language language);

}  // namespace gongkai
