// The ink is looked at twice, at two thresholds; what both agree in is sure.
#include "ocr/number_cell.h"

#include <algorithm>

#include "ocr/number_glyphs.h"
#include "ocr/number_ink.h"
#include "ocr/number_sureness.h"

namespace gongkai {
namespace {

// From paper (0) to ink (1). At the first hairlines hold together, in grainy paper only as far as the
// grain allows; at the second strokes that touch come apart and faint dirt is gone.
constexpr double kFirstShare = 0.3, kSecondShare = 0.55;
constexpr double kMostFirstShare = 0.45;
// Pixels. The cell of a whole page's width and three lines at 200 dpi has 500,000.
constexpr long kMostPixels = 2'000'000;
// Pixels of ink. A point at the end of a pen stroke has 12; less is dust, and the cell is blank.
constexpr int kLeastInk = 13;
// Of the digits' height: a longer dash is the placeholder, a shorter one may be a minus.
constexpr double kLongDash = 0.75;
constexpr int kLoneLongDash = 15;  // pixels at 200 dpi: half a character of 10 points

constexpr int kDoubtfulMargin = 512;  // a net holds another class to be an eighth as likely

struct CellLook {
  CellGlyphs found;
  int ink = 0;    // pixels of glyphs and strays
  PixelBox box;  // around them
  std::string signs;
};

void Widen(PixelBox& box, const PixelBox& by) {
  if (box == PixelBox{}) box = by;
  box = {std::min(box.x0, by.x0), std::min(box.y0, by.y0), std::max(box.x1, by.x1),
         std::max(box.y1, by.y1)};
}

// Grain is seen up to three times as dark as it often is.
double FirstShare(const InkLevels& levels) {
  const double grain = 3.0 * levels.grain / (levels.paper - levels.ink);
  return std::clamp(grain, kFirstShare, kMostFirstShare);
}

CellLook LookAt(const GreyView& cell, const InkLevels& levels, double share) {
  const CellInk ink = FindCellInk(cell, levels, share);
  CellLook look;
  look.found = FindNumberGlyphs(cell, levels, ink);
  look.found.crowded = look.found.crowded || ink.noise;
  for (const NumberGlyph& glyph : look.found.glyphs) {
    look.signs.push_back(glyph.sign);
    Widen(look.box, glyph.box);
  }
  for (const InkPart& stray : look.found.strays) {
    look.ink = std::max(look.ink, stray.pixels);
    Widen(look.box, stray.box);
  }
  return look;
}

std::string TextOf(const CellGlyphs& found) {
  std::string text;
  for (const NumberGlyph& glyph : found.glyphs) {
    const int longest = found.glyphs.size() == 1
                            ? kLoneLongDash
                            : static_cast<int>(kLongDash * found.digit_height);
    if (glyph.sign == '?') return {};
    if (glyph.sign == '-' && glyph.box.Width() >= longest) {
      text += "—";
    } else {
      text.push_back(glyph.sign);
    }
  }
  return text;
}

// A short upright remain along a border may be a 1 that was cut off.
bool MayHideDigit(const CellGlyphs& found) {
  return std::ranges::any_of(found.remains, [](const InkPart& remain) {
    return remain.box.Height() >= 10 && remain.box.Height() <= 34;
  });
}

NumberInk Unread(const PixelBox& box, double numeric) { return {{}, 0, numeric, box}; }

}  // namespace

std::optional<NumberInk> ReadNumberCell(const GreyView& cell) {
  if (cell.width < 3 || cell.height < 3) return std::nullopt;
  const PixelBox all{0, 0, cell.width, cell.height};
  if (static_cast<long>(cell.width) * cell.height > kMostPixels) return Unread(all, 0);
  const std::optional<InkLevels> levels = FindInkLevels(cell);
  if (!levels) return std::nullopt;
  CellLook look = LookAt(cell, *levels, FirstShare(*levels));
  CellLook again = LookAt(cell, *levels, kSecondShare);
  if (look.found.crowded || again.found.crowded) return Unread(all, 0);
  if (look.found.glyphs.empty()) {
    if (look.ink >= kLeastInk) return Unread(look.box, 0.2);
    if (MayHideDigit(look.found)) return Unread(all, 0.5);
    return std::nullopt;
  }
  // Strokes that ran together at the first threshold may stand apart at the second; where nothing
  // did, the second is the worse: it breaks hairlines.
  const int margin = LeastMargin(look.found), again_margin = LeastMargin(again.found);
  if (margin < kDoubtfulMargin && again_margin > margin && !again.found.glyphs.empty()) {
    std::swap(look, again);
  }
  NumberInk read{TextOf(look.found), 0, NumberLikeness(look.found), look.box};
  const SecondLook second{look.signs == again.signs, LeastMargin(again.found)};
  if (!read.text.empty()) read.confidence = NumberSureness(look.found, second);
  return read;
}

}  // namespace gongkai
