// The findings of one file after another, written for a person or as JSON.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/report.h"
#include "model/texts.h"

namespace gongkai {

std::string SeverityName(Severity severity, Language language);

bool HasErrors(const Report& report);  // a finding of error severity

// A line a finding: "a.pdf: 错误: applications.balance: … (第 3 页 表三 /applications/…)", and a line
// for each check that could not be made. Empty where there is nothing to say.
std::string WriteFindingsText(const std::string& file, const Report& report, Language language);

// {"file", "findings", "not_assessed"}, the latter two as the report's JSON has them.
std::string WriteFindingsJson(const std::string& file, const Report& report, Language language);

// How many of each severity, for the end of a file: "a.pdf: 2 errors, 1 warning, …".
std::string FindingsSummary(const std::string& file, const Report& report, Language language);

// An output format: what is written for each file, and what goes around and between.
struct FindingsFormat {
  std::string_view name;
  std::string (*write)(const std::string& file, const Report& report, Language language);
  std::string_view open, between, close;
  bool summary;  // for a person: the summary is said on standard error
};
inline constexpr auto kFindingsFormats = std::to_array<FindingsFormat>({
    {"text", WriteFindingsText, "", "", "", true},
    {"json", WriteFindingsJson, "[\n", ",\n", "\n]\n", false},
});

}  // namespace gongkai
