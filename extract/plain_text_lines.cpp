#include "extract/plain_text_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "extract/plain_text.h"
#include "extract/plain_text_characters.h"

namespace gongkai {
namespace {

// A field of a table aligned by spaces, in characters: the form's longest label has 36. Longer runs
// of text between wide gaps are prose.
constexpr int kLongestAlignedField = 45;
// Fields counted in one line; more than any grid may have cells. A line that has them is prose.
constexpr int kMostFields = static_cast<int>(kMaxGridCells) + 1;

constexpr auto kBars = std::to_array<std::string_view>({"|", "│", "┃"});

// The length of the bar at `at`; 0 where there is none. An escaped bar is text.
std::size_t BarLength(std::string_view line, std::size_t at) {
  if (at > 0 && line[at - 1] == '\\') return 0;
  for (const std::string_view bar : kBars) {
    if (line.substr(at, bar.size()) == bar) return bar.size();
  }
  return 0;
}

// The next bar at or behind `from`: its place and length; the line's size and 0 where none is left.
struct Bar {
  std::size_t at, length;
};

Bar NextBar(std::string_view line, std::size_t from) {
  for (std::size_t at = from; at < line.size(); ++at) {
    at = line.find_first_of("|\xE2", at);
    if (at == std::string_view::npos) break;
    if (const std::size_t length = BarLength(line, at); length > 0) return {at, length};
  }
  return {line.size(), 0};
}

// +----+, |---|:---:|, ├──┼──┤: drawn from dashes and at least one sign of a crossing. Single
// dashes between bars are cells that say "nothing".
bool IsRule(std::string_view line) {
  int crossings = 0, longest = 0, run = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view character = CharacterAt(line, at);
    at += character.size();
    if (character == "-" || character == "=" || character == "─" || character == "━") {
      longest = std::max(longest, ++run);
      continue;
    }
    run = 0;
    if (character == "|" || character == "+" ||
        (character >= "│" && character <= "╿")) {  // box drawing: U+2502 to U+257F
      ++crossings;
    } else if (character != " " && character != ":" && character != "\t") {
      return false;
    }
  }
  return longest >= 2 && crossings >= 1;
}

LineShape MeasureBars(std::string_view line) {
  LineShape shape;
  shape.separator = Separator::kBar;
  std::size_t from = 0;
  bool last = false;
  while (!last && shape.fields < kMostFields) {
    const Bar bar = NextBar(line, from);
    const std::string_view field = line.substr(from, bar.at - from);
    last = bar.length == 0;
    const bool blank = IsBlank(field);
    if (blank && from == 0 && !last) {
      shape.opens = true;
    } else if (blank && last) {
      shape.closes = true;
    } else {
      ++shape.fields;
      shape.filled += blank ? 0 : 1;
      shape.spaced_blanks += blank && !field.empty() ? 1 : 0;
    }
    shape.bars += last ? 0 : 1;
    from = bar.at + bar.length;
  }
  return last ? shape : LineShape{};
}

LineShape MeasureTabs(std::string_view line) {
  LineShape shape;
  shape.separator = Separator::kTab;
  for (std::size_t from = 0; shape.fields < kMostFields;) {
    const std::size_t tab = std::min(line.find('\t', from), line.size());
    ++shape.fields;
    shape.filled += IsBlank(line.substr(from, tab - from)) ? 0 : 1;
    if (tab == line.size()) return shape;
    from = tab + 1;
  }
  return LineShape{};
}

bool IsValueField(std::string_view field) {
  return IsNumberField(field) || IsPlaceholderField(field);
}

// The line's words parted by single spaces from the end, while they are numbers: `label 0 0 0`. The
// fields come in reverse; `head` is what stands before them.
std::vector<std::string_view> TailNumbers(std::string_view line, std::string_view& head) {
  std::vector<std::string_view> numbers;
  head = line;
  while (!head.empty() && numbers.size() < kMaxGridCells) {
    const std::size_t space = head.rfind(' ');
    const std::size_t start = space == std::string_view::npos ? 0 : space + 1;
    if (!IsValueField(head.substr(start))) break;
    numbers.push_back(head.substr(start));
    head = head.substr(0, start);
    while (head.ends_with(' ')) head.remove_suffix(1);
  }
  return numbers;
}

// Fields parted by two or more spaces.
std::vector<std::string_view> SplitGaps(std::string_view line, std::size_t limit) {
  std::vector<std::string_view> fields;
  for (std::size_t from = 0; from < line.size() && fields.size() < limit;) {
    const std::size_t gap = std::min(line.find("  ", from), line.size());
    fields.push_back(line.substr(from, gap - from));
    from = std::min(line.find_first_not_of(' ', gap), line.size());
  }
  return fields;
}

std::vector<std::string_view> SplitSpaced(std::string_view line, std::size_t limit) {
  line = TrimBlank(line);
  std::string_view head;
  std::vector<std::string_view> numbers = TailNumbers(line, head);
  std::vector<std::string_view> fields = SplitGaps(head, limit);
  fields.insert(fields.end(), numbers.rbegin(), numbers.rend());
  return fields;
}

bool IsAlignedField(std::string_view field) {
  return CountCharacters(field, kLongestAlignedField + 1) <= kLongestAlignedField &&
         field.find("。") == std::string_view::npos;
}

// Rows aligned by spaces, or a label followed by numbers. Anything else has no separator.
LineShape MeasureSpaces(std::string_view line) {
  constexpr std::size_t kLongest = 4000;  // bytes; a row of the form has 300
  LineShape shape;
  if (line.size() > kLongest || line.find(' ') == std::string_view::npos) return shape;
  const std::vector<std::string_view> fields = SplitSpaced(line, kLongest);
  for (const std::string_view field : fields) {
    if (!IsAlignedField(field)) return shape;
    shape.numbers += IsNumberField(field) ? 1 : 0;
  }
  shape.fields = shape.filled = static_cast<int>(fields.size());
  if (fields.size() >= 2) shape.separator = Separator::kSpaces;
  return shape;
}

// Trims white space, but keeps tabs: they may part blank fields.
std::string_view TrimLine(std::string_view line) {
  while (!line.empty() && line[0] != '\t' && BlankLength(line, 0) > 0 && line[0] != '&') {
    line.remove_prefix(BlankLength(line, 0));
  }
  while (!line.empty() && line.back() != '\t') {
    const std::string_view last = LastCharacter(line);
    if (BlankLength(line, line.size() - last.size()) != last.size()) break;
    line.remove_suffix(last.size());
  }
  return line;
}

bool HoldsAnything(std::string_view line) {
  return !IsBlank(line) || std::count(line.begin(), line.end(), '\t') >= 2;
}

}  // namespace

LineShape MeasureLine(std::string_view line) {
  LineShape shape;
  if (NextBar(line, 0).length > 0) {
    shape = MeasureBars(line);
    shape.rule = IsRule(line);
    shape.starts_table = shape.rule && line.find_first_of("|") != std::string_view::npos &&
                         line.find('+') == std::string_view::npos;
  } else if (line.find('\t') != std::string_view::npos) {
    shape = MeasureTabs(line);
  } else {
    shape = MeasureSpaces(line);
    shape.rule = IsRule(line);
  }
  return shape;
}

std::vector<std::string_view> SplitFields(std::string_view line, Separator separator,
                                          bool opening_field, std::size_t limit) {
  if (separator == Separator::kSpaces) return SplitSpaced(line, limit);
  std::vector<std::string_view> fields;
  bool last = false;
  for (std::size_t from = 0; !last && fields.size() < limit;) {
    Bar end{std::min(line.find('\t', from), line.size()), 1};
    if (separator == Separator::kBar) end = NextBar(line, from);
    last = end.at == line.size();
    const std::string_view field = line.substr(from, end.at - from);
    const bool bar = separator == Separator::kBar && IsBlank(field);
    const bool opening = bar && from == 0 && !last && !opening_field;
    if (!opening && !(bar && last)) fields.push_back(field);
    from = end.at + end.length;
  }
  return fields;
}

std::size_t CountPadding(const std::vector<std::string_view>& fields) {
  const auto first = std::find_if_not(fields.begin(), fields.end(), IsBlank);
  if (first == fields.end() || !first->ends_with(' ')) return 0;
  std::size_t padding = 0;
  while (padding < fields.size() && fields[fields.size() - 1 - padding].empty()) ++padding;
  if (padding == 0) return 0;
  // The first one stands behind the space of the last cell.
  if (IsBlank(fields[fields.size() - 1 - padding])) ++padding;
  return fields.size() - padding >= 2 ? padding : 0;
}

Result<std::vector<TextLine>> SplitLines(std::string_view utf8) {
  std::vector<TextLine> lines;
  bool gap = false;
  for (std::size_t from = 0; from < utf8.size();) {
    const std::size_t end = std::min(utf8.find_first_of("\n\r\f\v", from), utf8.size());
    const std::string_view text = TrimLine(utf8.substr(from, end - from));
    const bool page_end = end < utf8.size() && utf8[end] == '\f';
    from = end + (utf8.substr(end, 2) == "\r\n" ? 2 : 1);
    if (HoldsAnything(text)) {
      if (lines.size() == kMaxTextLines) {
        return Error{ErrorCode::kTooLarge, "", std::to_string(kMaxTextLines) + " lines"};
      }
      TextLine line;
      line.text = text;
      line.after_gap = gap;
      lines.push_back(line);
      gap = page_end;
    } else {
      gap = true;
    }
  }
  return lines;
}

}  // namespace gongkai
