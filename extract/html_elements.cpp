#include "extract/html_elements.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

using Kind = ElementKind;

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

}  // namespace

Element FindElement(std::string_view name) {
  const auto less = [](const Element& element, std::string_view n) { return element.name < n; };
  const auto* at = std::lower_bound(kElements.begin(), kElements.end(), name, less);
  return at != kElements.end() && at->name == name ? *at : Element{"span", Kind::kInline};
}

}  // namespace gongkai
