// Every organ reports every year (《条例》 articles 49 and 50), once.
#include <algorithm>
#include <set>

#include "corpus/audit_checks.h"

namespace gongkai {
namespace {

std::string YearList(const std::vector<int>& years) {
  std::string list;
  for (const int year : years) list += (list.empty() ? "" : "、") + std::to_string(year);
  return list;
}

void CheckGap(const OrganSeries& organ, std::vector<int> years, const AuditReport* before,
              const AuditReport* after, AuditFindings& out) {
  if (years.empty()) return;
  AuditFinding finding = NewAuditFinding("series.missing_year", organ, years);
  for (const AuditReport* report : {before, after}) {
    if (report != nullptr) finding.at.push_back(PlaceOf(*report));
  }
  finding.details.emplace_back("years", YearList(years));
  out.found.push_back(std::move(finding));
}

std::vector<int> YearsBetween(int first, int last) {  // both included
  std::vector<int> years;
  for (int year = first; year <= last; ++year) years.push_back(year);
  return years;
}

// The numbers in which two reports of one year differ; a blank is as good as a 0 here.
std::vector<std::string> DifferentCells(const AuditReport& a, const AuditReport& b) {
  std::set<std::string> pointers;
  for (const AuditReport* report : {&a, &b}) {
    for (const auto& [pointer, cell] : report->cells) pointers.insert(pointer);
  }
  std::vector<std::string> different;
  for (const std::string& pointer : pointers) {
    const Decimal zero;
    if (a.Value(pointer).value_or(zero) != b.Value(pointer).value_or(zero)) {
      different.push_back(pointer);
    }
  }
  return different;
}

bool IsCertainIn(const AuditReport& report, const std::string& pointer) {
  const AuditCell* cell = report.Find(pointer);
  return cell != nullptr && cell->IsCertain();
}

void ComparePair(const OrganSeries& organ, const AuditReport& a, const AuditReport& b,
                 AuditFindings& out) {
  AuditFinding finding = NewAuditFinding("series.duplicate", organ, {a.year});
  const auto different = DifferentCells(a, b);
  const bool certain = std::any_of(different.begin(), different.end(), [&](const auto& pointer) {
    return IsCertainIn(a, pointer) && IsCertainIn(b, pointer);
  });
  finding.severity = certain ? Severity::kError : Severity::kWarning;
  finding.message = different.empty() ? "series.duplicate.same" : "series.duplicate";
  finding.details.emplace_back("year", std::to_string(a.year));
  finding.details.emplace_back("first", a.path);
  finding.details.emplace_back("second", b.path);
  finding.details.emplace_back("cells", std::to_string(different.size()));
  for (const std::string& pointer : different) {
    finding.at.push_back(PlaceOf(a, pointer));
    finding.at.push_back(PlaceOf(b, pointer));
  }
  if (different.empty()) {
    finding.at = {PlaceOf(a), PlaceOf(b)};
  } else {
    AddPlaceDetail(finding, "place", finding.at[0]);
    finding.details.emplace_back("one", finding.at[0].cell ? finding.at[0].cell->raw : "");
    finding.details.emplace_back("other", finding.at[1].cell ? finding.at[1].cell->raw : "");
  }
  out.found.push_back(std::move(finding));
}

}  // namespace

void CheckYears(const OrganSeries& organ, AuditFindings& out) {
  const auto& reports = organ.reports;
  if (organ.from) {
    CheckGap(organ, YearsBetween(*organ.from, reports.front().year - 1), nullptr, &reports.front(), out);
  }
  for (std::size_t i = 1; i < reports.size(); ++i) {
    CheckGap(organ, YearsBetween(reports[i - 1].year + 1, reports[i].year - 1), &reports[i - 1],
             &reports[i], out);
  }
  if (organ.to) {
    CheckGap(organ, YearsBetween(reports.back().year + 1, *organ.to), &reports.back(), nullptr, out);
  }
}

// Each further report of a year is held against the first.
void CheckDuplicates(const OrganSeries& organ, AuditFindings& out) {
  const AuditReport* first = nullptr;
  for (const AuditReport& report : organ.reports) {
    if (first != nullptr && first->year == report.year) {
      ComparePair(organ, *first, report, out);
    } else {
      first = &report;
    }
  }
}

}  // namespace gongkai
