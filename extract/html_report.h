// The report among the site's navigation, tables of metadata, share buttons and footers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/html_blocks.h"
#include "extract/html_tree.h"
#include "model/document.h"

namespace gongkai {

// The blocks that belong to the report, and lines before it that look like its title. In doubt a
// block is kept: what is too much can be skipped later, what is lost cannot be found again.
std::vector<Block> FindReportBlocks(const HtmlTree& tree, std::vector<HtmlBlock> blocks);

// What the page names as title, most telling first, each once: its meta elements and <title>, also
// without the site's name behind them, and the name in its table of metadata.
std::vector<std::string> FindPageTitles(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks);

}  // namespace gongkai
