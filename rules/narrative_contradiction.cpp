// Two sentences of one report that say different numbers for the same thing.
#include <algorithm>
#include <set>

#include "rules/catalogue.h"
#include "rules/claim_checks.h"
#include "rules/claim_tables.h"

namespace gongkai {
namespace {

// Do both speak of one thing, counted in one way? 收到 may be said with what was carried over; 办理
// and 答复 are counted in too many ways.
bool AreComparable(const Claim& a, const Claim& b) {
  const auto says = [](const Claim& claim, Subject subject) {
    return claim.subjects.front() == subject;
  };
  if (says(a, Subject::kLeftOver) && says(b, Subject::kCarriedForward)) return true;
  if (says(a, Subject::kCarriedForward) && says(b, Subject::kLeftOver)) return true;
  if (a.subjects != b.subjects || a.row != b.row || a.applicants != b.applicants) return false;
  if (a.apart != b.apart) return false;
  const Subject subject = a.subjects.front();
  if (subject == Subject::kHandled || subject == Subject::kAnswered) return false;
  if (subject == Subject::kLitigation) return false;  // both kinds together, or one of them
  return subject != Subject::kActivelyPublished || a.number.unit == b.number.unit;
}

bool Agree(const Claim& a, const Claim& b) {
  if (a.number.kind == UnitKind::kMoney && !a.negation && !b.negation) {
    return AreEqual(a.number.value, a.number.places, b.number.value, b.number.places);
  }
  return a.number.value == b.number.value;
}

// Numbers of what was carried over: two numbers of what was received may differ by one of them.
std::set<Decimal> FindCarriedOver(const ReportIndex& index, const Narrative& narrative) {
  std::set<Decimal> carried;
  const Reading* table = index.Value("/applications/carried_over/total");
  if (table != nullptr && table->value) carried.insert(*table->value);
  for (const Claim& claim : narrative.claims) {
    if (claim.subjects.front() == Subject::kCarriedOver) carried.insert(claim.number.value);
  }
  return carried;
}

bool DifferByCarriedOver(const Claim& a, const Claim& b, const std::set<Decimal>& carried) {
  if (a.subjects.front() != Subject::kReceived) return false;
  const auto& low = std::min(a.number.value, b.number.value);
  const auto difference = std::max(a.number.value, b.number.value).Minus(low);
  return difference && carried.contains(*difference);
}

Finding MakeFinding(const Narrative& narrative, const Claim& a, const Claim& b) {
  Finding finding = NewFinding("narrative.contradiction");
  finding.at = {PointerOf(a)};
  if (PointerOf(b) != PointerOf(a)) finding.at.push_back(PointerOf(b));
  finding.expected = a.number.value;
  finding.actual = b.number.value;
  finding.details = {{"one", QuoteOf(narrative, a)}, {"other", QuoteOf(narrative, b)}};
  return finding;
}

}  // namespace

void CompareClaims(const ReportIndex& index, const Narrative& narrative, Findings& out) {
  const auto& claims = narrative.claims;
  const auto carried = FindCarriedOver(index, narrative);
  std::vector<bool> told(claims.size(), false);  // one finding a subject
  // A text of any length: each claim is compared with the first one of its kind.
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (told[i] || !claims[i].number.exact) continue;
    bool found = false;
    for (std::size_t k = i + 1; k < claims.size(); ++k) {
      if (told[k] || !claims[k].number.exact || !AreComparable(claims[i], claims[k])) continue;
      told[k] = true;
      if (found || Agree(claims[i], claims[k])) continue;
      if (DifferByCarriedOver(claims[i], claims[k], carried)) continue;
      out.found.push_back(MakeFinding(narrative, claims[i], claims[k]));
      found = true;
    }
  }
}

}  // namespace gongkai
