#include "normalize/headings_candidates.h"

#include <algorithm>
#include <utility>

#include "normalize/chinese_number.h"
#include "normalize/sections_furniture.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// The longest row label of table 3 has 45 characters; its wrapped lines have less.
constexpr std::size_t kLongestRest = 40;

bool InTable(const Document& document, const std::vector<bool>& used, std::size_t block) {
  return block < document.blocks.size() && ((block < used.size() && used[block]) ||
                                            std::holds_alternative<Grid>(document.blocks[block]));
}

// 第二十条第(一)项 above a table, or a short line between two blocks of tables that is neither a
// sentence nor numbered as a section.
bool IsTableRest(const Document& document, const std::vector<bool>& used, const HeadingLine& line) {
  const Words text(line.text.text);
  if (text.size() > kLongestRest || text.ends_with(U"。") || line.block == 0) return false;
  const bool article = text.starts_with(U"第二十条第") && text.ends_with(U"项");
  if (article && InTable(document, used, line.block + 1)) return true;
  const NumberStyle style = ParseHeadingNumber(line.text).style;
  return style != NumberStyle::kComma && style != NumberStyle::kPart &&
         InTable(document, used, line.block - 1) && InTable(document, used, line.block + 1);
}

// A heading inside a paragraph follows a sentence's end or a space, has its number, is certain,
// and is no item of a list: 包括一、总体情况,二、…
bool OpensInline(const CompactText& line, std::size_t i) {
  const char32_t before = line.text[i - 1];
  const bool after_stop = Words(U"。!?]").find(before) != Words::npos;
  const bool in_list = Words(U",;:、").find(before) != Words::npos;
  return (after_stop || (line.GapBefore(i) && !in_list)) && IsChineseNumeral(line.text[i]) &&
         (line.text[i + 1] == U'、' || line.text[i + 1] == '.');
}

std::vector<PlacedHeading> FindInline(const HeadingLine& line, std::size_t index) {
  std::vector<PlacedHeading> found;
  const CompactText& text = line.text;
  for (std::size_t i = 1; i + 3 < text.text.size(); ++i) {
    if (!OpensInline(text, i)) continue;
    const Heading heading = ReadHeading(text, i);
    if (!IsStrong(heading) || heading.number.style != NumberStyle::kComma) continue;
    const char32_t next = heading.end < text.text.size() ? text.text[heading.end] : U'\0';
    if (next == ',' || next == ';') continue;
    found.push_back({index, i, heading, heading.match.key});
  }
  return found;
}

// Headings that follow one another with nothing between them are a list of contents.
void DropListed(std::vector<PlacedHeading>& inline_headings) {
  std::vector<PlacedHeading> kept;
  for (std::size_t i = 0; i < inline_headings.size(); ++i) {
    const bool next = i + 1 < inline_headings.size() &&
                      inline_headings[i].heading.rest == inline_headings[i + 1].begin;
    const bool before = i > 0 && inline_headings[i - 1].heading.rest == inline_headings[i].begin;
    if (!next && !before) kept.push_back(inline_headings[i]);
  }
  inline_headings = std::move(kept);
}

bool MayOpen(const HeadingLine& line, const Heading& heading) {
  const bool numbered = heading.number.style != NumberStyle::kNone;
  if (line.used || line.paragraph->lone_cell) {
    return numbered && heading.short_line && IsStrong(heading);
  }
  if (!numbered) return IsStrong(heading) || NamesStatistics(heading);
  return !IsTableRowLabel(Words(line.text.text).substr(heading.begin, heading.Length()));
}

}  // namespace

bool NamesStatistics(const Heading& heading) {
  return heading.match.key == "statistics" && heading.short_line && heading.ends_as_heading;
}

std::vector<HeadingLine> MakeLines(const Document& document, const std::vector<bool>& used) {
  std::vector<HeadingLine> lines;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr) continue;
    HeadingLine line{i, paragraph, Compact(paragraph->text), i < used.size() && used[i]};
    line.used = line.used || IsTableRest(document, used, line);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<HeadingCandidate> FindHeadingCandidates(const std::vector<HeadingLine>& lines) {
  std::vector<HeadingCandidate> candidates;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.text.empty()) continue;
    const Heading heading = ReadHeading(lines[i].text);
    if (MayOpen(lines[i], heading)) {
      candidates.push_back({{i, 0, heading, heading.match.key}, false, false});
    }
    if (lines[i].used || IsHeadFurniture(lines[i].text)) continue;
    std::vector<PlacedHeading> inside = FindInline(lines[i], i);
    DropListed(inside);
    for (PlacedHeading& placed : inside) candidates.push_back({placed, false, false});
  }
  return candidates;
}

}  // namespace gongkai
