#include "normalize/sections_parts.h"

#include <algorithm>

#include "normalize/headings.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// A part's heading ends at the first stop; a first sentence longer than this is text.
constexpr std::size_t kLongestHeading = 40;

struct Opening {
  std::size_t paragraph = 0;
  std::size_t begin = 0;  // of the number, with its bracket
  HeadingNumber number;
};

bool MayOpenAt(const CompactText& text, std::size_t i) {
  if (i == 0) return true;
  const char32_t before = text.text[i - 1];
  return Words(U"。;!?]").find(before) != Words::npos;
}

std::vector<Opening> FindOpenings(const std::vector<CompactText>& paragraphs, NumberStyle style) {
  std::vector<Opening> openings;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const CompactText& text = paragraphs[p];
    for (std::size_t i = 0; i < text.text.size(); ++i) {
      if (!MayOpenAt(text, i) || (i > 0 && style != NumberStyle::kBracket)) continue;
      const HeadingNumber number = ParseHeadingNumber(text, i);
      if (number.style != style) continue;
      const int expected = openings.empty() ? 1 : openings.back().number.value + 1;
      // （二） at a paragraph's begin is believed; inside, and for 1、, the number must count on.
      const bool believed = i == 0 && style == NumberStyle::kBracket;
      if (believed || number.value == expected) openings.push_back({p, i, number});
    }
  }
  return openings;
}

std::size_t HeadingEnd(const CompactText& text, std::size_t begin) {
  const std::size_t stop =
      std::min(Words(text.text).find_first_of(U"。:;", begin), text.text.size());
  return stop - begin <= kLongestHeading ? stop : begin;
}

std::string PrintedNumber(const CompactText& text, const Opening& opening) {
  std::string printed = text.Raw(opening.begin, opening.number.end);
  const std::string comma = "、";
  if (opening.number.style == NumberStyle::kBracket && printed.ends_with(comma)) {
    printed.resize(printed.size() - comma.size());
  }
  return printed;
}

void AppendParagraph(std::string& text, const std::string& paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += '\n';
  text += paragraph;
}

Part MakePart(const std::vector<CompactText>& paragraphs, const Opening& opening,
              const Opening* next) {
  const CompactText& first = paragraphs[opening.paragraph];
  const bool same = next != nullptr && next->paragraph == opening.paragraph;
  const std::size_t limit = same ? next->begin : first.text.size();
  const std::size_t end = std::min(HeadingEnd(first, opening.number.end), limit);
  Part part{PrintedNumber(first, opening), first.Raw(opening.number.end, end), {}};
  const bool at_stop = end > opening.number.end && end < limit;
  AppendParagraph(part.text, first.Raw(std::min(end + (at_stop ? 1 : 0), limit), limit));
  if (same) return part;
  const std::size_t last = next == nullptr ? paragraphs.size() : next->paragraph;
  for (std::size_t p = opening.paragraph + 1; p < last; ++p) {
    AppendParagraph(part.text, paragraphs[p].Raw(0, paragraphs[p].text.size()));
  }
  if (next != nullptr && next->paragraph > opening.paragraph && next->begin > 0) {
    AppendParagraph(part.text, paragraphs[next->paragraph].Raw(0, next->begin));
  }
  return part;
}

}  // namespace

bool OpensFirstPart(const CompactText& paragraph) {
  const HeadingNumber number = ParseHeadingNumber(paragraph);
  return number.style == NumberStyle::kBracket && number.value == 1;
}

std::vector<Part> FindParts(const std::vector<CompactText>& paragraphs) {
  std::vector<Opening> openings = FindOpenings(paragraphs, NumberStyle::kBracket);
  if (openings.empty()) openings = FindOpenings(paragraphs, NumberStyle::kArabic);
  std::vector<Part> parts;
  for (std::size_t i = 0; i < openings.size(); ++i) {
    parts.push_back(
        MakePart(paragraphs, openings[i], i + 1 < openings.size() ? &openings[i + 1] : nullptr));
  }
  return parts;
}

}  // namespace gongkai
