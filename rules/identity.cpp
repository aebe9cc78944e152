// Is the report about the organ and the year that it names? Only what cannot be meant otherwise.
#include "rules/identity.h"

#include "rules/catalogue.h"

namespace gongkai {
namespace {

std::string_view YearOf(std::string_view iso_date) { return iso_date.substr(0, 4); }

bool IsFullYear(const Period& period) {
  return YearOf(period.from) == YearOf(period.to) && period.from.ends_with("-01-01") &&
         period.to.ends_with("-12-31");
}

// The regulations took effect on 1 May 2008: the first reports begin there.
bool IsFirstReport(const Period& period) { return YearOf(period.to) == "2008"; }

void CheckPeriod(const Report& report, Findings& out) {
  if (!report.period || report.period->from.empty() || report.period->to.empty()) return;
  const Period& period = *report.period;
  const bool reversed = period.to < period.from;  // ISO dates order as texts
  if (!reversed && (IsFullYear(period) || IsFirstReport(period))) return;
  Finding finding = NewFinding("identity.period");
  finding.message = reversed ? "identity.period.reversed" : "identity.period.partial";
  finding.at = {"/period"};
  finding.details = {{"from", period.from}, {"to", period.to}};
  out.found.push_back(std::move(finding));
}

}  // namespace

void ForeignWord::AddPlace(const std::string& pointer) {
  if (at.empty() || at.back() != pointer) at.push_back(pointer);
}

void SayForeign(ForeignWord found, const Report& report, const char* message, Findings& out) {
  if (found.count == 0) return;
  Finding finding = NewFinding("identity.agency");
  finding.message = message;
  finding.at = std::move(found.at);
  finding.details = {
      {"organ", report.agency.value.empty() ? report.title.value : report.agency.value},
      {"word", found.word},
      {"count", std::to_string(found.count)},
      {"quote", found.quote}};
  out.found.push_back(std::move(finding));
}

void CheckIdentity(const ReportIndex& index, Findings& out) {
  const std::vector<SectionText> prose = ReadSectionTexts(index.report());
  CheckYear(index.report(), prose, out);
  CheckPeriod(index.report(), out);
  CheckAreaWords(index.report(), out);
  CheckOrganNames(index.report(), prose, out);
}

}  // namespace gongkai
