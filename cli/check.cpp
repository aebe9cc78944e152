// gongkai check: the findings of one or many files, for a person or for a program.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/extract_arguments.h"
#include "cli/findings.h"
#include "cli/findings_format.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_report.h"
#include "cli/rule_totals.h"
#include "cli/rules_argument.h"
#include "rules/decisions.h"

namespace gongkai {
namespace {

struct CheckArguments {
  std::vector<std::string> files;
  std::string format{FindingsFormats().front().name};
  std::string decisions;
  std::string rules;
  ExtractArguments extract;
};

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const FindingsFormat& format : FindingsFormats()) names.emplace_back(format.name);
  return names;
}

const FindingsFormat& FormatNamed(const std::string& name) {  // REQUIRES: one of FormatNames()
  return *std::find_if(FindingsFormats().begin(), FindingsFormats().end(),
                       [&](const FindingsFormat& format) { return format.name == name; });
}

Result<Decisions> LoadDecisions(const std::string& path) {
  if (path.empty()) return Decisions({});
  auto entries = ReadInputAs(path, ReadDecisions);
  if (!entries.ok()) return entries.error();
  return Decisions(std::move(entries.value()));
}

// What is written to standard output, file by file.
class Output {
 public:
  Output(const FindingsFormat& format, Language language)
      : format_(format), language_(language), before_(format.open(language)) {}

  // The exit status: not 0 where nothing more can be written.
  int Add(const std::string& file, const Report& report) {
    const std::string text = format_.write(file, report, language_);
    if (text.empty()) return kDone;
    const int failed = WriteOrComplain("-", before_ + text, language_);
    before_ = format_.between;
    opened_ = true;
    return failed;
  }
  int Close() {
    return WriteOrComplain("-", (opened_ ? "" : before_) + std::string(format_.close), language_);
  }

 private:
  const FindingsFormat& format_;
  Language language_;
  std::string before_;
  bool opened_ = false;
};

void SayGone(const Decisions& decisions, const std::string& file, Language language) {
  for (const DecisionEntry* entry : decisions.Gone()) {
    Complain(Text("check.decision_gone", language,
                  {{"file", file},
                   {"fingerprint", entry->fingerprint},
                   {"rule", entry->rule},
                   {"by", entry->decision.by},
                   {"when", entry->decision.when}}));
  }
}

// Every input is done, whatever becomes of the others: the gravest outcome is the exit status.
int CheckFiles(const CheckArguments& arguments, Decisions& decisions, Language language) {
  const FindingsFormat& format = FormatNamed(arguments.format);
  const auto rules = ReadRulesFile(arguments.rules);
  if (!rules.ok()) {
    Complain(ErrorMessage(rules.error(), language));
    return kInputUnread;
  }
  const ExtractOptions options = arguments.extract.Options();
  int status = kDone;
  Output output(format, language);
  RuleTotals totals;
  for (const std::string& file : arguments.files) {
    auto report = ReadReportOrJson(file, options, rules.value());
    if (!report.ok()) {
      Complain(ErrorMessage(report.error(), language));
      status = kInputUnread;
      continue;
    }
    decisions.Apply(report.value());
    totals.Add(report.value());
    if (const int failed = output.Add(file, report.value())) return failed;
    if (format.summary) Complain(FindingsSummary(file, report.value(), language));
    if (HasErrors(report.value())) status = std::max<int>(status, kFoundErrors);
  }
  const bool many = arguments.files.size() > 1;
  if (format.summary && many) {
    for (const std::string& line : totals.Lines(language)) Complain(line);
  }
  return std::max(status, output.Close());
}

int RunCheck(const CheckArguments& arguments, Language language) {
  auto decisions = LoadDecisions(arguments.decisions);
  if (!decisions.ok()) {
    Complain(ErrorMessage(decisions.error(), language));
    return kInputUnread;
  }
  const int status = CheckFiles(arguments, decisions.value(), language);
  SayGone(decisions.value(), arguments.decisions, language);
  return status;
}

}  // namespace

Declared DeclareCheck(Language language) {
  const auto own = std::make_shared<CheckArguments>();
  std::vector<Argument> rows = {
      {"FILE", "help.check.file", "...", &own->files, true},
      {"--format", "help.check.format", "FORMAT", &own->format, false, FormatNames()},
      {"--decisions", "help.check.decisions", "FILE", &own->decisions},
  };
  DeclareRulesFile(own->rules, rows);
  DeclareExtract(own->extract, {}, rows);
  return {std::move(rows), [own, language] { return RunCheck(*own, language); }};
}

}  // namespace gongkai
