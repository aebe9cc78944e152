// Pages of fixed layout become a Document, in small steps that can each be looked at.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/page.h"

namespace gongkai {

// A grid on one page, with the box it fills there. Its cells' places carry the page.
struct PlacedGrid {
  Grid grid;
  Box box;
  int page = 1;
};

// The grids of one page, from top to bottom.
std::vector<PlacedGrid> FindGrids(const Page& page);

// The whole: grids found and joined over page breaks, running headers, footers and page numbers
// left out, the other words put into lines and paragraphs. Places are on the pages as they are shown.
Document LayOutPages(const std::vector<Page>& pages);

}  // namespace gongkai
