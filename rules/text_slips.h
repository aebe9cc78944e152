// The slips of writing, one function a rule; CheckText calls them for every section.
#pragma once

#include "rules/check.h"
#include "rules/section_text.h"

namespace gongkai {

void FindDoubled(const SectionText& prose, Findings& out);
void FindMissingNumbers(const SectionText& prose, Findings& out);
void FindBrokenLists(const SectionText& prose, Findings& out);              // 一是…三是
void FindBrokenParts(const Report& report, Findings& out);            // （一）（三）, 一、三、
void FindMiscountedParts(const Report& report, const SectionText& prose, Findings& out);  // 六部分
void FindLeftovers(const Report& report, const std::vector<SectionText>& prose, Findings& out);

}  // namespace gongkai
