#include "cli/import_watch.h"

#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>

#include "cli/messages.h"
#include "cli/progress.h"
#include "normalize/report_json_out.h"

namespace gongkai {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBarEvery = std::chrono::milliseconds(100);  // as fast as an eye follows
constexpr auto kLineEvery = std::chrono::seconds(10);       // where a file or a journal is the reader
constexpr double kLeastSeconds = 0.5;  // before that, a rate says nothing

// "1:02:03" or "2:03".
std::string TimeText(double seconds) {
  const auto whole = static_cast<long long>(std::lround(seconds));
  std::array<char, 40> text{};
  if (whole >= 3600) {
    std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%lld:%02lld", whole / 60, whole % 60);
  }
  return text.data();
}

std::string RateText(double rate) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.1f", rate);
  return text.data();
}

std::int64_t DoneOf(const RunCounts& counts) {
  return counts.imported + counts.unchanged + counts.failed;
}

}  // namespace

Result<ImportWatch> ImportWatch::Open(const std::string& log, Language language) {
  ImportWatch watch(language);
  if (log.empty()) return watch;
  watch.log_.reset(std::fopen(log.c_str(), "ae"));
  if (!watch.log_) return Error{ErrorCode::kNotWritable, log, std::strerror(errno), 0};
  return watch;
}

void ImportWatch::Show(const ImportEvent& event, const RunCounts& counts, std::size_t total) {
  if (log_) Log(event);
  if (event.failure) {
    ++reasons_[event.failure->reason];
    const bool zh = language_ == Language::kZh;
    Complain(Text("import.failed", language_,
                  {{"file", event.path},
                   {"reason", event.failure->reason},
                   {"message", zh ? event.failure->message_zh : event.failure->message_en}}));
  }
  ShowProgress(counts, total);
}

void ImportWatch::ShowProgress(const RunCounts& counts, std::size_t total) {
  const auto now = Clock::now();
  const auto done = static_cast<std::size_t>(DoneOf(counts));
  if (now - drawn_ >= kBarEvery) {
    ShowProgressLine(ProgressBar(done, total) + " " + ProgressText(counts, total));
    drawn_ = now;
  }
  if (now - told_ >= kLineEvery && !HasProgressLine()) {
    Complain(ProgressText(counts, total));
    told_ = now;
  }
}

std::string ImportWatch::ProgressText(const RunCounts& counts, std::size_t total) const {
  const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
  const auto done = static_cast<double>(DoneOf(counts));
  const double rate = seconds < kLeastSeconds ? 0 : done / seconds;
  const double left = rate > 0 ? (static_cast<double>(total) - done) / rate : 0;
  return Text("import.progress", language_,
              {{"done", std::to_string(DoneOf(counts))},
               {"total", std::to_string(total)},
               {"failed", std::to_string(counts.failed)},
               {"rate", RateText(rate)},
               {"left", rate > 0 ? TimeText(left) : "-"}});
}

void ImportWatch::Log(const ImportEvent& event) {
  JsonWriter out;
  out.OpenObject(JsonWriter::Style::kLine);
  const auto add = [&](std::string_view key, std::string_view text) {
    out.Key(key);
    out.String(text);
  };
  add("path", event.path);
  add("outcome", OutcomeName(event.outcome));
  if (event.failure) {
    add("reason", event.failure->reason);
    const bool zh = language_ == Language::kZh;
    add("message", zh ? event.failure->message_zh : event.failure->message_en);
  }
  out.Key("seconds");
  out.Number(Rounded(event.seconds, 3));
  out.Close();
  const std::string line = std::move(out).Take();
  const bool whole = std::fwrite(line.data(), 1, line.size(), log_.get()) == line.size();
  log_failed_ = log_failed_ || !whole || std::fflush(log_.get()) != 0;
}

bool ImportWatch::log_is_whole() const { return !log_failed_; }

std::string ImportWatch::Summary(const ImportSummary& summary, std::size_t hidden) const {
  const RunCounts& counts = summary.counts;
  std::string reasons;
  for (const auto& [reason, count] : reasons_) {
    if (!reasons.empty()) reasons += Text("import.separator", language_);
    reasons += reason + " " + std::to_string(count);
  }
  if (!reasons.empty()) reasons = Text("import.reasons", language_, {{"list", reasons}});
  const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
  std::string text = Text("import.summary", language_,
                          {{"imported", std::to_string(counts.imported)},
                           {"unchanged", std::to_string(counts.unchanged)},
                           {"failed", std::to_string(counts.failed)},
                           {"reasons", reasons},
                           {"time", TimeText(seconds)}});
  if (hidden > 0) text += Text("import.hidden", language_, {{"count", std::to_string(hidden)}});
  return text;
}

}  // namespace gongkai
