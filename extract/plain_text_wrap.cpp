#include "extract/plain_text_wrap.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "extract/plain_text_characters.h"

namespace gongkai {
namespace {

// Columns (a Chinese character takes two). A line of a printed page has 24 to 45 characters; below
// 15 it is a table's cell or a heading, and beyond 60 nobody wraps by hand.
constexpr int kNarrowest = 30;
constexpr int kWidest = 120;
// Punctuation may not begin a line and Latin words are not cut: a full line ends up to three
// characters early or late.
constexpr int kRaggedness = 6;
// Lines broken in mid-sentence that a text must have before it counts as wrapped; one or two are a
// broken title or a slip.
constexpr std::size_t kFewestFullLines = 4;

bool IsProse(const TextLine& line) {
  return line.role == LineRole::kProse && !line.heading && !line.literal;
}

// Line i stops in mid-sentence, and prose that begins nothing new follows it.
bool MayGoOn(const std::vector<TextLine>& lines, std::size_t i) {
  if (i + 1 >= lines.size() || !IsProse(lines[i]) || !IsProse(lines[i + 1])) return false;
  if (lines[i + 1].after_gap || EndsSentence(lines[i].text)) return false;
  return !StartsNumbered(lines[i + 1].text);
}

// The width at which the text is cut; 0 where it is not.
int WrapWidth(const std::vector<TextLine>& lines) {
  std::vector<int> broken;  // the widths of lines that stop in mid-sentence
  std::size_t wider = 0, prose = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!IsProse(lines[i])) continue;
    ++prose;
    const int width = DisplayWidth(lines[i].text);
    wider += width > kWidest ? 1 : 0;
    if (width >= kNarrowest && width <= kWidest && MayGoOn(lines, i)) broken.push_back(width);
  }
  if (broken.size() < kFewestFullLines || wider * 4 > prose) return 0;
  const auto middle = broken.begin() + static_cast<std::ptrdiff_t>(broken.size() / 2);
  std::nth_element(broken.begin(), middle, broken.end());
  const int width = *middle;
  const auto near = std::count_if(broken.begin(), broken.end(), [width](int other) {
    return std::abs(other - width) <= kRaggedness;
  });
  return static_cast<std::size_t>(near) * 5 >= broken.size() * 3 ? width : 0;
}

}  // namespace

void JoinWrappedLines(std::vector<TextLine>& lines) {
  const int width = WrapWidth(lines);
  if (width == 0) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (MayGoOn(lines, i) && DisplayWidth(lines[i].text) >= width - kRaggedness) {
      lines[i].joins_next = true;
    }
  }
}

}  // namespace gongkai
