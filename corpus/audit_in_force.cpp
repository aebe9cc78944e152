// Documents in force: last year's, and those issued, and not those repealed. In real series this held in
// three of six pairs (FORMS.md section 7): documents lapse, are taken over or counted anew. So a plain
// difference is only told (info); what cannot be is a warning.
#include <algorithm>
#include <array>

#include "corpus/audit_checks.h"
#include "corpus/audit_pairs.h"

namespace gongkai {
namespace {

// The columns of a form: what there is after a year, what came and what went in it.
struct Stock {
  std::string_view row, now, came, went;  // went: empty where the form does not count it
};
constexpr auto kStocks = std::to_array<Stock>({
    {"/active_disclosure/regulations/", "in_force", "issued", "repealed"},
    {"/active_disclosure/normative_documents/", "in_force", "issued", "repealed"},
    {"/active_disclosure/regulations/", "public_total", "published", ""},
    {"/active_disclosure/normative_documents/", "public_total", "published", ""},
});

// More than three times what it should be, of ten documents at least, is no matter of counting anew: the
// largest honest change seen between real years was a half.
constexpr std::int64_t kJump = 3, kJumpFrom = 10;

std::string At(const Stock& stock, std::string_view column) {
  return std::string(stock.row) + std::string(column);
}

std::optional<Decimal> ExpectedStock(const Stock& stock, const YearPair& pair) {
  const auto past = pair.before->Value(At(stock, stock.now));
  const auto came = pair.after->Value(At(stock, stock.came));
  const auto went = stock.went.empty() ? Decimal() : pair.after->Value(At(stock, stock.went));
  if (!past || !came || !went) return std::nullopt;
  const auto sum = past->Plus(*came);
  return sum ? sum->Minus(*went) : std::nullopt;
}

bool CannotBe(const Decimal& expected, const Decimal& now) {
  if (expected < Decimal()) return true;
  const auto base = std::max(expected.digits(), kJumpFrom);  // counts: no decimals
  return now > Decimal(kJump * base);
}

void CheckStock(const OrganSeries& organ, const Stock& stock, const YearPair& pair,
                AuditFindings& out) {
  const std::string pointer = At(stock, stock.now);
  const auto expected = ExpectedStock(stock, pair);
  const auto now = pair.after->Value(pointer);
  if (!expected || !now || *expected == *now || !expected->IsInteger()) return;
  AuditFinding finding =
      NewAuditFinding("series.in_force", organ, {pair.before->year, pair.after->year});
  if (CannotBe(*expected, *now)) {
    finding.message = *expected < Decimal() ? "series.in_force.negative" : "series.in_force.jump";
  } else {
    finding.severity = Severity::kInfo;
  }
  finding.at = {PlaceOf(*pair.after, pointer), PlaceOf(*pair.before, pointer),
                PlaceOf(*pair.after, At(stock, stock.came))};
  if (!stock.went.empty()) finding.at.push_back(PlaceOf(*pair.after, At(stock, stock.went)));
  finding.expected = expected;
  finding.actual = now;
  AddPlaceDetail(finding, "later", finding.at[0]);
  AddPlaceDetail(finding, "earlier", finding.at[1]);
  finding.details.emplace_back("past", finding.at[1].cell->raw);
  finding.details.emplace_back("came", finding.at[2].cell->raw);
  finding.details.emplace_back("went", stock.went.empty() ? "0" : finding.at[3].cell->raw);
  finding.details.emplace_back("expected", expected->ToString());
  finding.details.emplace_back("actual", finding.at[0].cell->raw);
  out.found.push_back(std::move(finding));
}

}  // namespace

void CheckInForce(const OrganSeries& organ, AuditFindings& out) {
  for (const Stock& stock : kStocks) {
    const auto count = [&](const AuditReport& before, const AuditReport& after) -> std::size_t {
      const auto expected = ExpectedStock(stock, {&before, &after});
      return expected && after.Value(At(stock, stock.now)) != expected ? 1 : 0;
    };
    for (const YearPair& pair : SuccessiveReports(organ, count)) {
      if (pair.IsAdjacent()) CheckStock(organ, stock, pair, out);
    }
  }
}

}  // namespace gongkai
