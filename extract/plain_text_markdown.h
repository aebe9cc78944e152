// Markdown's own marks: headings, fences, lists, front matter; bold, links and entities in a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/plain_text_lines.h"

namespace gongkai {

// Takes the marks off the lines and sets heading, literal and the roles of lines that are marks
// only. Returns the titles that the format names: of the front matter, then the first `# `.
std::vector<std::string> ResolveMarkdownLines(std::vector<TextLine>& lines);

// Without bold, links, pictures, <br>, escapes and entities. Other markup is kept. NUL
// characters stand where some marks stood; CleanText drops them. Linear time.
std::string ResolveInlineMarkdown(std::string_view text);

}  // namespace gongkai
