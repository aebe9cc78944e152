// gongkai read: one file becomes one JSON object.
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/extract_arguments.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_report.h"
#include "normalize/report_json.h"

namespace gongkai {
namespace {

struct ReadArguments {
  std::string file, output;
  ExtractArguments extract;
};

// Writing the result over the document that it came from is never what was meant.
bool WouldOverwriteInput(const ReadArguments& arguments) {
  std::error_code missing;
  return std::filesystem::equivalent(arguments.file, arguments.output, missing);
}

int RunRead(const ReadArguments& arguments, Language language) {
  if (WouldOverwriteInput(arguments)) {
    Complain(Text("usage.same_file", language, {{"file", arguments.file}}));
    return kWrongUsage;
  }
  const auto report = ReadReport(arguments.file, arguments.extract.Options());
  if (!report.ok()) {
    Complain(ErrorMessage(report.error(), language));
    return kInputUnread;
  }
  return WriteOrComplain(arguments.output, WriteReportJson(report.value(), language), language);
}

}  // namespace

Declared DeclareRead(Language language) {
  const auto own = std::make_shared<ReadArguments>();
  std::vector<Argument> rows = {
      {"FILE", "help.read.file", " ", &own->file, true},
      {"-o,--output", "help.read.output", "FILE", &own->output},
  };
  DeclareExtract(own->extract, /*with_dpi=*/true, rows);
  return {std::move(rows), [own, language] { return RunRead(*own, language); }};
}

}  // namespace gongkai
