// What stands on a page and belongs to no document: page numbers, running headers and footers.
#pragma once

#include <string_view>
#include <vector>

#include "extract/lines.h"

namespace gongkai {

// The lines of one page outside its grids, and the page's size in points.
struct PageLines {
  std::vector<Line> lines;  // from top to bottom
  double width = 0, height = 0;
};

// For each page and each of its lines: is it furniture? Looks at the outermost lines of the top
// and bottom margins only: page numbers, and text that stands at the same place on several pages,
// its numbers aside. On a scan the page's number may have been misread: then the place where other
// pages have theirs tells it. One long picture of several pages has numbers inside of it, too.
std::vector<std::vector<bool>> FindFurniture(const std::vector<PageLines>& pages);

// "- 3 -", "3", "3/5", "第3页 共5页", "Page 3 of 5" and the like: nothing but a page number.
bool IsPageNumber(std::string_view text);

}  // namespace gongkai
