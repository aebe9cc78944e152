// The charts of the index, as SVG in the page: their widths are percentages, so that letters keep
// their size on a phone.
#pragma once

#include <functional>
#include <string>

#include "cli/audit_html_book.h"
#include "corpus/html_page.h"

namespace gongkai {

// A bar a rule, the longest first, parted by severity. `link`: where a rule's findings are.
void WriteRuleChart(const AuditBook& book,
                    const std::function<std::string(const std::string&)>& link, HtmlWriter& out);

// The organs with the most errors and warnings: a field a year, the darker the more there are.
void WriteOrganChart(const AuditBook& book, HtmlWriter& out);

}  // namespace gongkai
