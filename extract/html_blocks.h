// A page's blocks in reading order, each with what tells the report from the rest of the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/html_tree.h"
#include "model/document.h"

namespace gongkai {

struct HtmlBlock {
  Block block;
  int node = 0;        // its first text, or its table
  int chars = 0;       // code points that are no space
  int link_chars = 0;  // of them inside links
};

// Everything that a browser shows. Tables that lay out a page become the blocks of their cells,
// tables of data become grids.
std::vector<HtmlBlock> FindHtmlBlocks(const HtmlTree& tree);

// White space as a page shows it: runs become one space, none at the ends, none for a line break
// of the source between two wide characters; characters without width are left out.
std::string CollapseSpaces(std::string_view text);

// 一、 or （一） or 十二．at the start of a line.
bool StartsWithHanNumber(std::string_view text);

}  // namespace gongkai
