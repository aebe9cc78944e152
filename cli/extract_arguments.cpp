#include "cli/extract_arguments.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>

#include "cli/progress.h"
#include "ocr/ocr.h"

namespace gongkai {
namespace {

struct OcrModeName {
  std::string_view name;
  OcrMode mode;
};
constexpr auto kOcrModes = std::to_array<OcrModeName>({
    {"auto", OcrMode::kAuto},
    {"off", OcrMode::kOff},
    {"force", OcrMode::kForce},
});

// Below, a digit of the form has 7 pixels; above, a page has more than the budget.
constexpr int kLeastScanDpi = 50, kMostScanDpi = 1200;
constexpr int kMostJobs = 64, kMostPages = 100'000;

OcrMode ModeNamed(const std::string& name) {  // REQUIRES: a name of kOcrModes
  return std::find_if(kOcrModes.begin(), kOcrModes.end(),
                      [&](const OcrModeName& row) { return row.name == name; })
      ->mode;
}

// Engines stay warm from one file to the next.
const ScanReader& Reader() {
  static const ScanReader reader = MakeScanReader();
  return reader;
}

}  // namespace

ExtractOptions ExtractArguments::Options() const {
  ExtractOptions options;
  options.password = password;
  options.max_pages = max_pages;
  options.ocr = ModeNamed(ocr);
  options.dpi = dpi;
  options.jobs = jobs > 0 ? jobs : static_cast<int>(std::thread::hardware_concurrency());
  options.scans = &Reader();
  options.progress = ShowProgress;
  return options;
}

void DeclareExtract(ExtractArguments& arguments, bool with_dpi, std::vector<Argument>& rows) {
  std::vector<std::string> modes;
  for (const OcrModeName& row : kOcrModes) modes.emplace_back(row.name);
  rows.push_back({"--ocr", "help.ocr", "auto|off|force", &arguments.ocr, false, modes});
  if (with_dpi) {
    rows.push_back({"--dpi", "help.dpi", "N", &arguments.dpi, false, {}, {kLeastScanDpi, kMostScanDpi}});
  }
  rows.push_back({"--jobs", "help.jobs", "N", &arguments.jobs, false, {}, {0, kMostJobs}});
  rows.push_back(
      {"--max-pages", "help.max_pages", "N", &arguments.max_pages, false, {}, {1, kMostPages}});
  rows.push_back({"--password", "help.password", "TEXT", &arguments.password});
}

}  // namespace gongkai
