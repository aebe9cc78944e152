// 历年累计 of a year is that of the year before and this year's number together, and never falls (FORMS.md
// section 7). Rows of two reports are the same where their labels are, in the order in which they stand;
// between two such, rows are taken for the same where both reports have as many.
#include <algorithm>

#include "corpus/audit_checks.h"
#include "corpus/audit_pairs.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

struct RowPair {
  std::size_t before, after;
};

// 其中：1、政府网站公开数 and 1.政府网站公开数 are the same row.
std::string LabelKey(const std::string& label) {
  std::u32string key;
  for (const char32_t c : DecodeUtf8(FoldTight(label))) {
    if (IsHan(c) && c != U'其' && c != U'中') key.push_back(c);
  }
  return EncodeUtf8(key);
}

std::vector<std::string> LabelKeys(const AuditReport& report) {
  std::vector<std::string> keys;
  for (const AuditIndicator& row : report.indicators) keys.push_back(LabelKey(row.label));
  return keys;
}

// A longest common subsequence of labels, by the textbook table: statistics have some sixty rows.
std::vector<RowPair> EqualRows(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<int>> longest(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1
                                   : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  std::vector<RowPair> rows;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      rows.push_back({i++, j++});
    } else if (longest[i + 1][j] >= longest[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return rows;
}

std::vector<RowPair> SameRows(const AuditReport& before, const AuditReport& after) {
  const auto a = LabelKeys(before), b = LabelKeys(after);
  auto anchors = EqualRows(a, b);
  std::vector<RowPair> rows;
  std::size_t i = 0, j = 0;
  anchors.push_back({a.size(), b.size()});
  for (const RowPair& anchor : anchors) {
    if (anchor.before - i == anchor.after - j && !rows.empty() && anchor.before < a.size()) {
      for (; i < anchor.before; ++i, ++j) rows.push_back({i, j});
    }
    if (anchor.before < a.size()) rows.push_back(anchor);
    i = anchor.before + 1;
    j = anchor.after + 1;
  }
  return rows;
}

std::string At(std::size_t row, const char* field) {
  return "/statistics/" + std::to_string(row) + "/" + field;
}

struct BrokenSum {
  std::string before, after, value;  // pointers
  Decimal expected;
  bool falls = false;    // below what it was, whatever came in between
  bool certain = false;
};

std::optional<BrokenSum> BrokenAt(const YearPair& pair, const RowPair& row) {
  const std::string before = At(row.before, "cumulative"), after = At(row.after, "cumulative");
  const std::string value = At(row.after, "value");
  const AuditCell* past = pair.before->Find(before);
  const AuditCell* now = pair.after->Find(after);
  const AuditCell* added = pair.after->Find(value);
  const auto is_number = [](const AuditCell* cell) { return cell != nullptr && cell->value; };
  if (!is_number(past) || !is_number(now) || !is_number(added)) return std::nullopt;
  const auto expected = past->value->Plus(*added->value);
  if (!expected) return std::nullopt;
  // Years that are missing in between may have added to it.
  const bool broken = pair.IsAdjacent() ? *now->value != *expected : *now->value < *expected;
  if (!broken) return std::nullopt;
  return BrokenSum{before, after, value, *expected, *now->value < *past->value,
                   past->IsCertain() && now->IsCertain() && added->IsCertain()};
}

std::vector<BrokenSum> BrokenSums(const AuditReport& before, const AuditReport& after) {
  std::vector<BrokenSum> broken;
  const YearPair pair{&before, &after};
  for (const RowPair& row : SameRows(before, after)) {
    if (auto sum = BrokenAt(pair, row)) broken.push_back(std::move(*sum));
  }
  std::stable_partition(broken.begin(), broken.end(), [](const BrokenSum& b) { return b.certain; });
  return broken;
}

}  // namespace

void CheckCumulative(const OrganSeries& organ, AuditFindings& out) {
  const auto count = [](const AuditReport& before, const AuditReport& after) {
    return BrokenSums(before, after).size();
  };
  for (const YearPair& pair : SuccessiveReports(organ, count)) {
    const auto broken = BrokenSums(*pair.before, *pair.after);
    if (broken.empty()) continue;
    const BrokenSum& first = broken.front();
    AuditFinding finding =
        NewAuditFinding("series.carry_over", organ, {pair.before->year, pair.after->year});
    finding.message = first.falls ? "series.carry_over.falls" : "series.carry_over.cumulative";
    if (!first.certain) finding.severity = Severity::kWarning;
    for (const BrokenSum& sum : broken) {
      finding.at.push_back(PlaceOf(*pair.after, sum.after));
      finding.at.push_back(PlaceOf(*pair.before, sum.before));
      finding.at.push_back(PlaceOf(*pair.after, sum.value));
    }
    finding.expected = first.expected;
    finding.actual = finding.at[0].cell->value;
    AddPlaceDetail(finding, "later", finding.at[0]);
    AddPlaceDetail(finding, "earlier", finding.at[1]);
    finding.details.emplace_back("rows", std::to_string(broken.size()));
    finding.details.emplace_back("past", finding.at[1].cell->raw);
    finding.details.emplace_back("added", finding.at[2].cell->raw);
    finding.details.emplace_back("expected", first.expected.ToString());
    finding.details.emplace_back("actual", finding.at[0].cell->raw);
    out.found.push_back(std::move(finding));
  }
}

}  // namespace gongkai
