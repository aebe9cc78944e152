// Each rule names one way in which ink is misread, and caps the confidence where it may have
// happened. Caps below 0.9 are what makes a doubtful number a flagged one.
#include "ocr/number_sureness.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace gongkai {
namespace {

bool IsDigit(const NumberGlyph& glyph) { return glyph.sign >= '0' && glyph.sign <= '9'; }
bool IsSeparator(const NumberGlyph& glyph) { return glyph.sign == '.' || glyph.sign == ','; }

std::vector<const NumberGlyph*> Digits(const CellGlyphs& found) {
  std::vector<const NumberGlyph*> digits;
  for (const NumberGlyph& glyph : found.glyphs) {
    if (IsDigit(glyph)) digits.push_back(&glyph);
  }
  return digits;
}

// By the least margin of the nets, in 1/256 of a natural logarithm. Measured: docs/digits.md.
double MarginCap(int margin) {
  struct Step {
    int least;
    double confidence;
  };
  static constexpr std::array<Step, 6> kSteps{
      {{1800, 0.99}, {1400, 0.97}, {1000, 0.93}, {500, 0.8}, {0, 0.6}, {-(1 << 24), 0.3}}};
  for (const Step& step : kSteps) {
    if (margin >= step.least) return step.confidence;
  }
  return 0;
}

double SecondLookCap(const SecondLook& second) {
  return second.same ? MarginCap(second.margin + 600) : 0.5;
}

// Of one number all digits are equally high and stand on one line. Two pixels are what a threshold
// makes of two neighbours.
double LineCap(const CellGlyphs& found) {
  const std::vector<const NumberGlyph*> digits = Digits(found);
  const int slack = std::max(2, found.digit_height * 12 / 100);
  for (const NumberGlyph* digit : digits) {
    const PixelBox &box = digit->box, &first = digits.front()->box;
    if (std::abs(box.Height() - found.digit_height) > slack) return 0.7;
    if (std::abs(box.y1 - first.y1) > slack) return 0.7;
  }
  return 1;
}

// Digits of 8 to 18 points; what is smaller or larger is another thing, or at another scale.
double SizeCap(const CellGlyphs& found) {
  if (Digits(found).empty()) return 1;
  return found.digit_height >= 10 && found.digit_height <= 40 ? 1 : 0.6;
}

// A digit is 0.3 to 0.9 as wide as high; a bare bar may be a 1, a slash or a piece of a ruling.
double WidthCap(const CellGlyphs& found) {
  for (const NumberGlyph* digit : Digits(found)) {
    const double share = static_cast<double>(digit->box.Width()) / digit->box.Height();
    if (digit->sign == '1' ? share < 0.2 || share > 0.85 : share < 0.3 || share > 1.0) return 0.7;
  }
  return 1;
}

// What touches the border of the cell may go on behind it.
double BorderCap(const CellGlyphs& found) {
  const bool cut = std::ranges::any_of(found.glyphs, &NumberGlyph::cut);
  return cut ? 0.7 : 1;
}

double SplitCap(const CellGlyphs& found) {
  const bool split = std::ranges::any_of(found.glyphs, &NumberGlyph::split);
  return split ? 0.93 : 1;
}

double StrayCap(const CellGlyphs& found) {
  const int height = found.digit_height;
  for (const InkPart& stray : found.strays) {
    const int side = std::max(stray.box.Width(), stray.box.Height());
    if (side * 100 >= 30 * height) return 0.5;  // as large as a stroke
    if (found.glyphs.empty()) continue;
    // Where a point, a comma or a dash would stand.
    const bool beside = stray.box.x1 > found.glyphs.front().box.x0 - height &&
                        stray.box.x0 < found.glyphs.back().box.x1 + height / 2;
    if (beside) return 0.85;
  }
  return 1;
}

// The width of a digit other than 1, which is narrower in most fonts.
double UsualWidth(const CellGlyphs& found) {
  std::vector<int> widths;
  for (const NumberGlyph* digit : Digits(found)) {
    if (digit->sign != '1') widths.push_back(digit->box.Width());
  }
  if (widths.empty()) return 0.55 * found.digit_height;
  std::ranges::sort(widths);
  return widths[widths.size() / 2];
}

// Digits that follow each other are 0.1 to 0.35 of a digit's width apart; where a point or a comma
// was lost it is 0.65 and more, as between full-width digits. A 1 has more paper around it.
double GapCap(const CellGlyphs& found) {
  const double width = UsualWidth(found);
  for (std::size_t i = 0; i + 1 < found.glyphs.size(); ++i) {
    const NumberGlyph &a = found.glyphs[i], &b = found.glyphs[i + 1];
    if (!IsDigit(a) || !IsDigit(b)) continue;
    double most = 0.5 * width;
    for (const NumberGlyph* glyph : {&a, &b}) {
      if (glyph->sign == '1') most += std::max(0.0, (width - glyph->box.Width()) / 2);
    }
    if (b.box.x0 - a.box.x1 > most) return 0.8;
    if (b.box.x0 + b.box.x1 - a.box.x0 - a.box.x1 < width) return 0.8;  // one inside the other
  }
  return 1;
}

// 1,204 has three digits behind the comma, 0.55 a digit on both sides of its point.
double SeparatorCap(const CellGlyphs& found) {
  const std::vector<NumberGlyph>& glyphs = found.glyphs;
  std::ptrdiff_t points = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (!IsSeparator(glyphs[i])) continue;
    std::size_t behind = i + 1;
    while (behind < glyphs.size() && IsDigit(glyphs[behind])) ++behind;
    const std::size_t count = behind - i - 1;
    const bool group = count == 3;
    if (i == 0 || !IsDigit(glyphs[i - 1]) || count == 0) return 0.3;
    if ((glyphs[i].sign == ',') != group) return 0.7;
    points += glyphs[i].sign == '.' ? 1 : 0;
  }
  return points > 1 ? 0.3 : 1;
}

// A slash or a dash stands alone; a minus before a digit.
double SignCap(const CellGlyphs& found) {
  for (std::size_t i = 0; i < found.glyphs.size(); ++i) {
    const char sign = found.glyphs[i].sign;
    const bool alone = found.glyphs.size() == 1;
    if (sign == '/' && !alone) return 0.5;
    if (sign == '-' && !alone && (i > 0 || !IsDigit(found.glyphs[1]))) return 0.6;
  }
  return 1;
}

using CapRule = double (*)(const CellGlyphs&);
constexpr std::array<CapRule, 9> kCapRules{LineCap, SizeCap, WidthCap,      BorderCap, SplitCap,
                                           StrayCap, GapCap, SeparatorCap, SignCap};

}  // namespace

int LeastMargin(const CellGlyphs& found) {
  int least = 1 << 24;
  for (const NumberGlyph& glyph : found.glyphs) {
    if (IsSeparator(glyph)) continue;
    least = std::min({least, glyph.shape_margin, glyph.stroke_margin});
  }
  return least;
}

double NumberSureness(const CellGlyphs& found, const SecondLook& second) {
  double sureness = std::min(MarginCap(LeastMargin(found)), SecondLookCap(second));
  for (const CapRule rule : kCapRules) sureness = std::min(sureness, rule(found));
  return sureness;
}

double NumberLikeness(const CellGlyphs& found) {
  if (found.glyphs.empty()) return 0;
  double sum = 0;
  for (const NumberGlyph& glyph : found.glyphs) {
    const bool agreed = IsSeparator(glyph) || (glyph.shape_margin > 0 && glyph.stroke_margin > 0);
    const int away = std::abs(glyph.box.Height() - found.digit_height);
    const bool level = !IsDigit(glyph) || away * 4 <= found.digit_height;
    sum += glyph.sign == '?' ? 0 : agreed && level ? 1 : 0.5;
  }
  const double share = sum / static_cast<double>(found.glyphs.size());
  return share * share;  // a line with one character that is no digit is hardly a number
}

}  // namespace gongkai
