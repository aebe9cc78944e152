// What the checker has to say about a report.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/decimal.h"

namespace gongkai {

enum class Severity { kError, kWarning, kInfo };

// What is to blame, more likely than not.
enum class FindingCause {
  kDocument,
  kReading,  // what the finding rests on was read with doubt
};

// What a person said of a finding.
enum class Verdict {
  kOpen,       // nothing yet
  kConfirmed,  // it is so
  kDismissed,  // it is not, or it is all right as it is: it no longer counts
};

struct Decision {
  Verdict verdict = Verdict::kOpen;
  std::string reason, by, when;  // as the person wrote them; `when` begins with an ISO date
};

struct Finding {
  std::string rule;     // an id of the rule list: "applications.balance"
  std::string message;  // an id of the text catalogue; the text is made when it is written
  std::vector<std::pair<std::string, std::string>> details;  // name and text for {name} in it
  Severity severity = Severity::kError;
  std::vector<std::string> at;        // JSON Pointers into the report, most telling first
  std::optional<Decimal> expected, actual;
  std::vector<std::string> operands;  // JSON Pointers of the numbers that were added up
  FindingCause cause = FindingCause::kDocument;
  std::string because;  // an id of the text catalogue: why that; its details are among `details`
  // The same for the same finding on the same content, 16 hex digits: organ and year, rule, places,
  // numbers and details go in; the language and the severity do not. Filled in by CheckReport.
  std::string fingerprint;
  std::optional<Decision> decision;

  bool counts() const { return !decision || decision->verdict != Verdict::kDismissed; }
};

// A check that could not be made, and why.
struct NotAssessed {
  std::string rule;
  std::string at;      // JSON Pointer
  std::string reason;  // an id of the text catalogue
  std::vector<std::pair<std::string, std::string>> details;
};

}  // namespace gongkai
