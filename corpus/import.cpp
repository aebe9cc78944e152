#include "corpus/import.h"

#include <chrono>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "corpus/byte_codec.h"
#include "corpus/file_signature.h"
#include "corpus/import_reasons.h"
#include "corpus/path_text.h"
#include "corpus/sha256.h"
#include "corpus/zip_reader.h"

namespace gongkai {
namespace {

using Clock = std::chrono::steady_clock;

// Results that are not yet durable: few enough to be read again, enough to make a transaction cheap.
constexpr int kUnsavedResults = 200;
constexpr std::chrono::seconds kUnsavedTime{2};
constexpr double kLookSeconds = 0.5;  // how often a wait looks whether it is to stop

// Entries of one ZIP that are still in hand, and all of its paths.
struct OpenContainer {
  std::vector<std::string> paths;
  std::set<std::string> names;
  int in_hand = 0;
  bool listed = false;  // every entry has been seen
};

// An input that is being read, and those of the same bytes that wait for it.
struct Job {
  InputPlace place;
  std::string sha256;
  std::int64_t bytes = 0;
  std::vector<InputPlace> same;
};

class Importer {
 public:
  Importer(ArchiveWriter& archive, bool retry_failed, WorkerPlan workers,
           const ImportServices& services)
      : archive_(&archive),
        retry_failed_(retry_failed),
        unpack_seconds_(workers.limits.base_seconds),
        pool_(std::move(workers)),
        services_(&services) {}

  ImportSummary Run(const std::vector<FoundFile>& files) {
    summary_.total = files.size();
    archive_->BeginRun();
    for (const FoundFile& file : files) {
      if (MustStop()) break;
      AddFile(file);
    }
    StoreFinished();
    while (!pool_.IsIdle() && !Fault()) {
      Collect();
      StoreFinished();
    }
    if (!Fault()) archive_->EndRun(summary_.counts);
    archive_->Save();
    summary_.confined = pool_.confined();
    summary_.fault = Fault();
    return std::move(summary_);
  }

 private:
  std::optional<Error> Fault() const { return archive_->fault() ? archive_->fault() : pool_.fault(); }

  bool MustStop() {
    summary_.stopped = summary_.stopped || (services_->stop != nullptr && *services_->stop);
    return summary_.stopped || Fault();
  }

  void AddFile(const FoundFile& file) {
    const InputPlace place{PathText(file.path), std::nullopt, FileSignature(file.path)};
    if (file.error) return EndUnopened(place, *file.error);
    if (AddUntouched(place)) return;
    if (IsZipFile(file.path)) return AddZip(place, file.path);
    AddPlainFile(place, file.path);
  }

  // A file that has not been written to since it was read last: its bytes need not be looked at.
  bool AddUntouched(const InputPlace& place) {
    const auto sha256 = archive_->KnownSha256(place);
    if (!sha256) return false;
    const auto known = archive_->FindDocument(*sha256);
    if (!known) return AddCompleteZip(place, *sha256);
    if (MustRead(*known, *sha256)) return false;
    Settle(place, *sha256, *known);
    return true;
  }

  void AddPlainFile(InputPlace place, const std::string& path) {
    auto bytes = services_->open(path);
    if (!bytes.ok()) return EndUnopened(place, bytes.error());
    if (FileSignature(path) != place.signature) place.signature.clear();
    Offer(place, std::filesystem::path(path).filename(), std::move(bytes.value()));
  }

  // Known bytes are settled at once; others go to the next worker that is free.
  void Offer(const InputPlace& place, std::string name, std::string bytes) {
    const std::string sha256 = Sha256Hex(bytes);
    const auto known = archive_->FindDocument(sha256);
    if (known && !MustRead(*known, sha256)) return Settle(place, sha256, *known);
    const auto twin = jobs_by_sha256_.find(sha256);
    if (twin != jobs_by_sha256_.end()) {
      BeginEntry(place);
      return jobs_[twin->second].same.push_back(place);
    }
    while (!pool_.HasRoom()) {
      if (MustStop()) return;
      Collect();
    }
    BeginEntry(place);
    const std::uint64_t job = ++last_job_;
    jobs_[job] = {place, sha256, static_cast<std::int64_t>(bytes.size()), {}};
    jobs_by_sha256_[sha256] = job;
    pool_.Start(job, std::move(name), std::move(bytes));
    StoreFinished();  // only now: the worker is busy again meanwhile
  }

  bool MustRead(const KnownDocument& known, const std::string& sha256) {
    if (known.reader != archive_->reader()) return true;
    return known.failure && retry_failed_ && !read_.contains(sha256);
  }

  void Settle(const InputPlace& place, const std::string& sha256, const KnownDocument& known) {
    if (!archive_->HoldsDocument(place, known.id)) archive_->StorePlace(place, known.id);
    End(place, sha256, known.failure ? Outcome::kFailed : Outcome::kUnchanged, known.failure, 0);
  }

  void Collect() {
    auto more = pool_.Wait(kLookSeconds);
    std::move(more.begin(), more.end(), std::back_inserter(finished_));
  }

  void StoreFinished() {
    for (Finished& finished : std::exchange(finished_, {})) {
      const auto found = jobs_.find(finished.job);
      const Job job = std::move(found->second);
      jobs_.erase(found);
      jobs_by_sha256_.erase(job.sha256);
      if (pool_.fault()) return;  // no worker is left: what was in hand has not been read
      read_.insert(job.sha256);
      Store(job, finished);
      SettleSame(job);
    }
  }

  void Store(const Job& job, const Finished& finished) {
    if (const Record* record = std::get_if<Record>(&finished.result)) {
      archive_->StoreReading(job.place, *record);
      End(job.place, job.sha256, Outcome::kImported, std::nullopt, finished.seconds);
    } else {
      const Failure failure = FailureOf(std::get<Error>(finished.result));
      archive_->StoreFailure(job.place, job.sha256, job.bytes, failure);
      End(job.place, job.sha256, Outcome::kFailed, failure, finished.seconds);
    }
    EndEntry(job.place);
  }

  void SettleSame(const Job& job) {
    if (job.same.empty()) return;
    const auto known = archive_->FindDocument(job.sha256);
    if (!known) return;  // a fault of the archive
    for (const InputPlace& place : job.same) {
      Settle(place, job.sha256, *known);
      EndEntry(place);
    }
  }

  void EndUnopened(const InputPlace& place, const Error& error) {
    const Failure failure = FailureOf(error);
    archive_->StoreUnopened(place, failure);
    End(place, "", Outcome::kFailed, failure, 0);
  }

  void End(const InputPlace& place, const std::string& sha256, Outcome outcome,
           const std::optional<Failure>& failure, double seconds) {
    if (outcome != Outcome::kUnchanged) {
      archive_->Journal(place.path, sha256, std::string(OutcomeName(outcome)),
                        failure ? failure->reason : "", seconds);
      ++unsaved_;
    }
    if (unsaved_ >= kUnsavedResults || Clock::now() - saved_ > kUnsavedTime) Save();
    Count(outcome);
    if (services_->on_event) {
      services_->on_event({place.path, outcome, failure, seconds}, summary_.counts, summary_.total);
    }
  }

  void Save() {
    archive_->Save();
    unsaved_ = 0;
    saved_ = Clock::now();
  }

  void Count(Outcome outcome) {
    RunCounts& counts = summary_.counts;
    ++(outcome == Outcome::kImported    ? counts.imported
       : outcome == Outcome::kUnchanged ? counts.unchanged
                                        : counts.failed);
  }

  // ZIP files. Their entries are inputs, they themselves are not (unless they cannot be unpacked).

  void AddZip(const InputPlace& place, const std::string& path) {
    const auto sha256 = Sha256OfFile(path);
    if (!sha256.ok()) return EndUnopened(place, sha256.error());
    if (AddCompleteZip(place, sha256.value())) return;
    const std::int64_t container = archive_->BeginContainer(place, sha256.value());
    containers_[container] = {};
    const auto error = Unpack(place.path, container, {path, ""}, 1);
    if (error) archive_->DropContainer(container);
    if (error && error->code == ErrorCode::kUnsupported) return AddPlainFile(place, path);
    if (error) return EndUnopened(place, *error);
    --summary_.total;
    if (MustStop()) return;
    containers_[container].listed = true;
    EndIfComplete(container);
  }

  bool AddCompleteZip(const InputPlace& place, const std::string& sha256) {
    const auto entries = archive_->CompleteContainer(place.path, sha256);
    if (!entries) return false;
    for (const auto& entry : *entries) {
      if (entry.failure && retry_failed_) return false;
    }
    summary_.total += entries->size() - 1;
    for (const auto& entry : *entries) {
      const Outcome outcome = entry.failure ? Outcome::kFailed : Outcome::kUnchanged;
      End({entry.path}, "", outcome, entry.failure, 0);
    }
    return true;
  }

  // Hands on every entry. An error where the ZIP as a whole cannot be gone through: what it had given
  // before stays.
  std::optional<Error> Unpack(const std::string& path, std::int64_t container,
                              const UnpackMessage& request, int depth) {
    auto unpacker = pool_.StartUnpacker();
    if (!unpacker) return pool_.fault();
    unpacker->Send(MessageKind::kUnpack, EncodeBytes(request), unpack_seconds_);
    for (;;) {
      const auto message = unpacker->WaitForNext(unpack_seconds_);
      if (!message && unpacker->gone()) return unpacker->Bury();
      if (!message) return Error{ErrorCode::kTimeout, "", "ZIP", 0};
      if (message->kind == MessageKind::kEnd) return std::nullopt;
      if (message->kind == MessageKind::kError) {
        return DecodeBytes<Error>(message->body).value_or(Error{ErrorCode::kCrash, "", "ZIP", 0});
      }
      auto entry = DecodeBytes<EntryMessage>(message->body);
      if (!entry) return Error{ErrorCode::kCrash, "", "ZIP", 0};
      AddEntry(path, container, std::move(*entry), depth);
      if (MustStop()) return std::nullopt;
      unpacker->Send(MessageKind::kNext, "", unpack_seconds_);
    }
  }

  void AddEntry(const std::string& zip_path, std::int64_t container, EntryMessage entry, int depth) {
    const std::string name = services_->entry_name(entry.path);
    const InputPlace place{UniquePath(containers_[container], zip_path + "!/" + PathText(name)),
                           container};
    ++summary_.total;
    if (entry.error) return EndUnopened(place, *entry.error);
    if (LooksLikeZip(entry.bytes)) return AddZipEntry(place, name, std::move(entry.bytes), depth);
    Offer(place, std::filesystem::path(name).filename(), std::move(entry.bytes));
  }

  void AddZipEntry(const InputPlace& place, const std::string& name, std::string bytes, int depth) {
    if (depth >= kMaxZipDepth) {
      return EndUnopened(place, {ErrorCode::kTooLarge, "", "ZIP > " + std::to_string(depth), 0});
    }
    const UnpackMessage request{"", bytes};
    const auto error = Unpack(place.path, *place.container, request, depth + 1);
    if (error && error->code == ErrorCode::kUnsupported) {
      return Offer(place, std::filesystem::path(name).filename(), std::move(bytes));
    }
    if (error) return EndUnopened(place, *error);
    std::erase(containers_[*place.container].paths, place.path);  // it is no input itself
    --summary_.total;
  }

  // A ZIP may hold the same name twice.
  static std::string UniquePath(OpenContainer& container, const std::string& path) {
    std::string unique = path;
    for (int copy = 2; !container.names.insert(unique).second; ++copy) {
      unique = path + "#" + std::to_string(copy);
    }
    container.paths.push_back(unique);
    return unique;
  }

  void BeginEntry(const InputPlace& place) {
    if (place.container) ++containers_[*place.container].in_hand;
  }

  void EndEntry(const InputPlace& place) {
    if (!place.container) return;
    --containers_[*place.container].in_hand;
    EndIfComplete(*place.container);
  }

  void EndIfComplete(std::int64_t id) {
    const auto container = containers_.find(id);
    if (!container->second.listed || container->second.in_hand > 0) return;
    archive_->EndContainer(id, container->second.paths);
    containers_.erase(container);
  }

  ArchiveWriter* archive_;
  bool retry_failed_;
  double unpack_seconds_;  // for one entry, on the clock
  WorkerPool pool_;
  const ImportServices* services_;
  ImportSummary summary_;
  std::map<std::uint64_t, Job> jobs_;
  std::unordered_map<std::string, std::uint64_t> jobs_by_sha256_;
  std::set<std::string> read_;  // by SHA-256, in this run
  std::vector<Finished> finished_;  // but not yet stored
  std::map<std::int64_t, OpenContainer> containers_;
  std::uint64_t last_job_ = 0;
  int unsaved_ = 0;
  Clock::time_point saved_ = Clock::now();
};

}  // namespace

std::string_view OutcomeName(Outcome outcome) {
  switch (outcome) {
    case Outcome::kImported: return "imported";
    case Outcome::kUnchanged: return "unchanged";
    case Outcome::kFailed: break;
  }
  return "failed";
}

ImportSummary RunImport(ArchiveWriter& archive, const std::vector<FoundFile>& files,
                        bool retry_failed, WorkerPlan workers, const ImportServices& services) {
  return Importer(archive, retry_failed, std::move(workers), services).Run(files);
}

}  // namespace gongkai
