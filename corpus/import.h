// The import: files become readings in an archive. One process reads the names, stores and decides;
// workers do everything that touches untrusted bytes.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive_writer.h"
#include "corpus/import_paths.h"
#include "corpus/worker_pool.h"
#include "model/result.h"

namespace gongkai {

// How an input ends: as exactly one of these.
enum class Outcome {
  kImported,
  kUnchanged,  // the same bytes are in the archive, read by the same version of the reader
  kFailed,
};

std::string_view OutcomeName(Outcome outcome);  // "imported"

struct ImportEvent {
  std::string path;  // PathText
  Outcome outcome = Outcome::kImported;
  std::optional<Failure> failure;
  double seconds = 0;  // that reading it took; 0 where it was not read
};

// Handed in, so that tests need no real files or readers.
struct ImportServices {
  // The bytes of a file, within a budget. Errors: kNotFound, kTooLarge, kChanged, kUnsupported.
  std::function<Result<std::string>(const std::string& path)> open;
  // The name of a ZIP's entry, in whatever encoding, as UTF-8.
  std::function<std::string(std::string_view raw)> entry_name;
  // Called for every input that has ended. `total`: inputs known so far.
  std::function<void(const ImportEvent& event, const RunCounts& counts, std::size_t total)> on_event;
  const std::atomic<bool>* stop = nullptr;  // becomes true: finish what is in hand, begin nothing new
};

struct ImportSummary {
  RunCounts counts;
  std::size_t total = 0;          // inputs that were found; more than the counts where it was stopped
  bool stopped = false;
  bool confined = true;           // every worker was (worker_sandbox.h)
  std::optional<Error> fault;     // why it could not go on: the archive (a full disk), no processes
};

// Files that end in an archive within an archive: more than these and it is no archive of reports.
inline constexpr int kMaxZipDepth = 4;

ImportSummary RunImport(ArchiveWriter& archive, const std::vector<FoundFile>& files,
                        bool retry_failed, WorkerPlan workers, const ImportServices& services);

}  // namespace gongkai
