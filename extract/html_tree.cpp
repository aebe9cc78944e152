#include "extract/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include "extract/html_clean.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// A page's bytes. Real pages stay below 3 MB; with pictures inside their markup below 30.
constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

// <meta name=...> that hold the document's own title, most telling first.
constexpr auto kTitleMetas =
    std::to_array<std::string_view>({"articletitle", "doctitle", "og:title", "title"});

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view Attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

bool HasAttribute(const GumboElement& element, const char* name) {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

// "2", " 2 ", "2px", "-1"; -1 where there is no number, the largest int where it is larger.
int ParseSpan(std::string_view text) {
  const std::size_t digits = text.find_first_not_of(" \t\r\n+");
  if (digits == std::string_view::npos) return -1;
  int value = -1;
  const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return text[digits] == '-' ? -1 : 65534;
  return value;
}

void ReadAlignment(std::string_view value, HtmlNode& node) {
  node.centred = value == "center" || value == "middle";
  node.aligned = value == "left" || value == "right" || value == "justify";
}

void ReadDeclaration(std::string_view name, std::string_view value, HtmlNode& node) {
  if (name == "display" || name == "visibility" || name == "mso-hide") {
    node.hidden = node.hidden || value == "none" || value == "hidden" || value == "all";
  } else if (name == "text-align") {
    ReadAlignment(value, node);
  } else if (name == "font-weight") {
    const bool number = value.size() == 3 && value.ends_with("00");
    const bool bold = value.starts_with("bold") || (number && value[0] >= '6' && value[0] <= '9');
    node.weight = bold ? Weight::kBold : Weight::kNormal;
  }
}

// "Text-Align : center !important; ..."
void ReadStyle(std::string_view style, HtmlNode& node) {
  std::string tight = Lower(style);
  std::erase_if(tight, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  for (std::size_t at = 0; at < tight.size();) {
    const std::size_t end = std::min(tight.find(';', at), tight.size());
    std::string_view declaration(tight.data() + at, end - at);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos) {
      std::string_view value = declaration.substr(colon + 1);
      value = value.substr(0, value.find('!'));
      ReadDeclaration(declaration.substr(0, colon), value, node);
    }
    at = end + 1;
  }
}

HtmlNode MakeElement(const GumboElement& element) {
  HtmlNode node;
  node.name = gumbo_normalized_tagname(element.tag);
  std::string marks = Lower(Attribute(element, "id")) + " " + Lower(Attribute(element, "class"));
  std::replace_if(
      marks.begin(), marks.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  if (marks.size() > 1) node.marks = " " + marks + " ";
  node.link = HasAttribute(element, "link");
  node.hidden = HasAttribute(element, "hidden");
  if (HasAttribute(element, "bold")) node.weight = Weight::kBold;
  if (element.tag == GUMBO_TAG_CENTER) node.centred = true;
  ReadAlignment(Lower(Trim(Attribute(element, "align"))), node);
  if (element.tag == GUMBO_TAG_CENTER) node.centred = true;
  ReadStyle(Attribute(element, "style"), node);
  if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) {
    if (HasAttribute(element, "rowspan")) node.row_span = ParseSpan(Attribute(element, "rowspan"));
    if (HasAttribute(element, "colspan")) node.col_span = ParseSpan(Attribute(element, "colspan"));
  }
  return node;
}

class TreeBuilder {
 public:
  // Walks gumbo's tree with a stack of its own.
  HtmlTree Build(const GumboNode& root) {
    Visit(root, -1);
    while (!open_.empty()) {
      Level& level = open_.back();
      const GumboVector& children = level.node->v.element.children;
      if (level.next == children.length) {
        tree_.nodes[static_cast<std::size_t>(level.index)].end = Size();
        open_.pop_back();
      } else {
        const auto* child = static_cast<const GumboNode*>(children.data[level.next++]);
        Visit(*child, level.index);
      }
    }
    for (std::string& title : metas_) {
      if (!title.empty()) tree_.meta_titles.push_back(std::move(title));
    }
    if (title_) tree_.meta_titles.push_back(std::move(*title_));
    return std::move(tree_);
  }

 private:
  struct Level {
    const GumboNode* node;
    int index;
    unsigned int next;
  };

  int Size() const { return static_cast<int>(tree_.nodes.size()); }

  void Visit(const GumboNode& node, int parent) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
      AddText(node.v.text.text, parent);
    } else if (node.type == GUMBO_NODE_ELEMENT) {
      if (node.v.element.tag == GUMBO_TAG_META) return TakeMeta(node.v.element);
      if (node.v.element.tag == GUMBO_TAG_TITLE) return TakeTitle(node.v.element);
      HtmlNode element = MakeElement(node.v.element);
      element.parent = parent;
      tree_.nodes.push_back(std::move(element));
      open_.push_back({&node, Size() - 1, 0});
    }
  }

  void AddText(const char* text, int parent) {
    HtmlNode node;
    node.text = text;
    node.parent = parent;
    node.end = Size() + 1;
    tree_.nodes.push_back(std::move(node));
  }

  void TakeMeta(const GumboElement& element) {
    const std::string name = Lower(Trim(Attribute(element, "name")));
    const auto* row = std::find(kTitleMetas.begin(), kTitleMetas.end(), name);
    if (row == kTitleMetas.end()) return;
    std::string& slot = metas_[static_cast<std::size_t>(row - kTitleMetas.begin())];
    if (slot.empty()) slot = Attribute(element, "content");
  }

  void TakeTitle(const GumboElement& element) {
    if (title_ || element.children.length == 0) return;
    const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
    if (child->type == GUMBO_NODE_TEXT) title_ = child->v.text.text;
  }

  HtmlTree tree_;
  std::vector<Level> open_;
  std::array<std::string, kTitleMetas.size()> metas_;
  std::optional<std::string> title_;
};

}  // namespace

Result<HtmlTree> ReadHtmlTree(std::string_view utf8) {
  const Error too_large{ErrorCode::kTooLarge, "", "", 0};
  if (utf8.size() > kMaxBytes) return too_large;
  const std::optional<std::string> clean = CleanMarkup(utf8);
  if (!clean) return too_large;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, clean->data(), clean->size()), destroy);
  return TreeBuilder().Build(*output->root);
}

}  // namespace gongkai
