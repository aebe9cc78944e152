// Each rule names one way in which ink is misread, and caps the confidence where it may have
// happened. Caps below 0.9 are what makes a doubtful number a flagged one.
#include "ocr/number_sureness.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace gongkai {
namespace {

constexpr int kUsualHeight = 20;  // pixels at 200 dpi, of digits of 10 points

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
      {{1500, 0.99}, {1100, 0.96}, {900, 0.92}, {400, 0.8}, {0, 0.6}, {-(1 << 24), 0.3}}};
  for (const Step& step : kSteps) {
    if (margin >= step.least) return step.confidence;
  }
  return 0;
}

// Hairlines break at the second threshold, in some fonts always: if the first look was very sure,
// that says nothing against it.
double SecondLookCap(const SecondLook& second, int margin) {
  if (second.same) return MarginCap(second.margin + 600);
  if (second.contradicts) return 0.5;
  return margin >= 1100 ? 0.92 : 0.7;
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

// How far the boxes lie apart, in pixels; 0 where they touch.
int Apart(const PixelBox& a, const PixelBox& b) {
  const int x = std::max({0, a.x0 - b.x1, b.x0 - a.x1});
  const int y = std::max({0, a.y0 - b.y1, b.y0 - a.y1});
  return std::max(x, y);
}

// Ink as large as a stroke may be a piece of a digit; what is smaller, only close to one, and
// specks never. A point that was taken for a speck left a gap: see GapCap.
double StrayCap(const CellGlyphs& found) {
  const int height = found.digit_height > 0 ? found.digit_height : kUsualHeight;
  double cap = 1;
  for (const InkPart& stray : found.strays) {
    const int side = std::max(stray.box.Width(), stray.box.Height());
    const bool large = side * 10 >= 3 * height;
    int apart = 1 << 16;
    for (const NumberGlyph& glyph : found.glyphs) {
      apart = std::min(apart, Apart(glyph.box, stray.box));
    }
    if (large) cap = std::min(cap, apart <= height ? 0.5 : 0.85);
    const bool speck = side * 20 < 3 * height;
    if (!speck && apart * 4 <= height) cap = std::min(cap, 0.85);
  }
  return cap;
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

// The paper between a and b, less what narrow ones have around them, in digit widths.
double Room(const NumberGlyph& a, const NumberGlyph& b, double width) {
  double room = b.box.x0 - a.box.x1;
  for (const NumberGlyph* glyph : {&a, &b}) {
    if (glyph->sign == '1') room -= std::max(0.0, (width - glyph->box.Width()) / 2);
  }
  return room / width;
}

// Three digits or more, all equally far apart: a number has but one point to lose. Two full-width
// digits look like two of a typewriter's that lost the point between them.
bool IsFullWidth(const CellGlyphs& found) {
  const std::vector<NumberGlyph>& glyphs = found.glyphs;
  if (glyphs.size() < 3 || !std::ranges::all_of(glyphs, IsDigit)) return false;
  const auto step = [&glyphs](std::size_t i) {
    const PixelBox &a = glyphs[i].box, &b = glyphs[i + 1].box;
    return b.x0 + b.x1 - a.x0 - a.x1;  // twice the distance of their middles
  };
  for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
    if (10 * std::abs(step(i) - step(0)) > 2 * step(0)) return false;
  }
  return step(0) >= 2 * found.digit_height;
}

// Of a digit's width: what a point in the narrowest font adds to the paper between two digits.
constexpr double kPointWidens = 0.38;

// Digits that follow each other are 0.1 to 0.5 of a digit's width apart; where a point or a comma
// was lost it is 0.65 and more, as between full-width digits. A 1 has more paper around it.
double GapCap(const CellGlyphs& found) {
  if (IsFullWidth(found)) return 1;
  const double width = UsualWidth(found);
  double narrowest = 0.58 - kPointWidens;
  for (const bool judging : {false, true}) {
    for (std::size_t i = 0; i + 1 < found.glyphs.size(); ++i) {
      const NumberGlyph &a = found.glyphs[i], &b = found.glyphs[i + 1];
      if (!IsDigit(a) || !IsDigit(b)) continue;
      const double room = Room(a, b, width);
      const bool inside = b.box.x0 + b.box.x1 - a.box.x0 - a.box.x1 < width;
      if (judging && (inside || room > narrowest + kPointWidens)) return 0.8;
      narrowest = std::min(narrowest, room);
    }
  }
  return 1;
}

// A speck between two digits is no point: a real one moves them further apart than digits without
// one, and where there is one speck there are more.
double PointCap(const CellGlyphs& found) {
  const std::vector<NumberGlyph>& glyphs = found.glyphs;
  const double width = UsualWidth(found);
  double widest = 0, narrowest = 1e9, cap = 1;
  for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
    if (IsDigit(glyphs[i]) && IsDigit(glyphs[i + 1])) {
      widest = std::max(widest, Room(glyphs[i], glyphs[i + 1], width));
    }
    if (i == 0 || !IsSeparator(glyphs[i])) continue;
    narrowest = std::min(narrowest, Room(glyphs[i - 1], glyphs[i + 1], width));
    for (const InkPart& stray : found.strays) {
      const int side = std::max(stray.box.Width(), stray.box.Height());
      if (2 * side >= glyphs[i].box.Width()) cap = 0.85;
    }
  }
  // A point's own advance is half a digit's, 0.5 to 0.65 of its width.
  return narrowest < std::max(0.55, widest + 0.25) ? std::min(cap, 0.7) : cap;
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

// What is left of a minus: a speck close before the first digit, at half its height.
bool MayBeMinus(const InkPart& stray, const PixelBox& digit) {
  const PixelBox& box = stray.box;
  const int away = std::abs(box.y0 + box.y1 - digit.y0 - digit.y1);  // twice the distance
  return box.x1 <= digit.x0 + 1 && 10 * (digit.x0 - box.x1) < 6 * digit.Height() &&
         4 * away <= digit.Height() && box.Width() >= box.Height();
}

// What is left of a digit around its flat stroke.
bool MayBelongToDash(const InkPart& stray, const PixelBox& dash) {
  return stray.box.x1 > dash.x0 - 4 && stray.box.x0 < dash.x1 + 4 &&
         Apart(stray.box, dash) <= kUsualHeight;
}

// A slash or a dash stands alone; a minus before a digit.
double SignCap(const CellGlyphs& found) {
  const NumberGlyph& first = found.glyphs.front();
  const bool alone = found.glyphs.size() == 1;
  if (first.sign == '-' && alone && found.strays.size() > 1) return 0.7;  // a speck among specks
  for (const InkPart& stray : found.strays) {
    if (first.sign != '-' && MayBeMinus(stray, first.box)) return 0.8;
    if (first.sign == '-' && alone && MayBelongToDash(stray, first.box)) return 0.5;
  }
  for (std::size_t i = 0; i < found.glyphs.size() && !alone; ++i) {
    const char sign = found.glyphs[i].sign;
    if (sign == '/') return 0.5;
    if (sign == '-' && (i > 0 || !IsDigit(found.glyphs[1]))) return 0.6;
    // Specks beside each other look like a minus.
    if (sign == '-' && (found.strays.size() > 1 || found.glyphs[1].sign == '0')) return 0.7;
  }
  return 1;
}

// A lone bar that is four times as wide as high is a dash; nets that see no size waver a little.
int DashBonus(const CellGlyphs& found) {
  const NumberGlyph& glyph = found.glyphs.front();
  const bool bar = found.glyphs.size() == 1 && glyph.sign == '-' &&
                   glyph.box.Width() >= std::max(8, 4 * glyph.box.Height());
  return bar && glyph.shape_margin > 0 && glyph.stroke_margin > 0 ? 600 : 0;
}

using CapRule = double (*)(const CellGlyphs&);
constexpr std::array<CapRule, 10> kCapRules{LineCap,  SizeCap, WidthCap, BorderCap,    SplitCap,
                                            StrayCap, GapCap,  PointCap, SeparatorCap, SignCap};

}  // namespace

int LeastMargin(const CellGlyphs& found) {
  int least = 1 << 24;
  for (const NumberGlyph& glyph : found.glyphs) {
    if (IsSeparator(glyph)) continue;
    if (glyph.sign == '?') return -(1 << 24);
    least = std::min({least, glyph.shape_margin, glyph.stroke_margin});
  }
  return found.glyphs.empty() ? least : least + DashBonus(found);
}

double NumberSureness(const CellGlyphs& found, const SecondLook& second) {
  const int margin = LeastMargin(found);
  return std::min({MarginCap(margin), SecondLookCap(second, margin), GeometryCap(found)});
}

double GeometryCap(const CellGlyphs& found) {
  double cap = 1;
  for (const CapRule rule : kCapRules) cap = std::min(cap, rule(found));
  return cap;
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
