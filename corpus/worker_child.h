// A worker as its parent sees it: a process of the same program at the other end of a socket.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/worker_message.h"
#include "model/result.h"

namespace gongkai {

class WorkerChild {
 public:
  // Starts `command` with the socket as kWorkerSocket and its standard streams closed to the terminal.
  // Error kCrash where the system gives no process.
  static Result<WorkerChild> Start(const std::vector<std::string>& command);

  WorkerChild(WorkerChild&& other) noexcept;
  WorkerChild& operator=(WorkerChild&&) = delete;
  ~WorkerChild();  // kills it

  int socket() const { return socket_; }

  // False where it is gone, or has not taken all of it after `seconds`.
  bool Send(MessageKind kind, std::string_view body, double seconds);
  void Receive();  // takes what has come, without waiting
  std::optional<Message> Next();
  bool gone() const { return gone_; }  // it has closed its end, or says what is no message
  // Waits for a message that long at the most; nothing where none comes or the worker is gone.
  std::optional<Message> WaitForNext(double seconds);

  // What it has said on standard error up to now belongs to an earlier report.
  void ForgetOutput();
  // Of one that has closed its end: why it did: kMemory, kTimeout (of its CPU), kCrash with the signal
  // or the status.
  Error Bury();

 private:
  WorkerChild(pid_t process, int socket, int output);
  void Kill();
  std::optional<int> WaitForEnd();  // its status; nothing where it had to be killed
  std::string LastOutput() const;

  pid_t process_ = -1;
  int socket_ = -1;
  int output_ = -1;  // a file in memory
  MessageBuffer buffer_;
  std::string chunk_;  // what one read takes
  bool gone_ = false;
};

}  // namespace gongkai
