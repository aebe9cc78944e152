// What the tables say on the subject of a claim.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/check.h"
#include "rules/claims.h"

namespace gongkai {

// The rule under which a subject is compared with the tables; empty where none of them has it.
std::string_view RuleOf(Subject subject);

// One way in which a claim may be meant, and the table's number for it: 收到 without and with what
// was carried over.
struct ClaimReading {
  Decimal value;                      // money in 元
  std::vector<std::string> pointers;  // of the cells that it adds up
};

struct ClaimReadings {
  std::vector<ClaimReading> readings;  // the plainest first; not empty
  bool blank_is_zero = false;  // rests on cells left blank, in a table that never writes 0
};

// Nothing where a cell that any of the readings needs is missing, blank, no number or doubtful.
std::optional<ClaimReadings> ReadTables(const ReportIndex& index, const Claim& claim);

}  // namespace gongkai
