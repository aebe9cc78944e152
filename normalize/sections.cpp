// The plan says which lines open sections; here the text between them is collected.
#include "normalize/sections.h"

#include <algorithm>
#include <set>
#include <utility>

#include "normalize/sections_furniture.h"
#include "normalize/sections_parts.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// A lone cell of a table whose rows are lost is short; a longer one is prose beside a stray bar.
constexpr std::size_t kLongestCell = 40;

// A stretch of a line: compact [begin, end).
struct Piece {
  std::size_t line = 0;
  std::size_t begin = 0, end = 0;
};

bool IsCaption(const CompactText& text) {
  return text.text.size() <= 40 && text.text.size() >= 2 && text.text.front() == U'表' &&
         Words(U"一二三四五123456").find(text.text[1]) != Words::npos;
}

bool IsProse(const HeadingLine& line) {
  if (line.used || line.text.text.empty() || IsCaption(line.text)) return false;
  return !line.paragraph->lone_cell || line.text.text.size() > kLongestCell;
}

// The stretches from (line, begin) to (end_line, end), tables left out.
std::vector<Piece> CollectPieces(const HeadingPlan& plan, Piece from, std::size_t end_line,
                                 std::size_t end) {
  std::vector<Piece> pieces;
  for (std::size_t i = from.line; i <= end_line && i < plan.lines.size(); ++i) {
    const std::size_t begin = i == from.line ? from.begin : 0;
    const std::size_t stop = i == end_line ? end : plan.lines[i].text.text.size();
    const bool heading_line = i == from.line && from.begin > 0;
    if (begin < stop && (heading_line || IsProse(plan.lines[i])))
      pieces.push_back({i, begin, stop});
  }
  return pieces;
}

CompactText TextOf(const HeadingPlan& plan, const Piece& piece) {
  const CompactText& text = plan.lines[piece.line].text;
  if (piece.begin == 0 && piece.end == text.text.size()) return text;
  return Compact(text.Raw(piece.begin, piece.end));
}

// Cuts the page's foot off: from the first line of it behind which nothing longer comes than a foot
// has.
void DropTail(std::vector<CompactText>& paragraphs) {
  constexpr std::size_t kLongestFootLine = 60;
  std::size_t keep = paragraphs.size();
  for (std::size_t i = paragraphs.size(); i > 0; --i) {
    const CompactText& line = paragraphs[i - 1];
    if (IsTailFurniture(line)) {
      keep = i - 1;
    } else if (line.text.size() > kLongestFootLine) {
      break;
    }
  }
  paragraphs.resize(keep);
}

bool HasTable(const Document& document, const std::vector<bool>& used, std::size_t from,
              std::size_t to) {
  const std::size_t end = std::min({to, used.size(), document.blocks.size()});
  for (std::size_t i = from; i < end; ++i) {
    if (used[i]) return true;
  }
  return false;
}

Section MakeSection(std::string_view key, const std::vector<CompactText>& paragraphs) {
  Section section;
  section.key = key;
  for (const CompactText& paragraph : paragraphs) {
    if (!section.text.empty()) section.text += '\n';
    section.text += paragraph.Raw(0, paragraph.text.size());
  }
  section.parts = FindParts(paragraphs);
  return section;
}

std::string NumberOf(const CompactText& text, const HeadingNumber& number) {
  if (number.value == 0) return {};
  const std::string digits = text.Raw(number.digits, number.digits_end);
  return number.style == NumberStyle::kBracket ? "（" + digits + "）" : digits;
}

Section MakeHeaded(const Document& document, const std::vector<bool>& used, const HeadingPlan& plan,
                   std::size_t index) {
  const PlacedHeading& placed = plan.headings[index];
  const HeadingLine& line = plan.lines[placed.line];
  const bool last = index + 1 == plan.headings.size();
  const std::size_t end_line = last ? plan.lines.size() : plan.headings[index + 1].line;
  const std::size_t end = last ? 0 : plan.headings[index + 1].begin;
  const std::size_t end_block = last ? document.blocks.size() : plan.lines[end_line].block;
  std::vector<CompactText> paragraphs;
  for (const Piece& piece :
       CollectPieces(plan, {placed.line, placed.heading.rest, 0}, end_line, end)) {
    paragraphs.push_back(TextOf(plan, piece));
  }
  if (last) DropTail(paragraphs);
  Section section = MakeSection(placed.key, paragraphs);
  section.number = NumberOf(line.text, placed.heading.number);
  section.heading = line.text.Raw(placed.heading.begin, placed.heading.end);
  section.place = line.paragraph->place;
  section.has_table = HasTable(document, used, line.block + 1, end_block);
  return section;
}

// The cover's lines behind a title: the organ that issues, the date.
bool IsCover(const CompactText& text) {
  return IsHeadFurniture(text) || (text.text.size() <= 25 && EndsAsOrgan(text.text));
}

// The lines before the first heading that are the report's own text.
std::vector<CompactText> HeadParagraphs(const HeadingPlan& plan, const TitleChoice& title) {
  const bool none = plan.headings.empty();
  const std::size_t end_line = none ? plan.lines.size() : plan.headings.front().line;
  const std::size_t end = none ? 0 : plan.headings.front().begin;
  Piece from{title.lines.empty() ? 0 : title.lines.back() + 1, 0, 0};
  if (title.glued && title.glued->first + 1 == from.line) {
    from = {title.glued->first, title.glued->second, 0};
  }
  std::vector<CompactText> paragraphs;
  for (const Piece& piece : CollectPieces(plan, from, end_line, end)) {
    CompactText text = TextOf(plan, piece);
    const bool furniture = paragraphs.empty() ? IsCover(text) : IsHeadFurniture(text);
    if (!furniture) paragraphs.push_back(std::move(text));
  }
  return paragraphs;
}

bool SpeaksOfReport(const CompactText& text) {
  for (const Words opening : {Words(U"根据"), Words(U"按照"), Words(U"依据")}) {
    if (Words(text.text).starts_with(opening)) return true;
  }
  return ContainsAny(text.text, {U"年度报告", U"年报", U"本报告", U"统计期限", U"编制", U"条例"});
}

// What stands before the first heading and is no preamble belongs to an overview whose heading is
// lost: it begins with the first part, or, where the report has no headings at all, with the first
// paragraph that does not speak of the report itself.
std::size_t FindOverviewBegin(const HeadingPlan& plan, const std::vector<CompactText>& head) {
  const bool has_overview =
      std::any_of(plan.headings.begin(), plan.headings.end(),
                  [](const PlacedHeading& heading) { return heading.key == "overview"; });
  if (has_overview) return head.size();
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (OpensFirstPart(head[i]) || (plan.headings.empty() && !SpeaksOfReport(head[i]))) return i;
  }
  return head.size();
}

}  // namespace

std::vector<Section> FindSections(const Document& document, const std::vector<bool>& used,
                                  const HeadingPlan& plan, const TitleChoice& title) {
  std::vector<Section> sections;
  std::vector<CompactText> head = HeadParagraphs(plan, title);
  if (plan.headings.empty()) DropTail(head);
  const auto overview = head.begin() + static_cast<std::ptrdiff_t>(FindOverviewBegin(plan, head));
  if (overview != head.begin())
    sections.push_back(MakeSection("preamble", {head.begin(), overview}));
  if (overview != head.end()) sections.push_back(MakeSection("overview", {overview, head.end()}));
  for (std::size_t i = 0; i < plan.headings.size(); ++i) {
    sections.push_back(MakeHeaded(document, used, plan, i));
  }
  return sections;
}

}  // namespace gongkai
