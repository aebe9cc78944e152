// A person's verdicts on findings, which outlast a rerun: docs/decisions.md is their file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "model/result.h"

namespace gongkai {

// A verdict on the finding of a fingerprint. The organ and year say whose report it belongs to, so
// that it can be said to be without its finding; both may be empty.
struct DecisionEntry {
  std::string fingerprint;
  std::string agency;
  std::string year;  // "2023"
  std::string rule;  // for people
  Decision decision;
};

// Error kBadDecisions with the place and the reason; nothing of a faulty file is used.
Result<std::vector<DecisionEntry>> ReadDecisions(std::string_view json);

// Which entries have found their finding. Entries of the same fingerprint: the last one holds.
class Decisions {
 public:
  explicit Decisions(std::vector<DecisionEntry> entries);

  // Marks the report's findings.
  void Apply(Report& report);

  // Those whose finding is gone, in the file's order: their report was there (any report, where they
  // name none) and did not have it.
  std::vector<const DecisionEntry*> Gone() const;

 private:
  struct Seen {
    bool report = false, finding = false;
  };

  std::vector<DecisionEntry> entries_;
  std::vector<Seen> seen_;  // beside entries_
};

}  // namespace gongkai
