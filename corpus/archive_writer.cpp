#include "corpus/archive_writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

#include "corpus/archive_schema.h"

namespace gongkai {
namespace {

// Normal, with a write-ahead log: a crash of the program loses nothing, a power cut at most the last
// transactions, which the next run does again. Neither leaves half of one.
constexpr const char* kSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
    "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4096;";  // KiB; pages

std::string Now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text.data();
}

std::optional<std::string_view> NullIfEmpty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

std::optional<int> PageOrNull(int page) {
  return page > 0 ? std::optional(page) : std::nullopt;
}

// "/applications/outcome/granted/total" parted into table, row and column.
struct PlaceKeys {
  std::string_view table, row, column;
};
PlaceKeys KeysOf(std::string_view pointer) {
  const std::size_t second = pointer.find('/', 1);
  const std::size_t last = pointer.rfind('/');
  if (second == pointer.npos || last <= second) return {pointer, "", ""};
  return {pointer.substr(1, second - 1), pointer.substr(second + 1, last - second - 1),
          pointer.substr(last + 1)};
}

std::string JsonList(const std::vector<std::string>& pointers) {
  std::string list = "[";  // no pointer holds a quote or a backslash
  for (const std::string& pointer : pointers) {
    list += (list.size() > 1 ? ",\"" : "\"") + pointer + "\"";
  }
  return list + "]";
}

}  // namespace

struct ArchiveWriter::Statements {
  explicit Statements(Database& db)
      : find_document(db.Prepare(
            "SELECT id, reader, reason, message_zh, message_en FROM documents WHERE sha256 = ?")),
        add_document(db.Prepare(
            "INSERT INTO documents (sha256, bytes, reader, reason, message_zh, message_en) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET reader = excluded.reader, "
            "reason = excluded.reason, message_zh = excluded.message_zh, "
            "message_en = excluded.message_en RETURNING id")),
        drop_document(db.Prepare("DELETE FROM documents WHERE id = ?1 AND NOT EXISTS "
                                 "(SELECT 1 FROM inputs WHERE document = ?1)")),
        drop_reading(db.Prepare("DELETE FROM readings WHERE document = ?")),
        find_sha256(db.Prepare(
            "SELECT d.sha256 FROM inputs i JOIN documents d ON d.id = i.document "
            "WHERE i.path = ?1 AND i.signature = ?2 UNION ALL "
            "SELECT sha256 FROM containers WHERE path = ?1 AND signature = ?2")),
        find_input(db.Prepare("SELECT document, container, signature FROM inputs WHERE path = ?")),
        add_input(db.Prepare(
            "INSERT INTO inputs (path, container, document, signature) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (path) DO UPDATE SET container = excluded.container, document = "
            "excluded.document, signature = excluded.signature, reason = NULL, message_zh = NULL, "
            "message_en = NULL")),
        add_unopened(db.Prepare(
            "INSERT INTO inputs (path, container, reason, message_zh, message_en) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET reason = excluded.reason, "
            "message_zh = excluded.message_zh, message_en = excluded.message_en "
            "WHERE document IS NULL")),
        add_reading(db.Prepare(
            "INSERT INTO readings (document, name, media_type, origin, pages, title, agency, year, "
            "period_from, period_to, form, report) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        find_place(db.Prepare("SELECT id FROM places WHERE pointer = ?")),
        add_place(db.Prepare("INSERT INTO places (pointer, table_key, row_key, column_key) "
                             "VALUES (?, ?, ?, ?)")),
        add_cell(db.Prepare(
            "INSERT INTO cells (reading, place, value, state, raw, unit, note, page, x0, y0, x1, y1, "
            "confidence, reading_kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        add_indicator(db.Prepare("INSERT INTO indicators VALUES (?, ?, ?, ?, ?)")),
        add_section(db.Prepare("INSERT INTO sections (reading, position, key, number, heading, text, "
                               "page) VALUES (?, ?, ?, ?, ?, ?, ?)")),
        add_finding(db.Prepare(
            "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        journal(db.Prepare("INSERT INTO journal (run, path, sha256, outcome, reason, seconds) "
                           "VALUES (?, ?, ?, ?, ?, ?)")) {}

  Statement find_document, add_document, drop_document, drop_reading, find_sha256, find_input, add_input,
      add_unopened, add_reading, find_place, add_place, add_cell, add_indicator, add_section,
      add_finding, journal;
};

ArchiveWriter::Lock::~Lock() {
  if (descriptor >= 0) close(descriptor);
}

// The lock is a flock() on a descriptor of our own, which must stay open as long as SQLite has the
// file open: closing any descriptor of a file drops SQLite's POSIX locks on it.
Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::Open(const std::string& path,
                                                           std::string reader) {
  Lock lock;
  lock.descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock.descriptor < 0) return Error{ErrorCode::kNotWritable, path, std::strerror(errno), 0};
  if (flock(lock.descriptor, LOCK_EX | LOCK_NB) != 0) return Error{ErrorCode::kBusy, path, "", 0};
  auto database = Database::Open(path, Database::Mode::kCreate);
  if (!database.ok()) return database.error();
  if (const auto error = Migrate(database.value(), ArchiveSteps())) return *error;
  if (!database.value().Execute(kSettings)) return *database.value().fault();
  return std::unique_ptr<ArchiveWriter>(
      new ArchiveWriter(std::move(lock), std::move(database.value()), std::move(reader)));
}

ArchiveWriter::ArchiveWriter(Lock lock, Database database, std::string reader)
    : lock_(std::move(lock)),
      database_(std::move(database)),
      reader_(std::move(reader)),
      statements_(std::make_unique<Statements>(database_)) {}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::Begin() {
  if (!open_) open_ = std::make_unique<Transaction>(database_);
}

bool ArchiveWriter::Save() {
  if (open_) open_->Commit();
  open_.reset();
  return !fault();
}

std::optional<KnownDocument> ArchiveWriter::FindDocument(const std::string& sha256) {
  Statement& found = statements_->find_document.With(sha256);
  if (!found.Step()) return std::nullopt;
  KnownDocument document{found.Integer(0), found.String(1), std::nullopt};
  if (!found.IsNull(2)) document.failure = Failure{found.String(2), found.String(3), found.String(4)};
  found.Reset();  // one that stands at a row would keep the log from being emptied
  return document;
}

bool ArchiveWriter::HoldsDocument(const InputPlace& place, std::int64_t document) {
  Statement& found = statements_->find_input.With(place.path);
  const bool holds = found.Step() && found.OptionalInteger(0) == document &&
                     found.OptionalInteger(1) == place.container &&
                     found.TextView(2) == place.signature;
  found.Reset();
  return holds;
}

std::optional<std::string> ArchiveWriter::KnownSha256(const InputPlace& place) {
  if (place.signature.empty()) return std::nullopt;
  Statement& found = statements_->find_sha256.With(place.path, place.signature);
  auto sha256 = found.Step() ? std::optional(found.String(0)) : std::nullopt;
  found.Reset();
  return sha256;
}

std::int64_t ArchiveWriter::StoreDocument(const std::string& sha256, std::int64_t bytes,
                                          const std::optional<Failure>& failure) {
  Begin();
  Statement& added = statements_->add_document;
  if (failure) {
    added.With(sha256, bytes, reader_, failure->reason, failure->message_zh, failure->message_en);
  } else {
    added.With(sha256, bytes, reader_, std::nullopt, std::nullopt, std::nullopt);
  }
  const std::int64_t id = added.Step() ? added.Integer(0) : 0;
  added.Run();
  statements_->drop_reading.RunWith(id);
  return id;
}

void ArchiveWriter::StorePlace(const InputPlace& place, std::int64_t document) {
  Begin();
  Statement& found = statements_->find_input.With(place.path);
  const auto before = found.Step() ? found.OptionalInteger(0) : std::nullopt;
  found.Reset();
  statements_->add_input.RunWith(place.path, place.container, document,
                                 NullIfEmpty(place.signature));
  if (before && *before != document) statements_->drop_document.RunWith(*before);
}

void ArchiveWriter::StoreFailure(const InputPlace& place, const std::string& sha256,
                                 std::int64_t bytes, const Failure& failure) {
  StorePlace(place, StoreDocument(sha256, bytes, failure));
}

void ArchiveWriter::StoreUnopened(const InputPlace& place, const Failure& failure) {
  Begin();
  statements_->add_unopened
      .RunWith(place.path, place.container, failure.reason, failure.message_zh, failure.message_en);
}

std::int64_t ArchiveWriter::PlaceId(const std::string& pointer) {
  const auto known = place_ids_.find(pointer);
  if (known != place_ids_.end()) return known->second;
  Statement& found = statements_->find_place.With(pointer);
  std::int64_t id = found.Step() ? found.Integer(0) : 0;
  found.Reset();
  if (id == 0) {
    const PlaceKeys keys = KeysOf(pointer);
    statements_->add_place.RunWith(pointer, keys.table, keys.row, keys.column);
    id = database_.LastId();
  }
  place_ids_.emplace(pointer, id);
  return id;
}

void ArchiveWriter::StoreReading(const InputPlace& place, const Record& record) {
  const std::int64_t document = StoreDocument(record.sha256, record.bytes, std::nullopt);
  StorePlace(place, document);
  statements_->add_reading
      .RunWith(document, record.name, record.media_type, record.origin, record.pages,
            NullIfEmpty(record.title), NullIfEmpty(record.agency), record.year,
            NullIfEmpty(record.period_from), NullIfEmpty(record.period_to),
            NullIfEmpty(record.form), record.report);
  const std::int64_t reading = database_.LastId();
  for (const CellRecord& cell : record.cells) AddCell(reading, cell);
  int position = 0;
  for (const IndicatorRecord& row : record.indicators) {
    statements_->add_indicator.RunWith(reading, position++, row.label, row.unit,
                                       NullIfEmpty(row.key));
  }
  position = 0;
  for (const SectionRecord& section : record.sections) {
    statements_->add_section
        .RunWith(reading, position++, section.key, section.number, section.heading, section.text,
              PageOrNull(section.page));
  }
  position = 0;
  for (const FindingRecord& finding : record.findings) AddFinding(reading, position++, finding);
}

void ArchiveWriter::AddCell(std::int64_t reading, const CellRecord& cell) {
  const auto side = [&](double Box::*which) {
    return cell.place.box ? std::optional((*cell.place.box).*which) : std::nullopt;
  };
  statements_->add_cell
      .RunWith(reading, PlaceId(cell.pointer), cell.value, cell.state, cell.raw,
            NullIfEmpty(cell.unit), NullIfEmpty(cell.note), PageOrNull(cell.place.page),
            side(&Box::x0), side(&Box::y0), side(&Box::x1), side(&Box::y1), cell.confidence,
            cell.kind);
}

void ArchiveWriter::AddFinding(std::int64_t reading, int position, const FindingRecord& finding) {
  const auto first = finding.places.empty() ? std::nullopt : std::optional(finding.places.front());
  statements_->add_finding
      .RunWith(reading, position, finding.rule, finding.severity, finding.cause, finding.message_zh,
            finding.message_en, first, JsonList(finding.places), finding.expected, finding.actual,
            finding.fingerprint);
}

std::int64_t ArchiveWriter::BeginContainer(const InputPlace& place, const std::string& sha256) {
  Begin();
  Statement added = database_.Prepare(
      "INSERT INTO containers (path, sha256, signature, complete) VALUES (?, ?, ?, 0) "
      "ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, signature = excluded.signature, "
      "complete = 0 RETURNING id");
  added.With(place.path, sha256, NullIfEmpty(place.signature));
  const std::int64_t id = added.Step() ? added.Integer(0) : 0;
  added.Run();
  return id;
}

void ArchiveWriter::EndContainer(std::int64_t container, const std::vector<std::string>& paths) {
  Begin();
  database_.Execute("CREATE TEMP TABLE IF NOT EXISTS entries (path TEXT PRIMARY KEY)");
  Statement add = database_.Prepare("INSERT OR IGNORE INTO entries VALUES (?)");
  for (const std::string& path : paths) add.RunWith(path);
  const std::string gone = "FROM inputs WHERE container = ? AND path NOT IN entries";
  std::vector<std::int64_t> documents;
  Statement document = database_.Prepare("SELECT document " + gone + " AND document IS NOT NULL");
  for (document.With(container); document.Step();) documents.push_back(document.Integer(0));
  database_.Prepare("DELETE " + gone).RunWith(container);
  for (const std::int64_t id : documents) statements_->drop_document.RunWith(id);
  database_.Execute("DELETE FROM entries");
  database_.Prepare("DELETE FROM inputs WHERE path = (SELECT path FROM containers WHERE id = ?)")
      .RunWith(container);
  database_.Prepare("UPDATE containers SET complete = 1 WHERE id = ?").RunWith(container);
}

void ArchiveWriter::DropContainer(std::int64_t container) {
  Begin();
  database_
      .Prepare("DELETE FROM containers WHERE id = ?1 AND NOT EXISTS "
               "(SELECT 1 FROM inputs WHERE container = ?1)")
      .RunWith(container);
}

std::optional<std::vector<ArchiveWriter::EntryState>> ArchiveWriter::CompleteContainer(
    const std::string& path, const std::string& sha256) {
  Statement entry = database_.Prepare(
      "SELECT f.path, f.reason, f.message_zh, f.message_en, coalesce(d.reader, ?3) = ?3 "
      "FROM containers c JOIN inputs i ON i.container = c.id JOIN files f ON f.path = i.path "
      "LEFT JOIN documents d ON d.id = i.document "
      "WHERE c.path = ?1 AND c.sha256 = ?2 AND c.complete ORDER BY i.path");
  entry.With(path, sha256, reader_);
  std::vector<EntryState> entries;
  while (entry.Step()) {
    if (entry.Integer(4) == 0) return std::nullopt;
    entries.push_back({entry.String(0), std::nullopt});
    if (!entry.IsNull(1)) {
      entries.back().failure = Failure{entry.String(1), entry.String(2), entry.String(3)};
    }
  }
  if (entries.empty()) return std::nullopt;
  return entries;
}

void ArchiveWriter::BeginRun() {
  Begin();
  database_.Prepare("INSERT INTO runs (reader, begun) VALUES (?, ?)").RunWith(reader_, Now());
  run_ = database_.LastId();
}

void ArchiveWriter::Journal(const std::string& path, const std::string& sha256,
                            const std::string& outcome, const std::string& reason,
                            double seconds) {
  Begin();
  statements_->journal
      .RunWith(run_, path, NullIfEmpty(sha256), outcome, NullIfEmpty(reason), seconds);
}

// A new archive gets the index that leads from a place to its cells here, sorted once over all of them;
// kept up while half a million cells come in, it would take a tenth of the import.
void ArchiveWriter::EndRun(const RunCounts& counts) {
  Begin();
  database_.Execute("CREATE INDEX IF NOT EXISTS cells_by_place ON cells (place)");
  database_
      .Prepare("UPDATE runs SET ended = ?, imported = ?, unchanged = ?, failed = ? WHERE id = ?")
      .RunWith(Now(), counts.imported, counts.unchanged, counts.failed, run_);
}

void ArchiveWriter::StoreDecision(const DecisionRow& row) {
  Begin();
  database_.Prepare("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .RunWith(row.fingerprint, row.verdict, row.reason, row.by, row.when, row.rule, row.agency,
            row.year);
}

Result<Database> OpenArchive(const std::string& path) {
  auto database = Database::Open(path, Database::Mode::kRead);
  if (!database.ok()) return database;
  if (const auto error = CheckVersion(database.value())) return *error;
  return database;
}

}  // namespace gongkai
