#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace gongkai {
namespace {

constexpr int kBarWidth = 30;                // characters
constexpr const char* kClearLine = "\r\x1B[K";  // what every terminal since the VT100 knows

bool shown = false;  // by one thread at a time: ExtractOptions::progress

}  // namespace

void ShowProgress(int done, int total) {
  static const bool terminal = isatty(STDERR_FILENO) == 1;
  if (!terminal || total < 2) return;
  if (done >= total) return ClearProgress();
  const auto filled = static_cast<std::size_t>(kBarWidth * done / total);
  const std::string bar = std::string(filled, '#') + std::string(kBarWidth - filled, '.');
  std::fprintf(stderr, "%s[%s] %d/%d", kClearLine, bar.c_str(), done, total);
  std::fflush(stderr);
  shown = true;
}

void ClearProgress() {
  if (!shown) return;
  std::fputs(kClearLine, stderr);
  std::fflush(stderr);
  shown = false;
}

}  // namespace gongkai
