// One self-contained HTML page, written piece by piece. Nothing reaches it unescaped, and what is
// opened is closed.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

// For text and attribute values: & < > " ' become references, and characters that HTML does not
// allow become U+FFFD.
std::string EscapeHtml(std::string_view text);

using HtmlAttributes = std::vector<std::pair<std::string_view, std::string>>;

class HtmlWriter {
 public:
  // `tag` and the attributes' names are ours; their values may be the document's.
  void Open(std::string_view tag, const HtmlAttributes& attributes = {});
  void Close();  // REQUIRES: something is open
  void Text(std::string_view text);
  // <tag …>text</tag>
  void Element(std::string_view tag, std::string_view text, const HtmlAttributes& attributes = {});
  void Void(std::string_view tag, const HtmlAttributes& attributes = {});  // <br>: no end
  void Break() { out_ += '\n'; }  // for whoever reads the source; only where white space is nothing

  std::string Take() &&;  // REQUIRES: all is closed

 private:
  void Tag(std::string_view tag, const HtmlAttributes& attributes);

  std::string out_;
  std::vector<std::string> open_;
};

struct HtmlPage {
  std::string language;  // "zh-CN"
  std::string title;
  std::string_view style;      // added to the style of all pages (kPageStyle, in the source)
  std::string_view script;     // inline, ours; empty: none, and none may run
  std::string skip;            // the text of the link that leads past the head to #main
  std::string body;            // of an HtmlWriter; holds an element with the id "main"
  bool own_pictures = false;   // pictures that lie beside the page may be shown, too
};

// The whole document. Its content policy lets nothing be loaded but pictures that it holds itself, or
// that lie beside it.
// Colours follow the reader's choice of light or dark.
std::string WriteHtmlPage(const HtmlPage& page);

}  // namespace gongkai
