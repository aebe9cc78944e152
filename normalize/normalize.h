// The entry of normalize/: a Document becomes a Report.
#pragma once

#include "model/document.h"
#include "model/report.h"

namespace gongkai {

// Fills everything but source.name, source.sha256, source.bytes, findings and not_assessed.
Report Normalize(const Document& document);

// Does anything in the document belong to this subject at all: a title, a section, a table, or the
// words 政府信息 or 信息公开?
bool LooksLikeReport(const Document& document, const Report& report);

}  // namespace gongkai
