#include "corpus/sqlite.h"

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <utility>

namespace gongkai {
namespace {

// Milliseconds to wait for another process that is just writing; a reader never waits (WAL).
constexpr int kBusyWait = 10'000;

ErrorCode CodeOf(int result) {
  switch (result & 0xFF) {  // the primary code, without its extension
    case SQLITE_CANTOPEN: return ErrorCode::kNotFound;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return ErrorCode::kBadArchive;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::kBusy;
    default: return ErrorCode::kNotWritable;  // full, read-only, I/O
  }
}

// Does the nearest double print the same digits? SQLite shows a REAL with 15 of them.
bool SameAsReal(const Decimal& value) {
  std::array<char, 40> printed{};
  std::snprintf(printed.data(), printed.size(), "%.15g", value.ToDouble());
  return value.ToString() == printed.data();
}

// An archive with a write-ahead log cannot even be read where no file may be made beside it: on a
// disc, in somebody else's folder. Where nothing is in a log nobody is writing, and the file can be
// taken as it is.
bool NeedsWriting(sqlite3* connection, const std::string& path) {
  const int result =
      sqlite3_exec(connection, "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xFF;
  std::error_code missing;
  const auto log = std::filesystem::file_size(path + "-wal", missing);
  return (result == SQLITE_READONLY || result == SQLITE_CANTOPEN) && (missing || log == 0);
}

std::string ImmutableUri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%') {
      uri += "%25";
    } else if (c == '?') {
      uri += "%3F";
    } else if (c == '#') {
      uri += "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

// Once, before any connection: what a statement could have to undo is kept in memory, up to 8 MB. By
// default it becomes a file at 64 KB, which would be one for each section that is stored.
void ConfigureLibrary() {
  constexpr int kStatementBytes = 8 << 20;
  [[maybe_unused]] static const int done =
      sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, kStatementBytes);
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Statement::Statement(Database& database, sqlite3_stmt* statement)
    : database_(&database), statement_(statement) {}

void Statement::Reset() {
  if (statement_) sqlite3_reset(statement_.get());
}

void Statement::Clear() {
  if (statement_) sqlite3_clear_bindings(statement_.get());
}

bool Statement::Step() {
  if (!statement_ || database_->fault_) return false;
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_->Fail();
  sqlite3_reset(statement_.get());
  return false;
}

bool Statement::Run() {
  while (Step()) {
  }
  return !database_->fault_;
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
bool Statement::IsText(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_TEXT;
}
std::int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::Real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::TextView(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::optional<std::string> Statement::OptionalString(int column) const {
  return IsNull(column) ? std::nullopt : std::optional(String(column));
}
std::optional<std::int64_t> Statement::OptionalInteger(int column) const {
  return IsNull(column) ? std::nullopt : std::optional(Integer(column));
}

void Statement::Bind(int at, std::int64_t value) {
  if (statement_) sqlite3_bind_int64(statement_.get(), at, value);
}
void Statement::Bind(int at, double value) {
  if (statement_) sqlite3_bind_double(statement_.get(), at, value);
}
void Statement::Bind(int at, std::string_view text) {
  if (!statement_) return;
  // A view without characters may have no address; that would bind NULL.
  sqlite3_bind_text64(statement_.get(), at, text.empty() ? "" : text.data(), text.size(),
                      texts_are_copied_ ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::Bind(int at, const Decimal& value) {
  if (value.IsInteger()) {
    Bind(at, value.digits());
  } else if (SameAsReal(value)) {
    Bind(at, value.ToDouble());
  } else {
    const std::string digits = value.ToString();
    sqlite3_bind_text(statement_.get(), at, digits.c_str(), -1, SQLITE_TRANSIENT);
  }
}
void Statement::Bind(int at, std::nullopt_t) {
  if (statement_) sqlite3_bind_null(statement_.get(), at);
}

Database::Database(std::string path, sqlite3* connection)
    : path_(std::move(path)), connection_(connection) {}

Result<Database> Database::Open(const std::string& path, Mode mode) {
  ConfigureLibrary();
  const int flags = mode == Mode::kRead    ? SQLITE_OPEN_READONLY
                    : mode == Mode::kWrite ? SQLITE_OPEN_READWRITE
                                           : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* connection = nullptr;
  const int own = flags | SQLITE_OPEN_NOMUTEX;  // a connection is used by one thread
  int result = sqlite3_open_v2(path.c_str(), &connection, own, nullptr);
  if (mode == Mode::kRead && result == SQLITE_OK && NeedsWriting(connection, path)) {
    sqlite3_close_v2(connection);
    result = sqlite3_open_v2(ImmutableUri(path).c_str(), &connection, own | SQLITE_OPEN_URI,
                             nullptr);
  }
  Database database(path, connection);
  if (result != SQLITE_OK) {
    database.Fail();
    return *database.fault_;
  }
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_timeout(connection, kBusyWait);
  return database;
}

void Database::Fail() {
  if (fault_) return;
  const int result = sqlite3_errcode(connection_.get());
  fault_ = Error{CodeOf(result), path_, sqlite3_errmsg(connection_.get()), 0};
}

bool Database::Execute(const std::string& sql) {
  if (fault_) return false;
  if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) Fail();
  return !fault_;
}

Statement Database::Prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (!fault_ && sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                    &statement, nullptr) != SQLITE_OK) {
    Fail();
  }
  return {*this, statement};
}

std::int64_t Database::LastId() const { return sqlite3_last_insert_rowid(connection_.get()); }
std::int64_t Database::Changes() const { return sqlite3_changes64(connection_.get()); }

Transaction::Transaction(Database& database)
    : database_(&database), open_(database.Execute("BEGIN IMMEDIATE")) {}

Transaction::~Transaction() {
  // Not through Execute, which does nothing after a fault; SQLite may have rolled back by itself.
  if (open_) sqlite3_exec(database_->connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Snapshot::~Snapshot() {
  sqlite3_exec(database_->connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Transaction::Commit() {
  if (!open_ || !database_->Execute("COMMIT")) return false;
  open_ = false;
  return true;
}

}  // namespace gongkai
