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
// Lines of the same width, broken in mid-sentence, that a text must have before it counts as
// wrapped; one or two are a broken title or a slip.
constexpr std::ptrdiff_t kFewestFullLines = 4;

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
  std::vector<int> widths, broken;  // of prose; of its lines that stop in mid-sentence
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!IsProse(lines[i])) continue;
    widths.push_back(DisplayWidth(lines[i].text));
    const bool in_range = widths.back() >= kNarrowest && widths.back() <= kWidest;
    const bool heading = StartsNumbered(lines[i].text);
    if (in_range && !heading && MayGoOn(lines, i)) broken.push_back(widths.back());
  }
  if (broken.empty()) return 0;
  const auto middle = broken.begin() + static_cast<std::ptrdiff_t>(broken.size() / 2);
  std::nth_element(broken.begin(), middle, broken.end());
  const int width = *middle;
  const auto near = std::count_if(broken.begin(), broken.end(), [width](int other) {
    return std::abs(other - width) <= kRaggedness;
  });
  const auto wider = std::count_if(widths.begin(), widths.end(),
                                   [width](int other) { return other > width + 2 * kRaggedness; });
  // Half: broken titles and pieces of tables also stop in mid-sentence. Few lines may be wider than
  // the cut: where paragraphs are lines, most are.
  const auto count = static_cast<std::ptrdiff_t>(broken.size());
  return near >= kFewestFullLines && near * 2 >= count && wider * 2 <= count ? width : 0;
}

}  // namespace

void JoinWrappedLines(std::vector<TextLine>& lines) {
  const int width = WrapWidth(lines);
  if (width == 0) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!MayGoOn(lines, i) || DisplayWidth(lines[i].text) < width - kRaggedness) continue;
    lines[i].joins_next = DisplayWidth(lines[i + 1].text) <= 2 * width;
  }
}

}  // namespace gongkai
