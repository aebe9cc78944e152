// The parts （一） … of a section.
#pragma once

#include <string>
#include <vector>

#include "model/report.h"
#include "normalize/headings_text.h"

namespace gongkai {

// The parts that the paragraphs of one section open, at the begin of a paragraph or behind a
// sentence inside it, as long as they count on from 一. Where none is numbered （一）, those numbered
// 1、 are the parts. A part's text goes on to the next part.
std::vector<Part> FindParts(const std::vector<CompactText>& paragraphs);

// Does the paragraph open with the number of a first part: （一）?
bool OpensFirstPart(const CompactText& paragraph);

}  // namespace gongkai
