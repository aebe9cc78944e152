// The steps from pages to blocks, in their order.
#include "extract/layout.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>
#include <variant>

#include "extract/furniture.h"
#include "extract/grid.h"
#include "extract/grid_aligned.h"
#include "extract/lines.h"
#include "extract/page_join.h"
#include "extract/paragraphs.h"

namespace gongkai {
namespace {

// A page with fewer lines of text shows no margins of its own.
constexpr std::size_t kLinesForArea = 6;

struct PageContent {
  int number = 1;
  double width = 0, height = 0;
  std::vector<PageGrid> grids;
  std::vector<Line> lines;  // outside the grids, furniture left out
};

bool In(const Box& outer, const Box& box) { return outer.Contains(box.MidX(), box.MidY()); }

std::vector<Word> WordsOutside(const std::vector<Word>& words, const std::vector<PageGrid>& grids) {
  std::vector<Word> out;
  std::copy_if(words.begin(), words.end(), std::back_inserter(out), [&](const Word& word) {
    return std::none_of(grids.begin(), grids.end(), [&](const PageGrid& grid) {
      return !grid.fragment && In(grid.box, word.box);
    });
  });
  return out;
}

std::vector<PageContent> ReadContents(const std::vector<Page>& pages) {
  std::vector<PageContent> contents;
  for (const Page& page : pages) {
    PageContent content{page.number, page.width, page.height, FindPageGrids(page), {}};
    content.lines = FindLines(WordsOutside(page.words, content.grids));
    contents.push_back(std::move(content));
  }
  return contents;
}

void DropFurniture(std::vector<PageContent>& contents) {
  std::vector<PageLines> pages;
  for (PageContent& c : contents) pages.push_back({std::move(c.lines), c.width, c.height});
  const auto furniture = FindFurniture(pages);
  for (std::size_t p = 0; p < contents.size(); ++p) {
    contents[p].lines.clear();
    for (std::size_t i = 0; i < furniture[p].size(); ++i) {
      if (!furniture[p][i]) contents[p].lines.push_back(std::move(pages[p].lines[i]));
    }
  }
}

// Nothing on the page stands above (below) the grid.
bool IsFirst(const PageContent& content, const PageGrid& grid) {
  return std::none_of(content.lines.begin(), content.lines.end(), [&](const Line& line) {
    return line.box.MidY() < grid.box.y0;
  }) && &grid == &content.grids.front();
}

bool IsLast(const PageContent& content, const PageGrid& grid) {
  return std::none_of(content.lines.begin(), content.lines.end(), [&](const Line& line) {
    return line.box.MidY() > grid.box.y1;
  }) && &grid == &content.grids.back();
}

// A fragment is part of a grid where the neighbouring page's grid goes on in it; the words of any
// other one are text.
void SettleFragments(std::vector<PageContent>& contents) {
  const auto meet = [](PageContent& before, PageContent& after) {
    if (before.grids.empty() || after.grids.empty()) return;
    PageGrid& above = before.grids.back();
    PageGrid& below = after.grids.front();
    if (above.fragment == below.fragment) return;
    if (!IsLast(before, above) || !IsFirst(after, below) || !ContinuesGrid(above, below)) return;
    PageContent& content = above.fragment ? before : after;
    PageGrid& grid = above.fragment ? above : below;
    grid.fragment = false;
    std::erase_if(content.lines, [&](const Line& line) { return In(grid.box, line.box); });
  };
  for (std::size_t p = 0; p + 1 < contents.size(); ++p) meet(contents[p], contents[p + 1]);
  for (std::size_t p = contents.size(); p-- > 1;) meet(contents[p - 1], contents[p]);
  for (PageContent& content : contents) {
    std::erase_if(content.grids, [](const PageGrid& grid) { return grid.fragment; });
  }
}

// Tables without vertical rules are looked for in what is left: the lines of text.
void FindTablesInLines(const std::vector<Page>& pages, std::vector<PageContent>& contents) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PageContent& content = contents[p];
    const bool goes_on = p > 0 && !contents[p - 1].grids.empty() &&
                         IsLast(contents[p - 1], contents[p - 1].grids.back());
    const PageGrid* above = goes_on ? &contents[p - 1].grids.back() : nullptr;
    for (PageGrid& grid :
         TakeAlignedGrids(content.lines, pages[p].rulings, content.number, above)) {
      content.grids.push_back(std::move(grid));
    }
    std::stable_sort(content.grids.begin(), content.grids.end(),
                     [](const PageGrid& a, const PageGrid& b) { return a.box.y0 < b.box.y0; });
  }
}

using Item = std::variant<PageLine, PageGrid>;

// Grids and lines of all pages in reading order. A grid that opens a page and continues the one
// that ends the page before is joined to it.
std::vector<Item> InReadingOrder(std::vector<PageContent> contents, const TextArea& common) {
  std::vector<Item> items;
  for (PageContent& content : contents) {
    const bool own = content.lines.size() >= kLinesForArea;
    const TextArea area = own ? FindTextArea(content.lines, content.width) : common;
    bool first = true;
    auto grid = content.grids.begin();
    const auto put_grid = [&] {
      PageGrid* above = items.empty() ? nullptr : std::get_if<PageGrid>(&items.back());
      if (first && above != nullptr && ContinuesGrid(*above, *grid)) {
        *above = JoinGrids(std::move(*above), std::move(*grid));
      } else {
        items.emplace_back(std::move(*grid));
      }
      first = false;
      ++grid;
    };
    for (Line& line : content.lines) {
      while (grid != content.grids.end() && grid->box.y0 < line.box.MidY()) put_grid();
      items.emplace_back(PageLine{std::move(line), content.number, area});
      first = false;
    }
    while (grid != content.grids.end()) put_grid();
  }
  return items;
}

std::vector<Block> ToBlocks(std::vector<Item> items) {
  std::vector<Block> blocks;
  std::vector<PageLine> run;
  const auto flush = [&] {
    for (Paragraph& p : FindParagraphs(run)) blocks.emplace_back(std::move(p));
    run.clear();
  };
  for (Item& item : items) {
    if (auto* line = std::get_if<PageLine>(&item)) {
      run.push_back(std::move(*line));
    } else {
      flush();
      blocks.emplace_back(ToGrid(std::get<PageGrid>(item)));
    }
  }
  flush();
  return blocks;
}

TextArea CommonArea(const std::vector<PageContent>& contents) {
  std::vector<Line> all;
  for (const PageContent& content : contents) {
    all.insert(all.end(), content.lines.begin(), content.lines.end());
  }
  return FindTextArea(all, contents.empty() ? 0 : contents.front().width);
}

// Evidence points at the page as a person sees it.
void MapPlaces(const std::vector<Page>& pages, std::vector<Block>& blocks) {
  std::map<int, const Affine*> moved;
  for (const Page& page : pages) {
    if (page.shown != Affine{}) moved.emplace(page.number, &page.shown);
  }
  if (moved.empty()) return;
  const auto map = [&](Place& place) {
    const auto page = moved.find(place.page);
    if (page != moved.end() && place.box) place.box = Map(*page->second, *place.box);
  };
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      map(paragraph->place);
    } else {
      for (Cell& cell : std::get<Grid>(block).cells) map(cell.place);
    }
  }
}

}  // namespace

std::vector<PlacedGrid> FindGrids(const Page& page) {
  std::vector<PlacedGrid> out;
  for (const PageGrid& grid : FindPageGrids(page)) {
    if (!grid.fragment) out.push_back({ToGrid(grid), grid.box, grid.page});
  }
  return out;
}

Document LayOutPages(const std::vector<Page>& pages) {
  std::vector<PageContent> contents = ReadContents(pages);
  DropFurniture(contents);
  SettleFragments(contents);
  FindTablesInLines(pages, contents);
  const TextArea common = CommonArea(contents);
  Document document;
  document.blocks = ToBlocks(InReadingOrder(std::move(contents), common));
  MapPlaces(pages, document.blocks);
  document.pages = static_cast<int>(pages.size());
  return document;
}

}  // namespace gongkai
