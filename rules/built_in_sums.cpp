// The sums that the form itself demands. `gongkai rules` prints this table.
#include <cassert>

#include "rules/catalogue.h"
#include "rules/sum_rule.h"

namespace gongkai {
namespace {

using Patterns = std::vector<std::string_view>;

struct SumRow {
  std::string_view id;
  Patterns parts, wholes;
  std::string_view when;
  SumRelation relation = SumRelation::kEqual;
  bool parts_may_lack = false;
  std::string_view at = {};
};

std::vector<SumRow> Rows() {
  constexpr auto kEqual = SumRelation::kEqual;
  return {
      // Documents issued this year and not repealed are in force.
      {"active_disclosure.in_force",
       {"/active_disclosure/{row}/issued", "-/active_disclosure/{row}/repealed"},
       {"/active_disclosure/{row}/in_force"},
       "/active_disclosure/{row}/in_force",
       SumRelation::kAtLeast},
      {"applications.balance",
       {"/applications/new_received/{column}", "/applications/carried_over/{column}"},
       {"/applications/outcome/total/{column}", "/applications/carried_forward/{column}"},
       "/applications", kEqual, false,
       "/applications/new_received/{column}"},
      {"applications.outcome_total",
       {"/applications/outcome/**/{column}"},
       {"/applications/outcome/total/{column}"},
       "/applications"},
      {"applications.row_total",
       {"/applications/{row...}/*"},
       {"/applications/{row...}/total"},
       "/applications/{row...}", kEqual, true},
      {"review.total",
       {"/review_litigation/review/*"},
       {"/review_litigation/review/total"},
       "/review_litigation/review", kEqual, true},
      {"direct_litigation.total",
       {"/review_litigation/direct_litigation/*"},
       {"/review_litigation/direct_litigation/total"},
       "/review_litigation/direct_litigation", kEqual, true},
      {"litigation_after_review.total",
       {"/review_litigation/litigation_after_review/*"},
       {"/review_litigation/litigation_after_review/total"},
       "/review_litigation/litigation_after_review", kEqual, true},
  };
}

CellPattern Pattern(std::string_view text) {
  auto parsed = ParseCellPattern(text);
  assert(parsed.ok());
  return parsed.ok() ? std::move(parsed.value()) : CellPattern{};
}

std::vector<SumTerm> Terms(const Patterns& patterns) {
  std::vector<SumTerm> terms;
  for (const std::string_view text : patterns) {
    const bool minus = text.starts_with('-');
    terms.push_back({Pattern(text.substr(minus ? 1 : 0)), minus});
  }
  return terms;
}

}  // namespace

const std::vector<SumRule>& BuiltInSums() {
  static const std::vector<SumRule> kSums = [] {
    std::vector<SumRule> sums;
    for (const SumRow& row : Rows()) {
      SumRule sum{std::string(row.id), NewFinding(row.id).severity, Terms(row.parts),
                  Terms(row.wholes), row.relation, {}, {Pattern(row.when)}, row.parts_may_lack, {}};
      if (!row.at.empty()) sum.at = Pattern(row.at);
      sums.push_back(std::move(sum));
    }
    return sums;
  }();
  return kSums;
}

}  // namespace gongkai
