#include "corpus/file_signature.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

namespace gongkai {
namespace {

constexpr std::time_t kTooFresh = 2;  // seconds

std::string TimeText(const timespec& time) {
  return std::to_string(time.tv_sec) + "." + std::to_string(time.tv_nsec);
}

}  // namespace

std::string FileSignature(const std::string& path) {
  struct stat facts {};
  if (stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return "";
  const std::time_t changed = std::max(facts.st_mtim.tv_sec, facts.st_ctim.tv_sec);
  if (changed + kTooFresh >= std::time(nullptr)) return "";
  return std::to_string(facts.st_size) + ":" + TimeText(facts.st_mtim) + ":" +
         TimeText(facts.st_ctim) + ":" + std::to_string(facts.st_dev) + ":" +
         std::to_string(facts.st_ino);
}

}  // namespace gongkai
