// SQLite, wrapped: the only file family that sees its header.
//
// Faults are kept, not thrown: the first one (a full disk, a damaged file) makes every later call of
// the same Database do nothing, and whoever began the work asks fault() at its end. What was not
// committed by then is gone, so that no half of anything is ever stored.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/decimal.h"
#include "model/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace gongkai {

class Database;

// A prepared statement. Parameters are bound in their order.
class Statement {
 public:
  // Runs it to its end with every parameter bound, as With() does, but without copying their texts.
  // False after a fault.
  template <typename... Values>
  bool RunWith(const Values&... values) {
    texts_are_copied_ = false;
    With(values...);
    texts_are_copied_ = true;
    const bool sound = Run();
    Clear();
    return sound;
  }

  // Binds every parameter, copying texts, and makes the statement ready to step from its beginning. A nullptr, an
  // empty optional and std::nullopt bind NULL; a Decimal that is no integer binds a REAL where that prints the
  // same digits, otherwise its digits as text.
  template <typename... Values>
  Statement& With(const Values&... values) {
    Reset();
    int at = 0;
    (Bind(++at, values), ...);
    return *this;
  }

  bool Step();  // true while there is a row; false at the end and after a fault
  bool Run();   // steps to the end; false after a fault
  void Reset();  // leaves the row that it stands at; the next Step() begins anew

  // Columns of the row, from 0. Valid until the next Step() or With().
  bool IsNull(int column) const;
  bool IsText(int column) const;  // neither NULL nor a number
  std::int64_t Integer(int column) const;
  double Real(int column) const;
  std::string_view TextView(int column) const;
  std::string String(int column) const { return std::string(TextView(column)); }
  std::optional<std::string> OptionalString(int column) const;
  std::optional<std::int64_t> OptionalInteger(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(Database& database, sqlite3_stmt* statement);

  void Clear();  // binds NULL everywhere
  void Bind(int at, std::int64_t value);
  void Bind(int at, int value) { Bind(at, std::int64_t{value}); }
  void Bind(int at, bool value) { Bind(at, std::int64_t{value}); }
  void Bind(int at, double value);
  void Bind(int at, std::string_view text);
  void Bind(int at, const std::string& text) { Bind(at, std::string_view(text)); }
  void Bind(int at, const char* text) { Bind(at, std::string_view(text)); }
  void Bind(int at, const Decimal& value);
  void Bind(int at, std::nullopt_t);
  template <typename T>
  void Bind(int at, const std::optional<T>& value) {
    if (value) {
      Bind(at, *value);
    } else {
      Bind(at, std::nullopt);
    }
  }

  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  bool texts_are_copied_ = true;
};

class Database {
 public:
  enum class Mode { kRead, kWrite, kCreate };  // kCreate also writes, and makes what is not there

  // Errors, with the file filled in: kNotFound, kNotWritable, kBadArchive. kRead also reads where
  // nothing may be written.
  static Result<Database> Open(const std::string& path, Mode mode);

  // REQUIRES: outlives its statements, and is not moved while there are any.
  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;

  const std::optional<Error>& fault() const { return fault_; }
  const std::string& path() const { return path_; }

  bool Execute(const std::string& sql);  // any number of statements; false after a fault
  Statement Prepare(std::string_view sql);
  std::int64_t LastId() const;
  std::int64_t Changes() const;  // rows that the last statement wrote

 private:
  friend class Statement;
  friend class Transaction;
  friend class Snapshot;
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  Database(std::string path, sqlite3* connection);

  void Fail();  // keeps what SQLite says of the last call

  std::string path_;
  std::unique_ptr<sqlite3, Close> connection_;
  std::optional<Error> fault_;
};

// From here to Commit(): one whole. Rolled back where it goes out of scope before, or where there
// was a fault.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  bool Commit();  // false after a fault

 private:
  Database* database_;
  bool open_ = false;
};

// From here on a connection that only reads sees the archive as it is now, whatever is written
// meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Database& database) : database_(&database) { database.Execute("BEGIN"); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Database* database_;
};

}  // namespace gongkai
