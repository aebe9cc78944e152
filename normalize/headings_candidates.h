// The lines of a document that could open a section, before it is known which do.
#pragma once

#include <vector>

#include "model/document.h"
#include "normalize/headings_plan.h"

namespace gongkai {

struct HeadingCandidate {
  PlacedHeading placed;
  bool same_number_fits_later = false;  // a certain heading with its number follows in this count
  bool same_key_fits_later = false;     // a certain heading with its key follows
};

// The document's paragraphs, with HeadingLine::used set.
std::vector<HeadingLine> MakeLines(const Document& document, const std::vector<bool>& used);

// Lines that a number opens or whose words are certain, and certain numbered headings inside a
// paragraph; in the document's order. What follows later is not filled in.
std::vector<HeadingCandidate> FindHeadingCandidates(const std::vector<HeadingLine>& lines);

inline bool IsStrong(const Heading& heading) { return heading.match.fit == HeadingFit::kStrong; }

// 附件1：某县2012年政府信息公开情况统计表
bool NamesStatistics(const Heading& heading);

}  // namespace gongkai
