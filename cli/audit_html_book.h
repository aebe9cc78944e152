// What the pages of an audit are made of: every report and every finding, those of a report by
// itself and those between reports alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/audit.h"
#include "corpus/sqlite.h"
#include "model/finding.h"
#include "model/result.h"
#include "model/texts.h"

namespace gongkai {

struct ListedReport {
  std::int64_t reading = 0;  // readings.id of the archive
  std::string sha256;        // 64 hexadecimal digits
  std::string path, agency, title;
  std::optional<int> year;
  std::optional<std::size_t> organ;  // of AuditResult::organs; nothing for one that is unplaced
  bool has_pages = false;
};

struct ListedPlace {
  std::size_t report = 0;      // of AuditBook::reports
  std::string pointer, label;  // as in AuditPlace
  bool has_anchor = false;     // the report's page has the pointer as an id
};

struct ListedFinding {
  std::string rule, message;
  Severity severity = Severity::kError;
  bool between = false;  // between reports
  bool counts = true;    // false: a person dismissed it
  std::string verdict;   // what a person said of it, in words
  std::string organ;
  std::vector<int> years;
  std::vector<ListedPlace> at;  // most telling first; an own finding's report even without a place
  std::string passage;
};

struct SeverityCounts {
  std::size_t errors = 0, warnings = 0, infos = 0;
};

struct AuditBook {
  Language language = Language::kZh;
  std::string archive;  // its name without the folder
  const AuditResult* audit = nullptr;
  std::vector<ListedReport> reports;    // by organ, year, SHA-256; unplaced ones last
  std::vector<ListedFinding> findings;  // what counts first, then most severe first
  std::vector<std::vector<std::size_t>> findings_of;  // by report: of `findings`, in their order
  std::vector<SeverityCounts> counts_of;              // by report
};

// Errors of the archive; kBadArchive where a SHA-256 is none (files are named after it).
Result<AuditBook> ReadAuditBook(Database& archive, const AuditResult& audit, Language language);

void Count(const ListedFinding& finding, SeverityCounts& counts);  // where it counts
SeverityCounts CountsOf(const std::vector<ListedFinding>& findings);

// Names of files, and links.
std::string ReportId(const ListedReport& report);
std::string ReportFile(const ListedReport& report);               // "reports/….html"
std::string PictureFile(const ListedReport& report, int page);    // "pages/….png"
std::string Fragment(std::string_view id);  // "#" and the id as a link may hold it

}  // namespace gongkai
