// A list of findings that a person can narrow down.
#pragma once

#include <string>
#include <vector>

#include "cli/audit_html_book.h"
#include "corpus/html_page.h"

namespace gongkai {

// `up`: how the page's folder leads to that of index.html: "" or "../".
void WriteFindingList(const AuditBook& book, const std::vector<std::size_t>& findings,
                      const std::string& up, HtmlWriter& out);

}  // namespace gongkai
