// What a person and a log see of an import while it runs.
#pragma once

#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "corpus/import.h"
#include "model/texts.h"

namespace gongkai {

// On a terminal a bar with what is done, what failed, reports a second and the time that is left; a
// line for each failure; elsewhere a line now and then instead of the bar. A log, where there is one,
// has a JSON object a line for every input.
class ImportWatch {
 public:
  // Error kNotWritable. An empty `log` is none; one that is there is written on.
  static Result<ImportWatch> Open(const std::string& log, Language language);

  void Show(const ImportEvent& event, const RunCounts& counts, std::size_t total);

  // The last word: what became of all, with the reasons of failures counted.
  std::string Summary(const ImportSummary& summary, std::size_t hidden) const;
  bool log_is_whole() const;  // everything could be written

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  explicit ImportWatch(Language language) : language_(language) {}

  void Log(const ImportEvent& event);
  std::string ProgressText(const RunCounts& counts, std::size_t total) const;
  void ShowProgress(const RunCounts& counts, std::size_t total);

  Language language_;
  std::unique_ptr<std::FILE, CloseFile> log_;
  bool log_failed_ = false;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_;        // the bar, last; at first at once
  std::chrono::steady_clock::time_point told_ = begun_;  // a line, last
  std::map<std::string, std::int64_t> reasons_;
};

}  // namespace gongkai
