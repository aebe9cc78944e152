// Markup of any size, depth and quality becomes markup that an HTML5 tree builder takes in linear
// time. (Gumbo's time grows with the square of the depth, and its recursion with the depth.)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

// Open elements at one time; real pages stay below 60. Elements beyond it are left out, their
// content is kept.
inline constexpr int kMaxMarkupDepth = 256;
// Elements of a page; real reports stay below 20,000. Gumbo takes some 300 bytes for each.
inline constexpr int kMaxElements = 1'000'000;

// The same content with every element closed where it ends, and
// - without comments, scripts, styles, pictures, forms' fields and other content that is no text;
// - every inline element as <span>, with the attribute `link` for a link and `bold` for b and
//   strong, and a name that HTML does not know (ucaptitle) joined to its class;
// - of the attributes: id, class, style, align, hidden, rowspan, colspan; name and content of meta.
// Nothing where there are more than kMaxElements elements.
std::optional<std::string> CleanMarkup(std::string_view html);

}  // namespace gongkai
