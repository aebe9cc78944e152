#include "ocr/ink_pieces.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <utility>

#include "ocr/pix.h"

namespace gongkai {
namespace {

// A dense page has about 4,000 pieces: strokes that do not touch count apart.
constexpr int kMostPieces = 40000;
constexpr int kSpeck = 3;  // pixels; a point of 9 pt type is 3 wide at 200 dpi

// Pixels at 200 dpi: 5 and 40 pt, the sizes that print has.
constexpr int kLeastGlyph = 10, kMostGlyph = 115;
// Of the typical height. Glyphs in one piece that are this high say where a line runs; the pieces
// of others, marks and digits join it, or make up one among themselves if they are no specks.
constexpr double kFullGlyph = 0.8, kPieceOfGlyph = 0.35;
// Of the pieces' heights: high enough to be a full character's among digits and strokes.
constexpr double kHighShare = 0.88;
// Of the typical height: how far apart the pieces of one glyph stand, and how high it may be.
constexpr double kInsideGlyph = 0.2, kHighestGlyph = 1.25;
// The share of the lower one's height by which two glyphs of a line stand beside each other.
constexpr double kBeside = 0.5;
// The share of its height by which a piece of a line's character stands within the line.
constexpr double kWithinLine = 0.8;
// Of a line's height: how far a mark may stand above or below its glyphs.
constexpr double kMarkReach = 0.35;
// Em. A gap that parts a line into pieces: wider than an indent or a blank left for a number.
constexpr double kWideGap = 2.6;
// A full character's ink is this much lower than its em.
constexpr double kInkOfEm = 0.9;

// Glyphs, of the highest ones' height, whose middles say how a line slopes, and how many are needed:
// middles differ by a tenth of an em in a level line, so that its ends are known to a tenth.
constexpr double kGlyphOfHighest = 0.6;
constexpr std::size_t kGlyphsForSlope = 8;
// Em between a line's ends. Less is within what the glyphs' own shapes make of a level line.
constexpr double kLeastTilt = 0.25;

// Pixels at 200 dpi: half a millimetre. Points and dots of 14 pt are not larger, but stand close to
// their glyphs.
constexpr int kMostSpeck = 5;
// Of the typical height: how far a dot stands from its glyph at most (a full-width colon's).
constexpr double kDotReach = 0.4;
// A page without dust has a few such pieces, of broken strokes.
constexpr std::size_t kFewSpecks = 25;

PixelBox UnionOf(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

int SharedHeight(const PixelBox& a, const PixelBox& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}

bool ByLeft(const PixelBox& a, const PixelBox& b) {
  return a.x0 != b.x0 ? a.x0 < b.x0 : a.y0 < b.y0;
}

struct OpenLine {
  std::vector<PixelBox> pieces;
  PixelBox band;  // of its last glyph: y0 and y1 say where the line runs
};

// The line that the piece stands beside most of all, or the end.
std::size_t FindLineOf(const PixelBox& piece, const std::vector<OpenLine>& lines) {
  std::size_t best = lines.size();
  double most = kBeside;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int lower = std::min(piece.Height(), lines[i].band.Height());
    const double share = static_cast<double>(SharedHeight(piece, lines[i].band)) / lower;
    if (share > most) {
      most = share;
      best = i;
    }
  }
  return best;
}

std::vector<OpenLine> LinesOfGlyphs(const std::vector<PixelBox>& glyphs) {
  std::vector<OpenLine> lines;
  for (const PixelBox& glyph : glyphs) {
    const std::size_t i = FindLineOf(glyph, lines);
    if (i == lines.size()) {
      lines.push_back({{glyph}, glyph});
      continue;
    }
    lines[i].pieces.push_back(glyph);
    PixelBox& band = lines[i].band;  // follows the line, slowly: glyphs differ in height
    band.y0 = (3 * band.y0 + glyph.y0) / 4;
    band.y1 = (3 * band.y1 + glyph.y1 + 3) / 4;
  }
  return lines;
}

PixelBox BoxOf(const std::vector<PixelBox>& pieces) {
  return std::accumulate(pieces.begin(), pieces.end(), pieces.front(), UnionOf);
}

// How a line leaves the level: what is left of the page's skew, or a sheet that curls.
struct Tilt {
  double slope = 0, middle = 0;  // pixels down a pixel; where it is turned about

  int Below(const PixelBox& piece) const {
    return static_cast<int>(std::lround(slope * ((piece.x0 + piece.x1) / 2.0 - middle)));
  }
  PixelBox Level(PixelBox piece) const {
    const int below = Below(piece);
    piece.y0 -= below;
    piece.y1 -= below;
    return piece;
  }
};

int HighOf(const std::vector<PixelBox>& pieces) {
  std::vector<int> heights;
  for (const PixelBox& piece : pieces) heights.push_back(piece.Height());
  const auto high = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 9 / 10);
  std::nth_element(heights.begin(), high, heights.end());
  return *high;
}

// The line of least squares through the glyphs' middles; level where that says nothing.
Tilt TiltOf(const std::vector<PixelBox>& pieces) {
  const int high = HighOf(pieces);
  const PixelBox box = BoxOf(pieces);
  Tilt tilt{0, (box.x0 + box.x1) / 2.0};
  double count = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const PixelBox& piece : pieces) {
    if (piece.Height() < kGlyphOfHighest * high) continue;
    const double at = (piece.x0 + piece.x1) / 2.0 - tilt.middle, down = (piece.y0 + piece.y1) / 2.0;
    ++count;
    x += at;
    y += down;
    xx += at * at;
    xy += at * down;
  }
  const double spread = count * xx - x * x;
  if (count < kGlyphsForSlope || spread <= 0) return tilt;
  const double slope = (count * xy - x * y) / spread;
  if (std::abs(slope) * box.Width() >= kLeastTilt * high / kInkOfEm) tilt.slope = slope;
  return tilt;
}

PixelBox LevelBoxOf(const std::vector<PixelBox>& pieces, const Tilt& tilt) {
  PixelBox box = tilt.Level(pieces.front());
  for (const PixelBox& piece : pieces) box = UnionOf(box, tilt.Level(piece));
  return box;
}

// Marks and strokes into the line around them; returns those that stand in none.
std::vector<PixelBox> AddMarks(const std::vector<PixelBox>& marks, std::vector<OpenLine>& lines) {
  struct Range {
    Tilt tilt;
    int y0, y1;
  };
  std::vector<Range> ranges;
  for (const OpenLine& line : lines) {
    const Tilt tilt = TiltOf(line.pieces);
    const PixelBox box = LevelBoxOf(line.pieces, tilt);
    const int reach = static_cast<int>(kMarkReach * line.band.Height());
    ranges.push_back({tilt, box.y0 - reach, box.y1 + reach});
  }
  std::vector<PixelBox> rest;
  for (const PixelBox& mark : marks) {
    std::size_t best = lines.size();
    int least = kMostGlyph;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const int middle = (mark.y0 + mark.y1) / 2 - ranges[i].tilt.Below(mark);
      const int away = std::abs(2 * middle - ranges[i].y0 - ranges[i].y1) / 2;
      if (middle >= ranges[i].y0 && middle < ranges[i].y1 && away < least) {
        least = away;
        best = i;
      }
    }
    if (best < lines.size()) {
      lines[best].pieces.push_back(mark);
    } else {
      rest.push_back(mark);
    }
  }
  return rest;
}

// Lines of what is left: small print, digits, characters in several pieces. From the top, whatever
// overlaps or nearly touches downwards is one line while it is no higher than a glyph.
std::vector<OpenLine> LinesOfPieces(std::vector<PixelBox> pieces, int typical) {
  std::sort(pieces.begin(), pieces.end(), [](const PixelBox& a, const PixelBox& b) {
    return a.y0 != b.y0 ? a.y0 < b.y0 : a.x0 < b.x0;
  });
  std::vector<OpenLine> lines;
  for (const PixelBox& piece : pieces) {
    if (!lines.empty()) {
      OpenLine& last = lines.back();
      const PixelBox both = UnionOf(last.band, piece);
      // A character is as high as it is wide: the pieces of a title's are wider than typical.
      const int em = std::max({typical, last.pieces.front().Width(), piece.Width()});
      const bool overlaps = SharedHeight(last.band, piece) > kBeside * piece.Height();
      const bool near = piece.y0 - last.band.y1 <= kInsideGlyph * em &&
                        both.Height() <= kHighestGlyph * em;
      if (overlaps || near) {
        last.pieces.push_back(piece);
        last.band = both;
        continue;
      }
    }
    lines.push_back({{piece}, piece});
  }
  std::erase_if(lines, [&](const OpenLine& line) {
    return line.band.Height() < kPieceOfGlyph * typical;
  });
  return lines;
}

// Whether a line above another is the upper part of one character that both make up: about as high as
// wide, and higher than the print around, whose characters are not parted like that.
bool AreOneCharacter(const PixelBox& above, const PixelBox& below, int typical) {
  const PixelBox both = UnionOf(above, below);
  const int shared = std::min(above.x1, below.x1) - std::max(above.x0, below.x0);
  return shared >= kBeside * std::min(above.Width(), below.Width()) &&
         below.y0 - above.y1 <= kInsideGlyph * both.Width() &&
         both.Height() > kHighestGlyph * typical &&
         both.Height() <= kHighestGlyph * both.Width() &&
         both.Width() <= kHighestGlyph * both.Height();
}

// A lone character of a title in two pieces above one another (告) makes two lines: one again.
void JoinParted(std::vector<OpenLine>& lines, int typical) {
  std::stable_sort(lines.begin(), lines.end(), [](const OpenLine& a, const OpenLine& b) {
    return BoxOf(a.pieces).y0 < BoxOf(b.pieces).y0;
  });
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    OpenLine& above = lines[i];
    OpenLine& below = lines[i + 1];
    // Two lines of two characters each are square, too.
    if (above.pieces.size() > 1 || below.pieces.size() > 1) continue;
    if (!AreOneCharacter(BoxOf(above.pieces), BoxOf(below.pieces), typical)) continue;
    below.pieces.insert(below.pieces.end(), above.pieces.begin(), above.pieces.end());
    below.band = BoxOf(below.pieces);
    above.pieces.clear();
  }
  std::erase_if(lines, [](const OpenLine& line) { return line.pieces.empty(); });
}

bool IsWithin(const PixelBox& inner, const PixelBox& outer) {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 &&
         SharedHeight(outer, inner) >= kWithinLine * inner.Height();
}

// What stands within a line is part of its characters: the right half of one (报) whose left half
// reaches under it.
void JoinInner(std::vector<OpenLine>& lines) {
  for (OpenLine& line : lines) line.band = BoxOf(line.pieces);
  std::stable_sort(lines.begin(), lines.end(), [](const OpenLine& a, const OpenLine& b) {
    return a.band.y0 < b.band.y0;
  });
  const auto take = [](OpenLine& outer, OpenLine& inner) {
    outer.pieces.insert(outer.pieces.end(), inner.pieces.begin(), inner.pieces.end());
    outer.band = UnionOf(outer.band, inner.band);
    inner.pieces.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size() && lines[j].band.y0 < lines[i].band.y1; ++j) {
      if (lines[i].pieces.empty()) break;
      if (lines[j].pieces.empty()) continue;
      if (IsWithin(lines[j].band, lines[i].band)) {
        take(lines[i], lines[j]);
      } else if (IsWithin(lines[i].band, lines[j].band)) {
        take(lines[j], lines[i]);
      }
    }
  }
  std::erase_if(lines, [](const OpenLine& line) { return line.pieces.empty(); });
}

PrintLine Finish(std::vector<PixelBox> pieces) {
  PrintLine line;
  const Tilt tilt = TiltOf(pieces);
  line.box = BoxOf(pieces);
  line.em = HighOf(pieces) / kInkOfEm;
  line.slope = tilt.slope;
  line.level = LevelBoxOf(pieces, tilt);
  line.pieces = std::move(pieces);
  return line;
}

// Cut where the gap is too wide for one line of text.
void CutAtGaps(std::vector<PixelBox> pieces, double em, std::vector<PrintLine>& out) {
  std::sort(pieces.begin(), pieces.end(), ByLeft);
  std::vector<PixelBox> run;
  int right = 0;
  for (const PixelBox& piece : pieces) {
    if (!run.empty() && piece.x0 - right > kWideGap * em) {
      out.push_back(Finish(std::move(run)));
      run.clear();
    }
    right = run.empty() ? piece.x1 : std::max(right, piece.x1);
    run.push_back(piece);
  }
  if (!run.empty()) out.push_back(Finish(std::move(run)));
}

}  // namespace

std::vector<PixelBox> FindInkPieces(const Raster& grey, int level) {
  std::vector<PixelBox> out;
  const OwnedPix pix = ToPix(grey);
  const OwnedPix ink(pix == nullptr ? nullptr : pixThresholdToBinary(pix.get(), level));
  if (ink == nullptr) return out;
  Boxa* boxes = pixConnCompBB(ink.get(), 8);
  const int count = boxes == nullptr ? 0 : boxaGetCount(boxes);
  if (count <= kMostPieces) {
    for (int i = 0; i < count; ++i) {
      l_int32 x = 0, y = 0, w = 0, h = 0;
      boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
      if (w >= kSpeck || h >= kSpeck) out.push_back({x, y, x + w, y + h});
    }
  }
  boxaDestroy(&boxes);
  return out;
}

std::vector<PixelBox> FindSpecks(const std::vector<PixelBox>& pieces, int typical) {
  const int reach = static_cast<int>(kDotReach * typical);
  std::vector<PixelBox> small, glyphs;
  for (const PixelBox& piece : pieces) {
    (std::max(piece.Width(), piece.Height()) <= kMostSpeck ? small : glyphs).push_back(piece);
  }
  std::sort(glyphs.begin(), glyphs.end(), ByLeft);
  // A glyph that reaches a speck begins at most a wide piece before it.
  const auto near_glyph = [&](const PixelBox& speck) {
    auto glyph = std::lower_bound(glyphs.begin(), glyphs.end(), speck.x0 - reach - 2 * kMostGlyph,
                                  [](const PixelBox& g, int left) { return g.x0 < left; });
    for (; glyph != glyphs.end() && glyph->x0 <= speck.x1 + reach; ++glyph) {
      if (glyph->x1 >= speck.x0 - reach && glyph->y0 <= speck.y1 + reach &&
          glyph->y1 >= speck.y0 - reach) {
        return true;
      }
    }
    return false;
  };
  std::erase_if(small, near_glyph);
  if (small.size() < kFewSpecks) small.clear();
  return small;
}

int TypicalHeight(const std::vector<PixelBox>& pieces) {
  std::vector<int> heights;
  for (const PixelBox& piece : pieces) {
    if (piece.Height() >= kLeastGlyph && piece.Height() <= kMostGlyph) {
      heights.push_back(piece.Height());
    }
  }
  if (heights.empty()) return 0;
  const auto high = heights.begin() + static_cast<std::ptrdiff_t>(
                                          kHighShare * static_cast<double>(heights.size()));
  std::nth_element(heights.begin(), high, heights.end());
  return *high;
}

std::vector<PrintLine> FindPrintLines(const std::vector<PixelBox>& pieces, int typical) {
  std::vector<PixelBox> glyphs, marks;
  for (const PixelBox& piece : pieces) {
    if (piece.Height() > kMostGlyph || piece.Width() > 4 * kMostGlyph) continue;  // a frame, a seal
    const bool full = piece.Height() >= kFullGlyph * typical && piece.Height() >= kLeastGlyph;
    (full ? glyphs : marks).push_back(piece);
  }
  std::sort(glyphs.begin(), glyphs.end(), ByLeft);
  std::vector<OpenLine> open = LinesOfGlyphs(glyphs);
  std::vector<OpenLine> rest = LinesOfPieces(AddMarks(marks, open), typical);
  std::move(rest.begin(), rest.end(), std::back_inserter(open));
  JoinParted(open, typical);
  JoinInner(open);
  std::vector<PrintLine> lines;
  for (OpenLine& line : open) {
    CutAtGaps(std::move(line.pieces), std::max(line.band.Height(), typical) / kInkOfEm, lines);
  }
  std::sort(lines.begin(), lines.end(), [](const PrintLine& a, const PrintLine& b) {
    const int upper = a.box.y0 + a.box.y1, lower = b.box.y0 + b.box.y1;
    return upper != lower ? upper < lower : a.box.x0 < b.box.x0;
  });
  return lines;
}

}  // namespace gongkai
