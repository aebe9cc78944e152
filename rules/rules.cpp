#include "rules/rules.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/check.h"
#include "rules/places.h"

namespace gongkai {
namespace {

// A family that no rules file adds to.
template <auto kCheck>
void Fixed(const ReportIndex& index, const RuleSet&, Findings& out) {
  kCheck(index, out);
}

constexpr auto kFamilies = std::to_array<void (*)(const ReportIndex&, const RuleSet&, Findings&)>({
    Fixed<CheckStructure>,
    Fixed<CheckCells>,
    CheckArithmetic,
    Fixed<CheckNarrativeClaims>,
    Fixed<CheckNarrativeSum>,
    Fixed<CheckIdentity>,
    Fixed<CheckText>,
    Fixed<CheckStatisticsSums>,
    Fixed<CheckFeeAmount>,
    CheckOwnTexts,
});

// FNV-1a, 64 bits; each text is closed by a byte that no UTF-8 has, so that texts cannot run
// together.
class Fingerprint {
 public:
  void Add(std::string_view text) {
    for (const char c : text) Mix(static_cast<unsigned char>(c));
    Mix(0xFF);
  }
  void Add(const std::optional<Decimal>& number) { Add(number ? number->ToString() : ""); }

  std::string Hex() const {
    std::string hex(16, '0');
    for (std::size_t i = 0; i < hex.size(); ++i) {
      hex[i] = "0123456789abcdef"[(hash_ >> (60 - 4 * i)) & 0xF];
    }
    return hex;
  }

 private:
  void Mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3u; }

  std::uint64_t hash_ = 0xcbf29ce484222325u;
};

std::string FingerprintOf(const Report& report, const Finding& finding) {
  Fingerprint print;
  // Two organs may leave the same cell blank: a decision on the one says nothing of the other.
  print.Add(report.agency.value);
  print.Add(report.year ? std::to_string(*report.year) : "");
  print.Add(finding.rule);
  for (const std::string& at : finding.at) print.Add(at);
  print.Add(finding.expected);
  print.Add(finding.actual);
  for (const auto& [name, text] : finding.details) {
    if (name == "message" || name == "message_en") continue;  // a rules file may reword it
    print.Add(name);
    print.Add(text);
  }
  return print.Hex();
}

int RankOf(const Finding& finding) { return finding.at.empty() ? 0 : PlaceRank(finding.at[0]); }
int RankOf(const NotAssessed& entry) { return PlaceRank(entry.at); }

// Ordered by place; what stands at one place keeps the family's own order.
template <typename Items>
void SortByPlace(Items& items) {
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < items.size(); ++i) order.emplace_back(RankOf(items[i]), i);
  std::sort(order.begin(), order.end());
  Items sorted;
  for (const auto& [rank, i] : order) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

template <typename Items>
void Append(Items& to, Items&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// What a file says of the rules: their severity, or that they are off. Where the reading is in
// doubt a rule says less than it otherwise would; a file that makes it graver leaves it at that.
void Regrade(const RuleSet& rules, Findings& found) {
  const auto change = [&](const std::string& rule) { return rules.severities.find(rule); };
  const auto is_off = [&](const auto& entry) {
    const auto it = change(entry.rule);
    return it != rules.severities.end() && !it->second;
  };
  std::erase_if(found.found, is_off);
  std::erase_if(found.not_assessed, is_off);
  for (Finding& finding : found.found) {
    const auto it = change(finding.rule);
    if (it == rules.severities.end()) continue;
    const bool milder = finding.severity > SeverityOf(rules, finding.rule);
    finding.severity = milder ? std::max(finding.severity, *it->second) : *it->second;
  }
}

}  // namespace

void CheckReport(Report& report, const RuleSet& rules) {
  report.findings.clear();
  report.not_assessed.clear();
  Findings all;
  const ReportIndex index(report);
  for (const auto check : kFamilies) {
    Findings found;
    check(index, rules, found);
    if (!rules.severities.empty()) Regrade(rules, found);
    for (Finding& finding : found.found) SetCause(index, finding);
    SortByPlace(found.found);
    SortByPlace(found.not_assessed);
    Append(all.found, std::move(found.found));
    Append(all.not_assessed, std::move(found.not_assessed));
  }
  for (Finding& finding : all.found) finding.fingerprint = FingerprintOf(report, finding);
  report.findings = std::move(all.found);
  report.not_assessed = std::move(all.not_assessed);
}

}  // namespace gongkai
