// A report out of an archive, for a comparison.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/report.h"
#include "model/result.h"

namespace gongkai {

struct StoredReport {
  std::optional<Report> report;  // nothing where the archive has none of that organ and year
  std::string path;              // where its document was found
  int of_the_year = 0;           // how many different documents it has of them
  std::string years;             // where it has none, the years of the organ that it has: "2019, 2020"
};

// The report of `agency` (as the archive's `reports` spell it) on `year`; of several the one whose
// path comes first. Errors of OpenArchive and ReadReportJson.
Result<StoredReport> ReadStoredReport(const std::string& archive, const std::string& agency,
                                      int year);

// Four digits; nothing where it is no year.
std::optional<int> ParseYear(std::string_view text);

}  // namespace gongkai
