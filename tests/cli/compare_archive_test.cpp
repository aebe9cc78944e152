#include "cli/compare_archive.h"

#include <catch2/catch.hpp>

#include "corpus/archive_writer.h"
#include "normalize/report_json.h"
#include "tests/corpus/scratch.h"
#include "tests/rules/report_builder.h"

namespace gongkai {
namespace {

// A report as an import stores it. `content` stands for the bytes of its file.
void Store(ArchiveWriter& writer, const std::string& path, const std::string& content, int year) {
  Report report = testing::WholeReport();
  report.source.sha256 = content;
  report.year = year;
  writer.StoreReading({path, {}}, MakeRecord(report, WriteReportJson(report, Language::kZh)));
}

}  // namespace

TEST_CASE("a year of an organ is read from an archive") {
  const testing::Scratch scratch;
  const std::string path = scratch / "a.db";
  const std::string agency = testing::WholeReport().agency.value;
  {
    auto writer = ArchiveWriter::Open(path, "1");
    REQUIRE(writer.ok());
    Store(*writer.value(), "/r/2022.pdf", "a", 2022);
    Store(*writer.value(), "/r/2023 b.pdf", "b", 2023);
    Store(*writer.value(), "/r/2023 a.pdf", "c", 2023);
    REQUIRE(writer.value()->Save());
  }
  const auto one = ReadStoredReport(path, agency, 2022);
  REQUIRE(one.ok());
  REQUIRE(one.value().report);
  CHECK(one.value().report->year == 2022);
  CHECK(one.value().report->tables.size() == 3);
  CHECK(one.value().path == "/r/2022.pdf");
  CHECK(one.value().of_the_year == 1);

  const auto two = ReadStoredReport(path, agency, 2023);
  REQUIRE(two.ok());
  CHECK(two.value().path == "/r/2023 a.pdf");
  CHECK(two.value().of_the_year == 2);

  const auto none = ReadStoredReport(path, agency, 2019);
  REQUIRE(none.ok());
  CHECK_FALSE(none.value().report);
  CHECK(none.value().years == "2022, 2023");
  const auto nobody = ReadStoredReport(path, "某局", 2022);
  REQUIRE(nobody.ok());
  CHECK_FALSE(nobody.value().report);
  CHECK(nobody.value().years.empty());
  CHECK(ReadStoredReport(scratch / "none.db", agency, 2022).error().code == ErrorCode::kNotFound);
}

TEST_CASE("a year is four digits") {
  CHECK(ParseYear("2023") == 2023);
  for (const char* text :
       {"", "23", "20233", "2023 ", "-202", "+202", "0000", "２０２３", "a.pdf", "202a"}) {
    INFO(text);
    CHECK_FALSE(ParseYear(text));
  }
}

}  // namespace gongkai
