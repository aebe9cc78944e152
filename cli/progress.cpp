#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace gongkai {
namespace {

constexpr std::size_t kBarWidth = 30;                // characters
constexpr const char* kClearLine = "\r\x1B[K";  // what every terminal since the VT100 knows

bool shown = false;  // by one thread at a time: ExtractOptions::progress

}  // namespace

std::string ProgressBar(std::size_t done, std::size_t total) {
  const std::size_t filled = total == 0 ? 0 : kBarWidth * std::min(done, total) / total;
  return "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "]";
}

bool HasProgressLine() {
  static const bool terminal = isatty(STDERR_FILENO) == 1;
  return terminal;
}

void ShowProgressLine(const std::string& text) {
  if (!HasProgressLine()) return;
  std::fprintf(stderr, "%s%s", kClearLine, text.c_str());
  std::fflush(stderr);
  shown = true;
}

void ShowProgress(int done, int total) {
  if (total < 2) return;
  if (done >= total) return ClearProgress();
  const auto bar = ProgressBar(static_cast<std::size_t>(done), static_cast<std::size_t>(total));
  ShowProgressLine(bar + " " + std::to_string(done) + "/" + std::to_string(total));
}

void ClearProgress() {
  if (!shown) return;
  std::fputs(kClearLine, stderr);
  std::fflush(stderr);
  shown = false;
}

}  // namespace gongkai
