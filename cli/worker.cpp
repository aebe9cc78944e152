#include "cli/worker.h"

#include <memory>
#include <utility>

#include "cli/input.h"
#include "cli/read_report.h"
#include "cli/reader_version.h"
#include "cli/rules_argument.h"
#include "normalize/report_json.h"

namespace gongkai {
namespace {

constexpr int kMostMegabytes = 1 << 20, kMostSeconds = 100'000;

Result<Record> ReadRecord(std::string_view bytes, const std::string& name,
                          const ExtractOptions& options, const RuleSet& rules) {
  const auto report = ReadReportBytes(bytes, name, options, rules);
  if (!report.ok()) return report.error();
  return MakeRecord(report.value(), WriteReportJson(report.value(), Language::kZh));
}

WorkerReader MakeReader(const WorkerArguments& arguments, RuleSet rules, std::string version) {
  return {std::move(version),
          [options = arguments.extract.Options(), rules = std::move(rules)](
              std::string_view bytes, const std::string& name,
              const std::function<void(int)>& pages) mutable {
            options.progress = [&](int, int total) { pages(total); };
            return ReadRecord(bytes, name, options, rules);
          }};
}

int RunWorkerCommand(const WorkerArguments& arguments, const ChangeReader& change) {
  const auto rules = ReadRulesFile(arguments.rules);
  const auto version = ReaderVersionOf(arguments);
  if (!rules.ok() || !version.ok()) return kInputUnread;
  RunWorker(change(MakeReader(arguments, rules.value(), version.value())), arguments.limits);
}

}  // namespace

Result<std::string> ReaderVersionOf(const WorkerArguments& arguments) {
  if (arguments.rules.empty()) return ReaderVersion(arguments.extract, "");
  const auto bytes = ReadInput(arguments.rules);
  if (!bytes.ok()) return bytes.error();
  const auto rules = ReadRulesFile(arguments.rules);  // whether they are rules at all
  if (!rules.ok()) return rules.error();
  return ReaderVersion(arguments.extract, bytes.value());
}

void DeclareWorkerArguments(WorkerArguments& arguments, std::vector<Argument>& rows) {
  rows.push_back({"--timeout", "help.import.timeout", "SECONDS", &arguments.limits.base_seconds,
                  false, {}, {1, kMostSeconds}});
  rows.push_back({"--memory", "help.import.memory", "MB", &arguments.limits.memory_mb, false, {},
                  {0, kMostMegabytes}});
  DeclareRulesFile(arguments.rules, rows);
  DeclareExtract(arguments.extract, {.jobs = false}, rows);
}

std::vector<std::string> WorkerCommand(const WorkerArguments& arguments) {
  std::vector<std::string> words{"/proc/self/exe",
                                 "worker",
                                 "--timeout",
                                 std::to_string(arguments.limits.base_seconds),
                                 "--memory",
                                 std::to_string(arguments.limits.memory_mb)};
  if (!arguments.rules.empty()) words.insert(words.end(), {"--rules", arguments.rules});
  for (std::string& word : arguments.extract.Words(/*with_password=*/true)) {
    words.push_back(std::move(word));
  }
  return words;
}

Declared DeclareWorker(const ChangeReader& reader) {
  const auto own = std::make_shared<WorkerArguments>();
  std::vector<Argument> rows;
  DeclareWorkerArguments(*own, rows);
  return {std::move(rows), [own, reader] { return RunWorkerCommand(*own, reader); }};
}

}  // namespace gongkai
