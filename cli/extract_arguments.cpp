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

std::vector<std::string> ExtractArguments::Words(bool with_password) const {
  const ExtractArguments defaults;
  std::vector<std::string> words;
  const auto add = [&](bool differs, const std::string& name, const std::string& value) {
    if (differs) words.insert(words.end(), {name, value});
  };
  add(ocr != defaults.ocr, "--ocr", ocr);
  add(dpi != defaults.dpi, "--dpi", std::to_string(dpi));
  add(max_pages != defaults.max_pages, "--max-pages", std::to_string(max_pages));
  add(with_password && !password.empty(), "--password", password);
  return words;
}

void DeclareExtract(ExtractArguments& arguments, ExtractRows which, std::vector<Argument>& rows) {
  std::vector<std::string> modes;
  for (const OcrModeName& row : kOcrModes) modes.emplace_back(row.name);
  rows.push_back({"--ocr", "help.ocr", "auto|off|force", &arguments.ocr, false, modes});
  if (which.dpi) {
    rows.push_back({"--dpi", "help.dpi", "N", &arguments.dpi, false, {}, {kLeastScanDpi, kMostScanDpi}});
  }
  if (which.jobs) {
    rows.push_back({"--jobs", "help.jobs", "N", &arguments.jobs, false, {}, {0, kMostJobs}});
  }
  rows.push_back(
      {"--max-pages", "help.max_pages", "N", &arguments.max_pages, false, {}, {1, kMostPages}});
  rows.push_back({"--password", "help.password", "TEXT", &arguments.password});
}

}  // namespace gongkai
