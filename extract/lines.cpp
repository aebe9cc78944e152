// Words stand in one line where their middles are level. Rotated words are turned upright first, so
// that one piece of code reads lines in every direction.
#include "extract/lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

#include "model/unicode.h"

namespace gongkai {
namespace {

// The share of the smaller height by which the middles of two words of one line may differ. Digits
// and characters of different fonts differ by a tenth; lines set solid differ by a whole height.
constexpr double kLevel = 0.5;
// A font's box is about 1.12 em high (ascent and descent of the usual Chinese fonts).
constexpr double kBoxHeightInEm = 1.12;
// Some producers scale the page after setting the font: a font size far above the height of the
// box is not the size that is seen.
constexpr double kMostEmsInHeight = 1.4;
// Em. Justification pulls Chinese characters apart by less than this; a typed space between them
// is at least one em wide (U+3000) or, in ASCII, made twice as wide by its neighbours' bearings.
constexpr double kGapBetweenWide = 0.95;
// Em. Between a Chinese character and a Latin one Word sets a quarter em by itself, and
// justification widens it.
constexpr double kGapAtWide = 0.6;
// Em. A Latin space is about a quarter em; letters of one word stand closer than a tenth.
constexpr double kGapBetweenLatin = 0.12;

// The box as it stands when the page is turned so that the word reads from left to right.
Box Upright(const Box& box, int rotation) {
  switch (rotation) {
    case 90: return {box.y0, -box.x1, box.y1, -box.x0};
    case 180: return {-box.x1, -box.y1, -box.x0, -box.y0};
    case 270: return {-box.y1, box.x0, -box.y0, box.x1};
    default: return box;
  }
}

struct Placed {
  Word word;
  Box box;  // upright
};

char32_t FirstCharacter(const std::string& text) {
  const auto characters = DecodeUtf8(text.substr(0, 4));
  return characters.empty() ? U' ' : characters.front();
}

char32_t LastCharacter(const std::string& text) {
  std::size_t begin = text.size();
  while (begin > 0 && begin + 4 > text.size()) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0) != 0x80) break;
  }
  const auto characters = DecodeUtf8(text.substr(begin));
  return characters.empty() ? U' ' : characters.back();
}

bool IsAsciiDigit(char32_t c) { return c >= '0' && c <= '9'; }

bool SpaceBetween(const Placed& left, const Placed& right) {
  const double gap = right.box.x0 - left.box.x1;
  const double em = std::max(Em(left.word), Em(right.word));
  const bool wide_left = IsWide(LastCharacter(left.word.text));
  const bool wide_right = IsWide(FirstCharacter(right.word.text));
  if (wide_left && wide_right) return gap >= kGapBetweenWide * em;
  return gap >= (wide_left || wide_right ? kGapAtWide : kGapBetweenLatin) * em;
}

// What most characters of the line have.
template <typename Value, typename Get>
Value Most(const std::vector<Word>& words, Get get) {
  std::map<Value, std::size_t> weight;
  for (const Word& word : words) weight[get(word)] += word.text.size();
  const auto most =
      std::max_element(weight.begin(), weight.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weight.end() ? Value{} : most->first;
}

Line MakeLine(std::vector<Placed> placed) {
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::pair(a.box.x0, a.box.x1) < std::pair(b.box.x0, b.box.x1);
  });
  Line line;
  line.rotation = placed.front().word.rotation;
  line.box = placed.front().word.box;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (i > 0 && SpaceBetween(placed[i - 1], placed[i])) line.text += ' ';
    line.text += placed[i].word.text;
    line.box = Union(line.box, placed[i].word.box);
  }
  for (Placed& p : placed) line.words.push_back(std::move(p.word));
  line.font_size = Most<double>(line.words, [](const Word& w) { return Em(w); });
  line.bold = Most<bool>(line.words, [](const Word& w) { return w.bold; });
  line.font = Most<std::string>(line.words, [](const Word& w) { return w.font; });
  return line;
}

void AppendLines(std::vector<Placed> placed, std::vector<Line>& lines) {
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return a.box.MidY() < b.box.MidY();
  });
  std::vector<Placed> current;
  double sum = 0, height = 0;
  for (Placed& p : placed) {
    const double middle = current.empty() ? 0 : sum / static_cast<double>(current.size());
    const double slack = kLevel * std::min(height, p.box.Height());
    if (!current.empty() && p.box.MidY() - middle > slack) {
      lines.push_back(MakeLine(std::exchange(current, {})));
      sum = 0;
      height = 0;
    }
    sum += p.box.MidY();
    height = std::max(height, p.box.Height());
    current.push_back(std::move(p));
  }
  if (!current.empty()) lines.push_back(MakeLine(std::move(current)));
}

}  // namespace

double Em(const Word& word) {
  const double height = Upright(word.box, word.rotation).Height();
  const bool known = word.font_size > 0 && word.font_size <= kMostEmsInHeight * height;
  return known ? word.font_size : height / kBoxHeightInEm;
}

std::vector<Line> FindLines(std::vector<Word> words) {
  std::map<int, std::vector<Placed>> by_rotation;
  for (Word& word : words) {
    const Box box = Upright(word.box, word.rotation);
    by_rotation[word.rotation].push_back({std::move(word), box});
  }
  std::vector<Line> lines;
  for (auto& [rotation, placed] : by_rotation) AppendLines(std::move(placed), lines);
  if (by_rotation.size() > 1) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.box.y0 < b.box.y0; });
  }
  return lines;
}

std::string JoinText(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  const char32_t left = LastCharacter(first);
  const char32_t right = FirstCharacter(second);
  if (IsWide(left) || IsWide(right)) return first + second;
  const bool number = (IsAsciiDigit(left) || left == '.' || left == ',') && IsAsciiDigit(right);
  return first + (number || left == '-' ? "" : " ") + second;
}

ReadingQuality QualityOf(const std::vector<Line>& lines) {
  ReadingQuality quality;
  for (const Line& line : lines) {
    for (const Word& word : line.words) {
      quality.confidence = std::min(quality.confidence, word.confidence);
      if (quality.kind != ReadingKind::kOcr) quality.kind = word.reading;
    }
  }
  return quality;
}

}  // namespace gongkai
