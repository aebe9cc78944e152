// Which lines of a document open its sections.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "normalize/headings.h"

namespace gongkai {

// A paragraph of the document; grids have none.
struct HeadingLine {
  std::size_t block = 0;
  const Paragraph* paragraph = nullptr;  // lives as long as the document
  CompactText text;
  // Belongs to a table of numbers, is a rest of one (short, between two tables), or stands in the
  // table of contents.
  bool used = false;
};

struct PlacedHeading {
  std::size_t line = 0;   // index into the lines
  std::size_t begin = 0;  // where its number or first word stands in the compact text
  Heading heading;
  std::string_view key;  // of FORMS.md section 2 or 6, or "unknown"
};

struct HeadingPlan {
  std::vector<HeadingLine> lines;
  std::vector<PlacedHeading> headings;     // in the document's order
  NumberStyle level = NumberStyle::kNone;  // how the sections are numbered
};

// used[i]: block i belongs to a table of numbers. A heading that the table's finder has taken along
// is still seen where its words are certain. The document must outlive the plan.
HeadingPlan PlanHeadings(const Document& document, const std::vector<bool>& used);

}  // namespace gongkai
