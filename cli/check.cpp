// gongkai check: the findings of one or many files, for a person or as JSON.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/extract_arguments.h"
#include "cli/findings.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_report.h"

namespace gongkai {
namespace {

struct CheckArguments {
  std::vector<std::string> files;
  std::string format{kFindingsFormats.front().name};
  ExtractArguments extract;
};

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const FindingsFormat& format : kFindingsFormats) names.emplace_back(format.name);
  return names;
}

const FindingsFormat& FormatNamed(const std::string& name) {  // REQUIRES: one of FormatNames()
  return *std::find_if(kFindingsFormats.begin(), kFindingsFormats.end(),
                       [&](const FindingsFormat& format) { return format.name == name; });
}

// Every input is done, whatever becomes of the others: the gravest outcome is the exit status.
int RunCheck(const CheckArguments& arguments, Language language) {
  const FindingsFormat& format = FormatNamed(arguments.format);
  int status = kDone;
  const ExtractOptions options = arguments.extract.Options();
  std::string before(format.open);
  for (const std::string& file : arguments.files) {
    const auto report = ReadReportOrJson(file, options);
    if (!report.ok()) {
      Complain(ErrorMessage(report.error(), language));
      status = kInputUnread;
      continue;
    }
    const std::string findings = before + format.write(file, report.value(), language);
    if (const int failed = WriteOrComplain("-", findings, language)) return failed;
    before = format.between;
    if (format.summary) Complain(FindingsSummary(file, report.value(), language));
    if (HasErrors(report.value())) status = std::max<int>(status, kFoundErrors);
  }
  const bool none = before == format.open;
  const std::string end = (none ? before : "") + std::string(format.close);
  return std::max(status, WriteOrComplain("-", end, language));
}

}  // namespace

Declared DeclareCheck(Language language) {
  const auto own = std::make_shared<CheckArguments>();
  std::vector<Argument> rows = {
      {"FILE", "help.check.file", "...", &own->files, true},
      {"--format", "help.check.format", "text|json", &own->format, false, FormatNames()},
  };
  DeclareExtract(own->extract, /*with_dpi=*/true, rows);
  return {std::move(rows), [own, language] { return RunCheck(*own, language); }};
}

}  // namespace gongkai
