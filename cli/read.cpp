// gongkai read: one file becomes one JSON object.
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/extract_arguments.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_report.h"
#include "cli/rules_argument.h"
#include "model/stage_times.h"
#include "normalize/report_json.h"

namespace gongkai {
namespace {

struct ReadArguments {
  std::string file, output, rules;
  bool timings = false;
  ExtractArguments extract;
};

// Writing the result over the document that it came from is never what was meant.
bool WouldOverwriteInput(const ReadArguments& arguments) {
  std::error_code missing;
  return std::filesystem::equivalent(arguments.file, arguments.output, missing);
}

// A line a stage: its name and seconds of CPU; what belongs to none is "rest".
void PrintTimings() {
  double rest = ProcessSeconds();
  const auto seconds = StageSeconds();
  for (std::size_t i = 0; i < seconds.size(); ++i) {
    std::fprintf(stderr, "%s %.6f\n", std::string(kStageNames[i]).c_str(), seconds[i]);
    rest -= seconds[i];
  }
  std::fprintf(stderr, "rest %.6f\n", rest);
}

int RunRead(const ReadArguments& arguments, Language language) {
  if (WouldOverwriteInput(arguments)) {
    Complain(Text("usage.same_file", language, {{"file", arguments.file}}));
    return kWrongUsage;
  }
  const auto rules = ReadRulesFile(arguments.rules);
  if (!rules.ok()) {
    Complain(ErrorMessage(rules.error(), language));
    return kInputUnread;
  }
  if (arguments.timings) MeasureStages();
  const auto report = ReadReport(arguments.file, arguments.extract.Options(), rules.value());
  if (!report.ok()) {
    Complain(ErrorMessage(report.error(), language));
    return kInputUnread;
  }
  const int status =
      WriteOrComplain(arguments.output, WriteReportJson(report.value(), language), language);
  if (arguments.timings) PrintTimings();
  return status;
}

}  // namespace

Declared DeclareRead(Language language) {
  const auto own = std::make_shared<ReadArguments>();
  std::vector<Argument> rows = {
      {"FILE", "help.read.file", " ", &own->file, true},
      {"-o,--output", "help.read.output", "FILE", &own->output},
  };
  rows.push_back({"--timings", "help.read.timings", "", &own->timings});
  DeclareRulesFile(own->rules, rows);
  DeclareExtract(own->extract, {}, rows);
  return {std::move(rows), [own, language] { return RunRead(*own, language); }};
}

}  // namespace gongkai
