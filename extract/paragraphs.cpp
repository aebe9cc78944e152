// A line goes on in the next one where it is full and the next one is not indented: that is how
// Chinese paragraphs are set. Where a document does not indent, the distance of the lines tells.
#include "extract/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "model/unicode.h"

namespace gongkai {
namespace {

// Em. A first line is indented by two characters; scans and odd fonts shift that by half of one.
constexpr double kIndent = 0.8;
// Em. What may be left free at the end of a full line: a character, and a punctuation mark that
// must not begin a line and takes the character before it along.
constexpr double kFreeAtEnd = 2.2;
// Relative. Sizes of one paragraph are equal; those of a title and its text differ by a step of
// the Chinese sizes, at least an eighth. OCR measures sizes to a tenth.
constexpr double kSameSize = 0.12;
// Of the usual distance of lines. Spacing between paragraphs adds half a line or more.
constexpr double kFarther = 1.4;
// Em. A centred line's middle is that of the text area, up to rounding and a trailing space.
constexpr double kCentred = 0.8;
// Of the text's usual size. A title is larger by two steps of the Chinese sizes; it may be as wide
// as the text area.
constexpr double kTitle = 1.25;
// Em. A centred line leaves at least this free at both sides.
constexpr double kFreeBeside = 1.5;
// Em. The usual first-line indent, and how well a line must keep it to count as indented only.
constexpr double kFirstLine = 2.0;
constexpr double kFirstLineSlack = 0.3;
// Em. A shorter line says nothing about the right margin: it may end anywhere.
constexpr double kLong = 20;
// Em. Justification and typed spaces leave less free between two words of a sentence.
constexpr double kWideGap = 3.5;
// Em. Lines that end within this distance end at the same margin.
constexpr double kSameEnd = 0.5;

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The outermost value, from the front of `sorted`, that at least two of the values share.
double OutermostShared(const std::vector<double>& sorted, double slack) {
  for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
    if (std::abs(sorted[i + 1] - sorted[i]) <= slack) return sorted[i];
  }
  return sorted.front();
}

bool SameSize(const Line& a, const Line& b) {
  return std::abs(a.font_size - b.font_size) <= kSameSize * std::max(a.font_size, b.font_size);
}

bool Centred(const PageLine& l) {
  const double em = l.line.font_size;
  const double before = l.line.box.x0 - l.area.left;
  const double behind = l.area.right - l.line.box.x1;
  const bool title = em > kTitle * l.area.font_size;
  if (title && std::abs(before - behind) <= 2 * kCentred * em) return true;
  if (before < kFreeBeside * em || behind < kFreeBeside * em) return false;
  if (std::abs(before - behind) > 2 * kCentred * em) return false;
  return std::abs(before - kFirstLine * em) > kFirstLineSlack * em || behind > 4 * em;
}

// The width of what could have been set at the end of the line before: one character, or a word
// that is not broken.
double FirstUnit(const Line& line) {
  const Word& word = line.words.front();
  const std::u32string text = DecodeUtf8(word.text);
  std::size_t latin = 0;
  while (latin < text.size() && !IsWide(text[latin])) ++latin;
  return 0.5 * static_cast<double>(latin) * Em(word);
}

bool Full(const PageLine& line, const Line& next) {
  const double free = line.area.right - line.line.box.x1;
  return free < kFreeAtEnd * line.line.font_size + FirstUnit(next);
}

bool Indented(const PageLine& l) {
  return l.line.box.x0 > l.area.left + kIndent * l.line.font_size;
}

// A line of pieces far apart: a row of something like a table, never part of a paragraph.
bool HasWideGap(const Line& line) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const double gap = line.words[i].box.x0 - line.words[i - 1].box.x1;
    if (gap > kWideGap * line.font_size) return true;
  }
  return false;
}

bool GoesOn(const PageLine& line, const PageLine& next) {
  if (line.line.rotation != next.line.rotation || !SameSize(line.line, next.line)) return false;
  if (Centred(line) || Centred(next)) return false;
  if (HasWideGap(line.line) || HasWideGap(next.line)) return false;
  if (Indented(next) || !Full(line, next.line)) return false;
  if (EndsClause(line.line.text) && BeginsItem(next.line.text)) return false;
  const double pitch = next.line.box.MidY() - line.line.box.MidY();
  return line.page != next.page || line.area.pitch == 0 || pitch <= kFarther * line.area.pitch;
}

Paragraph Begin(const PageLine& l) {
  Paragraph p;
  p.text = l.line.text;
  p.place = {l.page, l.line.box};
  p.font_size = l.line.font_size;
  p.bold = l.line.bold;
  p.centred = Centred(l);
  const ReadingQuality quality = QualityOf({l.line});
  p.confidence = quality.confidence;
  p.reading = quality.kind;
  return p;
}

void Append(Paragraph& p, const PageLine& l) {
  p.text = JoinText(p.text, l.line.text);
  if (l.page == p.place.page && p.place.box) p.place.box = Union(*p.place.box, l.line.box);
  p.bold = p.bold && l.line.bold;
  const ReadingQuality quality = QualityOf({l.line});
  p.confidence = std::min(p.confidence, quality.confidence);
  if (quality.kind == ReadingKind::kOcr) p.reading = quality.kind;
}

bool IsChineseNumeral(char32_t c) {
  return std::u32string_view(U"〇零一二三四五六七八九十百").find(c) != std::u32string_view::npos;
}

}  // namespace

bool EndsClause(std::string_view text) {
  return text.ends_with("。") || text.ends_with("：") || text.ends_with("；") ||
         text.ends_with(":") || text.ends_with(";") || text.ends_with("！");
}

TextArea FindTextArea(const std::vector<Line>& lines, double page_width) {
  std::vector<double> begins, ends, sizes, pitches;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].rotation != 0) continue;
    begins.push_back(lines[i].box.x0);
    if (lines[i].box.Width() >= kLong * lines[i].font_size) ends.push_back(lines[i].box.x1);
    sizes.push_back(lines[i].font_size);
    if (i == 0) continue;
    const double pitch = lines[i].box.MidY() - lines[i - 1].box.MidY();
    if (pitch > 0) pitches.push_back(pitch);
  }
  if (begins.empty()) return {};
  std::sort(begins.begin(), begins.end());
  std::sort(ends.rbegin(), ends.rend());
  const double slack = kSameEnd * Median(sizes);
  TextArea area{OutermostShared(begins, slack), 0, 0, Median(sizes)};
  area.right = ends.size() < 2 ? page_width - area.left : OutermostShared(ends, slack);
  if (pitches.size() >= 3) area.pitch = Median(pitches);
  return area;
}

std::vector<Paragraph> FindParagraphs(const std::vector<PageLine>& lines) {
  std::vector<Paragraph> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && GoesOn(lines[i - 1], lines[i])) {
      Append(out.back(), lines[i]);
    } else {
      out.push_back(Begin(lines[i]));
    }
  }
  return out;
}

bool BeginsItem(std::string_view text) {
  const std::u32string c = DecodeUtf8(Fold(Trim(text.substr(0, 64))));
  std::size_t i = 0;
  const bool bracket = i < c.size() && c[i] == '(';
  if (bracket) ++i;
  if (i < c.size() && c[i] == U'第') ++i;
  const std::size_t first = i;
  while (i < c.size() && (IsChineseNumeral(c[i]) || (c[i] >= '0' && c[i] <= '9'))) ++i;
  if (i == first || i == c.size()) return false;
  if (first > 0 && !bracket) return c[i] == U'条' || c[i] == U'项' || c[i] == U'章';
  if (bracket) return c[i] == ')';
  // 3.5 is a number, 3. opens an item.
  const bool number = i + 1 < c.size() && c[i + 1] >= '0' && c[i + 1] <= '9';
  return c[i] == U'、' || (c[i] == '.' && !number) || c[i] == ')';
}

}  // namespace gongkai
