#include "corpus/worker_pool.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "corpus/byte_codec.h"

namespace gongkai {
namespace {

// Reports that one worker reads before it is replaced: what leaks in a library is given back then. A
// start costs about as much as a report of five pages.
constexpr int kReportsAWorker = 500;
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

// A place for one worker, with the report that it has in hand.
struct WorkerPool::Slot {
  std::optional<WorkerChild> child;
  int reports = 0;  // that this worker was given
  bool busy = false;
  bool again = false;  // the report in hand was lost with an earlier worker
  std::uint64_t job = 0;
  std::string name, bytes;
  Clock::time_point begun, deadline;

  void Extend(double seconds) {
    deadline = begun + Seconds(seconds);
  }
};

WorkerPool::WorkerPool(WorkerPlan plan) : plan_(std::move(plan)) {
  for (int i = 0; i < plan_.jobs; ++i) slots_.push_back(std::make_unique<Slot>());
}

WorkerPool::~WorkerPool() = default;

bool WorkerPool::HasRoom() const {
  return !fault_ && std::any_of(slots_.begin(), slots_.end(), [](const auto& s) { return !s->busy; });
}

bool WorkerPool::IsIdle() const {
  return std::none_of(slots_.begin(), slots_.end(), [](const auto& slot) { return slot->busy; });
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
  Slot& slot = **std::find_if(slots_.begin(), slots_.end(), [](const auto& s) { return !s->busy; });
  slot.busy = true;
  slot.again = false;
  slot.job = job;
  slot.name = std::move(name);
  slot.bytes = std::move(bytes);
  if (slot.reports >= kReportsAWorker) slot.child.reset();
  Give(slot);
}

void WorkerPool::Give(Slot& slot) {
  if (!slot.child) {
    if (auto child = StartChild()) slot.child.emplace(std::move(*child));
    slot.reports = 0;
  }
  slot.begun = Clock::now();
  slot.Extend(plan_.limits.base_seconds);
  if (!slot.child) return;  // Look() finds it
  ++slot.reports;
  slot.child->ForgetOutput();
  // One that does not take its report is found lost by the next look.
  slot.child->Send(MessageKind::kRead, EncodeBytes(ReadMessage{slot.name, slot.bytes}),
                   plan_.limits.base_seconds);
}

std::vector<Finished> WorkerPool::Wait(double seconds) {
  std::vector<pollfd> sockets;
  auto until = Clock::now() + Seconds(seconds);
  for (const auto& slot : slots_) {
    if (!slot->busy) continue;
    until = slot->child ? std::min(until, slot->deadline) : Clock::now();
    if (slot->child) sockets.push_back({slot->child->socket(), POLLIN, 0});
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  // Interrupted by a signal, it returns early: whoever waits looks what the signal was for.
  poll(sockets.data(), sockets.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
  std::vector<Finished> finished;
  for (const auto& slot : slots_) {
    if (slot->busy) Look(*slot, finished);
  }
  return finished;
}

void WorkerPool::Look(Slot& slot, std::vector<Finished>& finished) {
  if (!slot.child) {
    return Finish(slot, fault_.value_or(Error{ErrorCode::kCrash, "", "", 0}), finished);
  }
  slot.child->Receive();
  while (auto message = slot.child->Next()) {
    if (message->kind == MessageKind::kPages) {
      const int pages = std::clamp(DecodeBytes<int>(message->body).value_or(0), 0, kMostPages);
      slot.Extend(plan_.limits.base_seconds + plan_.limits.page_seconds * static_cast<double>(pages));
      continue;
    }
    if (message->kind == MessageKind::kRecord) {
      if (auto record = DecodeBytes<Record>(message->body)) {
        return Finish(slot, std::move(*record), finished);
      }
    } else if (message->kind == MessageKind::kError) {
      if (auto error = DecodeBytes<Error>(message->body)) {
        if (error->code != ErrorCode::kMemory) return Finish(slot, std::move(*error), finished);
        return Lose(slot, std::move(*error), finished);
      }
    }
    return Lose(slot, {ErrorCode::kCrash, "", "errors.detail.mute", 0}, finished);
  }
  if (slot.child->gone()) return Lose(slot, slot.child->Bury(), finished);
  if (Clock::now() < slot.deadline) return;
  slot.child.reset();
  Finish(slot, Error{ErrorCode::kTimeout, "", "", 0}, finished);
}

void WorkerPool::Lose(Slot& slot, Error error, std::vector<Finished>& finished) {
  const bool had_read_others = slot.reports > 1;
  slot.child.reset();
  const bool by_itself = slot.again || !had_read_others || error.code == ErrorCode::kTimeout;
  if (by_itself) return Finish(slot, std::move(error), finished);
  slot.again = true;
  Give(slot);
}

void WorkerPool::Finish(Slot& slot, std::variant<Record, Error> result,
                        std::vector<Finished>& finished) {
  slot.busy = false;
  slot.bytes.clear();
  finished.push_back({slot.job, std::move(result), SecondsSince(slot.begun)});
}

}  // namespace gongkai
