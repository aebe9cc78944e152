// The tree builder's rules for what closes what, cut down to the elements that matter here. The
// open elements stand on one stack; whatever leaves it is closed in the output.
#include "extract/html_clean.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "extract/html_markup.h"

namespace gongkai {
namespace {

enum class Kind : char {
  kInline,   // written as span; also every name that is not in the table
  kBlock,    // closes an open p
  kItem,     // a block that closes an open one of its own group: li, dt and dd
  kHeading,  // a block that stands in no other heading
  kTable,
  kRowGroup,  // inside table: caption, thead, tbody, tfoot
  kRow,
  kCell,
  kVoid,         // written, has no content
  kSkipped,      // left out together with its content
  kTransparent,  // left out, its content is kept
  kTitle,        // its content is text
};

struct Element {
  std::string_view name;
  Kind kind;
};

// Sorted by name. Names of HTML that behave as kInline need no row.
constexpr auto kElements = std::to_array<Element>({
    {"address", Kind::kBlock},
    {"applet", Kind::kSkipped},
    {"area", Kind::kTransparent},
    {"article", Kind::kBlock},
    {"aside", Kind::kBlock},
    {"audio", Kind::kSkipped},
    {"base", Kind::kTransparent},
    {"basefont", Kind::kTransparent},
    {"bgsound", Kind::kTransparent},
    {"blockquote", Kind::kBlock},
    {"body", Kind::kTransparent},
    {"br", Kind::kVoid},
    {"button", Kind::kSkipped},
    {"canvas", Kind::kSkipped},
    {"caption", Kind::kRowGroup},
    {"center", Kind::kBlock},
    {"col", Kind::kTransparent},
    {"colgroup", Kind::kTransparent},
    {"datalist", Kind::kSkipped},
    {"dd", Kind::kItem},
    {"details", Kind::kBlock},
    {"dialog", Kind::kBlock},
    {"dir", Kind::kBlock},
    {"div", Kind::kBlock},
    {"dl", Kind::kBlock},
    {"dt", Kind::kItem},
    {"embed", Kind::kTransparent},
    {"fieldset", Kind::kBlock},
    {"figcaption", Kind::kBlock},
    {"figure", Kind::kBlock},
    {"footer", Kind::kBlock},
    {"form", Kind::kTransparent},
    {"frame", Kind::kTransparent},
    {"frameset", Kind::kTransparent},
    {"h1", Kind::kHeading},
    {"h2", Kind::kHeading},
    {"h3", Kind::kHeading},
    {"h4", Kind::kHeading},
    {"h5", Kind::kHeading},
    {"h6", Kind::kHeading},
    {"head", Kind::kTransparent},
    {"header", Kind::kBlock},
    {"hgroup", Kind::kBlock},
    {"hr", Kind::kVoid},
    {"html", Kind::kTransparent},
    {"iframe", Kind::kSkipped},
    {"image", Kind::kTransparent},
    {"img", Kind::kTransparent},
    {"input", Kind::kTransparent},
    {"isindex", Kind::kTransparent},
    {"keygen", Kind::kTransparent},
    {"legend", Kind::kBlock},
    {"li", Kind::kItem},
    {"link", Kind::kTransparent},
    {"listing", Kind::kBlock},
    {"main", Kind::kBlock},
    {"map", Kind::kSkipped},
    {"math", Kind::kSkipped},
    {"menu", Kind::kBlock},
    {"meta", Kind::kVoid},
    {"nav", Kind::kBlock},
    {"noembed", Kind::kSkipped},
    {"noframes", Kind::kSkipped},
    {"noscript", Kind::kSkipped},
    {"object", Kind::kSkipped},
    {"ol", Kind::kBlock},
    {"optgroup", Kind::kTransparent},
    {"option", Kind::kSkipped},
    {"p", Kind::kBlock},
    {"param", Kind::kTransparent},
    {"plaintext", Kind::kTransparent},
    {"pre", Kind::kBlock},
    {"rp", Kind::kSkipped},
    {"rt", Kind::kSkipped},
    {"script", Kind::kSkipped},
    {"section", Kind::kBlock},
    {"select", Kind::kSkipped},
    {"source", Kind::kTransparent},
    {"style", Kind::kSkipped},
    {"summary", Kind::kBlock},
    {"svg", Kind::kSkipped},
    {"table", Kind::kTable},
    {"tbody", Kind::kRowGroup},
    {"td", Kind::kCell},
    {"template", Kind::kSkipped},
    {"textarea", Kind::kSkipped},
    {"tfoot", Kind::kRowGroup},
    {"th", Kind::kCell},
    {"thead", Kind::kRowGroup},
    {"title", Kind::kTitle},
    {"tr", Kind::kRow},
    {"track", Kind::kTransparent},
    {"ul", Kind::kBlock},
    {"video", Kind::kSkipped},
    {"wbr", Kind::kTransparent},
    {"xmp", Kind::kSkipped},
});
static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

// Inline elements open at one time. Fewer than kMaxMarkupDepth, so that a page with hundreds of
// unclosed <font> loses those and not its tables.
constexpr int kMaxInline = 64;
// How far back the end tag of a left out element looks for its start.
constexpr std::size_t kLookBack = 16;

Element FindElement(std::string_view name) {
  const auto less = [](const Element& element, std::string_view n) { return element.name < n; };
  const auto* at = std::lower_bound(kElements.begin(), kElements.end(), name, less);
  return at != kElements.end() && at->name == name ? *at : Element{"span", Kind::kInline};
}

// Inside a table but in none of its cells and captions.
bool IsTablePart(Kind kind) {
  return kind == Kind::kTable || kind == Kind::kRowGroup || kind == Kind::kRow;
}
// No end tag of a block or an inline element reaches over these.
bool IsBoundary(Kind kind) { return IsTablePart(kind) || kind == Kind::kCell; }

bool IsControl(char c) {
  return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
}

std::string_view ItemGroup(std::string_view name) { return name == "li" ? "li" : "d"; }
bool IsList(std::string_view name) {
  return name == "ul" || name == "ol" || name == "dl" || name == "menu" || name == "dir";
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view html) : scanner_(html) { out_.reserve(html.size() / 2); }

  std::optional<std::string> Run() {
    out_ = "<!DOCTYPE html>";
    for (MarkupToken token = scanner_.Next(); token.kind != MarkupToken::kDone;
         token = scanner_.Next()) {
      if (token.kind == MarkupToken::kText) WriteText(token.text);
      if (token.kind == MarkupToken::kTag) TakeTag(token.tag);
      if (elements_ > kMaxElements) return std::nullopt;
    }
    CloseDownTo(0);
    return std::move(out_);
  }

 private:
  struct Open {
    Element element;
    std::string source;  // the name in the page
  };
  struct LeftOut {
    std::string name;
    std::size_t depth;  // open elements around it
  };

  void TakeTag(const MarkupTag& tag) {
    const Element element = FindElement(tag.name);
    if (tag.end) {
      if (tag.name == "br") WriteStart(element, tag);
      TakeEnd(element, tag.name);
    } else if (element.kind == Kind::kSkipped) {
      scanner_.SkipElement(tag.name);
    } else if (element.kind == Kind::kTitle) {
      WriteTitle(scanner_.SkipElement(tag.name));
    } else if (element.kind == Kind::kVoid) {
      if (tag.name == "hr") CloseParagraph();
      WriteStart(element, tag);
    } else if (element.kind != Kind::kTransparent) {
      TakeStart(element, tag);
    }
  }

  void TakeStart(Element element, const MarkupTag& tag) {
    const Kind kind = element.kind;
    if (IsBoundary(kind) && kind != Kind::kTable && !InTable()) {
      WriteText("<br>", true);  // a table's parts without their table: lines at least
      return;
    }
    MakeRoom(element);
    const bool full = static_cast<int>(stack_.size()) >= kMaxMarkupDepth ||
                      (kind == Kind::kInline && inline_ >= kMaxInline);
    if (full) {
      left_out_.push_back({tag.name, stack_.size()});
      if (kind != Kind::kInline) WriteText("<br>", true);
      return;
    }
    WriteStart(element, tag);
    stack_.push_back({element, tag.name});
    if (kind == Kind::kInline) ++inline_;
  }

  // Closes what a start tag ends without saying so.
  void MakeRoom(Element element) {
    switch (element.kind) {
      case Kind::kHeading:
        CloseParagraph();
        if (!stack_.empty() && stack_.back().element.kind == Kind::kHeading) Pop();
        break;
      case Kind::kItem:
        CloseItem(ItemGroup(element.name));
        CloseParagraph();
        break;
      case Kind::kBlock:
        CloseParagraph();
        break;
      case Kind::kTable:
        CloseParagraph();
        CloseTableWithoutCell();
        break;
      case Kind::kRowGroup:
        CloseUntil([](const Element& open) { return open.kind == Kind::kTable; });
        break;
      case Kind::kRow:
        CloseUntil([](const Element& open) {
          return (open.kind == Kind::kTable || open.kind == Kind::kRowGroup) &&
                 open.name != "caption";
        });
        break;
      case Kind::kCell:
        CloseUntil(
            [](const Element& open) { return IsTablePart(open.kind) && open.name != "caption"; });
        break;
      default:
        break;
    }
  }

  void TakeEnd(Element element, const std::string& name) {
    if (EndsLeftOut(name)) return;
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Open& open = stack_[i];
      const bool same = open.source == name || element.kind == Kind::kHeading;  // <h1>...</h2>
      if (open.element.kind == element.kind && same) return CloseDownTo(i);
      if (!Crosses(element.kind, open.element.kind)) return;
    }
  }

  // May an end tag of this kind close an open element of that kind on its way?
  static bool Crosses(Kind end, Kind open) {
    if (IsTablePart(end)) return open != Kind::kTable;
    if (end == Kind::kCell) return !IsTablePart(open);
    if (end == Kind::kInline) return open == Kind::kInline;
    return !IsBoundary(open);
  }

  // The end tag of an element that was left out for its depth.
  bool EndsLeftOut(const std::string& name) {
    const std::size_t look = std::min(left_out_.size(), kLookBack);
    const auto from = left_out_.rbegin();
    const auto until = from + static_cast<std::ptrdiff_t>(look);
    const auto found =
        std::find_if(from, until, [&](const LeftOut& element) { return element.name == name; });
    if (found == until) return false;
    left_out_.erase(found.base() - 1, left_out_.end());
    return true;
  }

  bool InTable() const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [](const Open& open) { return open.element.kind == Kind::kTable; });
  }

  // An open p with nothing but inline elements in it.
  void CloseParagraph() {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].element.name == "p") return CloseDownTo(i);
      if (stack_[i].element.kind != Kind::kInline) return;
    }
  }

  void CloseItem(std::string_view group) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Element& open = stack_[i].element;
      if (open.kind == Kind::kItem && ItemGroup(open.name) == group) return CloseDownTo(i);
      if (IsBoundary(open.kind) || IsList(open.name)) return;
    }
  }

  // <table> straight inside a table, in no cell of it: the first one ends.
  void CloseTableWithoutCell() {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Element& open = stack_[i].element;
      if (open.kind == Kind::kTable) return CloseDownTo(i);
      if (open.kind == Kind::kCell || open.name == "caption") return;
    }
  }

  template <typename Stop>
  void CloseUntil(Stop stop) {
    while (!stack_.empty() && !stop(stack_.back().element)) Pop();
  }

  void CloseDownTo(std::size_t size) {
    while (stack_.size() > size) Pop();
  }

  void Pop() {
    const Element& element = stack_.back().element;
    out_.append("</").append(element.name).append(">");
    if (element.kind == Kind::kInline) --inline_;
    stack_.pop_back();
    while (!left_out_.empty() && left_out_.back().depth > stack_.size()) left_out_.pop_back();
  }

  void WriteStart(Element element, const MarkupTag& tag) {
    ++elements_;
    out_.append("<").append(element.name);
    const bool named = element.kind == Kind::kInline && tag.name != "span";
    if (tag.name == "b" || tag.name == "strong") out_ += " bold";
    std::string_view classes;
    for (const auto& [name, value] : tag.attributes) {
      if (name == "class") classes = value;
      if (name == "href" && tag.name == "a") out_ += " link";
      if (name == "href" || name == "class") continue;
      WriteAttribute(name, value);
    }
    std::string all(classes);
    if (named && IsPlainName(tag.name)) all.append(all.empty() ? "" : " ").append(tag.name);
    if (!all.empty()) WriteAttribute("class", all);
    out_ += '>';
  }

  static bool IsPlainName(std::string_view name) {
    return name.size() <= 32 && std::all_of(name.begin(), name.end(), [](char c) {
             return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                    c == ':';
           });
  }

  void WriteAttribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"");
    for (char c : value) {
      if (c == '"') {
        out_ += "&quot;";
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  void WriteTitle(std::string_view content) {
    ++elements_;
    out_ += "<title>";
    WriteText(content);
    out_ += "</title>";
  }

  // A '<' that opens no tag is written as a reference, so that it opens none in what is written;
  // control characters, for which a tree builder would put U+FFFD, are left out.
  void WriteText(std::string_view text, bool markup = false) {
    if (markup) ++elements_;
    for (char c : text) {
      if (c == '<' && !markup) {
        out_ += "&lt;";
      } else if (!IsControl(c)) {
        out_ += c;
      }
    }
  }

  MarkupScanner scanner_;
  std::string out_;
  std::vector<Open> stack_;
  std::vector<LeftOut> left_out_;  // open elements beyond the depth
  int inline_ = 0;                 // of them on the stack
  int elements_ = 0;               // written
};

}  // namespace

std::optional<std::string> CleanMarkup(std::string_view html) { return Cleaner(html).Run(); }

}  // namespace gongkai
