#include "rules/decisions.h"

#include <algorithm>

#include "normalize/report_json_node.h"

namespace gongkai {
namespace {

bool IsFingerprint(std::string_view text) {
  return text.size() == 16 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  });
}

// 2026-11-26, and whatever a clock adds to it.
bool BeginsWithDate(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() < kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return false;
  }
  return true;
}

std::string StringOrNothing(const Node& node, std::string_view key) {
  return node.Has(key) ? node.Get(key).StringOrNull() : std::string();
}

// A verdict that someone has to answer for says who gave it, when, and, if it takes a finding away,
// why.
void CheckVerdict(const Node& node, const Decision& decision) {
  if (decision.verdict == Verdict::kOpen) return;
  if (decision.by.empty()) node.Refuse("a verdict needs \"by\", who gave it");
  if (!BeginsWithDate(decision.when)) node.Refuse("a verdict needs \"when\", such as 2026-01-31");
  if (decision.verdict == Verdict::kDismissed && decision.reason.empty()) {
    node.Refuse("a dismissed finding needs a \"reason\"");
  }
}

DecisionEntry ReadEntry(const Node& node) {
  node.Object({"fingerprint", "agency", "year", "rule", "message", "verdict", "reason", "by", "when"});
  DecisionEntry entry;
  entry.fingerprint = node.Get("fingerprint").String();
  if (!IsFingerprint(entry.fingerprint)) {
    node.Get("fingerprint").Refuse("expected 16 digits of 0-9 and a-f");
  }
  entry.agency = StringOrNothing(node, "agency");
  if (node.Has("year") && !node.Get("year").IsNull()) {
    entry.year = std::to_string(node.Get("year").Int(1, 9999));
  }
  entry.rule = StringOrNothing(node, "rule");
  entry.decision.verdict = node.Get("verdict").Name(kVerdictNames);
  entry.decision.reason = StringOrNothing(node, "reason");
  entry.decision.by = StringOrNothing(node, "by");
  entry.decision.when = StringOrNothing(node, "when");
  CheckVerdict(node, entry.decision);
  return entry;
}

bool IsOf(const DecisionEntry& entry, const Report& report) {
  const std::string year = report.year ? std::to_string(*report.year) : "";
  return (entry.agency.empty() || entry.agency == report.agency.value) &&
         (entry.year.empty() || entry.year == year);
}

}  // namespace

Result<std::vector<DecisionEntry>> ReadDecisions(std::string_view json) {
  const Result<JsonValue> parsed = ParseJson(json);
  if (!parsed.ok()) return Error{ErrorCode::kBadDecisions, "", parsed.error().detail, 0};
  Reader reader;
  const Node root(reader, parsed.value(), "");
  root.Object({"schema", "decisions"});
  if (root.Get("schema").String() != "gongkai.decisions/1") {
    root.Get("schema").Refuse("expected \"gongkai.decisions/1\"");
  }
  auto entries = ReadList<DecisionEntry>(root.Get("decisions"), ReadEntry);
  if (!reader.fault.empty()) return Error{ErrorCode::kBadDecisions, "", reader.fault, 0};
  return entries;
}

Decisions::Decisions(std::vector<DecisionEntry> entries)
    : entries_(std::move(entries)), seen_(entries_.size()) {}

void Decisions::Apply(Report& report) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const DecisionEntry& entry = entries_[i];
    if (IsOf(entry, report)) seen_[i].report = true;
    for (Finding& finding : report.findings) {
      if (finding.fingerprint != entry.fingerprint) continue;
      seen_[i].finding = true;
      finding.decision = entry.decision;
    }
  }
}

std::vector<const DecisionEntry*> Decisions::Gone() const {
  std::vector<const DecisionEntry*> gone;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (seen_[i].report && !seen_[i].finding) gone.push_back(&entries_[i]);
  }
  return gone;
}

}  // namespace gongkai
