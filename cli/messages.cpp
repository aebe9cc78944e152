#include "cli/messages.h"

#include <algorithm>
#include <cstdio>

#include "cli/progress.h"

namespace gongkai {

std::string OneLine(std::string text) {
  constexpr char kDelete = 0x7F;
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == kDelete; };
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

void Complain(const std::string& message) {
  ClearProgress();
  std::fprintf(stderr, "gongkai: %s\n", OneLine(message).c_str());
}

}  // namespace gongkai
