#include "corpus/worker_pool.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <utility>

#include "corpus/byte_codec.h"

namespace gongkai {
namespace {

// Reports that one worker reads before it is replaced: what leaks in a library is given back then. A
// start costs less than a report of five pages.
constexpr int kReportsAWorker = 500;
// Reports that one worker has in hand: while it reads the first it has the next, and need not wait for
// its parent, which may just be storing.
constexpr std::size_t kReportsAhead = 2;
// A worker that starts has nothing to read but its own libraries.
constexpr double kHelloSeconds = 30;
// More pages no reader takes (its own budget); a worker that says more does not get more time for it.
constexpr int kMostPages = 2000;

using Clock = std::chrono::steady_clock;

Clock::duration Seconds(double seconds) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

double SecondsSince(Clock::time_point when) {
  return std::chrono::duration<double>(Clock::now() - when).count();
}

}  // namespace

// A report that a worker was given.
struct WorkerPool::Work {
  std::uint64_t job = 0;
  std::string name, bytes;
  bool again = false;  // it was lost with an earlier worker
};

// A place for one worker, with the reports that it has in hand: it reads the first of them.
struct WorkerPool::Slot {
  std::optional<WorkerChild> child;
  int reports = 0;  // that this worker was given
  std::deque<Work> work;
  std::size_t given = 0;  // of these: the first ones, which the worker has
  Clock::time_point begun, deadline;  // of the first

  bool HasRoom() const {
    return work.empty() || (work.size() < kReportsAhead && reports < kReportsAWorker);
  }
  void Extend(double seconds) { deadline = begun + Seconds(seconds); }
};

WorkerPool::WorkerPool(WorkerPlan plan) : plan_(std::move(plan)) {
  for (int i = 0; i < plan_.jobs; ++i) slots_.push_back(std::make_unique<Slot>());
}

WorkerPool::~WorkerPool() = default;

bool WorkerPool::HasRoom() const {
  return !fault_ && std::any_of(slots_.begin(), slots_.end(),
                                [](const auto& slot) { return slot->HasRoom(); });
}

bool WorkerPool::IsIdle() const {
  return std::all_of(slots_.begin(), slots_.end(),
                     [](const auto& slot) { return slot->work.empty(); });
}

std::optional<WorkerChild> WorkerPool::StartChild() {
  auto child = WorkerChild::Start(plan_.command);
  if (!child.ok()) {
    fault_ = child.error();
    return std::nullopt;
  }
  const auto message = child.value().WaitForNext(kHelloSeconds);
  const auto hello = message && message->kind == MessageKind::kHello
                         ? DecodeBytes<HelloMessage>(message->body)
                         : std::nullopt;
  if (!hello || hello->reader != plan_.reader) {
    fault_ = hello ? Error{ErrorCode::kCrash, "", hello->reader + " != " + plan_.reader, 0}
                   : child.value().Bury();
    fault_->file = plan_.command.front();
    return std::nullopt;
  }
  confined_ = confined_ && hello->confined;
  return std::move(child.value());
}

std::optional<WorkerChild> WorkerPool::StartUnpacker() { return StartChild(); }

void WorkerPool::Start(std::uint64_t job, std::string name, std::string bytes) {
  // The one with the least to do.
  Slot* chosen = nullptr;
  for (const auto& slot : slots_) {
    if (!slot->HasRoom()) continue;
    if (chosen == nullptr || slot->work.size() < chosen->work.size()) chosen = slot.get();
  }
  if (chosen->work.empty() && chosen->reports >= kReportsAWorker) chosen->child.reset();
  chosen->work.push_back({job, std::move(name), std::move(bytes)});
  if (chosen->work.size() == 1) BeginFirst(*chosen);
  if (!chosen->work.front().again) GiveNext(*chosen);
}

void WorkerPool::BeginFirst(Slot& slot) {
  slot.begun = Clock::now();
  slot.Extend(plan_.limits.base_seconds);
}

// Hands the worker the next of the reports that it does not have yet.
void WorkerPool::GiveNext(Slot& slot) {
  const Work& work = slot.work[slot.given++];
  if (!slot.child) {
    if (auto child = StartChild()) slot.child.emplace(std::move(*child));
    slot.reports = 0;
  }
  if (!slot.child) return;  // Look() finds it
  ++slot.reports;
  // One that does not take its report is found lost by the next look.
  slot.child->Send(MessageKind::kRead, EncodeBytes(ReadMessage{work.name, work.bytes}),
                   plan_.limits.base_seconds);
}

std::vector<Finished> WorkerPool::Wait(double seconds) {
  std::vector<pollfd> sockets;
  auto until = Clock::now() + Seconds(seconds);
  for (const auto& slot : slots_) {
    if (slot->work.empty()) continue;
    until = slot->child ? std::min(until, slot->deadline) : Clock::now();
    if (slot->child) sockets.push_back({slot->child->socket(), POLLIN, 0});
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  // Interrupted by a signal, it returns early: whoever waits looks what the signal was for.
  poll(sockets.data(), sockets.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
  std::vector<Finished> finished;
  for (const auto& slot : slots_) {
    if (!slot->work.empty()) Look(*slot, finished);
  }
  return finished;
}

void WorkerPool::Look(Slot& slot, std::vector<Finished>& finished) {
  if (!slot.child) {
    return Finish(slot, fault_.value_or(Error{ErrorCode::kCrash, "", "", 0}), finished);
  }
  slot.child->Receive();
  while (!slot.work.empty() && slot.child) {
    auto message = slot.child->Next();
    if (!message) break;
    Take(slot, *message, finished);
  }
  if (slot.work.empty() || !slot.child) return;
  if (slot.child->gone()) return Lose(slot, slot.child->Bury(), finished);
  if (Clock::now() < slot.deadline) return;
  Lose(slot, Error{ErrorCode::kTimeout, "", "", 0}, finished);
}

// What a worker says of its first report.
void WorkerPool::Take(Slot& slot, const Message& message, std::vector<Finished>& finished) {
  if (message.kind == MessageKind::kPages) {
    const int pages = std::clamp(DecodeBytes<int>(message.body).value_or(0), 0, kMostPages);
    slot.Extend(plan_.limits.base_seconds + plan_.limits.page_seconds * static_cast<double>(pages));
    return;
  }
  if (message.kind == MessageKind::kRecord) {
    if (auto record = DecodeBytes<Record>(message.body)) {
      return Finish(slot, std::move(*record), finished);
    }
  } else if (message.kind == MessageKind::kError) {
    if (auto error = DecodeBytes<Error>(message.body)) {
      if (error->code != ErrorCode::kMemory) return Finish(slot, std::move(*error), finished);
      return Lose(slot, std::move(*error), finished);
    }
  }
  Lose(slot, {ErrorCode::kCrash, "", "errors.detail.mute", 0}, finished);
}

// The first report is to blame where the worker had no other, before it or waiting behind it. Otherwise
// it is read again, alone, by a fresh one.
void WorkerPool::Lose(Slot& slot, Error error, std::vector<Finished>& finished) {
  slot.child.reset();
  slot.given = 0;
  Work& first = slot.work.front();
  if (first.again || slot.reports == 1 || error.code == ErrorCode::kTimeout) {
    return Finish(slot, std::move(error), finished);
  }
  first.again = true;
  BeginFirst(slot);
  GiveNext(slot);
}

void WorkerPool::Finish(Slot& slot, std::variant<Record, Error> result,
                        std::vector<Finished>& finished) {
  finished.push_back({slot.work.front().job, std::move(result), SecondsSince(slot.begun)});
  slot.work.pop_front();
  if (slot.given > 0) --slot.given;
  if (slot.child) slot.child->ForgetOutput();  // what it said until now was of that report
  if (slot.work.empty()) return;
  BeginFirst(slot);
  if (slot.given == 0) GiveNext(slot);
}

}  // namespace gongkai
