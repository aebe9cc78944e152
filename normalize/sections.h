// The sections of a report with their text and parts.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/report.h"
#include "normalize/headings_plan.h"
#include "normalize/title.h"

namespace gongkai {

// In the document's order; a section that comes twice is there twice. used[i]: block i belongs to a
// table of numbers and is no prose. Grids are left out of the text, used or not. The preamble is
// there only if it has text; text without any heading is preamble and overview by what it says.
std::vector<Section> FindSections(const Document& document, const std::vector<bool>& used,
                                  const HeadingPlan& plan, const TitleChoice& title);

}  // namespace gongkai
