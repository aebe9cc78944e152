#include "corpus/worker_sandbox.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>
#include <fstream>
#include <string>
#include <thread>

#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

// What an attempt in a confined process of its own came to: 0, or errno; -1 where it could not be
// confined.
int Confined(const std::function<bool()>& attempt) {
  const pid_t process = fork();
  if (process == 0) {
    if (!ConfineProcess()) _exit(255);
    errno = 0;
    _exit(attempt() ? 0 : errno);
  }
  int status = 0;
  REQUIRE(waitpid(process, &status, 0) == process);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status) == 255 ? -1 : WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("a confined process reads, and does nothing else to the world") {
  const testing::Scratch scratch;
  const std::string file = scratch / "file";
  std::ofstream(file) << "content";
  const auto opens = [](const std::string& path, int flags) {
    return [path, flags] { return open(path.c_str(), flags, 0600) >= 0; };
  };
  CHECK(Confined(opens(file, O_RDONLY)) == 0);
  CHECK(Confined(opens(file, O_WRONLY)) == EPERM);
  CHECK(Confined(opens(file, O_RDWR)) == EPERM);
  CHECK(Confined(opens(file, O_RDONLY | O_TRUNC)) == EPERM);
  CHECK(Confined(opens(scratch / "new", O_RDONLY | O_CREAT)) == EPERM);
  CHECK(Confined([&] { return unlink(file.c_str()) == 0; }) == EPERM);
  CHECK(Confined([&] { return rename(file.c_str(), (file + "2").c_str()) == 0; }) == EPERM);
  CHECK(Confined([&] { return mkdir((file + "2").c_str(), 0700) == 0; }) == EPERM);
  CHECK(Confined([&] { return chmod(file.c_str(), 0777) == 0; }) == EPERM);
  CHECK(Confined([&] { return truncate(file.c_str(), 0) == 0; }) == EPERM);
  CHECK(Confined([&] { return symlink(file.c_str(), (file + "2").c_str()) == 0; }) == EPERM);
  CHECK(Confined([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }) == EPERM);
  CHECK(Confined([] { return socket(AF_UNIX, SOCK_DGRAM, 0) >= 0; }) == EPERM);
  CHECK(Confined([] { return fork() >= 0; }) == EPERM);
  CHECK(Confined([] { return execl("/bin/true", "true", nullptr) == 0; }) == EPERM);
  CHECK(Confined([] { return kill(getppid(), 0) == 0; }) == EPERM);
  std::ifstream left(file);
  CHECK(std::string(std::istreambuf_iterator<char>(left), {}) == "content");
}

TEST_CASE("a confined process has threads and memory") {
  CHECK(Confined([] {
          int sum = 0;
          std::thread([&sum] { sum = 1; }).join();
          return sum == 1 && std::string(1 << 24, 'x').size() == 1 << 24;
        }) == 0);
}

}  // namespace gongkai
