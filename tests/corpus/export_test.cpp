#include "corpus/export.h"

#include <catch2/catch.hpp>

#include <filesystem>

#include "corpus/archive_writer.h"
#include "tests/corpus/files.h"
#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using testing::FilesIn;
using testing::FullDisk;
using testing::ReadBytes;
using testing::Scratch;
using testing::SmallRecord;
using testing::WriteBytes;

struct Stored {
  std::string path;
  Record record;
};

Record RecordOf(const std::string& sha256, const std::string& agency, std::optional<int> year) {
  Record record = SmallRecord(sha256);
  record.agency = agency;
  record.year = year;
  return record;
}

// As they are to come out.
std::vector<Stored> SomeReports() {
  return {{"/r/5.pdf", RecordOf("e5", "", std::nullopt)},
          {"/r/4.pdf", RecordOf("d4", "", 2020)},
          {"/r/3.pdf", RecordOf("f3", "丙镇", 2019)},
          {"/r/2.pdf", RecordOf("a2", "丙镇", 2021)},
          {"/r/1.pdf", RecordOf("c1", "丙镇", 2021)}};
}

void MakeArchive(const std::string& path, const std::vector<Stored>& reports) {
  auto writer = ArchiveWriter::Open(path, "1");
  REQUIRE(writer.ok());
  for (const Stored& stored : reports) {
    writer.value()->StoreReading({stored.path, {}}, stored.record);
  }
  writer.value()->StoreFailure({"/r/bad.pdf", {}}, "bad", 100, {"damaged", "坏了", "broken"});
  writer.value()->StoreUnopened({"/r/gone.pdf", {}}, {"not_opened", "打不开", "not opened"});
  REQUIRE(writer.value()->Save());
}

std::optional<Error> Export(const std::string& archive, const ExportOptions& options) {
  auto database = OpenArchive(archive);
  REQUIRE(database.ok());
  return ExportArchive(database.value(), options);
}

ExportOptions Csv(const std::string& path, RowKind rows) {
  return {ExportFormat::kCsv, path, rows, Language::kZh, kExcelRows};
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != text.npos);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("reports come by agency, year and hash, in whatever order they were stored") {
  const Scratch scratch;
  MakeArchive(scratch / "a.db", SomeReports());
  REQUIRE_FALSE(Export(scratch / "a.db", {ExportFormat::kJsonl, scratch / "a.jsonl", {}, {}, 0}));
  std::string expected;
  for (const Stored& stored : SomeReports()) expected += stored.record.report + "\n";
  CHECK(ReadBytes(scratch / "a.jsonl") == expected);
}

TEST_CASE("an export depends neither on the order of the import nor on what was there before") {
  const Scratch scratch;
  auto reports = SomeReports();
  MakeArchive(scratch / "a.db", reports);
  {
    auto writer = ArchiveWriter::Open(scratch / "b.db", "0");
    REQUIRE(writer.ok());
    Record other = RecordOf("a2", "别的镇", 1999);
    std::reverse(other.cells.begin(), other.cells.end());  // places get other ids
    writer.value()->BeginRun();
    writer.value()->StoreReading({"/r/2.pdf", {}}, other);
    writer.value()->StoreReading({"/r/bad.pdf", {}}, RecordOf("bad", "坏镇", 2001));
    writer.value()->EndRun({2, 0, 0});
    REQUIRE(writer.value()->Save());
  }
  std::reverse(reports.begin(), reports.end());
  MakeArchive(scratch / "b.db", reports);
  for (const std::string name : {"a", "b"}) {
    const std::string archive = scratch / (name + ".db");
    REQUIRE_FALSE(Export(archive, {ExportFormat::kJsonl, scratch / (name + ".jsonl"), {}, {}, 0}));
    REQUIRE_FALSE(Export(archive, {ExportFormat::kCsv, scratch / (name + " csv"), {}, {}, 0}));
    REQUIRE_FALSE(Export(archive, {ExportFormat::kXlsx, scratch / (name + ".xlsx"), {}, {}, 100}));
  }
  CHECK(ReadBytes(scratch / "a.jsonl") == ReadBytes(scratch / "b.jsonl"));
  CHECK(ReadBytes(scratch / "a.xlsx") == ReadBytes(scratch / "b.xlsx"));
  CHECK(FilesIn(scratch / "a csv") == std::vector<std::string>{"cells.csv", "files.csv",
                                                               "findings.csv", "reports.csv"});
  for (const std::string& file : FilesIn(scratch / "a csv")) {
    CHECK(ReadBytes(scratch / ("a csv/" + file)) == ReadBytes(scratch / ("b csv/" + file)));
    CHECK(ReadBytes(scratch / ("a csv/" + file)).size() > 100);
  }
}

TEST_CASE("cells come as the form prints them, with their names") {
  const Scratch scratch;
  Record record = SmallRecord("a");
  const CellRecord number = record.cells[0];
  record.cells.clear();
  record.indicators.assign(11, {"收到申请数", "件", "applications.received"});
  for (const char* pointer :
       {"/statistics/10/value", "/statistics/2/cumulative", "/statistics/2/value",
        "/review_litigation/review/total", "/applications/outcome/granted/natural_person",
        "/applications/new_received/total", "/applications/new_received/natural_person",
        "/active_disclosure/fees/amount"}) {
    record.cells.push_back(number);
    record.cells.back().pointer = pointer;
  }
  MakeArchive(scratch / "a.db", {{"/r/a.pdf", record}});
  REQUIRE_FALSE(Export(scratch / "a.db", Csv(scratch / "a.csv", RowKind::kCells)));
  const auto lines = LinesOf(ReadBytes(scratch / "a.csv"));
  REQUIRE(lines.size() == 9);
  CHECK(lines[0].starts_with("\xEF\xBB\xBF" "agency,year,sha256,pointer,table,row,column,"));
  const std::vector<std::string> names{
      "fees/amount,active_disclosure,fees,amount,表二,行政事业性收费,本年收费金额,7730.28,",
      "表三,一、本年新收政府信息公开申请数量,自然人,",
      "new_received,total,表三,一、本年新收政府信息公开申请数量,总计,",
      "outcome/granted,natural_person,表三,（一）予以公开,自然人,",
      "表四,行政复议,总计,",
      "statistics,2,value,统计表,收到申请数,本年,",
      "statistics,2,cumulative,统计表,收到申请数,历年累计,",
      "statistics,10,value,统计表,收到申请数,本年,"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    INFO(lines[i + 1]);
    CHECK(lines[i + 1].find(names[i]) != std::string::npos);
  }
  CHECK(lines[1] ==
        "甲乙镇人民政府,2023,a,/active_disclosure/fees/amount,active_disclosure,fees,amount,表二,"
        "行政事业性收费,本年收费金额,7730.28,7730.28,number,,,,,3,486.1,470.2,497.0,484.5,1.0,text");
}

TEST_CASE("a row a report: what is blank stays blank, and dismissed findings are counted apart") {
  const Scratch scratch;
  Record record = SmallRecord("a");
  FindingRecord finding = record.findings[0];
  for (const char* severity : {"error", "warning", "warning", "info"}) {
    finding.severity = severity;
    finding.fingerprint += "b";
    record.findings.push_back(finding);
  }
  MakeArchive(scratch / "a.db", {{"/r/b.pdf", record}, {"/r/a.pdf", record}});
  auto writer = ArchiveWriter::Open(scratch / "a.db", "1");
  writer.value()->StoreDecision({record.findings[0].fingerprint, "dismissed", "=1+1", "张三",
                                 "2024-02-01", "identity.year", "", ""});
  REQUIRE(writer.value()->Save());
  REQUIRE_FALSE(Export(scratch / "a.db", Csv(scratch / "r.csv", RowKind::kReports)));
  REQUIRE_FALSE(Export(scratch / "a.db", Csv(scratch / "f.csv", RowKind::kFindings)));
  const auto lines = LinesOf(ReadBytes(scratch / "r.csv"));
  REQUIRE(lines.size() == 2);
  CHECK(lines[1] ==
        "甲乙镇人民政府,2023,甲乙镇人民政府2023年政府信息公开工作年度报告,2021,text,application/pdf,3,"
        "2023-01-01,2023-12-31,1,2,1,1,0,21,,,,,,,,,,,,,,,7730.28,,,a,100,/r/a.pdf,2,1");
  const auto findings = LinesOf(ReadBytes(scratch / "f.csv"));
  REQUIRE(findings.size() == 6);
  CHECK(findings[1] == "甲乙镇人民政府,2023,a,error,identity.year,年度不一致,document,/year,年度,2023,,"
                       "00000000000000aa,dismissed,'=1+1,张三,2024-02-01,/r/a.pdf,"
                       "\"[\"\"/year\"\",\"\"/title\"\"]\"");
  CHECK(findings[2].find(",00000000000000aab,open,,,,/r/a.pdf,") != std::string::npos);
}

TEST_CASE("files that could not be read are in an export, with the reason in its language") {
  const Scratch scratch;
  MakeArchive(scratch / "a.db", {{"/r/a.pdf", SmallRecord("a")}});
  ExportOptions options = Csv(scratch / "f.csv", RowKind::kFiles);
  REQUIRE_FALSE(Export(scratch / "a.db", options));
  CHECK(LinesOf(ReadBytes(scratch / "f.csv")) ==
        std::vector<std::string>{"\xEF\xBB\xBFpath,sha256,bytes,state,reason,message",
                                 "/r/a.pdf,a,100,imported,,",
                                 "/r/bad.pdf,bad,100,failed,damaged,坏了",
                                 "/r/gone.pdf,,,failed,not_opened,打不开"});
  options.language = Language::kEn;
  auto database = OpenArchive(scratch / "a.db");
  for (int twice = 0; twice < 2; ++twice) {
    REQUIRE_FALSE(ExportArchive(database.value(), options));
  }
  CHECK(LinesOf(ReadBytes(scratch / "f.csv"))[2] == "/r/bad.pdf,bad,100,failed,damaged,broken");
}

TEST_CASE("an empty archive gives headers and no rows") {
  const Scratch scratch;
  REQUIRE(ArchiveWriter::Open(scratch / "a.db", "1").ok());
  REQUIRE_FALSE(Export(scratch / "a.db", {ExportFormat::kJsonl, scratch / "a.jsonl", {}, {}, 0}));
  CHECK(fs::file_size(scratch / "a.jsonl") == 0);
  REQUIRE_FALSE(Export(scratch / "a.db", {ExportFormat::kCsv, scratch / "csv", {}, {}, 0}));
  for (const std::string& file : FilesIn(scratch / "csv")) {
    CHECK(LinesOf(ReadBytes(scratch / ("csv/" + file))).size() == 1);
  }
  CHECK_FALSE(Export(scratch / "a.db", {ExportFormat::kXlsx, scratch / "a.xlsx", {}, {}, 100}));
}

TEST_CASE("an export sees the archive as it was when it began") {
  const Scratch scratch;
  MakeArchive(scratch / "a.db", SomeReports());
  auto database = OpenArchive(scratch / "a.db");
  const Snapshot snapshot(database.value());
  MakePlaceNames(database.value(), Language::kZh);
  int rows = 0;
  ForEachRow(database.value(), RowKind::kReports, Language::kZh, [&](const Statement&) {
    if (rows++ == 0) MakeArchive(scratch / "a.db", {{"/r/9.pdf", RecordOf("99", "丁镇", 2022)}});
    return true;
  });
  CHECK(rows == 5);
  CHECK_FALSE(database.value().fault());
}

TEST_CASE("on a full disk an export is an error, and what was there before stays") {
  const Scratch scratch;
  std::vector<Stored> reports;
  for (int i = 0; i < 300; ++i) {
    const std::string name = std::to_string(i);
    reports.push_back({"/r/" + name, RecordOf(name, "丙镇", 2000 + i % 20)});
  }
  MakeArchive(scratch / "a.db", reports);
  fs::create_directory(scratch / "out");
  const std::vector<ExportOptions> exports{
      {ExportFormat::kJsonl, scratch / "out/x.jsonl", {}, {}, 0},
      {ExportFormat::kCsv, scratch / "out/x.csv", RowKind::kCells, {}, 0},
      {ExportFormat::kXlsx, scratch / "out/x.xlsx", {}, {}, 1000}};
  for (const ExportOptions& options : exports) {
    INFO(options.path);
    REQUIRE_FALSE(Export(scratch / "a.db", options));
    const std::string whole = ReadBytes(options.path);
    int failed = 0, succeeded = 0;
    for (rlim_t bytes = 1000; succeeded < 2; bytes += bytes / 8) {
      WriteBytes(options.path, "old");
      auto database = OpenArchive(scratch / "a.db");
      std::optional<Error> error;
      {
        const FullDisk full(bytes);
        error = ExportArchive(database.value(), options);
      }
      INFO(bytes);
      CHECK(ReadBytes(options.path) == (error ? "old" : whole));
      if (error) CHECK(error->code == ErrorCode::kNotWritable);
      if (error) CHECK(error->file == options.path);
      CHECK(FilesIn(scratch / "out").size() == 1);
      ++(error ? failed : succeeded);
    }
    CHECK(failed > 5);
    fs::remove(options.path);
  }
}

TEST_CASE("of a folder of CSV files all are replaced or none") {
  const Scratch scratch;
  MakeArchive(scratch / "a.db", SomeReports());
  {
    auto archive = OpenArchive(scratch / "a.db");
    const FullDisk full(1500);  // enough for the first of the four
    const auto error =
        ExportArchive(archive.value(), {ExportFormat::kCsv, scratch / "new", {}, {}, 0});
    REQUIRE(error);
    CHECK(error->file.ends_with("cells.csv"));
  }
  CHECK_FALSE(fs::exists(scratch / "new"));
  fs::create_directory(scratch / "old");
  fs::create_directory(scratch / "old/findings.csv");
  CHECK(Export(scratch / "a.db", {ExportFormat::kCsv, scratch / "old", {}, {}, 0}));
  CHECK(FilesIn(scratch / "old") == std::vector<std::string>{"findings.csv"});
  CHECK(Export(scratch / "a.db", {ExportFormat::kCsv, scratch / "no/folder", {}, {}, 0}));
  WriteBytes(scratch / "file", "old");
  CHECK(Export(scratch / "a.db", {ExportFormat::kCsv, scratch / "file", {}, {}, 0}));
  CHECK(ReadBytes(scratch / "file") == "old");
}

}  // namespace gongkai
