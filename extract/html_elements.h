// The elements of HTML by what they mean to a reader: a table of data for CleanMarkup.
#pragma once

#include <string_view>

namespace gongkai {

enum class ElementKind : char {
  kInline,   // written as span; also every name that is not in the table
  kBlock,    // closes an open p
  kItem,     // a block that closes an open one of its own group: li, dt and dd
  kHeading,  // a block that stands in no other heading
  kTable,
  kRowGroup,  // inside table: caption, thead, tbody, tfoot
  kRow,
  kCell,
  kVoid,         // written, has no content
  kSkipped,      // left out together with its content
  kTransparent,  // left out, its content is kept
  kTitle,        // its content is text
};

struct Element {
  std::string_view name;
  ElementKind kind;
};

// {"span", kInline} for every name without a row of its own.
Element FindElement(std::string_view name);

}  // namespace gongkai
