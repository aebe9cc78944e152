// The entry of normalize/: a Document becomes a Report.
#pragma once

#include "model/document.h"
#include "model/report.h"

namespace gongkai {

// Fills everything but source.name, source.sha256, source.bytes, findings and not_assessed.
Report Normalize(const Document& document);

// Does anything in it belong to an annual report: a title, a section's heading or a table?
bool LooksLikeReport(const Report& report);

}  // namespace gongkai
