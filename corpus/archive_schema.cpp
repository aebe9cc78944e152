// What a file holds is kept apart from where it was found: a document is its bytes (SHA-256) and stands
// once; an input is a path. Everything that was read hangs on the document and goes with it.
#include "corpus/archive_schema.h"

#include <array>
#include <string>

namespace gongkai {
namespace {

constexpr std::int64_t kApplicationId = 0x676F6E67;  // "gong": SQLite's mark of whose file it is

constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  reader TEXT NOT NULL,
  reason TEXT,
  message_zh TEXT,
  message_en TEXT
) STRICT;

CREATE TABLE containers (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  signature TEXT,
  complete INTEGER NOT NULL
) STRICT;

CREATE TABLE inputs (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  container INTEGER REFERENCES containers ON DELETE CASCADE,
  document INTEGER REFERENCES documents,
  signature TEXT,
  reason TEXT,
  message_zh TEXT,
  message_en TEXT,
  CHECK ((document IS NULL) = (reason IS NOT NULL))
) STRICT;
CREATE INDEX inputs_by_document ON inputs (document);
CREATE INDEX inputs_by_container ON inputs (container) WHERE container IS NOT NULL;

CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL UNIQUE REFERENCES documents ON DELETE CASCADE,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  origin TEXT NOT NULL,
  pages INTEGER,
  title TEXT,
  agency TEXT,
  year INTEGER,
  period_from TEXT,
  period_to TEXT,
  form TEXT,
  report TEXT NOT NULL
) STRICT;
CREATE INDEX readings_by_agency ON readings (agency, year, document);

CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  pointer TEXT NOT NULL UNIQUE,
  table_key TEXT NOT NULL,
  row_key TEXT NOT NULL,
  column_key TEXT NOT NULL
) STRICT;

CREATE TABLE cells (
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  place INTEGER NOT NULL REFERENCES places,
  value ANY,
  state TEXT NOT NULL,
  raw TEXT NOT NULL,
  unit TEXT,
  note TEXT,
  page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  confidence REAL NOT NULL,
  reading_kind TEXT NOT NULL,
  PRIMARY KEY (reading, place)
) STRICT, WITHOUT ROWID;


CREATE TABLE indicators (
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  unit TEXT NOT NULL,
  key TEXT,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  number TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  page INTEGER,
  UNIQUE (reading, position)
) STRICT;

-- Trigrams alone (detail=none) find what LIKE asks for, at half the size of a full index.
CREATE VIRTUAL TABLE sections_text USING fts5 (
  heading, text, content='sections', content_rowid='id', tokenize='trigram', detail=none, columnsize=0);
CREATE TRIGGER sections_added AFTER INSERT ON sections BEGIN
  INSERT INTO sections_text (rowid, heading, text) VALUES (new.id, new.heading, new.text);
END;
CREATE TRIGGER sections_deleted AFTER DELETE ON sections BEGIN
  INSERT INTO sections_text (sections_text, rowid, heading, text)
    VALUES ('delete', old.id, old.heading, old.text);
END;

CREATE TABLE findings (
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  cause TEXT NOT NULL,
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  place TEXT,
  places TEXT NOT NULL,
  expected ANY,
  actual ANY,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_rule ON findings (rule);
CREATE INDEX findings_by_fingerprint ON findings (fingerprint);

CREATE TABLE decisions (
  fingerprint TEXT PRIMARY KEY,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_when TEXT NOT NULL,
  rule TEXT NOT NULL,
  agency TEXT NOT NULL,
  year TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  reader TEXT NOT NULL,
  begun TEXT NOT NULL,
  ended TEXT,
  imported INTEGER,
  unchanged INTEGER,
  failed INTEGER
) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs,
  path TEXT NOT NULL,
  sha256 TEXT,
  outcome TEXT NOT NULL,
  reason TEXT,
  seconds REAL NOT NULL
) STRICT;

-- For analysts: everything by name. A report's path is the first of its copies.
CREATE VIEW reports AS
  SELECT r.id AS report_id, r.agency, r.year, r.title, r.form, r.origin, r.pages, r.media_type, r.name,
         r.period_from, r.period_to, d.sha256, d.bytes, d.reader,
         (SELECT min(i.path) FROM inputs i WHERE i.document = d.id) AS path,
         (SELECT count(*) FROM inputs i WHERE i.document = d.id) AS copies,
         r.report
  FROM readings r JOIN documents d ON d.id = r.document;

CREATE VIEW numbers AS
  SELECT r.id AS report_id, r.agency, r.year, p.pointer, p.table_key, p.row_key, p.column_key,
         n.label, n.unit AS label_unit, n.key AS label_key, c.value, c.state, c.raw, c.unit, c.note, c.page, c.x0, c.y0, c.x1, c.y1, c.confidence,
         c.reading_kind
  FROM cells c JOIN places p ON p.id = c.place JOIN readings r ON r.id = c.reading
       LEFT JOIN indicators n
         ON p.table_key = 'statistics' AND n.reading = c.reading AND n.position = p.row_key;

CREATE VIEW problems AS
  SELECT r.id AS report_id, r.agency, r.year, f.position, f.rule, f.severity, f.cause, f.message_zh,
         f.message_en, f.place, f.places, f.expected, f.actual, f.fingerprint,
         coalesce(v.verdict, 'open') AS verdict, v.reason, v.decided_by, v.decided_when
  FROM findings f JOIN readings r ON r.id = f.reading
       LEFT JOIN decisions v ON v.fingerprint = f.fingerprint;

CREATE VIEW files AS
  SELECT i.path, d.sha256, d.bytes,
         CASE WHEN coalesce(i.reason, d.reason) IS NULL THEN 'imported' ELSE 'failed' END AS state,
         coalesce(i.reason, d.reason) AS reason,
         coalesce(i.message_zh, d.message_zh) AS message_zh,
         coalesce(i.message_en, d.message_en) AS message_en
  FROM inputs i LEFT JOIN documents d ON d.id = i.document;
)sql";

constexpr std::array<std::string_view, 1> kSteps{kVersion1};

std::int64_t Pragma(Database& database, std::string_view name) {
  Statement statement = database.Prepare("PRAGMA " + std::string(name));
  return statement.Step() ? statement.Integer(0) : 0;
}

bool IsEmpty(Database& database) {
  Statement statement = database.Prepare("SELECT count(*) FROM sqlite_schema");
  return statement.Step() && statement.Integer(0) == 0;
}

Error Refuse(const Database& database, std::string detail) {
  return {ErrorCode::kBadArchive, database.path(), std::move(detail), 0};
}

// Whose file it is, and that this program is not older than it.
std::optional<Error> CheckOwner(Database& database, std::int64_t last) {
  const std::int64_t owner = Pragma(database, "application_id");
  if (database.fault()) return database.fault();
  if (owner != kApplicationId) return Refuse(database, "");
  if (Pragma(database, "user_version") > last) return Refuse(database, "errors.detail.newer_archive");
  return database.fault();
}

}  // namespace

std::span<const std::string_view> ArchiveSteps() { return kSteps; }

std::optional<Error> Migrate(Database& database, std::span<const std::string_view> steps) {
  const auto last = static_cast<std::int64_t>(steps.size());
  if (IsEmpty(database)) {
    // A report's JSON has 70 KB; in pages of the usual 4 KB it would be a chain of seventeen.
    database.Execute("PRAGMA page_size = 16384");
    database.Execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  }
  if (auto error = CheckOwner(database, last)) return error;
  for (std::int64_t version = Pragma(database, "user_version"); version < last; ++version) {
    Transaction step(database);
    database.Execute(std::string(steps[static_cast<std::size_t>(version)]));
    database.Execute("PRAGMA user_version = " + std::to_string(version + 1));
    if (!step.Commit()) break;
  }
  return database.fault();
}

std::optional<Error> CheckVersion(Database& database) {
  return CheckOwner(database, static_cast<std::int64_t>(kSteps.size()));
}

}  // namespace gongkai
