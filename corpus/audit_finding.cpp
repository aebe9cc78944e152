#include "corpus/audit_finding.h"

#include "corpus/sha256.h"
#include "rules/catalogue.h"
#include "rules/places.h"

namespace gongkai {
namespace {

constexpr std::string_view kStatisticsPointer = "/statistics/";
constexpr std::size_t kFingerprintDigits = 16;

// The row that a pointer into the statistics names; nothing for others.
std::optional<std::size_t> IndicatorIndex(std::string_view pointer) {
  if (!pointer.starts_with(kStatisticsPointer)) return std::nullopt;
  pointer.remove_prefix(kStatisticsPointer.size());
  const auto index = Decimal::Parse(pointer.substr(0, pointer.find('/')));
  if (!index || !index->IsInteger() || index->digits() < 0) return std::nullopt;
  return static_cast<std::size_t>(index->digits());
}

Wording WordsOf(const AuditPlace& place) {
  const std::string year = std::to_string(place.year);
  if (place.pointer.empty()) return {year + "年报告", "the report of " + year};
  Wording cell = PlaceName(place.pointer);
  if (!place.label.empty()) {
    const bool sum = place.pointer.ends_with("/cumulative");
    cell = {"统计表“" + place.label + "”" + (sum ? "历年累计" : ""),
            "statistics “" + place.label + "”" + (sum ? ", cumulative" : "")};
  }
  return {year + "年报告" + cell.zh, cell.en + " in " + year};
}

}  // namespace

AuditFinding NewAuditFinding(std::string_view rule, const OrganSeries& organ,
                             std::vector<int> years) {
  AuditFinding finding;
  finding.rule = finding.message = rule;
  finding.severity = FindRule(rule)->severity;
  finding.agency = organ.name;
  finding.years = std::move(years);
  return finding;
}

AuditPlace PlaceOf(const AuditReport& report, std::string_view pointer) {
  AuditPlace place{report.sha256, report.path, report.agency, report.year, std::string(pointer), "", {}};
  if (const AuditCell* cell = report.Find(pointer)) place.cell = *cell;
  const auto index = IndicatorIndex(pointer);
  if (index && *index < report.indicators.size()) place.label = report.indicators[*index].label;
  return place;
}

void AddPlaceDetail(AuditFinding& finding, std::string_view name, const AuditPlace& place) {
  AddDetail(finding.details, name, WordsOf(place));
}

void SetFingerprint(AuditFinding& finding) {
  std::string content = finding.rule + "\n" + finding.agency;
  for (const int year : finding.years) content += "\n" + std::to_string(year);
  for (const AuditPlace& place : finding.at) {
    content += "\n" + place.sha256 + place.pointer;
    if (place.cell) content += "=" + place.cell->raw;
  }
  if (finding.expected) content += "\n" + finding.expected->ToString();
  finding.fingerprint = Sha256Hex(content).substr(0, kFingerprintDigits);
}

}  // namespace gongkai
