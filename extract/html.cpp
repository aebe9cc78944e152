#include "extract/html.h"

#include <utility>
#include <vector>

#include "extract/html_blocks.h"
#include "extract/html_report.h"
#include "extract/html_tree.h"

namespace gongkai {

Result<Document> ReadHtml(std::string_view utf8) {
  if (utf8.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
    return Error{ErrorCode::kEmpty, "", "", 0};
  }
  Result<HtmlTree> tree = ReadHtmlTree(utf8);
  if (!tree.ok()) return std::move(tree.error());
  std::vector<HtmlBlock> blocks = FindHtmlBlocks(tree.value());
  Document document;
  document.media_type = "text/html";
  document.titles = FindPageTitles(tree.value(), blocks);
  document.blocks = FindReportBlocks(tree.value(), std::move(blocks));
  return document;
}

}  // namespace gongkai
