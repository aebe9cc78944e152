// A page as a flat tree: what gumbo makes of cleaned markup, with the few facts about each element
// that reading a report needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace gongkai {

enum class Weight : char { kInherit, kNormal, kBold };

struct HtmlNode {
  std::string_view name;  // "td"; empty for a text. Static storage.
  int parent = -1;
  int end = 0;        // the index behind its last descendant
  std::string text;   // of a text node, references decoded, spaces as in the source
  std::string marks;  // id and class in lower case, each word between two spaces: " zoom content "
  bool link = false;
  bool hidden = false;   // display:none or the like
  bool centred = false;  // asks for it itself; not inherited here
  bool aligned = false;  // asks for another alignment than centred
  Weight weight = Weight::kInherit;
  int row_span = 1, col_span = 1;  // as written; -1 where no number is written
};

// Nodes in document order; a node's children begin behind it, each ends where the next begins.
struct HtmlTree {
  std::vector<HtmlNode> nodes;           // nodes[0] is the root
  std::vector<std::string> meta_titles;  // <meta name="ArticleTitle">, then <title>
};

// Gumbo adds a tbody and a tr where they are left out: the height of the tree is at most
// 2 * kMaxMarkupDepth. Error: kTooLarge.
Result<HtmlTree> ReadHtmlTree(std::string_view utf8);

}  // namespace gongkai
