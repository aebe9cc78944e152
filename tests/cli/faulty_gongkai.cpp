// gongkai with a reader that does what a file tells it to: hang, eat memory, end in every bad way. All
// else (the import, its workers, their limits) is the program's own.
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/worker.h"

namespace gongkai {
namespace {

constexpr std::string_view kHook = "HOOK ";

void Hang() { std::this_thread::sleep_for(std::chrono::hours(24)); }

void Spin() {
  for (std::atomic<unsigned> turns = 0;; ++turns) {
  }
}

void EatMemory() {
  constexpr std::size_t kPiece = 1 << 24;
  for (std::vector<char*> pieces;;) {
    pieces.push_back(new char[kPiece]);
    std::memset(pieces.back(), 1, kPiece);
  }
}

// As a library does that ends the process where it gets no memory.
void EatMemoryInC() {
  constexpr std::size_t kPiece = 1 << 24;
  for (;;) {
    void* piece = std::malloc(kPiece);
    if (piece == nullptr) {
      constexpr std::string_view kWords = "Out of memory\n";
      if (write(STDERR_FILENO, kWords.data(), kWords.size()) < 0) _exit(2);
      std::exit(1);
    }
    std::memset(piece, 1, kPiece);
  }
}

void Fault() { raise(SIGSEGV); }
void EndQuietly() { _exit(0); }
void CloseSocket() {
  shutdown(kWorkerSocket, SHUT_RDWR);  // a thread of the worker waits on it, and would keep it open
  Hang();
}
void Babble() {
  constexpr std::string_view kNoise = "this is no message, and it is long enough to be one";
  if (write(kWorkerSocket, kNoise.data(), kNoise.size()) < 0) _exit(2);
  Hang();
}
// Needs a quarter of a gigabyte for a while, beside what a worker has anyway.
void NeedMemory() {
  constexpr std::size_t kNeeded = std::size_t{200} << 20;
  const std::vector<char> needed(kNeeded, 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
}
void SleepShort() { std::this_thread::sleep_for(std::chrono::milliseconds(1500)); }

const std::map<std::string, void (*)()> kHooks{
    {"hang", Hang},     {"spin", Spin},   {"memory", EatMemory}, {"memory in C", EatMemoryInC},
    {"abort", std::abort}, {"fault", Fault}, {"exit", EndQuietly},  {"close", CloseSocket},
    {"half", NeedMemory},  {"babble", Babble}, {"slow", SleepShort}};

WorkerReader Misbehave(WorkerReader reader) {
  return {reader.version, [read = reader.read](std::string_view bytes, const std::string& name,
                                               const std::function<void(int)>& pages) {
            if (bytes.starts_with(kHook)) {
              const std::string hook(bytes.substr(kHook.size(), bytes.find('\n') - kHook.size()));
              if (const auto found = kHooks.find(hook); found != kHooks.end()) found->second();
            }
            return read(bytes, name, pages);
          }};
}

Declared DeclareFaultyWorker(Language) { return DeclareWorker(Misbehave); }

constexpr auto kCommands = std::to_array<Command>(
    {{"import", DeclareImport}, {"worker", DeclareFaultyWorker, /*hidden=*/true}});

}  // namespace
}  // namespace gongkai

int main(int argc, char** argv) { return gongkai::RunCommandLine(argc, argv, gongkai::kCommands); }
