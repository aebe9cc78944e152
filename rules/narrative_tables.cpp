// A number of the narrative against the table that has it. Several readings of the text are all
// right; only what none of them fits is a finding, and it is an error only where there is but one.
#include <algorithm>
#include <cstdlib>

#include "rules/catalogue.h"
#include "rules/claim_checks.h"
#include "rules/claim_tables.h"
#include "rules/places.h"

namespace gongkai {
namespace {

// The printed decimals of 元 of an amount in 万元.
int PlacesOfAmount(const ReportIndex& index, const ClaimReading& reading) {
  constexpr int kMyriad = 4;
  const Reading* cell = index.Value(reading.pointers.front());
  return (cell && cell->value ? cell->value->scale() : 0) - kMyriad;
}

bool Fits(const ReportIndex& index, const Claim& claim, const ClaimReading& reading) {
  if (claim.number.kind != UnitKind::kMoney) return claim.number.value == reading.value;
  const Decimal zero(0);
  if (claim.negation || reading.value == zero) return claim.number.value == reading.value;
  return AreEqual(claim.number.value, claim.number.places, reading.value,
                  PlacesOfAmount(index, reading));
}

// 251000元 in the text and 251000 in a column of 万元.
bool IsUnitMistake(const Claim& claim, const ClaimReading& reading) {
  constexpr int kMyriad = 4;
  if (claim.number.kind != UnitKind::kMoney || claim.number.value == Decimal(0)) return false;
  return claim.number.value.TimesPowerOfTen(kMyriad) == reading.value;
}

bool IsAllDone(const Claim& claim) { return claim.subjects.front() == Subject::kLeftOver; }

// Where the text itself says what was carried over, that is its own contradiction.
bool SaysLeftOver(const Narrative& narrative) {
  return std::any_of(narrative.claims.begin(), narrative.claims.end(), [](const Claim& claim) {
    return claim.subjects.front() == Subject::kCarriedForward;
  });
}

std::vector<Decimal> Distinct(const ClaimReadings& table) {
  std::vector<Decimal> values;
  for (const ClaimReading& reading : table.readings) {
    if (std::find(values.begin(), values.end(), reading.value) == values.end()) {
      values.push_back(reading.value);
    }
  }
  return values;
}

// The number as the table has it: 万元 for money.
Decimal AsPrinted(const Claim& claim, const Decimal& value) {
  constexpr int kMyriad = 4;
  return claim.number.kind == UnitKind::kMoney ? value.TimesPowerOfTen(-kMyriad).value_or(value)
                                               : value;
}

// A sum is named by its rows.
Wording PlacesOf(const ClaimReading& reading) {
  if (reading.pointers.size() == 1) return PlaceName(reading.pointers.front());
  std::vector<std::string> rows;
  for (const std::string& pointer : reading.pointers) {
    const std::string row = pointer.substr(0, pointer.rfind('/'));
    if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
  }
  Wording places = PlaceList(rows);
  places.zh += "的合计";
  places.en = "the sum of " + places.en;
  return places;
}

std::string ActualOf(const Narrative& narrative, const Claim& claim) {
  return Quote(narrative.sections[claim.section], claim.number.span);
}

Finding MakeFinding(const Narrative& narrative, const Claim& claim, const ClaimReadings& table) {
  const ClaimReading& first = table.readings.front();
  Finding finding = NewFinding(RuleOf(claim.subjects.front()));
  const auto values = Distinct(table);
  std::string expected, expected_en;
  for (const Decimal& value : values) {
    expected += (expected.empty() ? "" : "或") + AsPrinted(claim, value).ToString();
    expected_en += (expected_en.empty() ? "" : " or ") + AsPrinted(claim, value).ToString();
  }
  finding.message = IsUnitMistake(claim, first) ? "narrative.table.unit"
                    : IsAllDone(claim)          ? "narrative.table.all_done"
                    : claim.negation            ? "narrative.table.none"
                                                : "narrative.table";
  finding.at = first.pointers;
  finding.at.push_back(PointerOf(claim));
  finding.expected = AsPrinted(claim, first.value);
  finding.actual = AsPrinted(claim, claim.number.value);
  AddDetail(finding.details, "place", PlacesOf(first));
  AddDetail(finding.details, "expected", {expected, expected_en});
  finding.details.emplace_back("actual", claim.negation ? "0" : ActualOf(narrative, claim));
  finding.details.emplace_back("quote", QuoteOf(narrative, claim));
  return finding;
}

// One certain reading on both sides?
bool IsPlain(const ReportIndex& index, const Claim& claim, const ClaimReadings& table) {
  return Distinct(table).size() == 1 && !claim.level && !table.blank_is_zero && !IsAllDone(claim) &&
         index.report().source.origin == Origin::kText;
}

// 收到23件，上年结转3件, where 20 were received: counted in, as it should not be, or a mistake.
bool FitsTogether(const ReportIndex& index, Claim claim) {
  if (!claim.apart) return false;
  claim.apart = false;
  const auto table = ReadTables(index, claim);
  return table && std::any_of(table->readings.begin(), table->readings.end(),
                              [&](const ClaimReading& r) { return Fits(index, claim, r); });
}

}  // namespace

void CompareWithTables(const ReportIndex& index, const Narrative& narrative, Findings& out) {
  const bool says_left_over = SaysLeftOver(narrative);
  for (const Claim& claim : narrative.claims) {
    if (!claim.number.exact || (IsAllDone(claim) && says_left_over)) continue;
    const auto table = ReadTables(index, claim);
    if (!table) continue;
    const bool fits = std::any_of(
        table->readings.begin(), table->readings.end(),
        [&](const ClaimReading& reading) { return Fits(index, claim, reading); });
    if (fits) continue;
    Finding finding = MakeFinding(narrative, claim, *table);
    if (!IsPlain(index, claim, *table) || FitsTogether(index, claim)) {
      finding.severity = Severity::kWarning;
    }
    out.found.push_back(std::move(finding));
  }
}

std::string PointerOf(const Claim& claim) {
  return "/sections/" + std::to_string(claim.section) + "/text";
}

std::string QuoteOf(const Narrative& narrative, const Claim& claim) {
  return Quote(narrative.sections[claim.section], claim.quote);
}

bool AreEqual(const Decimal& a, int places_a, const Decimal& b, int places_b) {
  const int places = std::min(places_a, places_b);
  const auto difference = a > b ? a.Minus(b) : b.Minus(a);
  const auto unit = Decimal(1).TimesPowerOfTen(-places);
  // Writers round, and some cut off: less than one unit of the last place is no difference.
  return a == b || (difference && unit && places < std::max(places_a, places_b) &&
                    *difference < *unit);
}

void CheckNarrativeClaims(const ReportIndex& index, Findings& out) {
  const Narrative narrative = ReadNarrative(index.report());
  CompareWithTables(index, narrative, out);
  CompareClaims(index, narrative, out);
  CheckPercentages(narrative, out);
}

}  // namespace gongkai
