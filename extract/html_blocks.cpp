#include "extract/html_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/html_layout_table.h"
#include "extract/html_table.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr auto kInline = std::to_array<std::string_view>({"", "span"});

// Tables inside one another; real pages stay below 8. A cell's blocks are handed up through every
// table around it, so that time grows with this number. Deeper cells are plain blocks.
constexpr int kMaxTablesOpen = 16;

// What an element hands down to its content.
struct Look {
  bool bold = false, centred = false, heading = false, link = false, preformatted = false;
};

bool HasNoWidth(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD ||
         (c >= 0x202A && c <= 0x202E);
}
bool IsControl(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= 0x7F && c < 0xA0);
}
bool IsBreak(char32_t c) { return c == '\n' || c == '\r'; }
bool IsSourceSpace(char32_t c) { return IsBreak(c) || c == ' ' || c == '\t' || c == '\f'; }
bool IsHeadingName(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

class Walker {
 public:
  explicit Walker(const HtmlTree& tree) : tree_(tree) {
    text_before_.reserve(tree.nodes.size() + 1);
    text_before_.push_back(0);
    for (const HtmlNode& node : tree.nodes) {
      text_before_.push_back(text_before_.back() + node.text.size());
    }
  }

  std::vector<HtmlBlock> Run() {
    Walk(0, Look());
    Flush();
    return std::move(blocks_);
  }

 private:
  const HtmlNode& At(int node) const { return tree_.nodes[static_cast<std::size_t>(node)]; }

  // As deep as the tree, which is bounded.
  void Walk(int index, const Look& outer) {
    const HtmlNode& node = At(index);
    if (node.name.empty()) return Append(index, outer);
    if (node.hidden && !HoldsThePage(index)) return;
    if (node.name == "table" && tables_ < kMaxTablesOpen) return WalkTable(index);
    const bool block = std::find(kInline.begin(), kInline.end(), node.name) == kInline.end();
    const Look look = Inherit(node, outer);
    if (block) Flush();
    if (block && paragraph_node_ < 0) look_ = look;
    WalkChildren(index, look);
    if (block) Flush();
  }

  void WalkChildren(int index, const Look& look) {
    for (int child = index + 1; child < At(index).end; child = At(child).end) Walk(child, look);
  }

  // A page may hide its report until a script shows it.
  bool HoldsThePage(int node) const {
    const std::size_t before = text_before_[static_cast<std::size_t>(node)];
    const std::size_t through = text_before_[static_cast<std::size_t>(At(node).end)];
    return (through - before) * 2 > text_before_.back();
  }

  static Look Inherit(const HtmlNode& node, const Look& outer) {
    Look look = outer;
    if (IsHeadingName(node.name)) look.heading = look.bold = true;
    if (node.name == "pre" || node.name == "listing") look.preformatted = true;
    if (node.weight != Weight::kInherit) look.bold = node.weight == Weight::kBold;
    if (node.centred) look.centred = true;
    if (node.aligned) look.centred = false;
    look.link = look.link || node.link;
    return look;
  }

  void Append(int index, const Look& look) {
    const std::string_view text = At(index).text;
    if (look.preformatted) {
      std::size_t at = 0;
      for (std::size_t end = text.find('\n'); end != std::string_view::npos;
           at = end + 1, end = text.find('\n', at)) {
        AppendText(index, text.substr(at, end - at), look);
        Flush();
      }
      return AppendText(index, text.substr(at), look);
    }
    AppendText(index, text, look);
  }

  void AppendText(int index, std::string_view text, const Look& look) {
    int chars = 0;
    for (char32_t c : DecodeUtf8(text)) chars += IsSpace(c) || IsControl(c) ? 0 : 1;
    text_ += text;
    if (chars == 0) return;
    if (paragraph_node_ < 0) {
      paragraph_node_ = index;
      look_ = look;
    }
    chars_ += chars;
    if (look.link) link_chars_ += chars;
    if (look.bold) bold_chars_ += chars;
  }

  void Flush() {
    if (paragraph_node_ >= 0) {
      Paragraph paragraph;
      paragraph.text = CollapseSpaces(text_);
      paragraph.bold = bold_chars_ == chars_;
      paragraph.centred = look_.centred;
      paragraph.heading = look_.heading;
      if (!paragraph.text.empty()) {
        blocks_.push_back({std::move(paragraph), paragraph_node_, chars_, link_chars_});
      }
    }
    text_.clear();
    paragraph_node_ = -1;
    chars_ = link_chars_ = bold_chars_ = 0;
  }

  void WalkTable(int index) {
    Flush();
    ++tables_;
    const HtmlTable table = FindTableCells(tree_, index);
    for (int caption : table.captions) {
      Look look;
      look.centred = true;
      WalkChildren(caption, look);
      Flush();
    }
    std::vector<CellContent> cells;
    for (const HtmlCell& cell : table.cells) {
      std::vector<HtmlBlock> around = std::exchange(blocks_, {});
      Look look;
      look.bold = At(cell.node).name == "th";
      WalkChildren(cell.node, Inherit(At(cell.node), look));
      Flush();
      cells.push_back({cell, std::exchange(blocks_, std::move(around))});
    }
    for (HtmlBlock& block : ResolveTable(table, index, std::move(cells))) {
      blocks_.push_back(std::move(block));
    }
    --tables_;
  }

  const HtmlTree& tree_;
  std::vector<std::size_t> text_before_;  // by node: bytes of text before it
  std::vector<HtmlBlock> blocks_;
  int tables_ = 0;  // open around the place of the walk
  // The paragraph that is being put together.
  std::string text_;
  int paragraph_node_ = -1;  // its first text; -1 while it has none
  Look look_;
  int chars_ = 0, link_chars_ = 0, bold_chars_ = 0;
};

}  // namespace

std::vector<HtmlBlock> FindHtmlBlocks(const HtmlTree& tree) {
  if (tree.nodes.empty()) return {};
  return Walker(tree).Run();
}

std::string CollapseSpaces(std::string_view text) {
  std::u32string out;
  bool space = false, only_source = true, broken = false;
  for (char32_t c : DecodeUtf8(text)) {
    if (HasNoWidth(c) || IsControl(c)) continue;
    if (IsSpace(c) || c == 0x2028 || c == 0x2029) {
      space = true;
      only_source = only_source && IsSourceSpace(c);
      broken = broken || IsBreak(c);
      continue;
    }
    const bool wrap = only_source && broken && !out.empty() && IsWide(out.back()) && IsWide(c);
    if (space && !wrap && !out.empty()) out.push_back(' ');
    out.push_back(c);
    space = broken = false;
    only_source = true;
  }
  return EncodeUtf8(out);
}

bool StartsWithHanNumber(std::string_view text) {
  constexpr std::u32string_view kDigits = U"一二三四五六七八九十";
  const std::u32string line = DecodeUtf8(FoldTight(text.substr(0, 64)));
  const bool bracket = line.starts_with(U'(');
  std::size_t at = bracket ? 1 : 0;
  const std::size_t first = at;
  while (at < line.size() && kDigits.find(line[at]) != kDigits.npos) ++at;
  if (at == first || at - first > 3 || at >= line.size()) return false;
  return bracket ? line[at] == U')' : line[at] == U'、' || line[at] == U'.' || line[at] == U',';
}

}  // namespace gongkai
