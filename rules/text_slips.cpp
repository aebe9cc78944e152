#include "rules/text_slips.h"

namespace gongkai {

void CheckText(const ReportIndex& index, Findings& out) {
  const Report& report = index.report();
  const std::vector<SectionText> prose = ReadSectionTexts(report);
  for (const SectionText& text : prose) {
    FindDoubled(text, out);
    FindMissingNumbers(text, out);
    FindBrokenLists(text, out);
    FindMiscountedParts(report, text, out);
  }
  FindBrokenParts(report, out);
  FindLeftovers(report, prose, out);
}

}  // namespace gongkai
