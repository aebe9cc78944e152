// The whole way from a file to a checked report.
#pragma once

#include <string>
#include <string_view>

#include "extract/extract.h"
#include "model/report.h"
#include "model/result.h"
#include "rules/rule_set.h"

namespace gongkai {

// Errors of ReadInput, ExtractDocument, and kNotAReport; the file is filled in.
Result<Report> ReadReport(const std::string& path, const ExtractOptions& options,
                          const RuleSet& rules);

// The same of bytes that are there already; errors without the file.
Result<Report> ReadReportBytes(std::string_view bytes, const std::string& name,
                               const ExtractOptions& options, const RuleSet& rules);

// The report that a document is, which was extracted from the bytes of `path`. Error kNotAReport.
Result<Report> ReadDocument(const Document& document, std::string_view bytes,
                            const std::string& path);

// The same as ReadReport, but a file may also be the JSON that `read` wrote: it is checked again.
// Also kBadJson.
Result<Report> ReadReportOrJson(const std::string& path, const ExtractOptions& options,
                                const RuleSet& rules);

}  // namespace gongkai
