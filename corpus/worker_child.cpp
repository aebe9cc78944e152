#include "corpus/worker_child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

#include "corpus/worker_process.h"

extern char** environ;

namespace gongkai {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kChunk = 1 << 18;  // bytes a read
constexpr off_t kOutputLooked = 4096;    // bytes of standard error that are looked at, from the end
// How long a worker that has closed its socket may take to end (its memory has to be given back), and
// how often that is looked at.
constexpr double kEndSeconds = 5;
constexpr auto kEndLook = std::chrono::milliseconds(2);

// What libraries and the C++ runtime say when an allocation fails and they end the process.
constexpr auto kMemoryWords =
    std::to_array<std::string_view>({"bad_alloc", "ut of memory", "annot allocate memory"});

int MillisecondsUntil(Clock::time_point when) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(when - Clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count() + 1, 0, 60'000));
}

Clock::time_point After(double seconds) {
  return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

bool PollFor(int socket, short events, Clock::time_point until) {
  pollfd wanted{socket, events, 0};
  while (Clock::now() < until) {
    const int ready = poll(&wanted, 1, MillisecondsUntil(until));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
  return false;
}

Error Crash(std::string detail) { return {ErrorCode::kCrash, "", std::move(detail), 0}; }

std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The child's descriptors: nothing to read, its output into `output`, the socket. All others close at
// the start of the program.
pid_t Spawn(std::vector<std::string> command, int socket, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  posix_spawn_file_actions_adddup2(&actions, socket, kWorkerSocket);
  const std::vector<char*> words = Pointers(command);
  pid_t process = -1;
  if (posix_spawn(&process, words.front(), &actions, nullptr, words.data(), environ) != 0) process = -1;
  posix_spawn_file_actions_destroy(&actions);
  return process;
}

}  // namespace

Result<WorkerChild> WorkerChild::Start(const std::vector<std::string>& command) {
  std::array<int, 2> ends{-1, -1};
  const int output = memfd_create("gongkai worker output", MFD_CLOEXEC);
  if (output < 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    if (output >= 0) close(output);
    return Crash(std::strerror(errno));
  }
  // Were an end the worker's own number already, dup2 onto itself would leave it to close at the start.
  const int theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, kWorkerSocket + 1);
  close(ends[1]);
  fcntl(output, F_SETFL, O_APPEND);
  const pid_t process = theirs < 0 ? -1 : Spawn(command, theirs, output);
  if (theirs >= 0) close(theirs);
  WorkerChild child(process, ends[0], output);
  if (process < 0) return Crash(command.front());
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return child;
}

WorkerChild::WorkerChild(pid_t process, int socket, int output)
    : process_(process), socket_(socket), output_(output) {}

WorkerChild::WorkerChild(WorkerChild&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      socket_(std::exchange(other.socket_, -1)),
      output_(std::exchange(other.output_, -1)),
      buffer_(std::move(other.buffer_)),
      gone_(other.gone_) {}

WorkerChild::~WorkerChild() {
  if (process_ > 0) Kill();
  if (socket_ >= 0) close(socket_);
  if (output_ >= 0) close(output_);
}

bool WorkerChild::Send(MessageKind kind, std::string_view body, double seconds) {
  const auto until = After(seconds);
  const std::string header = HeaderOf(kind, body.size());
  for (std::string_view left : {std::string_view(header), body}) {
    while (!left.empty()) {
      const ssize_t sent = send(socket_, left.data(), left.size(), MSG_NOSIGNAL);
      if (sent > 0) {
        left.remove_prefix(static_cast<std::size_t>(sent));
      } else if (sent < 0 && errno != EAGAIN && errno != EINTR) {
        return false;
      } else if (!PollFor(socket_, POLLOUT, until)) {
        return false;
      }
    }
  }
  return true;
}

void WorkerChild::Receive() {
  chunk_.resize(kChunk);  // once: to fill it with noughts for each message would be felt
  while (!gone_) {
    const ssize_t got = recv(socket_, chunk_.data(), chunk_.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) return;
    if (got > 0) buffer_.Add(std::string_view(chunk_).substr(0, static_cast<std::size_t>(got)));
    gone_ = got <= 0;
  }
}

std::optional<Message> WorkerChild::Next() {
  auto message = buffer_.Next();
  gone_ = gone_ || buffer_.broken();
  return message;
}

std::optional<Message> WorkerChild::WaitForNext(double seconds) {
  const auto until = After(seconds);
  for (;;) {
    if (auto message = Next()) return message;
    if (gone_ || !PollFor(socket_, POLLIN, until)) return std::nullopt;
    Receive();
  }
}

void WorkerChild::ForgetOutput() {
  if (ftruncate(output_, 0) != 0) return;  // what is left is only shown
}

std::string WorkerChild::LastOutput() const {
  struct stat facts {};
  if (fstat(output_, &facts) != 0) return "";
  const off_t begin = std::max<off_t>(facts.st_size - kOutputLooked, 0);
  std::string text(static_cast<std::size_t>(facts.st_size - begin), '\0');
  const ssize_t got = pread(output_, text.data(), text.size(), begin);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return text;
}

void WorkerChild::Kill() {
  kill(process_, SIGKILL);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
}

std::optional<int> WorkerChild::WaitForEnd() {
  const auto until = After(kEndSeconds);
  while (Clock::now() < until) {
    int status = 0;
    if (waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      return status;
    }
    std::this_thread::sleep_for(kEndLook);
  }
  Kill();
  return std::nullopt;
}

Error WorkerChild::Bury() {
  const auto status = WaitForEnd();
  const std::string output = LastOutput();
  const bool said_memory = std::any_of(
      kMemoryWords.begin(), kMemoryWords.end(),
      [&](std::string_view words) { return output.find(words) != output.npos; });
  if (!status) return Crash("errors.detail.mute");
  const int signal = WIFSIGNALED(*status) ? WTERMSIG(*status) : 0;
  // A kill that is not ours is the system's, when all memory is used up.
  if (said_memory || signal == SIGKILL) return {ErrorCode::kMemory, "", "", 0};
  if (signal == SIGXCPU) return {ErrorCode::kTimeout, "", "CPU", 0};
  if (signal == 0) return Crash("exit " + std::to_string(WEXITSTATUS(*status)));
  const char* name = sigabbrev_np(signal);
  return Crash(name != nullptr ? "SIG" + std::string(name) : "signal " + std::to_string(signal));
}

}  // namespace gongkai
