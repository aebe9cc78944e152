#include "corpus/html_page.h"

#include <cassert>

#include "model/unicode.h"

namespace gongkai {
namespace {

// Sizes in rem follow the reader's own. 46rem is a line of about 45 Chinese characters.
constexpr std::string_view kPageStyle = R"css(
:root { color-scheme: light dark; --ink: #1c1e21; --soft: #5a6069; --paper: #fff; --line: #d5d9df;
  --band: #f3f5f8; --link: #0b57a4; --bad: #a3201d; --good: #17663a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e6ea; --soft: #a3aab4; --paper: #17191c;
  --line: #3b4048; --band: #22262b; --link: #8cbcf5; --bad: #ff9c96; --good: #83d6a2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1rem 4rem; background: var(--paper);
  color: var(--ink);
  font: 1rem/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
  "WenQuanYi Micro Hei", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.45rem; line-height: 1.35; margin: .5rem 0 1rem; }
h2 { font-size: 1.15rem; line-height: 1.4; margin: 2.2rem 0 .6rem; padding-bottom: .25rem;
  border-bottom: 2px solid var(--line); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; }
th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
summary { cursor: pointer; padding: .3rem 0; }
@media (max-width: 40rem) { body { padding: .6rem .7rem 3rem; } th, td { padding: .3rem .3rem; } }
@media print { .skip { display: none; } body { max-width: none; } }
)css";

bool IsAllowed(char32_t c) {
  if (c < ' ') return c == '\t' || c == '\n';
  const bool noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return !(c >= 0x7F && c <= 0x9F) && !noncharacter;
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::u32string safe;
  for (const char32_t c : DecodeUtf8(text)) {
    switch (c) {
      case '&': safe += U"&amp;"; break;
      case '<': safe += U"&lt;"; break;
      case '>': safe += U"&gt;"; break;
      case '"': safe += U"&quot;"; break;
      case '\'': safe += U"&#39;"; break;
      default: safe += IsAllowed(c) ? c : U'\uFFFD';
    }
  }
  return EncodeUtf8(safe);
}

void HtmlWriter::Tag(std::string_view tag, const HtmlAttributes& attributes) {
  out_ += '<';
  out_ += tag;
  for (const auto& [name, value] : attributes) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"" + EscapeHtml(value) + "\"";
  }
  out_ += '>';
}

void HtmlWriter::Open(std::string_view tag, const HtmlAttributes& attributes) {
  Tag(tag, attributes);
  open_.emplace_back(tag);
}

void HtmlWriter::Close() {
  assert(!open_.empty());
  out_ += "</" + open_.back() + ">";
  open_.pop_back();
}

void HtmlWriter::Text(std::string_view text) { out_ += EscapeHtml(text); }

void HtmlWriter::Element(std::string_view tag, std::string_view text,
                         const HtmlAttributes& attributes) {
  Open(tag, attributes);
  Text(text);
  Close();
}

void HtmlWriter::Void(std::string_view tag, const HtmlAttributes& attributes) {
  Tag(tag, attributes);
}

std::string HtmlWriter::Take() && {
  assert(open_.empty());
  return std::move(out_);
}

std::string WriteHtmlPage(const HtmlPage& page) {
  std::string policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  // Browsers do not agree on whether 'self' is a file beside a file.
  if (page.own_pictures) policy += " 'self' file:";
  if (!page.script.empty()) policy += "; script-src 'unsafe-inline'";
  std::string html = "<!DOCTYPE html>\n<html lang=\"" + EscapeHtml(page.language) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n";
  html += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n";
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += "<title>" + EscapeHtml(page.title) + "</title>\n<style>";
  html += kPageStyle;
  html += page.style;
  html += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" + EscapeHtml(page.skip) +
          "</a>\n" + page.body;
  if (!page.script.empty()) {
    html += "\n<script>";
    html += page.script;
    html += "</script>";
  }
  return html + "\n</body>\n</html>\n";
}

}  // namespace gongkai
