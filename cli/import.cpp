// gongkai import: many files become an archive.
#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <ctime>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

#include "cli/commands.h"
#include "cli/import_watch.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/worker.h"
#include "corpus/import.h"
#include "corpus/import_plan.h"
#include "corpus/path_text.h"
#include "extract/charset.h"
#include "model/report_names.h"
#include "rules/decisions.h"

namespace gongkai {
namespace {

constexpr int kMostJobs = 256;

struct ImportArguments {
  std::vector<std::string> paths;
  std::string archive, log, since, decisions;
  int jobs = 0;
  bool retry_failed = false, dry_run = false;
  WorkerArguments worker;
};

// In the order of Intent.
constexpr std::array<std::string_view, 4> kIntentTexts{"import.would_read", "import.would_unpack",
                                                       "import.is_unchanged", "import.has_failed"};

std::atomic<bool> stop = false;

// The first signal lets the reports in hand come to their end; the second ends at once, which leaves
// the archive whole, too.
extern "C" void OnSignal(int signal) {
  constexpr int kSignalStatus = 128;
  if (stop.exchange(true)) _exit(kSignalStatus + signal);
}

void CatchSignals() {
  struct sigaction action {};
  action.sa_handler = OnSignal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

// "2024-02-01", the beginning of that day where we are; nothing where it is no day.
std::optional<std::int64_t> ParseDay(const std::string& text) {
  std::tm day{};
  const char* end = strptime(text.c_str(), "%Y-%m-%d", &day);
  if (end == nullptr || *end != '\0') return std::nullopt;
  day.tm_isdst = -1;
  const int written = day.tm_mday;
  const std::time_t seconds = std::mktime(&day);
  if (day.tm_mday != written) return std::nullopt;  // the 30th of February
  return seconds;
}

FoundFiles Find(const ImportArguments& arguments) {
  FindOptions options;
  options.open = ReadInput;
  const std::string archive = AbsolutePath(arguments.archive);
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    options.left_out.push_back(archive + ending);
  }
  if (!arguments.log.empty()) options.left_out.push_back(AbsolutePath(arguments.log));
  if (!arguments.since.empty()) options.since = ParseDay(arguments.since);
  return FindFiles(arguments.paths, options);
}

Result<std::vector<DecisionEntry>> ReadDecisionsOf(const std::string& path) {
  if (path.empty()) return std::vector<DecisionEntry>();
  return ReadInputAs(path, ReadDecisions);
}

void StoreDecisions(ArchiveWriter& archive, const std::vector<DecisionEntry>& entries) {
  for (const DecisionEntry& entry : entries) {
    const Decision& decision = entry.decision;
    archive.StoreDecision({entry.fingerprint,
                           std::string(NameOf(kVerdictNames, decision.verdict).value_or("")),
                           decision.reason, decision.by, decision.when, entry.rule, entry.agency,
                           entry.year});
  }
}

WorkerPlan PlanOf(const ImportArguments& arguments, std::string reader) {
  const int cores = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
  return {WorkerCommand(arguments.worker), std::move(reader), arguments.worker.limits,
          arguments.jobs > 0 ? arguments.jobs : cores};
}

int Failed(const Error& error, Language language) {
  Complain(ErrorMessage(error, language));
  return kInputUnread;
}

// --dry-run: a line a file, and nothing is written.
int ShowPlan(const ImportArguments& arguments, const std::string& reader, const FoundFiles& found,
             Language language) {
  std::optional<Database> archive;
  if (access(arguments.archive.c_str(), F_OK) == 0) {
    auto opened = OpenArchive(arguments.archive);
    if (!opened.ok()) return Failed(opened.error(), language);
    archive.emplace(std::move(opened.value()));
  }
  const auto plan = PlanImport(archive ? &*archive : nullptr, reader, found.files,
                               arguments.retry_failed, ReadInput);
  std::string lines;
  bool failed = false;
  for (const PlannedFile& file : plan) {
    failed = failed || file.intent == Intent::kFailed;
    lines += Text(kIntentTexts[static_cast<std::size_t>(file.intent)], language,
                  {{"file", file.path}, {"reason", file.failure ? file.failure->reason : ""}}) + "\n";
  }
  const int unwritten = WriteOrComplain("-", lines, language);
  return failed ? kInputUnread : unwritten;
}

int FinishImport(const ImportArguments& arguments, const ImportSummary& summary,
                 const FoundFiles& found, const ImportWatch& watch, Language language) {
  ClearProgress();
  const int failed = WriteOrComplain("-", watch.Summary(summary, found.hidden) + "\n", language);
  if (!summary.confined) Complain(Text("import.unconfined", language));
  if (summary.fault) {
    Complain(ErrorMessage(*summary.fault, language) + " " + Text("import.go_on", language));
  } else if (summary.stopped) {
    Complain(Text("import.stopped", language));
  }
  if (!watch.log_is_whole()) {
    return Failed({ErrorCode::kNotWritable, arguments.log, "", 0}, language);
  }
  const bool all = !summary.fault && !summary.stopped && summary.counts.failed == 0;
  return all ? failed : kInputUnread;
}

int RunImportCommand(const ImportArguments& arguments, Language language) {
  if (!arguments.since.empty() && !ParseDay(arguments.since)) {
    Complain(Text("import.since", language, {{"text", arguments.since}}));
    return kWrongUsage;
  }
  const auto reader = ReaderVersionOf(arguments.worker);
  if (!reader.ok()) return Failed(reader.error(), language);
  if (arguments.dry_run) {
    return ShowPlan(arguments, reader.value(), Find(arguments), language);
  }
  const auto decisions = ReadDecisionsOf(arguments.decisions);
  if (!decisions.ok()) return Failed(decisions.error(), language);
  auto archive = ArchiveWriter::Open(arguments.archive, reader.value());
  if (!archive.ok()) return Failed(archive.error(), language);
  StoreDecisions(*archive.value(), decisions.value());
  auto watch = ImportWatch::Open(arguments.log, language);
  if (!watch.ok()) return Failed(watch.error(), language);
  CatchSignals();
  const FoundFiles found = Find(arguments);
  ImportServices services;
  services.open = ReadInput;
  services.entry_name = ToUtf8;
  services.on_event = [&](const ImportEvent& event, const RunCounts& counts, std::size_t total) {
    watch.value().Show(event, counts, total);
  };
  services.stop = &stop;
  const ImportSummary summary = RunImport(*archive.value(), found.files, arguments.retry_failed,
                                          PlanOf(arguments, reader.value()), services);
  return FinishImport(arguments, summary, found, watch.value(), language);
}

}  // namespace

Declared DeclareImport(Language language) {
  const auto own = std::make_shared<ImportArguments>();
  std::vector<Argument> rows = {
      {"PATH", "help.import.path", "...", &own->paths, true},
      {"--archive", "help.import.archive", "ARCHIVE", &own->archive, true},
      {"--jobs", "help.import.jobs", "N", &own->jobs, false, {}, {0, kMostJobs}},
      {"--log", "help.import.log", "FILE", &own->log},
      {"--retry-failed", "help.import.retry", "", &own->retry_failed},
      {"--since", "help.import.since", "YYYY-MM-DD", &own->since},
      {"--dry-run", "help.import.dry_run", "", &own->dry_run},
      {"--decisions", "help.import.decisions", "FILE", &own->decisions},
  };
  DeclareWorkerArguments(own->worker, rows);
  return {std::move(rows), [own, language] { return RunImportCommand(*own, language); }};
}

}  // namespace gongkai
