// carried_forward of a year is carried_over of the next, column by column (FORMS.md section 7). A blank is
// taken as 0 where it is opposite a 0; opposite another number it is a doubt, not a break.
#include <algorithm>
#include <array>

#include "corpus/audit_checks.h"
#include "corpus/audit_pairs.h"
#include "corpus/restated.h"

namespace gongkai {
namespace {

constexpr std::string_view kForward = "/applications/carried_forward/";
constexpr std::string_view kOver = "/applications/carried_over/";
constexpr auto kColumns = std::to_array<std::string_view>(
    {"natural_person", "business", "research", "public_welfare", "legal_service", "other", "total"});

struct Broken {
  std::string column;
  bool certain = false;  // both numbers are there, and surely read
};

std::vector<Broken> BrokenColumns(const AuditReport& before, const AuditReport& after) {
  std::vector<Broken> broken;
  for (const std::string_view column : kColumns) {
    const AuditCell* forward = before.Find(std::string(kForward) + std::string(column));
    const AuditCell* over = after.Find(std::string(kOver) + std::string(column));
    if (forward == nullptr || over == nullptr) continue;
    if (forward->value.value_or(Decimal()) == over->value.value_or(Decimal())) continue;
    broken.push_back({std::string(column), forward->IsCertain() && over->IsCertain()});
  }
  // Certain ones first: they are what the finding is about.
  std::stable_partition(broken.begin(), broken.end(), [](const Broken& b) { return b.certain; });
  return broken;
}

AuditFinding CarryOverFinding(const OrganSeries& organ, const YearPair& pair,
                              const std::vector<Broken>& broken) {
  AuditFinding finding =
      NewAuditFinding("series.carry_over", organ, {pair.before->year, pair.after->year});
  for (const Broken& column : broken) {
    finding.at.push_back(PlaceOf(*pair.after, std::string(kOver) + column.column));
    finding.at.push_back(PlaceOf(*pair.before, std::string(kForward) + column.column));
  }
  finding.expected = finding.at[1].cell->value;
  finding.actual = finding.at[0].cell->value;
  AddPlaceDetail(finding, "later", finding.at[0]);
  AddPlaceDetail(finding, "earlier", finding.at[1]);
  finding.details.emplace_back("columns", std::to_string(broken.size()));
  finding.details.emplace_back("expected", finding.at[1].cell->raw);
  finding.details.emplace_back("actual", finding.at[0].cell->raw);
  return finding;
}

}  // namespace

void CheckCarriedApplications(const OrganSeries& organ, AuditFindings& out) {
  const auto count = [](const AuditReport& before, const AuditReport& after) {
    return BrokenColumns(before, after).size();
  };
  for (const YearPair& pair : SuccessiveReports(organ, count)) {
    if (!pair.IsAdjacent()) continue;
    const auto broken = BrokenColumns(*pair.before, *pair.after);
    if (broken.empty()) continue;
    AuditFinding finding = CarryOverFinding(organ, pair, broken);
    const std::string reason = RestatementIn(*pair.after);
    if (!reason.empty()) {
      finding.message = "series.carry_over.restated";
      finding.severity = Severity::kInfo;
      finding.passage = reason;
      finding.details.emplace_back("reason", reason);
    } else if (!broken.front().certain) {
      finding.message = "series.carry_over.doubtful";
      finding.severity = Severity::kWarning;
    }
    out.found.push_back(std::move(finding));
  }
}

}  // namespace gongkai
