// From a document to JSON and back: what is written must be read back to the same bytes, checked
// again with the same result, and every value must have its evidence.
#pragma once

#include <string>

#include "fuzz/fuzz.h"
#include "model/unicode.h"
#include "normalize/normalize.h"
#include "normalize/report_json.h"
#include "rules/rules.h"

namespace gongkai {

inline void GoTheWholeWay(const Document& document) {
  Report report = Normalize(document);
  CheckReport(report);
  const std::string json = WriteReportJson(report, Language::kZh);
  Require(IsValidUtf8(json));
  auto again = ReadReportJson(json);
  Require(again.ok());
  CheckReport(again.value());
  Require(WriteReportJson(again.value(), Language::kZh) == json);
}

}  // namespace gongkai
