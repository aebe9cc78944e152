// The one writer of an archive. Whatever is stored between two calls of Save() becomes durable as a
// whole; a process that is killed in between leaves what the last Save() left.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/archive_record.h"
#include "corpus/sqlite.h"
#include "model/result.h"

namespace gongkai {

// Where an input was found.
struct InputPlace {
  std::string path;                       // PathText of its absolute path; in a ZIP: "a.zip!/b.pdf"
  std::optional<std::int64_t> container = std::nullopt;  // the ZIP file that it came out of
  std::string signature = "";  // of the file (file_signature.h); empty where it has none
};

// Why an input has no reading.
struct Failure {
  std::string reason;  // one of the short fixed list
  std::string message_zh, message_en;
};

// A document as the archive has it.
struct KnownDocument {
  std::int64_t id = 0;
  std::string reader;
  std::optional<Failure> failure;
};

struct RunCounts {
  std::int64_t imported = 0, unchanged = 0, failed = 0;
};

class ArchiveWriter {
 public:
  // Opens an archive, makes it where there is none, and brings it to the present version. `reader`
  // stands beside everything that is stored. Errors of Database::Open and Migrate; kBusy where
  // another process has it open for writing.
  static Result<std::unique_ptr<ArchiveWriter>> Open(const std::string& path, std::string reader);
  ~ArchiveWriter();  // what was not saved is gone

  const std::string& reader() const { return reader_; }

  // What a file (or ZIP) of that path and signature holds, without looking into it; nothing where that
  // is not known.
  std::optional<std::string> KnownSha256(const InputPlace& place);
  // By content, and by the place where it was found last time; nothing where not known.
  std::optional<KnownDocument> FindDocument(const std::string& sha256);
  bool HoldsDocument(const InputPlace& place, std::int64_t document);

  // Each of these also makes the place hold that document. A document that no place holds any more
  // goes, with its reading.
  void StoreReading(const InputPlace& place, const Record& record);
  void StoreFailure(const InputPlace& place, const std::string& sha256, std::int64_t bytes,
                    const Failure& failure);
  void StorePlace(const InputPlace& place, std::int64_t document);
  // Of an input whose bytes could not be had. What an earlier run had read there stays.
  void StoreUnopened(const InputPlace& place, const Failure& failure);

  // A ZIP file. Once all of its entries are stored it is complete: the paths that it no longer has
  // go, and that of the ZIP itself, if it was a failure before.
  std::int64_t BeginContainer(const InputPlace& place, const std::string& sha256);
  void EndContainer(std::int64_t container, const std::vector<std::string>& paths);
  void DropContainer(std::int64_t container);  // where it has no entries
  struct EntryState {
    std::string path;
    std::optional<Failure> failure;
  };
  // What became of the entries of a ZIP of these bytes that is complete, all read by this reader.
  // Nothing where it has to be unpacked (again).
  std::optional<std::vector<EntryState>> CompleteContainer(const std::string& path,
                                                           const std::string& sha256);

  // The journal.
  void BeginRun();
  void Journal(const std::string& path, const std::string& sha256, const std::string& outcome,
               const std::string& reason, double seconds);
  void EndRun(const RunCounts& counts);

  // A person's verdict; the last one on a fingerprint holds.
  struct DecisionRow {
    std::string fingerprint, verdict, reason, by, when, rule, agency, year;
  };
  void StoreDecision(const DecisionRow& row);

  bool Save();  // false after a fault
  const std::optional<Error>& fault() const { return database_.fault(); }

 private:
  struct Statements;
  struct Lock {
    int descriptor = -1;
    Lock() = default;
    Lock(Lock&& other) noexcept : descriptor(std::exchange(other.descriptor, -1)) {}
    ~Lock();
  };
  ArchiveWriter(Lock lock, Database database, std::string reader);

  void Begin();  // a transaction, where none is open
  std::int64_t StoreDocument(const std::string& sha256, std::int64_t bytes,
                             const std::optional<Failure>& failure);
  std::int64_t PlaceId(const std::string& pointer);
  void AddCell(std::int64_t reading, const CellRecord& cell);
  void AddFinding(std::int64_t reading, int position, const FindingRecord& finding);

  Lock lock_;  // let go last, see the source
  Database database_;
  std::string reader_;
  std::unique_ptr<Statements> statements_;
  std::unique_ptr<Transaction> open_;
  std::map<std::string, std::int64_t, std::less<>> place_ids_;
  std::int64_t run_ = 0;
};

// An archive that is only read: of the present version. Errors of Database::Open and CheckVersion.
Result<Database> OpenArchive(const std::string& path);

}  // namespace gongkai
