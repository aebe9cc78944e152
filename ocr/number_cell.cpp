// The ink is looked at twice, at two thresholds; what both agree in is sure.
#include "ocr/number_cell.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "model/stage_times.h"
#include "ocr/number_broken.h"
#include "ocr/number_glyphs.h"
#include "ocr/number_ink.h"
#include "ocr/number_sureness.h"

namespace gongkai {
namespace {

// From paper (0) to ink (1). At the first hairlines hold together, in grainy paper only as far as
// the grain allows; at the second strokes that touch come apart and faint dirt is gone.
constexpr double kFirstShare = 0.3, kSecondShare = 0.5;
// Where only the second could be read (what is left of a seal is gone there), a third has to agree.
constexpr double kThirdShare = 0.62;
constexpr double kMostFirstShare = 0.45;
// What is left of hairlines that a copier lost is paler than 0.3 and darker than clean paper.
constexpr double kFaintShare = 0.15;
// Pixels. The cell of a whole page's width and three lines at 200 dpi has 500,000.
constexpr long kMostPixels = 2'000'000;
// Pixels of ink within a box of a digit's size. A thin 1 of 8 points that fell to pieces keeps some
// 10; a page with 100 specks to the square inch has 4 there on an average.
constexpr int kLeastInk = 9;
constexpr int kDigitWidth = 14, kDigitHeight = 20;  // pixels at 200 dpi, of 10 points
constexpr int kLongDash = 15;         // pixels at 200 dpi: half a character of 10 points
constexpr int kDoubtfulMargin = 512;  // a net holds another class to be an eighth as likely

struct CellLook {
  CellGlyphs found;
  int densest = 0;  // pixels of ink in the fullest box of a digit's size
  PixelBox box;     // around glyphs and strays
  std::string signs;
};

void Widen(PixelBox& box, const PixelBox& by) {
  if (box == PixelBox{}) box = by;
  box = {std::min(box.x0, by.x0), std::min(box.y0, by.y0), std::max(box.x1, by.x1),
         std::max(box.y1, by.y1)};
}

// The share, or as much more as grain asks for: it is seen up to three times as dark as it often is.
double AboveGrain(double share, const InkLevels& levels) {
  const double grain = 3.0 * levels.grain / (levels.paper - levels.ink);
  return std::clamp(grain, share, kMostFirstShare);
}

// Dust and pieces of broken glyphs alike; remains of rulings do not count.
int DensestInk(const InkMap& ink, const std::vector<InkPart>& remains) {
  const auto counts = [&remains](const InkPart& part) {
    return std::ranges::none_of(remains, [&](const InkPart& r) { return r.box == part.box; });
  };
  int densest = 0;
  for (const InkPart& corner : ink.parts) {
    int pixels = 0;
    for (const InkPart& part : ink.parts) {
      const bool inside = part.box.x0 >= corner.box.x0 &&
                          part.box.x0 < corner.box.x0 + kDigitWidth &&
                          std::abs(part.box.y0 - corner.box.y0) < kDigitHeight;
      if (inside && counts(part)) pixels += part.pixels;
    }
    densest = std::max(densest, pixels);
  }
  return densest;
}

CellLook LookAt(const GreyView& cell, const InkLevels& levels, double share) {
  const InkMap ink = FindInkMap(cell, levels, share);
  CellLook look;
  look.found = FindNumberGlyphs(cell, levels, ink);
  look.found.crowded = look.found.crowded || ink.noise;
  for (const NumberGlyph& glyph : look.found.glyphs) {
    look.signs.push_back(glyph.sign);
    Widen(look.box, glyph.box);
  }
  for (const InkPart& stray : look.found.strays) {
    Widen(look.box, stray.box);
  }
  if (look.found.glyphs.empty()) look.densest = DensestInk(ink, look.found.remains);
  return look;
}

std::string TextOf(const CellGlyphs& found) {
  const std::vector<NumberGlyph>& glyphs = found.glyphs;
  std::string text;
  for (const NumberGlyph& glyph : glyphs) text.push_back(glyph.sign);
  if (text.find('?') != std::string::npos) return {};
  return text == "-" && glyphs.front().box.Width() >= kLongDash ? "—" : text;
}

// Whether glyphs that stand in the same place are the same, where both looks made them out; and
// whether both made out all of them.
SecondLook Compare(const CellLook& look, const CellLook& again) {
  SecondLook second{look.signs == again.signs, false, LeastMargin(again.found)};
  for (const NumberGlyph& a : look.found.glyphs) {
    for (const NumberGlyph& b : again.found.glyphs) {
      const int overlap = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
      const bool same_place = 2 * overlap > std::min(a.box.Width(), b.box.Width());
      const bool whole = 5 * b.box.Height() >= 3 * a.box.Height();  // else it is a broken stroke
      if (same_place && whole && a.sign != b.sign && b.sign != '?') second.contradicts = true;
    }
  }
  return second;
}

// Whether something as high as a digit, in line with the digits, is gone at the higher threshold.
bool LosesGlyph(const CellLook& look, const CellLook& again) {
  if (again.found.glyphs.empty()) return true;
  const PixelBox& line = again.found.glyphs.front().box;
  return std::ranges::any_of(look.found.glyphs, [&](const NumberGlyph& glyph) {
    const PixelBox& box = glyph.box;
    const bool kept = std::ranges::any_of(again.found.glyphs, [&box](const NumberGlyph& other) {
      return other.box.x0 < box.x1 && other.box.x1 > box.x0;
    });
    const bool high = 10 * box.Height() >= 7 * again.found.digit_height &&
                      10 * box.Height() <= 14 * again.found.digit_height;
    return !kept && high && box.y0 < line.y1 && box.y1 > line.y0;
  });
}

// A short upright remain along a border may be a 1 that was cut off.
bool MayHideDigit(const CellGlyphs& found) {
  return std::ranges::any_of(found.remains, [](const InkPart& remain) {
    return remain.box.Height() >= 10 && remain.box.Height() <= 34;
  });
}

// Digits put together from pieces are a guess, which another reader may make, too.
constexpr double kBroken = 0.6;
// Split glyphs, capped at 0.93, may pass: their pieces are shapes.
constexpr double kSureGeometry = 0.9;

// How sure of digits in pieces the nets have to be. Dashes and what was left over in such ink are
// pieces of digits, which the nets cannot tell. So are points; but a real point joined to a digit
// costs the nets most of their liking: 346 of 1622 was left to a drawn 28,140, half and more to
// print in pieces.
int LeastForBroken(const CellLook& look) {
  const bool dashes = look.signs.find_first_of("-/") != look.signs.npos;
  if (look.signs.empty() || dashes) return 0;
  const bool points = look.signs.find_first_of(".,") != look.signs.npos;
  const int liking = std::max(0, LeastMargin(look.found));
  if (points) return liking / 2;
  return look.found.strays.empty() ? liking : 0;
}

// A guess at digits in pieces, where it fits the ink better than what was read.
std::optional<NumberInk> ReadBroken(const GreyView& cell, const InkLevels& levels,
                                    const CellLook& look) {
  const InkMap ink = FindInkMap(cell, levels, AboveGrain(kFaintShare, levels));
  const auto found = FindBrokenGlyphs(cell, levels, ink);
  if (!found || LeastMargin(*found) <= LeastForBroken(look)) return std::nullopt;
  NumberInk read{TextOf(*found), kBroken, false, true, NumberLikeness(*found), {}};
  if (read.text.size() > 1 && read.text.front() == '0') return std::nullopt;  // it has a point
  for (const NumberGlyph& glyph : found->glyphs) Widen(read.box, glyph.box);
  return read;
}

// Whether a cell that was read may hold digits in pieces.
bool MayBeBroken(const CellLook& look) {
  return LeastMargin(look.found) < kDoubtfulMargin || GeometryCap(look.found) < kSureGeometry;
}

NumberInk Unread(const PixelBox& box, double numeric) {
  return {{}, 0, false, false, numeric, box};
}

}  // namespace

std::optional<NumberInk> ReadNumberCell(const GreyView& cell) {
  const StageTimer timer(Stage::kNumbers);
  if (cell.width < 3 || cell.height < 3) return std::nullopt;
  const PixelBox all{0, 0, cell.width, cell.height};
  if (static_cast<long>(cell.width) * cell.height > kMostPixels) return Unread(all, 0);
  const std::optional<InkLevels> levels = FindInkLevels(cell);
  if (!levels) return std::nullopt;
  CellLook look = LookAt(cell, *levels, AboveGrain(kFirstShare, *levels));
  CellLook again = LookAt(cell, *levels, kSecondShare);
  if (look.found.crowded || again.found.crowded) return Unread(all, 0);
  if (look.found.glyphs.empty()) {
    if (look.densest >= kLeastInk) {
      const auto broken = ReadBroken(cell, *levels, look);
      return broken ? broken : Unread(all, 0.3);
    }
    if (MayHideDigit(look.found)) return Unread(all, 0.5);
    return std::nullopt;
  }
  // Strokes that ran together at the first threshold may stand apart at the second; where nothing
  // did, the second is the worse: it breaks hairlines.
  const int margin = LeastMargin(look.found), again_margin = LeastMargin(again.found);
  const bool swapped =
      margin < kDoubtfulMargin && again_margin > margin && !LosesGlyph(look, again);
  if (swapped) {
    look = std::exchange(again, LookAt(cell, *levels, kThirdShare));
  }
  NumberInk read{TextOf(look.found), 0, false, false, NumberLikeness(look.found), look.box};
  SecondLook second = Compare(look, again);
  const bool new_point = look.signs.find_first_of(".,") == std::string::npos &&
                         again.signs.find_first_of(".,") != std::string::npos;
  second.contradicts = second.contradicts || new_point || (swapped && !second.same);
  if (MayBeBroken(look)) {
    if (auto broken = ReadBroken(cell, *levels, look)) return broken;
  }
  if (read.text.empty()) return read;
  read.confidence = NumberSureness(look.found, second);
  read.only_shapes = GeometryCap(look.found) >= kSureGeometry && !second.contradicts;
  return read;
}

}  // namespace gongkai
