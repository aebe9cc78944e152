// Hard-wrapped prose: a text whose every line was cut at the same width.
#pragma once

#include <vector>

#include "extract/plain_text_lines.h"

namespace gongkai {

// Sets joins_next on the prose lines that go on in the next line, where the text as a whole is
// hard-wrapped; in any other text a line is a paragraph, and nothing is set.
// REQUIRES: roles are set.
void JoinWrappedLines(std::vector<TextLine>& lines);

}  // namespace gongkai
