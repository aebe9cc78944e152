// The pages around the reports: the index, further organs, and the findings of one rule.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/audit_html_book.h"

namespace gongkai {

// Each with its name within the folder: "index.html" first.
std::vector<std::pair<std::string, std::string>> WriteIndexPages(const AuditBook& book);

}  // namespace gongkai
