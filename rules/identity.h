// The parts of CheckIdentity.
#pragma once

#include <vector>

#include "rules/check.h"
#include "rules/section_text.h"

namespace gongkai {

void CheckYear(const Report& report, const std::vector<SectionText>& prose, Findings& out);
// 全乡 in the report of a 镇.
void CheckAreaWords(const Report& report, Findings& out);
// 我局 in the report of a 镇, and names of other organs where the text says whose report it is.
void CheckOrganNames(const Report& report, const std::vector<SectionText>& prose, Findings& out);

}  // namespace gongkai
