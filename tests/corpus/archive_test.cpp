#include "corpus/archive_writer.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "corpus/archive_schema.h"
#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

using testing::Scratch;
using testing::SmallRecord;

std::int64_t Count(const std::string& path, const std::string& from) {
  auto database = OpenArchive(path);
  REQUIRE(database.ok());
  Statement counted = database.value().Prepare("SELECT count(*) FROM " + from);
  REQUIRE(counted.Step());
  return counted.Integer(0);
}

std::unique_ptr<ArchiveWriter> Writer(const std::string& path, const std::string& reader = "1") {
  auto writer = ArchiveWriter::Open(path, reader);
  REQUIRE(writer.ok());
  return std::move(writer.value());
}

}  // namespace

TEST_CASE("what is saved is there, what is not saved is not") {
  const Scratch scratch;
  const std::string path = scratch / "a.db";
  {
    const auto writer = Writer(path);
    writer->StoreReading({"/r/a.pdf"}, SmallRecord("a"));
    REQUIRE(writer->Save());
    writer->StoreReading({"/r/b.pdf"}, SmallRecord("b"));
  }
  CHECK(Count(path, "readings") == 1);
  CHECK(Count(path, "files WHERE path = '/r/a.pdf' AND state = 'imported'") == 1);
  CHECK(Count(path, "numbers WHERE pointer = '/applications/new_received/total' AND value = 21 AND "
                    "table_key = 'applications' AND row_key = 'new_received' AND column_key = "
                    "'total' AND page = 3 AND x1 = 497.0") == 1);
  CHECK(Count(path, "numbers WHERE table_key = 'statistics' AND label = '收到申请数' AND value IS "
                    "NULL AND state = 'blank'") == 1);
  CHECK(Count(path, "sections_text WHERE text LIKE '%主动公开%'") == 1);
  CHECK(Count(path, "problems WHERE verdict = 'open' AND place = '/year'") == 1);
}

TEST_CASE("a document stands once, and goes when no file holds it any more") {
  const Scratch scratch;
  const std::string path = scratch / "a.db";
  const auto writer = Writer(path);
  writer->StoreReading({"/r/a.pdf"}, SmallRecord("a"));
  const auto known = writer->FindDocument(SmallRecord("a").sha256);
  REQUIRE(known);
  CHECK(known->reader == "1");
  CHECK_FALSE(known->failure);
  writer->StorePlace({"/r/copy.pdf"}, known->id);
  CHECK(writer->HoldsDocument({"/r/copy.pdf"}, known->id));
  CHECK_FALSE(writer->HoldsDocument({"/r/none.pdf"}, known->id));

  writer->StoreReading({"/r/a.pdf"}, SmallRecord("b"));  // another content now
  REQUIRE(writer->Save());
  CHECK(Count(path, "readings") == 2);
  writer->StoreReading({"/r/copy.pdf"}, SmallRecord("b"));
  REQUIRE(writer->Save());
  CHECK(Count(path, "readings") == 1);
  CHECK(Count(path, "cells WHERE reading NOT IN (SELECT id FROM readings)") == 0);
  CHECK(Count(path, "sections_text WHERE text LIKE '%主动公开%'") == 1);
  CHECK(Count(path, "reports WHERE copies = 2 AND path = '/r/a.pdf'") == 1);
}

TEST_CASE("a failure takes the place of a reading, and what cannot be opened takes nothing") {
  const Scratch scratch;
  const std::string path = scratch / "a.db";
  const auto writer = Writer(path);
  const Record record = SmallRecord("a");
  writer->StoreReading({"/r/a.pdf"}, record);
  writer->StoreUnopened({"/r/a.pdf"}, {"not_opened", "打不开", "not opened"});
  writer->StoreUnopened({"/r/gone.pdf"}, {"not_opened", "打不开", "not opened"});
  REQUIRE(writer->Save());
  CHECK(Count(path, "files WHERE path = '/r/a.pdf' AND state = 'imported'") == 1);
  CHECK(Count(path, "files WHERE path = '/r/gone.pdf' AND reason = 'not_opened'") == 1);
  writer->StoreFailure({"/r/a.pdf"}, record.sha256, record.bytes, {"crash", "退出", "crash"});
  REQUIRE(writer->Save());
  CHECK(Count(path, "readings") == 0);
  CHECK(Count(path, "files WHERE path = '/r/a.pdf' AND reason = 'crash'") == 1);
  REQUIRE(writer->FindDocument(record.sha256)->failure);
  CHECK(writer->FindDocument(record.sha256)->failure->message_en == "crash");
}

TEST_CASE("a ZIP file is complete once all of its entries are, and forgets those it has no more") {
  const Scratch scratch;
  const std::string path = scratch / "a.db";
  const auto writer = Writer(path);
  const auto zip = writer->BeginContainer({"/r/z.zip"}, "1234");
  writer->StoreReading({"/r/z.zip!/a.pdf", zip}, SmallRecord("a"));
  writer->StoreUnopened({"/r/z.zip!/b.pdf", zip}, {"too_large", "大", "large"});
  CHECK_FALSE(writer->CompleteContainer("/r/z.zip", "1234"));
  writer->EndContainer(zip, {"/r/z.zip!/a.pdf", "/r/z.zip!/b.pdf"});
  const auto entries = writer->CompleteContainer("/r/z.zip", "1234");
  REQUIRE(entries);
  REQUIRE(entries->size() == 2);
  CHECK(entries->front().path == "/r/z.zip!/a.pdf");
  CHECK_FALSE(entries->front().failure);
  REQUIRE(entries->back().failure);
  CHECK(entries->back().failure->reason == "too_large");
  CHECK_FALSE(writer->CompleteContainer("/r/z.zip", "other"));
  CHECK(writer->BeginContainer({"/r/z.zip"}, "other") == zip);
  writer->EndContainer(zip, {"/r/z.zip!/b.pdf"});
  REQUIRE(writer->Save());
  CHECK(Count(path, "inputs") == 1);
  CHECK(Count(path, "readings") == 0);
}

TEST_CASE("a file that was not touched is known without being read") {
  const Scratch scratch;
  const auto writer = Writer(scratch / "a.db");
  const Record record = SmallRecord("a");
  writer->StoreReading({"/r/a.pdf", {}, "1:2"}, record);
  const auto known = writer->FindDocument(record.sha256);
  REQUIRE(known);
  CHECK(writer->KnownSha256({"/r/a.pdf", {}, "1:2"}) == record.sha256);
  CHECK_FALSE(writer->KnownSha256({"/r/a.pdf", {}, "1:3"}));
  CHECK_FALSE(writer->KnownSha256({"/r/a.pdf"}));
  CHECK_FALSE(writer->KnownSha256({"/r/b.pdf", {}, "1:2"}));
  CHECK_FALSE(writer->HoldsDocument({"/r/a.pdf", {}, "1:3"}, known->id));
  writer->StorePlace({"/r/a.pdf"}, known->id);  // too fresh to have one
  CHECK_FALSE(writer->KnownSha256({"/r/a.pdf", {}, "1:2"}));
  writer->BeginContainer({"/r/z.zip", {}, "1:2"}, "1234");
  CHECK(writer->KnownSha256({"/r/z.zip", {}, "1:2"}) == "1234");
}

TEST_CASE("one writer at a time") {
  const Scratch scratch;
  const std::string path = scratch / "a.db";
  auto writer = Writer(path);
  const auto second = ArchiveWriter::Open(path, "1");
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == ErrorCode::kBusy);
  writer.reset();
  CHECK(ArchiveWriter::Open(path, "1").ok());
}

TEST_CASE("what is no archive is refused and left as it is") {
  const Scratch scratch;
  const std::string text = scratch / "text.db";
  std::ofstream(text) << std::string(5000, 'x');
  const auto opened = ArchiveWriter::Open(text, "1");
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == ErrorCode::kBadArchive);
  CHECK(std::filesystem::file_size(text) == 5000);

  const std::string foreign = scratch / "foreign.db";
  auto database = Database::Open(foreign, Database::Mode::kCreate);
  REQUIRE(database.ok());
  REQUIRE(database.value().Execute("CREATE TABLE t (x)"));
  CHECK(ArchiveWriter::Open(foreign, "1").error().code == ErrorCode::kBadArchive);
  CHECK(OpenArchive(foreign).error().code == ErrorCode::kBadArchive);
  CHECK(OpenArchive(scratch / "none.db").error().code == ErrorCode::kNotFound);
  CHECK(ArchiveWriter::Open(scratch / "no/folder.db", "1").error().code == ErrorCode::kNotWritable);
}

TEST_CASE("an archive can be read where nothing may be written") {
  const Scratch scratch;
  const std::string path = scratch / "a%41?b#.db";
  {
    const auto writer = Writer(path);
    writer->StoreReading({"/r/a.pdf", {}}, SmallRecord("a"));
    REQUIRE(writer->Save());
  }
  // No file can be made there (and a right that is missing would not stop root).
  std::filesystem::create_symlink("/none/none", path + "-shm");
  CHECK(Count(path, "readings") == 1);
  std::ofstream(path + "-wal") << "a log";  // somebody may be writing
  CHECK_FALSE(OpenArchive(path).ok());
}

TEST_CASE("an archive of an earlier version is brought on, one of a later version refused") {
  const Scratch scratch;
  const std::string path = scratch / "a.db";
  Writer(path);
  auto database = Database::Open(path, Database::Mode::kWrite);
  REQUIRE(database.ok());
  std::vector<std::string_view> steps(ArchiveSteps().begin(), ArchiveSteps().end());
  steps.push_back("ALTER TABLE runs ADD COLUMN host TEXT");
  CHECK_FALSE(Migrate(database.value(), steps));
  CHECK(database.value().Execute("SELECT host FROM runs"));
  CHECK_FALSE(Migrate(database.value(), steps));  // and once only
  const auto later = OpenArchive(path);
  REQUIRE_FALSE(later.ok());
  CHECK(later.error().detail == "errors.detail.newer_archive");
}

TEST_CASE("a step that fails leaves the version before it") {
  const Scratch scratch;
  const std::string path = scratch / "a.db";
  Writer(path);
  auto database = Database::Open(path, Database::Mode::kWrite);
  std::vector<std::string_view> steps(ArchiveSteps().begin(), ArchiveSteps().end());
  steps.push_back("CREATE TABLE half (x); NONSENSE");
  CHECK(Migrate(database.value(), steps));
  CHECK(OpenArchive(path).ok());
  CHECK(Count(path, "sqlite_schema WHERE name = 'half'") == 0);
}

TEST_CASE("numbers keep their digits") {
  const Scratch scratch;
  auto database = Database::Open(scratch / "n.db", Database::Mode::kCreate);
  REQUIRE(database.ok());
  database.value().Execute("CREATE TABLE n (v ANY) STRICT");
  Statement add = database.value().Prepare("INSERT INTO n VALUES (?)");
  const std::vector<std::pair<std::string, std::string>> rows{
      {"21", "integer"}, {"-18", "integer"}, {"7730.28", "real"}, {"0.000001", "text"},
      {"5949.088667", "real"}, {"123456789012345678", "integer"}, {"12345678901234.567", "text"}};
  for (const auto& [digits, type] : rows) add.With(*Decimal::Parse(digits)).Run();
  Statement all = database.value().Prepare("SELECT CAST(v AS TEXT), typeof(v) FROM n ORDER BY rowid");
  for (const auto& [digits, type] : rows) {
    REQUIRE(all.Step());
    CHECK(all.String(0) == digits);
    CHECK(all.String(1) == type);
  }
}

}  // namespace gongkai
