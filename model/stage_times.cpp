#include "model/stage_times.h"

#include <algorithm>
#include <atomic>
#include <ctime>

namespace gongkai {
namespace {

std::atomic<bool> measuring = false;
std::array<std::atomic<std::int64_t>, kStageNames.size()> nanoseconds{};
thread_local StageTimer* innermost = nullptr;

std::int64_t Now(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

void Add(Stage stage, std::int64_t time) { nanoseconds[static_cast<std::size_t>(stage)] += time; }

}  // namespace

void MeasureStages() { measuring = true; }

std::array<double, kStageNames.size()> StageSeconds() {
  std::array<double, kStageNames.size()> seconds{};
  std::transform(nanoseconds.begin(), nanoseconds.end(), seconds.begin(),
                 [](const std::atomic<std::int64_t>& time) {
                   return static_cast<double>(time) / 1e9;
                 });
  return seconds;
}

double ProcessSeconds() { return static_cast<double>(Now(CLOCK_PROCESS_CPUTIME_ID)) / 1e9; }

StageTimer::StageTimer(Stage stage) : stage_(stage), runs_(measuring) {
  if (!runs_) return;
  since_ = Now(CLOCK_THREAD_CPUTIME_ID);
  outer_ = innermost;
  innermost = this;
  if (outer_ != nullptr) Add(outer_->stage_, since_ - outer_->since_);
}

StageTimer::~StageTimer() {
  if (!runs_) return;
  const std::int64_t now = Now(CLOCK_THREAD_CPUTIME_ID);
  Add(stage_, now - since_);
  innermost = outer_;
  if (outer_ != nullptr) outer_->since_ = now;
}

}  // namespace gongkai
