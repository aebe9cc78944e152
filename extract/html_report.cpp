// Where a page's report begins and ends is told by anchors: numbered headings, paragraphs that
// speak of the report, tables with the words of the forms. Their nearest common ancestor (or the
// article container around it) holds the report; around the anchors furniture is left out.
#include "extract/html_report.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "extract/html_page_words.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// In code points. A sentence of a report that speaks of the law or of the report itself.
constexpr int kAnchorSentence = 40;
// The longest titles have 60 code points; a line of furniture (date, source, counters) stays below
// 150, and a breadcrumb with all that follows it below 300.
constexpr int kMaxTitle = 80, kMaxInfoLine = 150, kMaxBreadcrumb = 300;
// The share of a block's characters that stands in links. Report text has addresses as links.
constexpr double kMostlyLinks = 0.6;
// 县政府信息公开年度报告 and the like; with an agency's name it is longer.
constexpr int kMaxColumnName = 12;
constexpr std::size_t kMaxTitleLines = 6;
// Words that make a grid one of the forms', or one of the site's about the document.
constexpr int kFormWords = 2, kMetadataWords = 2;

bool MostlyLinks(const HtmlBlock& block) { return block.link_chars > kMostlyLinks * block.chars; }

const HtmlNode& At(const HtmlTree& tree, int node) {
  return tree.nodes[static_cast<std::size_t>(node)];
}

std::string GridText(const Grid& grid) {
  std::string text;
  for (const Cell& cell : grid.cells) text.append(WithoutSpaces(cell.text)).append("\n");
  return text;
}

// The block's words without spaces; a grid's cells one a line.
std::string TightText(const HtmlBlock& block) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.block)) {
    return WithoutSpaces(paragraph->text);
  }
  return GridText(std::get<Grid>(block.block));
}

bool IsSentence(std::string_view text) { return text.find("。") != std::string_view::npos; }

// Facts about a block that do not depend on where it stands.
struct Facts {
  bool anchor = false;
  bool title = false;      // a line that names an annual report
  bool furniture = false;  // of the site, by its words, its links or its element
  bool footer = false;     // of the site's end: nothing of the report follows
};

bool Inside(const HtmlTree& tree, int node, int container) {
  return container <= node && node < At(tree, container).end;
}

// What stands around each node, found once for all.
class Surroundings {
 public:
  explicit Surroundings(const HtmlTree& tree) : tree_(tree) {
    for (const HtmlNode& node : tree.nodes) {
      const auto self = static_cast<int>(marked_.size());
      const auto parent = static_cast<std::size_t>(std::max(node.parent, 0));
      const bool root = node.parent < 0;
      in_furniture_.push_back((!root && in_furniture_[parent]) || IsFurnitureElement(node.name));
      marked_.push_back(HasFurnitureWord(node.marks) ? self : root ? -1 : marked_[parent]);
    }
  }

  bool InFurniture(int node) const { return in_furniture_[static_cast<std::size_t>(node)]; }
  // By the marks of an element around it that does not also hold `common`.
  bool Marked(int node, int common) const {
    const int nearest = marked_[static_cast<std::size_t>(node)];
    return nearest > 0 && !Inside(tree_, common, nearest);
  }

 private:
  const HtmlTree& tree_;
  std::vector<bool> in_furniture_;
  std::vector<int> marked_;  // the nearest marked element, itself included; -1 where there is none
};

Facts JudgeGrid(const std::string& text, const HtmlBlock& block) {
  Facts facts;
  facts.anchor = CountFormWords(text) >= kFormWords;
  const bool metadata = CountMetadataWords(text) >= kMetadataWords;
  facts.furniture = !facts.anchor && (metadata || MostlyLinks(block));
  return facts;
}

Facts JudgeParagraph(const std::string& text, const HtmlBlock& block) {
  Facts facts;
  const bool sentence = IsSentence(text);
  const bool numbered = StartsWithHanNumber(text);
  const bool speaks = sentence && block.chars >= kAnchorSentence && SpeaksOfReport(text);
  facts.anchor = !MostlyLinks(block) && (numbered || speaks || IsSectionName(text));
  const bool breadcrumb = block.chars <= kMaxBreadcrumb && !sentence && IsBreadcrumb(text);
  const bool info = block.chars <= kMaxInfoLine && !sentence && IsInfoLine(text);
  facts.footer = block.chars <= kMaxInfoLine && !facts.anchor && !sentence && IsFooterLine(text);
  facts.title = !MostlyLinks(block) && block.chars <= kMaxTitle && !sentence && !breadcrumb &&
                !info && NamesReport(text);
  facts.furniture = !facts.anchor && (MostlyLinks(block) || breadcrumb || info || facts.footer);
  return facts;
}

Facts Judge(const Surroundings& around, const HtmlBlock& block) {
  const std::string text = TightText(block);
  const bool grid = std::holds_alternative<Grid>(block.block);
  Facts facts = grid ? JudgeGrid(text, block) : JudgeParagraph(text, block);
  if (around.InFurniture(block.node)) {
    facts.anchor = false;
    facts.furniture = true;
  }
  return facts;
}

// Where the report stands.
struct Span {
  std::size_t first = 0, last = 0;  // blocks: the first and the last anchor
  int common = 0;                   // node: the nearest common ancestor of the anchors
  int container = 0;  // node: the article container around it; the root where unmarked
};

int CommonAncestor(const HtmlTree& tree, int a, int b) {
  while (a > 0 && !Inside(tree, b, a)) a = At(tree, a).parent;
  return std::max(a, 0);
}

std::optional<Span> FindSpan(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                             const std::vector<Facts>& facts) {
  std::optional<Span> span;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!facts[i].anchor) continue;
    if (!span) {
      span = Span{i, i, At(tree, blocks[i].node).parent, 0};
    } else {
      span->last = i;
      span->common = CommonAncestor(tree, span->common, blocks[i].node);
    }
  }
  if (!span) return std::nullopt;
  for (int at = span->common; at > 0; at = At(tree, at).parent) {
    if (HasArticleWord(At(tree, at).marks) || At(tree, at).name == "article") {
      span->container = at;
      break;
    }
  }
  return span;
}

// The element whose lines a block is one of: <h1>某县<br>年度报告</h1> has two.
int LineParent(const HtmlTree& tree, int node) {
  while (node > 0 && (At(tree, node).name.empty() || At(tree, node).name == "span")) {
    node = At(tree, node).parent;
  }
  return node;
}

bool IsHeading(const HtmlBlock& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.block);
  return paragraph != nullptr && paragraph->heading;
}

bool InList(const HtmlTree& tree, int node) {
  while (node >= 0 && At(tree, node).name != "li") node = At(tree, node).parent;
  return node >= 0;
}

// Lines of one element that together name a report. A title stands in no menu, but a heading may
// stand anywhere.
bool AreTitleLines(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                   const std::vector<Facts>& facts, std::size_t begin, std::size_t end) {
  HtmlBlock joined{Paragraph(), blocks[begin].node, 0, 0};
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (facts[i].furniture || !std::holds_alternative<Paragraph>(blocks[i].block)) return false;
    joined.chars += blocks[i].chars;
    joined.link_chars += blocks[i].link_chars;
    text += TightText(blocks[i]);
  }
  if (!JudgeParagraph(text, joined).title) return false;
  return IsHeading(blocks[begin]) || !InList(tree, blocks[begin].node);
}

// "政府信息公开年报": the name of a column rather than of a report.
bool IsGeneric(const HtmlBlock& block) {
  const std::string& text = std::get<Paragraph>(block.block).text;
  return block.chars <= kMaxColumnName && text.find_first_of("0123456789") == std::string::npos;
}

// The lines before the report that look like its title; names of columns only where there is
// nothing better.
std::vector<bool> FindTitleLines(const HtmlTree& tree, const Surroundings& around,
                                 const std::vector<HtmlBlock>& blocks,
                                 const std::vector<Facts>& facts, const Span& span) {
  std::vector<bool> title(blocks.size(), false);
  bool telling = false;
  for (std::size_t i = 0, end = 0; i < span.first; i = end) {
    const int parent = LineParent(tree, blocks[i].node);
    for (end = i + 1; end < span.first && end - i < kMaxTitleLines; ++end) {
      if (LineParent(tree, blocks[end].node) != parent) break;
    }
    if (!AreTitleLines(tree, blocks, facts, i, end)) continue;
    if (around.Marked(blocks[i].node, span.common)) continue;
    std::fill(title.begin() + static_cast<std::ptrdiff_t>(i),
              title.begin() + static_cast<std::ptrdiff_t>(end), true);
    telling = telling || end - i > 1 || !IsGeneric(blocks[i]);
  }
  for (std::size_t i = 0; i < span.first; ++i) {
    const bool column = telling && title[i] && facts[i].title && IsGeneric(blocks[i]);
    if (column && !IsHeading(blocks[i])) title[i] = false;
  }
  return title;
}

bool Belongs(const HtmlTree& tree, const Surroundings& around, const HtmlBlock& block,
             std::size_t i, const Facts& facts, const Span& span) {
  if (facts.anchor) return true;
  if (i > span.first && i < span.last) return !facts.furniture || !around.InFurniture(block.node);
  if (!Inside(tree, block.node, span.container) || facts.furniture) return false;
  return !around.Marked(block.node, span.common);
}

std::vector<Block> Take(std::vector<HtmlBlock> blocks, const std::vector<bool>& keep) {
  std::vector<Block> taken;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (keep[i]) taken.push_back(std::move(blocks[i].block));
  }
  return taken;
}

// A page without anchors: everything but furniture.
std::vector<bool> KeepWithoutAnchors(const Surroundings& around,
                                     const std::vector<HtmlBlock>& blocks,
                                     const std::vector<Facts>& facts) {
  std::vector<bool> keep;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool marked = around.Marked(blocks[i].node, 0);
    keep.push_back(facts[i].title || !(facts[i].furniture || marked));
  }
  if (std::find(keep.begin(), keep.end(), true) == keep.end()) keep.assign(blocks.size(), true);
  return keep;
}

std::vector<bool> KeepAround(const HtmlTree& tree, const Surroundings& around,
                             const std::vector<HtmlBlock>& blocks, const std::vector<Facts>& facts,
                             const Span& span) {
  std::vector<bool> keep;
  const std::vector<bool> title = FindTitleLines(tree, around, blocks, facts, span);
  bool ended = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    ended = ended || (i > span.last && facts[i].footer);
    keep.push_back(title[i] || (!ended && Belongs(tree, around, blocks[i], i, facts[i], span)));
  }
  return keep;
}

// "某局2023年政府信息公开年度报告-某局_某市" without what follows the report's name. Empty where
// no part before a separator ends as a report's name does.
std::string WithoutSiteName(const std::string& title) {
  std::string best;
  for (std::string_view separator : {"-", "_", "|", "—", "–", "－"}) {
    for (std::size_t at = title.rfind(separator); at != std::string::npos && at > 0;
         at = title.rfind(separator, at - 1)) {
      std::string before = Trim(std::string_view(title).substr(0, at));
      if (EndsAsReportName(before) && before.size() > best.size()) best = std::move(before);
    }
  }
  return best;
}

void AddTitle(std::string title, std::vector<std::string>& titles) {
  if (title.empty() || std::find(titles.begin(), titles.end(), title) != titles.end()) return;
  titles.push_back(std::move(title));
}

// The cell behind the label of the document's name.
std::string NameInMetadata(const Grid& grid) {
  for (std::size_t i = 0; i + 1 < grid.cells.size(); ++i) {
    if (IsNameLabel(FoldTight(grid.cells[i].text))) return grid.cells[i + 1].text;
  }
  return "";
}

}  // namespace

std::vector<Block> FindReportBlocks(const HtmlTree& tree, std::vector<HtmlBlock> blocks) {
  std::vector<Facts> facts;
  facts.reserve(blocks.size());
  const Surroundings around(tree);
  for (const HtmlBlock& block : blocks) facts.push_back(Judge(around, block));
  const std::optional<Span> span = FindSpan(tree, blocks, facts);
  const std::vector<bool> keep = span ? KeepAround(tree, around, blocks, facts, *span)
                                      : KeepWithoutAnchors(around, blocks, facts);
  return Take(std::move(blocks), keep);
}

std::vector<std::string> FindPageTitles(const HtmlTree& tree,
                                        const std::vector<HtmlBlock>& blocks) {
  std::vector<std::string> named, others;
  for (const std::string& written : tree.meta_titles) {
    std::string title = CollapseSpaces(written);
    AddTitle(WithoutSiteName(title), named);
    AddTitle(title, NamesReport(WithoutSpaces(title)) ? named : others);
  }
  for (const HtmlBlock& block : blocks) {
    const auto* grid = std::get_if<Grid>(&block.block);
    if (grid == nullptr || CountMetadataWords(GridText(*grid)) < kMetadataWords) continue;
    if (std::string name = NameInMetadata(*grid); NamesReport(WithoutSpaces(name))) {
      AddTitle(std::move(name), named);
    }
  }
  for (std::string& title : others) AddTitle(std::move(title), named);
  return named;
}

}  // namespace gongkai
