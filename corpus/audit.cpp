#include "corpus/audit.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/audit_checks.h"
#include "corpus/audit_copies.h"
#include "model/report_names.h"

namespace gongkai {
namespace {

struct Heads {
  std::vector<ReportHead> reports;
  std::size_t unplaced = 0;
};

// In an order that does not depend on that of the import.
Heads ReadHeads(Database& archive) {
  Heads heads;
  Statement head = archive.Prepare(
      "SELECT r.id, r.agency, r.year FROM readings r JOIN documents d ON d.id = r.document "
      "ORDER BY r.agency, r.year, d.sha256");
  while (head.Step()) {
    if (head.IsNull(1) || head.IsNull(2)) {
      ++heads.unplaced;
    } else {
      heads.reports.push_back({head.Integer(0), head.String(1), static_cast<int>(head.Integer(2))});
    }
  }
  return heads;
}

OrganSeries ReadSeries(AuditReader& reader, const Organ& organ) {
  OrganSeries series{organ.name, {}, organ.from, organ.to};
  for (const ReportHead& head : organ.reports) series.reports.push_back(reader.Read(head.reading));
  std::stable_sort(series.reports.begin(), series.reports.end(),
                   [](const AuditReport& a, const AuditReport& b) {
                     return std::tie(a.year, a.sha256) < std::tie(b.year, b.sha256);
                   });
  return series;
}

void CheckSeries(const OrganSeries& series, AuditFindings& out) {
  CheckYears(series, out);
  CheckDuplicates(series, out);
  CheckCarriedApplications(series, out);
  CheckCumulative(series, out);
  CheckInForce(series, out);
  CheckOutliers(series, out);
}

void CheckRegions(AuditReader& reader, const std::vector<Organ>& organs,
                  const std::vector<Region>& regions, AuditFindings& out) {
  for (const Region& region : regions) {
    std::map<std::string, OrganSeries> read;  // one region's organs at a time
    const auto series = [&](const std::string& name) -> const OrganSeries* {
      const auto organ = FindOrgan(organs, name);
      if (!organ) return nullptr;
      const auto known = read.find(name);
      if (known != read.end()) return &known->second;
      return &read.emplace(name, ReadSeries(reader, organs[*organ])).first->second;
    };
    CheckSums(region, regions, series, out);
  }
}

// What the archive keeps of people's verdicts, by fingerprint.
std::map<std::string, Verdict> ReadVerdicts(Database& archive) {
  std::map<std::string, Verdict> verdicts;
  Statement row = archive.Prepare("SELECT fingerprint, verdict FROM decisions");
  while (row.Step()) {
    if (const auto verdict = ParseName(kVerdictNames, row.TextView(1))) {
      verdicts.emplace(row.String(0), *verdict);
    }
  }
  return verdicts;
}

void Finish(Database& archive, std::vector<AuditFinding>& findings) {
  const auto verdicts = ReadVerdicts(archive);
  for (AuditFinding& finding : findings) {
    SetFingerprint(finding);
    const auto verdict = verdicts.find(finding.fingerprint);
    if (verdict != verdicts.end()) finding.verdict = verdict->second;
  }
  std::stable_sort(findings.begin(), findings.end(), [](const AuditFinding& a, const AuditFinding& b) {
    return std::tie(a.agency, a.years, a.rule) < std::tie(b.agency, b.years, b.rule);
  });
}

}  // namespace

Result<AuditResult> Audit(Database& archive, const AuditOptions& options) {
  AuditResult result;
  const Heads heads = ReadHeads(archive);
  result.reports = heads.reports.size() + heads.unplaced;
  result.unplaced = heads.unplaced;
  result.organs = GroupOrgans(heads.reports, options.aliases, options.regions);

  AuditFindings findings;
  AuditReader reader(archive);
  for (const Organ& organ : result.organs) CheckSeries(ReadSeries(reader, organ), findings);
  CheckRegions(reader, result.organs, options.regions, findings);
  CheckCopies(reader, result.organs, options.threads, findings);
  if (archive.fault()) return *archive.fault();

  Finish(archive, findings.found);
  result.findings = std::move(findings.found);
  result.not_assessed = std::move(findings.not_assessed);
  return result;
}

}  // namespace gongkai
