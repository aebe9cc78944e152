#include "cli/audit_html_book.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "cli/audit_html_pictures.h"
#include "model/report_names.h"

namespace gongkai {
namespace {

constexpr std::size_t kSha256Digits = 64, kIdDigits = 16;

bool IsSha256(std::string_view text) {
  return text.size() == kSha256Digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::map<std::int64_t, std::size_t> OrganOfReading(const AuditResult& audit) {
  std::map<std::int64_t, std::size_t> organ_of;
  for (std::size_t i = 0; i < audit.organs.size(); ++i) {
    for (const ReportHead& head : audit.organs[i].reports) organ_of[head.reading] = i;
  }
  return organ_of;
}

bool ComesBefore(const ListedReport& a, const ListedReport& b) {
  const auto key = [](const ListedReport& report) {
    return std::make_tuple(!report.organ.has_value(), report.organ.value_or(0),
                           report.year.value_or(0), std::string_view(report.sha256));
  };
  return key(a) < key(b);
}

std::vector<ListedReport> ReadReports(Database& archive, const AuditResult& audit) {
  const auto organ_of = OrganOfReading(audit);
  std::vector<ListedReport> reports;
  Statement row = archive.Prepare(
      "SELECT report_id, sha256, path, agency, title, year, pages IS NOT NULL FROM reports");
  while (row.Step()) {
    ListedReport report;
    report.reading = row.Integer(0);
    report.sha256 = row.String(1);
    report.path = row.String(2);
    report.agency = row.String(3);
    report.title = row.String(4);
    if (!row.IsNull(5)) report.year = static_cast<int>(row.Integer(5));
    report.has_pages = row.Integer(6) != 0;
    const auto organ = organ_of.find(report.reading);
    if (organ != organ_of.end()) report.organ = organ->second;
    reports.push_back(std::move(report));
  }
  std::sort(reports.begin(), reports.end(), ComesBefore);
  return reports;
}

std::vector<std::string> ParsePlaces(std::string_view json) {
  std::vector<std::string> places;
  const auto list = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array()) return places;
  for (const auto& place : list) {
    if (place.is_string()) places.push_back(place.get<std::string>());
  }
  return places;
}

// What a person said of a finding, in words; the columns 6 to 9 of the query below.
void ReadVerdict(const Statement& row, Language language, ListedFinding& finding) {
  const auto verdict = ParseName(kVerdictNames, row.TextView(6)).value_or(Verdict::kOpen);
  if (verdict == Verdict::kOpen) return;
  finding.counts = verdict != Verdict::kDismissed;
  const std::string reason =
      row.TextView(7).empty() ? "" : Text("check.reason", language, {{"reason", row.String(7)}});
  finding.verdict = Text(finding.counts ? "check.confirmed" : "check.dismissed", language,
                         {{"reason", reason}, {"by", row.String(8)}, {"when", row.String(9)}});
}

// Of the reports by themselves.
void ReadOwnFindings(Database& archive, AuditBook& book) {
  std::unordered_map<std::int64_t, std::size_t> index_of;
  for (std::size_t i = 0; i < book.reports.size(); ++i) index_of[book.reports[i].reading] = i;
  Statement row = archive.Prepare(
      "SELECT report_id, rule, severity, message_zh, message_en, places, verdict, reason, "
      "decided_by, decided_when FROM problems ORDER BY report_id, position");
  while (row.Step()) {
    const auto index = index_of.find(row.Integer(0));
    if (index == index_of.end()) continue;
    const ListedReport& report = book.reports[index->second];
    ListedFinding finding;
    finding.rule = row.String(1);
    finding.severity = ParseName(kSeverityNames, row.TextView(2)).value_or(Severity::kError);
    finding.message = row.String(book.language == Language::kZh ? 3 : 4);
    for (std::string& pointer : ParsePlaces(row.TextView(5))) {
      finding.at.push_back({index->second, std::move(pointer), "", false});
    }
    if (finding.at.empty()) finding.at.push_back({index->second, "", "", false});
    ReadVerdict(row, book.language, finding);
    finding.organ = report.organ ? book.audit->organs[*report.organ].name : report.agency;
    if (report.year) finding.years.push_back(*report.year);
    book.findings.push_back(std::move(finding));
  }
}

void AddFindingsBetween(AuditBook& book) {
  std::unordered_map<std::string_view, std::size_t> index_of;
  for (std::size_t i = 0; i < book.reports.size(); ++i) index_of[book.reports[i].sha256] = i;
  for (const AuditFinding& from : book.audit->findings) {
    ListedFinding finding;
    finding.rule = from.rule;
    finding.message = Text(from.message, book.language, from.details);
    finding.severity = from.severity;
    finding.between = true;
    finding.counts = from.verdict != Verdict::kDismissed;
    if (!finding.counts) finding.verdict = Text("audit.dismissed", book.language);
    finding.organ = from.agency;
    finding.years = from.years;
    finding.passage = from.passage;
    for (const AuditPlace& place : from.at) {
      const auto index = index_of.find(place.sha256);
      if (index == index_of.end()) continue;
      const bool stands = place.cell.has_value() || place.pointer.starts_with("/sections/");
      finding.at.push_back({index->second, place.pointer, place.label, stands});
    }
    book.findings.push_back(std::move(finding));
  }
}

void SortFindings(std::vector<ListedFinding>& findings) {
  const auto key = [](const ListedFinding& finding) {
    return std::tie(finding.organ, finding.years, finding.rule);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const ListedFinding& a, const ListedFinding& b) {
                     if (a.counts != b.counts) return a.counts;
                     if (a.severity != b.severity) return a.severity < b.severity;
                     if (a.between != b.between) return a.between;
                     return key(a) < key(b);
                   });
}

void IndexFindings(AuditBook& book) {
  book.findings_of.resize(book.reports.size());
  book.counts_of.resize(book.reports.size());
  for (std::size_t i = 0; i < book.findings.size(); ++i) {
    std::set<std::size_t> reports;
    for (const ListedPlace& place : book.findings[i].at) reports.insert(place.report);
    for (const std::size_t report : reports) {
      book.findings_of[report].push_back(i);
      Count(book.findings[i], book.counts_of[report]);
    }
  }
}

}  // namespace

Result<AuditBook> ReadAuditBook(Database& archive, const AuditResult& audit, Language language) {
  AuditBook book;
  book.language = language;
  book.archive = std::filesystem::path(archive.path()).filename();
  book.audit = &audit;
  book.reports = ReadReports(archive, audit);
  ReadOwnFindings(archive, book);
  if (archive.fault()) return *archive.fault();
  for (const ListedReport& report : book.reports) {
    if (!IsSha256(report.sha256)) return Error{ErrorCode::kBadArchive, archive.path(), "", 0};
  }
  AddFindingsBetween(book);
  SortFindings(book.findings);
  IndexFindings(book);
  return book;
}

void Count(const ListedFinding& finding, SeverityCounts& counts) {
  if (!finding.counts) return;
  ++(finding.severity == Severity::kError     ? counts.errors
     : finding.severity == Severity::kWarning ? counts.warnings
                                              : counts.infos);
}

SeverityCounts CountsOf(const std::vector<ListedFinding>& findings) {
  SeverityCounts counts;
  for (const ListedFinding& finding : findings) Count(finding, counts);
  return counts;
}

std::string ReportId(const ListedReport& report) { return report.sha256.substr(0, kIdDigits); }

std::string ReportFile(const ListedReport& report) {
  return "reports/" + ReportId(report) + ".html";
}

std::string PictureFile(const ListedReport& report, int page) {
  return "pages/" + ReportId(report) + "-" + std::to_string(page) + "-" +
         std::to_string(kPictureDpi) + "dpi.png";
}

std::string Fragment(std::string_view id) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/-._~";
  std::string link = "#";
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      link += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      link += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return link;
}

}  // namespace gongkai
