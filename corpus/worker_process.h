// The worker's side: a process that reads one report after the other for an import and can be lost.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/archive_record.h"
#include "model/result.h"

namespace gongkai {

struct WorkerLimits {
  int memory_mb = 2048;  // address space; a scanned page of 100 megapixels needs about 1 GB. 0: none
  int base_seconds = 60;  // for a report, of CPU here, of the clock in the pool: a digital report of 2,000 pages takes ten
  int page_seconds = 20;  // more for every page that is read from its picture: the hardest take five
};

// How the program reads: handed in, so that tests can hand in readers that hang or crash.
struct WorkerReader {
  std::string version;  // of the reader, and the options that change what it reads
  // The record of a report. `pages` is to be called as soon as it is known how many pages have to be
  // read from their pictures.
  std::function<Result<Record>(std::string_view bytes, const std::string& name,
                               const std::function<void(int pages)>& pages)>
      read;
};

inline constexpr int kWorkerSocket = 3;  // the descriptor on which a worker finds its parent

// Serves until the parent is gone, and then ends the process.
[[noreturn]] void RunWorker(const WorkerReader& reader, const WorkerLimits& limits);

}  // namespace gongkai
