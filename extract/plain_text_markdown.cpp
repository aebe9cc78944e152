#include "extract/plain_text_markdown.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "extract/plain_text_characters.h"

namespace gongkai {
namespace {

// A link's address; longer ones are no links but text in brackets.
constexpr std::size_t kLongestAddress = 2048;
// Brackets open at a time; a link holds a picture at most, the rest are brackets in the text.
constexpr std::size_t kDeepestLink = 16;
// Lines of front matter; longer ones are text between two drawn lines.
constexpr std::size_t kLongestFrontMatter = 50;

struct Entity {
  std::string_view name, text;
};
constexpr auto kEntities = std::to_array<Entity>({
    {"&lt;", "<"},     {"&gt;", ">"},    {"&amp;", "&"},    {"&quot;", "\""},  {"&apos;", "'"},
    {"&ensp;", " "},   {"&emsp;", " "},  {"&thinsp;", " "}, {"&ldquo;", "“"},  {"&rdquo;", "”"},
    {"&lsquo;", "‘"},  {"&rsquo;", "’"}, {"&mdash;", "—"},  {"&ndash;", "–"},  {"&middot;", "·"},
    {"&hellip;", "…"}, {"&times;", "×"}, {"&#160;", " "},   {"&#12288;", " "}, {"&#39;", "'"},
    {"&#34;", "\""},   {"&#124;", "|"},  {"&#xa0;", " "},   {"&#x3000;", " "},
});

constexpr auto kLineBreaks = std::to_array<std::string_view>({"<br>", "<br/>", "<br />", "<BR>"});

// The inline marks of one line, resolved from left to right into `out_`. A mark found to be one
// only after it was copied becomes NUL characters, so that nothing is moved and time stays linear.
class InlineResolver {
 public:
  explicit InlineResolver(std::string_view text) : text_(text) {}

  std::string Resolve() {
    out_.reserve(text_.size());
    while (at_ < text_.size()) {
      if (!Escape() && !Bold() && !Link() && !Named()) Copy();
    }
    return std::move(out_);
  }

 private:
  bool At(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  void Copy() { out_ += text_[at_++]; }

  bool Escape() {
    constexpr std::string_view kEscapable = "\\`*_{}[]()#+-.!<>~";  // \| is left to CleanText
    if (text_[at_] != '\\' || at_ + 1 >= text_.size()) return false;
    if (kEscapable.find(text_[at_ + 1]) == std::string_view::npos) return false;
    out_ += text_[at_ + 1];
    at_ += 2;
    return true;
  }

  // Asterisks that nothing closes stay text: the opening ones are blotted out when they are closed.
  bool Bold() {
    if (!At("**")) return false;
    if (bold_) {
      Blot(*bold_, 2);
      bold_.reset();
    } else {
      bold_ = out_.size();
      out_ += "**";
    }
    at_ += 2;
    return true;
  }

  void Blot(std::size_t at, std::size_t length) {
    for (std::size_t i = at; i < at + length; ++i) out_[i] = '\0';
  }

  bool Link() {
    if (At("![") || At("[")) {
      const bool picture = text_[at_] == '!';
      if (opened_.size() == kDeepestLink) opened_.erase(opened_.begin());
      opened_.push_back({out_.size(), picture});
      out_ += picture ? "![" : "[";
      at_ += picture ? 2 : 1;
      return true;
    }
    if (text_[at_] != ']' || opened_.empty()) return false;
    const Opened opened = opened_.back();
    opened_.pop_back();
    const std::optional<std::size_t> end = AddressEnd();
    if (!end) return false;
    CloseLink(opened, *end);
    return true;
  }

  struct Opened {
    std::size_t out;  // where in out_ the bracket stands
    bool picture;
  };

  void CloseLink(const Opened& opened, std::size_t end) {
    if (opened.picture) {
      out_.resize(opened.out);
      if (bold_ && *bold_ >= out_.size()) bold_.reset();
    } else {
      Blot(opened.out, 1);
    }
    at_ = end;
  }

  // Behind the closing parenthesis of `](address)`; nothing where no address stands there.
  std::optional<std::size_t> AddressEnd() {
    const std::size_t start = at_ + 2;
    if (!At("](") || start >= text_.size()) return std::nullopt;
    if (static_cast<unsigned char>(text_[start]) >= 0x80) return std::nullopt;
    if (next_close_ < start) {
      next_close_ = std::min(text_.find(')', start), text_.size());
    }
    if (next_close_ == text_.size() || next_close_ - start > kLongestAddress) return std::nullopt;
    return next_close_ + 1;
  }

  bool Named() {
    if (text_[at_] == '&') {
      for (const Entity& entity : kEntities) {
        if (!At(entity.name)) continue;
        out_ += entity.text;
        at_ += entity.name.size();
        return true;
      }
      return false;
    }
    if (text_[at_] != '<') return false;
    for (const std::string_view mark : kLineBreaks) {
      if (!At(mark)) continue;
      at_ += mark.size();
      AppendBreak();
      return true;
    }
    return Autolink();
  }

  // <br>: as a line break, a space only between narrow characters.
  void AppendBreak() {
    const bool narrow = !out_.empty() && static_cast<unsigned char>(out_.back()) < 0x80 &&
                        at_ < text_.size() && static_cast<unsigned char>(text_[at_]) < 0x80;
    if (narrow) out_ += ' ';
  }

  bool Autolink() {
    if (!At("<http://") && !At("<https://") && !At("<mailto:")) return false;
    const std::string_view rest = text_.substr(at_, kLongestAddress);
    const std::size_t end = rest.find('>');
    if (end == std::string_view::npos) return false;
    out_ += rest.substr(1, end - 1);
    at_ += end + 1;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::optional<std::size_t> bold_;  // where in out_ it opened
  std::vector<Opened> opened_;
  std::size_t next_close_ = 0;  // the next ')' at or behind an address; text_.size() where none
};

bool IsFence(std::string_view text) { return text.starts_with("```") || text.starts_with("~~~"); }

bool IsMadeOf(std::string_view text, char c) {
  return text.size() >= 3 && text.find_first_not_of(c) == std::string_view::npos;
}

bool IsDrawnLine(std::string_view text) {
  return IsMadeOf(text, '-') || IsMadeOf(text, '*') || IsMadeOf(text, '_');
}

// The lines of `---` ... `---` at the beginning; its title, where it has one.
std::string TakeFrontMatter(std::vector<TextLine>& lines) {
  if (lines.empty() || lines.front().text != "---") return {};
  const std::size_t last = std::min(lines.size(), kLongestFrontMatter);
  std::size_t end = 1;
  while (end < last && lines[end].text != "---" && lines[end].text != "...") ++end;
  if (end == last) return {};
  std::string title;
  for (std::size_t i = 0; i <= end; ++i) {
    std::string_view text = lines[i].text;
    lines[i].role = LineRole::kDropped;
    if (!title.empty() || !text.starts_with("title:")) continue;
    text = TrimBlank(text.substr(6));
    if (text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0]) {
      text = text.substr(1, text.size() - 2);
    }
    title = CleanText(text, TextSyntax::kMarkdown);
  }
  return title;
}

// `# x`, also without the space before a Chinese character, as authors write it. 0: no heading.
int TakeHeadingMarks(std::string_view& text) {
  const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
  if (level == 0 || level > 6 || level == text.size()) return 0;
  const auto next = static_cast<unsigned char>(text[level]);
  if (next != ' ' && next != '\t' && next < 0x80) return 0;
  text = TrimBlank(text.substr(level));
  while (text.ends_with('#')) text.remove_suffix(1);
  text = TrimBlank(text);
  return static_cast<int>(level);
}

// The bullet of a list and the > of a quotation. `- 3 -` is a page's number and keeps its marks.
std::string_view WithoutListMarks(std::string_view text) {
  while (text.starts_with("> ") || text.starts_with(">>")) text = TrimBlank(text.substr(1));
  const bool bullet = text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ");
  if (bullet && !text.ends_with(" -")) text = TrimBlank(text.substr(2));
  return text;
}

// `===` or `---` under a line makes it a heading; `---` alone is a drawn line.
bool TakeUnderline(std::vector<TextLine>& lines, std::size_t i) {
  TextLine& line = lines[i];
  const bool under = IsMadeOf(line.text, '=') || IsMadeOf(line.text, '-');
  const bool follows = i > 0 && !line.after_gap && lines[i - 1].role == LineRole::kProse &&
                       lines[i - 1].text.find('|') == std::string_view::npos;
  if (!(under && follows) && !IsDrawnLine(line.text)) return false;
  if (under && follows) lines[i - 1].heading = true;
  line.role = LineRole::kDropped;
  return true;
}

}  // namespace

std::vector<std::string> ResolveMarkdownLines(std::vector<TextLine>& lines) {
  std::vector<std::string> titles;
  if (std::string title = TakeFrontMatter(lines); !title.empty())
    titles.push_back(std::move(title));
  bool fenced = false, titled = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TextLine& line = lines[i];
    if (line.role == LineRole::kDropped) continue;
    if (IsFence(line.text)) {
      fenced = !fenced;
      line.role = LineRole::kDropped;
      continue;
    }
    line.literal = fenced;
    if (fenced || TakeUnderline(lines, i)) continue;
    const int level = TakeHeadingMarks(line.text);
    line.heading = level > 0;
    line.text = WithoutListMarks(line.text);
    if (level == 1 && !titled) {
      titles.push_back(CleanText(line.text, TextSyntax::kMarkdown));
      titled = true;
    }
  }
  return titles;
}

std::string ResolveInlineMarkdown(std::string_view text) { return InlineResolver(text).Resolve(); }

}  // namespace gongkai
