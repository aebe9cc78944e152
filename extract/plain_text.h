// Plain text and Markdown: paragraphs, and tables linearised by tabs, by bars or one cell a line.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/result.h"

namespace gongkai {

// REQUIRES: utf8 is valid UTF-8. Errors: kEmpty, kTooLarge.
Result<Document> ReadPlainText(std::string_view utf8, bool markdown);

}  // namespace gongkai
