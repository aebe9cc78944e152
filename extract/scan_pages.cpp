// Workers take the next page that nobody has taken and put what they read into its slot.
#include "extract/scan_pages.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "extract/scan_cells.h"
#include "extract/scan_size.h"
#include "model/stage_times.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;

// More threads than any machine that reads reports has cores; each holds a page of up to 300 MB.
constexpr std::size_t kMostJobs = 64;

Error PageFailure(ErrorCode code, std::string detail) {
  Error error;
  error.code = code;
  error.detail = std::move(detail);
  return error;
}

Result<Page> ReadOne(ScannedPage scanned, const ScanReader& reader) {
  const double scale = PaperScale(scanned.width, scanned.height);
  scanned.width *= scale;
  scanned.height *= scale;
  scanned.raster.dpi = scanned.raster.width * kPointsPerInch / std::max(scanned.width, 1.0);
  auto page = reader.read(scanned, FindScannedGrids);
  if (!page.ok()) return page;
  page.value().number = scanned.number;
  ScaleShown(page.value(), scale);
  return page;
}

// What all workers share.
struct Shared {
  const std::vector<int>& numbers;
  const OpenScanSource& open;
  const ExtractOptions& options;
  std::vector<std::optional<Result<Page>>> slots;
  std::atomic<std::size_t> next = 0, failed;  // failed: the first page that could not be read
  std::mutex reporting;
  int done = 0;
};

Result<Page> ReadSlot(std::optional<Result<ScanSource>>& source, std::size_t index,
                      const Shared& shared) {
  try {
    if (!source) source = shared.open();
    if (!source->ok()) return source->error();
    auto scanned = [&] {
      const StageTimer timer(Stage::kPicture);
      return source->value()(index);
    }();
    if (!scanned.ok()) return scanned.error();
    return ReadOne(std::move(scanned.value()), *shared.options.scans);
  } catch (const std::bad_alloc&) {
    return PageFailure(ErrorCode::kTooLarge, "errors.detail.memory");
  } catch (const std::exception& failure) {
    return PageFailure(ErrorCode::kDamaged, failure.what());
  }
}

void Report(Shared& shared) {
  const std::lock_guard<std::mutex> one(shared.reporting);
  ++shared.done;
  if (shared.options.progress) {
    shared.options.progress(shared.done, static_cast<int>(shared.slots.size()));
  }
}

// Pages are taken in order: when one has failed, all before it have been taken, and those behind it
// need not be read.
void Work(Shared& shared) {
  std::optional<Result<ScanSource>> source;
  for (;;) {
    const std::size_t index = shared.next++;
    if (index >= shared.slots.size() || index > shared.failed) return;
    auto& slot = shared.slots[index];
    slot = ReadSlot(source, index, shared);
    if (!slot->ok()) {
      slot->error().page = shared.numbers[index];
      std::size_t first = shared.failed;
      while (index < first && !shared.failed.compare_exchange_weak(first, index)) {
      }
    }
    Report(shared);
  }
}

// The calling thread works, too; where the system gives no more threads, those that are there do.
void WorkTogether(Shared& shared, std::size_t jobs) {
  std::vector<std::thread> others;
  try {
    while (others.size() + 1 < jobs) others.emplace_back([&shared] { Work(shared); });
  } catch (const std::system_error&) {
  }
  Work(shared);
  for (std::thread& other : others) other.join();
}

}  // namespace

Result<std::vector<Page>> ReadScannedPages(const std::vector<int>& numbers,
                                           const OpenScanSource& open,
                                           const ExtractOptions& options) {
  const std::size_t count = numbers.size();
  Shared shared{numbers, open, options, {}, 0, count, {}, 0};
  shared.slots.resize(count);
  const auto wanted = static_cast<std::size_t>(std::max(options.jobs, 1));
  WorkTogether(shared, std::min({wanted, count, kMostJobs}));
  if (shared.failed < count) return shared.slots[shared.failed]->error();
  std::vector<Page> pages;
  for (auto& slot : shared.slots) pages.push_back(std::move(slot->value()));
  return pages;
}

}  // namespace gongkai
