#include "corpus/worker_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "corpus/byte_codec.h"
#include "corpus/worker_message.h"
#include "corpus/worker_sandbox.h"
#include "corpus/zip_reader.h"

namespace gongkai {
namespace {

// What libraries say on standard error goes into a file of the parent's; nothing may grow beyond this.
constexpr rlim_t kMostFileBytes = 16 << 20;

#ifdef __SANITIZE_ADDRESS__
constexpr bool kLimitsMemory = false;  // AddressSanitizer reserves terabytes of address space
#else
constexpr bool kLimitsMemory = true;
#endif

void SetLimit(decltype(RLIMIT_AS) resource, rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  setrlimit(resource, &limit);
}

void LimitProcess(const WorkerLimits& limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // An interrupt at the terminal goes to all processes; the parent then lets us finish.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  SetLimit(RLIMIT_CORE, 0, 0);
  SetLimit(RLIMIT_FSIZE, kMostFileBytes, kMostFileBytes);
  if (kLimitsMemory && limits.memory_mb > 0) {
    const rlim_t bytes = static_cast<rlim_t>(limits.memory_mb) << 20;
    SetLimit(RLIMIT_AS, bytes, bytes);
  }
}

// The CPU that is used up counts from the process's begin; the limit moves on with every report.
void LimitCpu(const WorkerLimits& limits, int pages) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const rlim_t seconds = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                         static_cast<rlim_t>(limits.base_seconds) +
                         static_cast<rlim_t>(limits.page_seconds) * static_cast<rlim_t>(pages);
  SetLimit(RLIMIT_CPU, seconds, RLIM_INFINITY);
}

bool Send(MessageKind kind, const std::string& body) {
  return SendMessage(kWorkerSocket, kind, body);
}

bool SendError(const Error& error) { return Send(MessageKind::kError, EncodeBytes(error)); }

// Nothing more can be trusted to work once memory has run out: the process ends behind the answer.
[[noreturn]] void EndForMemory() {
  SendError({ErrorCode::kMemory, "", "", 0});
  _exit(EXIT_SUCCESS);
}

bool AnswerRead(const WorkerReader& reader, const WorkerLimits& limits, const std::string& body) {
  const auto request = DecodeBytes<ReadMessage>(body);
  if (!request) return false;
  LimitCpu(limits, 0);
  int known = 0;
  const auto on_pages = [&](int pages) {
    if (pages == known) return;
    known = pages;
    LimitCpu(limits, pages);
    Send(MessageKind::kPages, EncodeBytes(pages));
  };
  const auto record = reader.read(request->bytes, request->name, on_pages);
  if (!record.ok()) return SendError(record.error());
  return Send(MessageKind::kRecord, EncodeBytes(record.value()));
}

bool AnswerNext(std::unique_ptr<ZipReader>& zip) {
  auto entry = zip ? zip->Next() : std::nullopt;
  if (entry) return Send(MessageKind::kEntry, EncodeBytes(std::move(*entry)));
  zip.reset();
  return Send(MessageKind::kEnd, "");
}

bool AnswerUnpack(std::unique_ptr<ZipReader>& zip, const std::string& body) {
  auto request = DecodeBytes<UnpackMessage>(body);
  if (!request) return false;
  auto opened = request->path.empty() ? ZipReader::OpenBytes(std::move(request->bytes))
                                      : ZipReader::OpenFile(request->path);
  if (!opened.ok()) return SendError(opened.error());
  zip = std::move(opened.value());
  return AnswerNext(zip);
}

bool Answer(const WorkerReader& reader, const WorkerLimits& limits, Message message,
            std::unique_ptr<ZipReader>& zip) {
  switch (message.kind) {
    case MessageKind::kRead: return AnswerRead(reader, limits, message.body);
    case MessageKind::kUnpack:
      LimitCpu(limits, 0);
      return AnswerUnpack(zip, message.body);
    case MessageKind::kNext:
      LimitCpu(limits, 0);
      return AnswerNext(zip);
    default: return false;
  }
}

// The messages of the parent, taken off the socket as they come: the next report is here before the one
// in hand is read.
class Inbox {
 public:
  Inbox() : reader_([this] { Fill(); }) { reader_.detach(); }  // ends with the process

  // The next message; nothing once the parent is gone.
  std::optional<Message> Take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || !messages_.empty(); });
    if (messages_.empty()) return std::nullopt;
    Message message = std::move(messages_.front());
    messages_.pop_front();
    return message;
  }

 private:
  void Fill() {
    MessageBuffer buffer;
    while (auto message = WaitForMessage(kWorkerSocket, buffer)) {
      const std::lock_guard lock(mutex_);
      messages_.push_back(std::move(*message));
      changed_.notify_one();
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Message> messages_;  // as many as the parent sends ahead (worker_pool.cpp)
  bool ended_ = false;
  std::thread reader_;
};

}  // namespace

void RunWorker(const WorkerReader& reader, const WorkerLimits& limits) {
  LimitProcess(limits);
  const bool confined = ConfineProcess();
  std::unique_ptr<ZipReader> zip;
  try {
    static Inbox inbox;  // its thread may outlive this function
    if (!Send(MessageKind::kHello, EncodeBytes(HelloMessage{reader.version, confined}))) {
      _exit(EXIT_SUCCESS);
    }
    while (auto message = inbox.Take()) {
      if (!Answer(reader, limits, std::move(*message), zip)) _exit(EXIT_FAILURE);
    }
  } catch (const std::bad_alloc&) {
    EndForMemory();
  }
  _exit(EXIT_SUCCESS);  // nothing is left to be written, and the thread must not see us go
}

}  // namespace gongkai
