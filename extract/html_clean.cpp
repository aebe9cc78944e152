// The tree builder's rules for what closes what, cut down to the elements that matter here. The
// open elements stand on one stack; whatever leaves it is closed in the output.
#include "extract/html_clean.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/html_elements.h"
#include "extract/html_markup.h"

namespace gongkai {
namespace {

// Inline elements open at one time. Fewer than kMaxMarkupDepth, so that a page with hundreds of
// unclosed <font> loses those and not its tables.
constexpr int kMaxInline = 64;
// How far back the end tag of a left out element looks for its start.
constexpr std::size_t kLookBack = 16;

// Inside a table but in none of its cells and captions.
bool IsTablePart(ElementKind kind) {
  return kind == ElementKind::kTable || kind == ElementKind::kRowGroup || kind == ElementKind::kRow;
}
// No end tag of a block or an inline element reaches over these.
bool IsBoundary(ElementKind kind) { return IsTablePart(kind) || kind == ElementKind::kCell; }

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
    } else if (element.kind == ElementKind::kSkipped) {
      scanner_.SkipElement(tag.name);
    } else if (element.kind == ElementKind::kTitle) {
      WriteTitle(scanner_.SkipElement(tag.name));
    } else if (element.kind == ElementKind::kVoid) {
      if (tag.name == "hr") CloseParagraph();
      WriteStart(element, tag);
    } else if (element.kind != ElementKind::kTransparent) {
      TakeStart(element, tag);
    }
  }

  void TakeStart(Element element, const MarkupTag& tag) {
    const ElementKind kind = element.kind;
    if (IsBoundary(kind) && kind != ElementKind::kTable && !InTable()) {
      WriteText("<br>", true);  // a table's parts without their table: lines at least
      return;
    }
    MakeRoom(element);
    const bool full = static_cast<int>(stack_.size()) >= kMaxMarkupDepth ||
                      (kind == ElementKind::kInline && inline_ >= kMaxInline);
    if (full) {
      left_out_.push_back({tag.name, stack_.size()});
      if (kind != ElementKind::kInline) WriteText("<br>", true);
      return;
    }
    WriteStart(element, tag);
    stack_.push_back({element, tag.name});
    if (kind == ElementKind::kInline) ++inline_;
  }

  // Closes what a start tag ends without saying so.
  void MakeRoom(Element element) {
    switch (element.kind) {
      case ElementKind::kHeading:
        CloseParagraph();
        if (!stack_.empty() && stack_.back().element.kind == ElementKind::kHeading) Pop();
        break;
      case ElementKind::kItem:
        CloseItem(ItemGroup(element.name));
        CloseParagraph();
        break;
      case ElementKind::kBlock:
        CloseParagraph();
        break;
      case ElementKind::kTable:
        CloseParagraph();
        CloseTableWithoutCell();
        break;
      case ElementKind::kRowGroup:
        CloseUntil([](const Element& open) { return open.kind == ElementKind::kTable; });
        break;
      case ElementKind::kRow:
        CloseUntil([](const Element& open) {
          return (open.kind == ElementKind::kTable || open.kind == ElementKind::kRowGroup) &&
                 open.name != "caption";
        });
        break;
      case ElementKind::kCell:
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
      const bool same =
          open.source == name || element.kind == ElementKind::kHeading;  // <h1>...</h2>
      if (open.element.kind == element.kind && same) return CloseDownTo(i);
      if (!Crosses(element.kind, open.element.kind)) return;
    }
  }

  // May an end tag of this kind close an open element of that kind on its way?
  static bool Crosses(ElementKind end, ElementKind open) {
    if (IsTablePart(end)) return open != ElementKind::kTable;
    if (end == ElementKind::kCell) return !IsTablePart(open);
    if (end == ElementKind::kInline) return open == ElementKind::kInline;
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
                       [](const Open& open) { return open.element.kind == ElementKind::kTable; });
  }

  // An open p with nothing but inline elements in it.
  void CloseParagraph() {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].element.name == "p") return CloseDownTo(i);
      if (stack_[i].element.kind != ElementKind::kInline) return;
    }
  }

  void CloseItem(std::string_view group) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Element& open = stack_[i].element;
      if (open.kind == ElementKind::kItem && ItemGroup(open.name) == group) return CloseDownTo(i);
      if (IsBoundary(open.kind) || IsList(open.name)) return;
    }
  }

  // <table> straight inside a table, in no cell of it: the first one ends.
  void CloseTableWithoutCell() {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Element& open = stack_[i].element;
      if (open.kind == ElementKind::kTable) return CloseDownTo(i);
      if (open.kind == ElementKind::kCell || open.name == "caption") return;
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
    if (element.kind == ElementKind::kInline) --inline_;
    stack_.pop_back();
    while (!left_out_.empty() && left_out_.back().depth > stack_.size()) left_out_.pop_back();
  }

  void WriteStart(Element element, const MarkupTag& tag) {
    ++elements_;
    out_.append("<").append(element.name);
    const bool named = element.kind == ElementKind::kInline && tag.name != "span";
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
