// Follows the HTML standard's tokenizer, but where that would swallow the rest of the page (an
// unclosed comment, quote or script) it gives up the tag and keeps the text.
#include "extract/html_markup.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr std::string_view kAfterName = " \t\r\n\f/>";
constexpr auto kKeptAttributes = std::to_array<std::string_view>(
    {"align", "class", "colspan", "content", "hidden", "href", "id", "name", "rowspan", "style"});
// Longer values are data (a picture in a style), not what tells a reader something.
constexpr std::size_t kMaxValue = 2000;
constexpr std::size_t kNone = std::string_view::npos;

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return Lower(c); });
  return lower;
}

bool StartsWithName(std::string_view text, std::string_view name) {
  const auto same = [](char a, char b) { return a == Lower(b); };
  return text.size() >= name.size() && std::equal(name.begin(), name.end(), text.begin(), same);
}

bool OpensMarkup(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') return false;
  return IsLetter(text[1]) || text[1] == '!' || text[1] == '?' || text[1] == '/';
}

std::size_t LastOf(std::string_view text, char c) {
  const std::size_t at = text.rfind(c);
  return at == kNone ? 0 : at + 1;
}

}  // namespace

MarkupScanner::MarkupScanner(std::string_view html)
    : html_(html),
      last_close_(LastOf(html, '>')),
      last_double_(LastOf(html, '"')),
      last_single_(LastOf(html, '\'')),
      last_comment_end_(html.rfind("-->")) {}

MarkupToken MarkupScanner::Next() {
  if (at_ >= html_.size()) return {};
  if (OpensMarkup(html_.substr(at_))) {
    if (at_ < last_close_) return NextMarkup();
    at_ = html_.size();  // the page ends inside a tag
    return {};
  }
  const std::size_t begin = at_;
  at_ = std::min(html_.find('<', at_ + 1), html_.size());
  return {MarkupToken::kText, html_.substr(begin, at_ - begin), {}};
}

// REQUIRES: markup opens here, and a '>' stands behind.
MarkupToken MarkupScanner::NextMarkup() {
  const char next = html_[at_ + 1];
  const char after = html_[at_ + 2];
  if (IsLetter(next) || (next == '/' && IsLetter(after))) {
    return {MarkupToken::kTag, {}, ReadTag()};
  }
  SkipComment();
  return {MarkupToken::kSkipped, {}, {}};
}

// A comment, a doctype, <![if ...]>, <?xml ...?>, </3>. REQUIRES: a '>' stands behind.
void MarkupScanner::SkipComment() {
  std::size_t end = kNone;
  if (html_.substr(at_).starts_with("<!--") && html_.substr(at_, 5) != "<!-->" &&
      last_comment_end_ != kNone && at_ + 2 <= last_comment_end_) {
    end = html_.find("-->", at_ + 2) + 2;
  }
  if (end == kNone) end = html_.find('>', at_);
  at_ = end + 1;
}

MarkupTag MarkupScanner::ReadTag() {
  MarkupTag tag;
  ++at_;
  tag.end = html_[at_] == '/';
  if (tag.end) ++at_;
  const std::size_t end = std::min(html_.find_first_of(kAfterName, at_), html_.size());
  tag.name = Lower(html_.substr(at_, end - at_));
  at_ = end;
  ReadAttributes(tag);
  return tag;
}

// Ends behind the tag's '>', or at the end of the page.
void MarkupScanner::ReadAttributes(MarkupTag& tag) {
  while (true) {
    at_ = std::min(html_.find_first_not_of(" \t\r\n\f/", at_), html_.size());
    if (at_ == html_.size()) return;
    if (html_[at_] == '>') {
      ++at_;
      return;
    }
    const std::size_t end = std::min(html_.find_first_of(" \t\r\n\f/>=", at_ + 1), html_.size());
    const std::string_view written = html_.substr(at_, end - at_);
    at_ = std::min(html_.find_first_not_of(kSpace, end), html_.size());
    const bool has_value = at_ < html_.size() && html_[at_] == '=';
    const std::string_view value = has_value ? ReadValue() : std::string_view();
    if (written.size() > 8 || value.size() > kMaxValue) continue;  // 8: the longest kept name
    std::string name = Lower(written);
    const auto same = [&](const auto& other) { return other.first == name; };
    if (std::find(kKeptAttributes.begin(), kKeptAttributes.end(), name) != kKeptAttributes.end() &&
        std::none_of(tag.attributes.begin(), tag.attributes.end(), same)) {
      tag.attributes.emplace_back(std::move(name), value);
    }
  }
}

// REQUIRES: the scanner stands at '='.
std::string_view MarkupScanner::ReadValue() {
  at_ = std::min(html_.find_first_not_of(kSpace, at_ + 1), html_.size());
  if (at_ == html_.size()) return {};
  const char quote = html_[at_];
  const bool quoted =
      (quote == '"' && at_ + 1 < last_double_) || (quote == '\'' && at_ + 1 < last_single_);
  const std::size_t begin = quoted ? at_ + 1 : at_;
  std::size_t end = quoted ? html_.find(quote, begin) : html_.find_first_of(" \t\r\n\f>", begin);
  end = std::min(end, html_.size());
  at_ = quoted ? end + 1 : end;
  return html_.substr(begin, end - begin);
}

std::string_view MarkupScanner::SkipElement(std::string_view name) {
  if (std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end()) return {};
  for (std::size_t end = html_.find("</", at_); end != kNone; end = html_.find("</", end + 2)) {
    if (!StartsWithName(html_.substr(end + 2), name)) continue;
    const std::size_t behind = end + 2 + name.size();
    if (behind >= html_.size() || kAfterName.find(html_[behind]) == kNone) continue;
    const std::size_t close = html_.find('>', behind);
    if (close == kNone) break;
    const std::string_view content = html_.substr(at_, end - at_);
    at_ = close + 1;
    return content;
  }
  unclosed_.emplace_back(name);
  return {};
}

}  // namespace gongkai
