#include "rules/catalogue.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace gongkai {
namespace {

constexpr auto kRules = std::to_array<RuleInfo>({
    {"section.missing", Severity::kWarning},
    {"section.empty", Severity::kWarning},
    {"section.order", Severity::kWarning},
    {"section.duplicate", Severity::kWarning},
    {"table.missing", Severity::kError},
    {"table.row_missing", Severity::kError},
    {"table.column_missing", Severity::kError},
    {"table.row_short", Severity::kError},
    {"table.header", Severity::kWarning},
    {"table.form_mismatch", Severity::kWarning},
    {"cell.blank", Severity::kWarning},
    {"cell.placeholder", Severity::kWarning},
    {"cell.not_a_number", Severity::kError},
    {"cell.unreadable", Severity::kError},
    {"cell.unit", Severity::kWarning},
    {"cell.note", Severity::kInfo},
    {"cell.negative", Severity::kError},
    {"cell.low_confidence", Severity::kWarning},
    {"active_disclosure.in_force", Severity::kWarning},
    {"applications.balance", Severity::kError},
    {"applications.outcome_total", Severity::kError},
    {"applications.row_total", Severity::kError},
    {"review.total", Severity::kError},
    {"direct_litigation.total", Severity::kError},
    {"litigation_after_review.total", Severity::kError},
    {"narrative.applications", Severity::kError},
    {"narrative.outcome", Severity::kError},
    {"narrative.normative_documents", Severity::kError},
    {"narrative.licences", Severity::kWarning},
    {"narrative.penalties", Severity::kWarning},
    {"narrative.review", Severity::kError},
    {"narrative.litigation", Severity::kError},
    {"narrative.fees", Severity::kError},
    {"narrative.contradiction", Severity::kWarning},
    {"narrative.percent", Severity::kWarning},
    {"narrative.sum", Severity::kWarning},
    {"identity.year", Severity::kError},
    {"identity.period", Severity::kWarning},
    {"identity.agency", Severity::kWarning},
    {"text.doubled", Severity::kWarning},
    {"text.missing_number", Severity::kWarning},
    {"text.numbering", Severity::kWarning},
    {"text.leftover", Severity::kWarning},
    {"statistics.total", Severity::kError},
    // Between reports (corpus/): found by `gongkai audit`.
    {"series.carry_over", Severity::kError},
    {"series.in_force", Severity::kWarning},
    {"series.missing_year", Severity::kWarning},
    {"series.duplicate", Severity::kError},
    {"series.outlier", Severity::kWarning},
    {"text.boilerplate", Severity::kWarning},
    {"hierarchy.sum", Severity::kError},
});

}  // namespace

std::span<const RuleInfo> RuleCatalogue() { return kRules; }

const RuleInfo* FindRule(std::string_view id) {
  const auto it = std::find_if(kRules.begin(), kRules.end(),
                               [&](const RuleInfo& rule) { return rule.id == id; });
  return it == kRules.end() ? nullptr : &*it;
}

Finding NewFinding(std::string_view rule) {
  const RuleInfo* info = FindRule(rule);
  assert(info != nullptr);
  Finding finding;
  finding.rule = finding.message = rule;
  if (info != nullptr) finding.severity = info->severity;
  return finding;
}

}  // namespace gongkai
