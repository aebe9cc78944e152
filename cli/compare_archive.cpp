#include "cli/compare_archive.h"

#include <charconv>

#include "corpus/archive_writer.h"
#include "normalize/report_json.h"

namespace gongkai {
namespace {

// "2019, 2020": the years of which the archive has a report of the organ.
std::string YearsOf(Database& database, const std::string& agency) {
  Statement years = database.Prepare(
      "SELECT DISTINCT year FROM reports WHERE agency = ? AND year IS NOT NULL ORDER BY year");
  std::string list;
  years.With(agency);
  while (years.Step()) list += (list.empty() ? "" : ", ") + years.String(0);
  return list;
}

}  // namespace

Result<StoredReport> ReadStoredReport(const std::string& archive, const std::string& agency,
                                      int year) {
  auto opened = OpenArchive(archive);
  if (!opened.ok()) return opened.error();
  Database& database = opened.value();
  StoredReport stored;
  std::string json;
  {
    Statement rows = database.Prepare(
        "SELECT report, path FROM reports WHERE agency = ? AND year = ? ORDER BY path");
    rows.With(agency, year);
    for (; rows.Step(); ++stored.of_the_year) {
      if (stored.of_the_year > 0) continue;
      json = rows.String(0);
      stored.path = rows.String(1);
    }
  }
  if (stored.of_the_year == 0) stored.years = YearsOf(database, agency);
  if (database.fault()) return *database.fault();
  if (stored.of_the_year == 0) return stored;
  auto report = ReadReportJson(json);
  if (!report.ok()) {
    report.error().file = archive;
    return report.error();
  }
  stored.report = std::move(report.value());
  return stored;
}

std::optional<int> ParseYear(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || text.size() != kDigits || year <= 0) return std::nullopt;
  return year;
}

}  // namespace gongkai
