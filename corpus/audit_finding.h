// What the audit has to say: always about two reports or more, and always with the places in each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/audit_report.h"
#include "model/finding.h"
#include "model/texts.h"

namespace gongkai {

struct AuditPlace {
  std::string sha256, path, agency;
  int year = 0;
  std::string pointer;  // into that report; empty: the report as a whole
  std::string label;    // of a row of the statistics; empty elsewhere
  std::optional<AuditCell> cell;
};

struct AuditFinding {
  std::string rule;     // an id of the rule catalogue
  std::string message;  // an id of the text catalogue
  TextDetails details;
  Severity severity = Severity::kError;
  std::string agency;      // the organ; of hierarchy.sum the one that reports the sums
  std::vector<int> years;  // in their order
  std::vector<AuditPlace> at;  // most telling first
  std::optional<Decimal> expected, actual;  // of the first place
  std::string passage;                      // of copied text: as the later report has it
  std::string fingerprint;  // 16 hex digits: the same for the same finding on the same content
  std::optional<Verdict> verdict;           // what a person said of it, as the archive keeps it
};

// A rule that could not be applied to an organ and year, and why (an id of the text catalogue).
struct AuditGap {
  std::string rule, agency, reason;
  int year = 0;
  TextDetails details;
};

struct AuditFindings {
  std::vector<AuditFinding> found;
  std::vector<AuditGap> not_assessed;
};

// The reports of one organ, by year; several of a year are in the order of their SHA-256.
struct OrganSeries {
  std::string name;
  std::vector<AuditReport> reports;
  std::optional<int> from, to;  // the years of its reports, where they are known from elsewhere
};

// An empty finding of a rule about an organ; its severity is the catalogue's.
AuditFinding NewAuditFinding(std::string_view rule, const OrganSeries& organ,
                             std::vector<int> years);

AuditPlace PlaceOf(const AuditReport& report, std::string_view pointer = "");

// A place in words: 2019年报告表三“…”总计.
void AddPlaceDetail(AuditFinding& finding, std::string_view name, const AuditPlace& place);

// Fills in the fingerprint from rule, organ, years, places and numbers.
void SetFingerprint(AuditFinding& finding);

}  // namespace gongkai
