// The one place where a Report is written as JSON and read back. The shape is docs/ and the schema.
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"
#include "model/result.h"
#include "model/texts.h"

namespace gongkai {

// One JSON object, indented by two spaces, with a final line feed; the same report gives the same
// bytes. `language` is that of the findings' messages.
std::string WriteReportJson(const Report& report, Language language);

// Error kBadJson with the place and the reason. Everything that WriteReportJson writes is read back
// (messages aside): the result can be checked again.
Result<Report> ReadReportJson(std::string_view json);

// The JSON Schema (draft-07) of a report.
std::string ReportSchema();

}  // namespace gongkai
