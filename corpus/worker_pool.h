// The workers of an import: as many processes as there are jobs, replaced when they are lost.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "corpus/archive_record.h"
#include "corpus/worker_child.h"
#include "corpus/worker_process.h"
#include "model/result.h"

namespace gongkai {

struct WorkerPlan {
  std::vector<std::string> command;  // the program and its arguments that make it a worker
  std::string reader;                // what its hello has to say (WorkerReader::version)
  WorkerLimits limits;
  int jobs = 1;
};

// What became of a report.
struct Finished {
  std::uint64_t job = 0;
  std::variant<Record, Error> result;  // errors: those of the reader, kTimeout, kMemory, kCrash
  double seconds = 0;                  // on the clock
};

class WorkerPool {
 public:
  explicit WorkerPool(WorkerPlan plan);
  ~WorkerPool();  // kills what still runs

  bool HasRoom() const;  // a report could be given to a worker, to be read now or next
  bool IsIdle() const;   // none is in hand

  // REQUIRES: HasRoom(). `job` comes back with the result; `bytes` are kept until then, since a report
  // that is lost with a worker that had others, too, is given to a fresh one once more, alone: what
  // becomes of it must not depend on them.
  void Start(std::uint64_t job, std::string name, std::string bytes);

  // What has been finished, waiting until there is something or `seconds` have gone by.
  std::vector<Finished> Wait(double seconds);

  // A worker of its own, outside of the pool, for unpacking. Nothing where none can be started.
  std::optional<WorkerChild> StartUnpacker();

  bool confined() const { return confined_; }  // all workers so far were (worker_sandbox.h)
  // Why no worker can be started at all; nothing while it works.
  const std::optional<Error>& fault() const { return fault_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Work;
  struct Slot;

  std::optional<WorkerChild> StartChild();
  void BeginFirst(Slot& slot);
  void GiveNext(Slot& slot);
  void Look(Slot& slot, std::vector<Finished>& finished);
  void Take(Slot& slot, const Message& message, std::vector<Finished>& finished);
  void Lose(Slot& slot, Error error, std::vector<Finished>& finished);
  void Finish(Slot& slot, std::variant<Record, Error> result, std::vector<Finished>& finished);

  WorkerPlan plan_;
  std::vector<std::unique_ptr<Slot>> slots_;
  bool confined_ = true;
  std::optional<Error> fault_;
};

}  // namespace gongkai
