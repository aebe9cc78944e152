// Parts are grouped into pieces by where they stand; both nets read each piece; a piece that neither
// takes for a digit is tried together with its neighbour (a broken stroke) or cut apart (digits
// that touch). Points and commas are found by size and place, which the nets do not see.
#include "ocr/number_glyphs.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "ocr/glyph_reader.h"

namespace gongkai {
namespace {

// Pixels at 200 dpi: the digits of 8 points scanned at 150 dpi have 11.
constexpr int kLeastDigitHeight = 9;
// 9,999,999.99 has 12; a form's line of text has more.
constexpr std::size_t kMostGlyphs = 18;
// Of the digits' height.
constexpr double kDustSize = 0.09;       // points of the lightest font, badly printed: 0.1
constexpr double kPieceSize = 0.15;      // what hangs over a digit and is smaller, is a speck
constexpr double kPointSize = 0.36;      // no point is larger
constexpr double kCommaHeight = 0.5;
constexpr double kPointRoom = 0.24;      // between the digits around a point: 0.39 in narrow fonts
constexpr double kWidestDigit = 0.92;    // an extended bold 0; two narrow digits are wider
constexpr double kNarrowestDigit = 0.12;
constexpr double kPointStep = 0.86;      // from middle to middle of those digits: 0.95 in these
constexpr double kPointMore = 0.12;      // than between other digits of the number
constexpr int kMostPieceSide = 400;  // pixels: what ReadGlyph takes
// Pixels from a border within which a thin line is what is left of a ruling.
constexpr int kRemainReach = 9;

struct ReadPiece {
  InkPiece piece;
  GlyphScores scores;
  bool split = false;
};

struct CellContext {
  const GreyView& cell;
  const InkLevels& levels;
  const CellInk& ink;
};

const InkPart& PartOf(const CellInk& ink, int index) {
  return ink.parts[static_cast<std::size_t>(index)];
}

PixelBox Union(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

InkPiece Together(const InkPiece& a, const InkPiece& b) {
  InkPiece both{Union(a.box, b.box), a.parts};
  both.parts.insert(both.parts.end(), b.parts.begin(), b.parts.end());
  std::ranges::sort(both.parts);
  return both;
}

bool LiesAlongBorder(const CellInk& ink, const InkPart& part) {
  const PixelBox& box = part.box;
  const int flat_reach = std::min(kRemainReach, ink.height / 5);
  const int upright_reach = std::min(kRemainReach, ink.width / 5);
  const bool flat = (box.y1 <= flat_reach || box.y0 >= ink.height - flat_reach) &&
                    box.Width() > box.Height();
  const bool upright = (box.x1 <= upright_reach || box.x0 >= ink.width - upright_reach) &&
                       box.Height() > box.Width();
  return flat || upright || (part.cut && std::max(box.Width(), box.Height()) <= kRemainReach);
}

ReadPiece Read(const CellContext& at, InkPiece piece) {
  GlyphScores scores = ReadGlyph(at.cell, at.levels, at.ink, piece);
  return {std::move(piece), scores, false};
}

// How far both nets together prefer the best class to junk.
int Likeness(const GlyphScores& scores) {
  const auto best = static_cast<std::size_t>(scores.Best());
  return scores.shape[best] - scores.shape[kJunkClass] + scores.stroke[best] -
         scores.stroke[kJunkClass];
}

// Where the digits stand: by the second highest part where that is nearly as high (the highest may
// have a speck or a remain stuck to it).
struct DigitLine {
  int height = 0, baseline = 0;  // 0: nothing is as high as a digit
  int left = 0, right = 0;       // of what is nearly as high
};

DigitLine FindDigitLine(const CellInk& ink, const std::vector<int>& parts) {
  DigitLine highest, second;
  for (const int index : parts) {
    const PixelBox& box = PartOf(ink, index).box;
    const DigitLine line{box.Height(), box.y1, box.x0, box.x1};
    if (line.height > highest.height) {
      second = std::exchange(highest, line);
    } else if (line.height > second.height) {
      second = line;
    }
  }
  if (highest.height < kLeastDigitHeight) return {};
  DigitLine line = second.height * 10 >= highest.height * 8 ? second : highest;
  for (const int index : parts) {
    const PixelBox& box = PartOf(ink, index).box;
    if (box.Height() * 10 < line.height * 8) continue;
    line.left = std::min(line.left, box.x0);
    line.right = std::max(line.right, box.x1);
  }
  return line;
}

// A thin line along a border, unless it stands in line with the digits and next to one: then it may
// be a 1.
bool IsRemain(const CellInk& ink, const InkPart& part, const DigitLine& line) {
  const PixelBox& box = part.box;
  if (!LiesAlongBorder(ink, part)) return false;
  const bool in_line = std::abs(box.Height() - line.height) * 5 <= line.height &&
                       std::abs(box.y1 - line.baseline) * 6 <= line.height;
  const bool beside = box.x0 < line.right + line.height && box.x1 > line.left - line.height;
  return !in_line || !beside;
}

bool IsDust(const InkPart& part, int digit_height) {
  const int side = std::max(part.box.Width(), part.box.Height());
  return side < std::max(2.0, kDustSize * digit_height);
}

bool SameColumn(const PixelBox& a, const PixelBox& b) {
  const int overlap = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  return overlap * 2 >= std::min(a.Width(), b.Width());
}

// Parts above each other are pieces of one glyph.
std::vector<InkPiece> GroupColumns(const CellInk& ink, std::vector<int> parts) {
  std::ranges::sort(parts, [&ink](int a, int b) {
    const PixelBox &p = PartOf(ink, a).box, &q = PartOf(ink, b).box;
    return p.x0 != q.x0 ? p.x0 < q.x0 : a < b;
  });
  std::vector<InkPiece> pieces;
  for (const int index : parts) {
    const InkPiece one{PartOf(ink, index).box, {index}};
    if (!pieces.empty() && SameColumn(pieces.back().box, one.box)) {
      pieces.back() = Together(pieces.back(), one);
    } else {
      pieces.push_back(one);
    }
  }
  return pieces;
}

// The box around the ink of the piece from column x0 to x1.
std::optional<InkPiece> Slice(const CellInk& ink, const InkPiece& piece, int x0, int x1) {
  PixelBox box{x1, piece.box.y1, x0, piece.box.y0};
  for (int y = piece.box.y0; y < piece.box.y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      if (std::ranges::binary_search(piece.parts, ink.Owner(x, y))) {
        box = Union(box, {x, y, x + 1, y + 1});
      }
    }
  }
  if (box.Width() <= 0 || box.Height() <= 0) return std::nullopt;
  return InkPiece{box, piece.parts};
}

// Columns where the piece is thinnest, the thinnest first: places to cut.
std::vector<int> CutColumns(const CellInk& ink, const InkPiece& piece, int digit_height) {
  const int margin = std::max(2, static_cast<int>(kNarrowestDigit * digit_height));
  struct Column {
    int x = 0, pixels = 0;
  };
  std::vector<Column> columns;
  for (int x = piece.box.x0 + margin; x <= piece.box.x1 - margin; ++x) {
    Column column{x, 0};
    for (int y = piece.box.y0; y < piece.box.y1; ++y) {
      column.pixels += std::ranges::binary_search(piece.parts, ink.Owner(x, y)) ? 1 : 0;
    }
    columns.push_back(column);
  }
  std::ranges::stable_sort(columns, {}, &Column::pixels);
  std::vector<int> cuts;
  constexpr std::size_t kMostCuts = 7;
  for (const Column& column : columns) {
    const auto near = [&column](int x) { return std::abs(x - column.x) < 2; };
    if (cuts.size() < kMostCuts && std::ranges::none_of(cuts, near)) cuts.push_back(column.x);
  }
  std::ranges::sort(cuts);
  return cuts;
}

// A way to cut a piece up to some column: the pieces, and the worst likeness among them.
struct CutPath {
  std::vector<ReadPiece> pieces;
  int worst = 0;
};

// The best way to cut a piece into digits; a path is as good as its worst piece.
std::optional<CutPath> CutApart(const CellContext& at, const InkPiece& piece, int digit_height) {
  std::vector<int> stops{piece.box.x0};
  std::ranges::copy(CutColumns(at.ink, piece, digit_height), std::back_inserter(stops));
  stops.push_back(piece.box.x1);
  std::vector<std::optional<CutPath>> best(stops.size());
  best.front() = CutPath{{}, 1 << 24};
  for (std::size_t to = 1; to < stops.size(); ++to) {
    for (std::size_t from = 0; from < to; ++from) {
      const int width = stops[to] - stops[from];
      if (!best[from] || width > kWidestDigit * digit_height || width < 2) continue;
      const std::optional<InkPiece> slice = Slice(at.ink, piece, stops[from], stops[to]);
      if (!slice) continue;
      ReadPiece read = Read(at, *slice);
      read.split = true;
      const int worst = std::min(best[from]->worst, Likeness(read.scores));
      if (best[to] && best[to]->worst >= worst) continue;
      best[to] = CutPath{best[from]->pieces, worst};
      best[to]->pieces.push_back(std::move(read));
    }
  }
  return best.back();
}

bool Junk(const ReadPiece& read) { return read.scores.Best() == kJunkClass; }

bool CanBeTwo(const ReadPiece& read, int digit_height) {
  const PixelBox& box = read.piece.box;
  const bool dash = read.scores.Best() == 11;
  if (dash || box.Height() > 1.4 * digit_height || box.Height() < 0.6 * digit_height) return false;
  return box.Width() > kWidestDigit * digit_height ||
         (Junk(read) && box.Width() > 0.55 * digit_height);
}

// Broken strokes: a piece that is junk alone and a digit together with the next one.
void JoinBroken(const CellContext& at, int digit_height, std::vector<ReadPiece>& reads) {
  for (std::size_t i = 0; i + 1 < reads.size(); ++i) {
    const PixelBox &a = reads[i].piece.box, &b = reads[i + 1].piece.box;
    const bool one = Junk(reads[i]), other = Junk(reads[i + 1]);
    // The halves of a 0 whose hairlines vanished are as far apart as it is wide inside.
    const double gap = one && other ? 0.6 : 0.4, most = one && other ? 1.1 : kWidestDigit;
    const bool near = b.x0 - a.x1 <= gap * digit_height && b.x1 - a.x0 <= most * digit_height;
    if (!near || (!one && !other)) continue;
    ReadPiece both = Read(at, Together(reads[i].piece, reads[i + 1].piece));
    if (Junk(both)) continue;
    reads[i] = std::move(both);
    reads.erase(reads.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

void SplitTouching(const CellContext& at, int digit_height, std::vector<ReadPiece>& reads) {
  std::vector<ReadPiece> out;
  for (ReadPiece& read : reads) {
    // Six digits in one piece is what bad print can do; longer ones are lines and pictures.
    const bool bounded = read.piece.box.Width() < 6 * digit_height;
    std::optional<CutPath> cut;
    if (bounded && CanBeTwo(read, digit_height)) cut = CutApart(at, read.piece, digit_height);
    if (cut && cut->worst > std::max(0, Likeness(read.scores))) {
      std::ranges::move(cut->pieces, std::back_inserter(out));
    } else {
      out.push_back(std::move(read));
    }
  }
  reads = std::move(out);
}

NumberGlyph ToGlyph(const CellInk& ink, const ReadPiece& read) {
  constexpr std::string_view kSigns = "0123456789/-?";
  const int best = read.scores.Best();
  NumberGlyph glyph{kSigns[static_cast<std::size_t>(best)], read.piece.box,
                    GlyphScores::Margin(read.scores.shape, best),
                    GlyphScores::Margin(read.scores.stroke, best), false, read.split};
  for (const int part : read.piece.parts) glyph.cut = glyph.cut || PartOf(ink, part).cut;
  return glyph;
}

// A short dash behind a digit is a speck: no number has one there.
void AddGlyph(const CellInk& ink, const ReadPiece& read, CellGlyphs& found) {
  const NumberGlyph glyph = ToGlyph(ink, read);
  const bool short_dash = glyph.sign == '-' && 2 * glyph.box.Width() < found.digit_height;
  if (short_dash && !found.glyphs.empty()) {
    for (const int part : read.piece.parts) found.strays.push_back(PartOf(ink, part));
  } else {
    found.glyphs.push_back(glyph);
  }
}

// A comma hangs below the line; points do not. In bad print each may look like the other: see
// SeparatorCap.
char PointOrComma(const PixelBox& box, int baseline, int digit_height) {
  const int below = box.y1 - baseline;
  const bool hangs = below >= std::max(2.0, 0.12 * digit_height);
  const bool tall = 10 * box.Height() >= 17 * box.Width() && box.Height() >= 4;
  return hangs || tall ? ',' : '.';
}

// Between two digits, which stand further apart than two digits without a point between them.
bool HasRoomForPoint(const CellGlyphs& found, const PixelBox& box) {
  const auto next = std::ranges::find_if(
      found.glyphs, [&box](const NumberGlyph& glyph) { return glyph.box.x1 > box.x1; });
  if (next == found.glyphs.begin() || next == found.glyphs.end()) return false;
  const PixelBox &a = std::prev(next)->box, &b = next->box;
  double room = kPointRoom;
  for (auto other = std::next(found.glyphs.begin()); other != found.glyphs.end(); ++other) {
    if (other == next) continue;
    const double gap = other->box.x0 - std::prev(other)->box.x1;
    room = std::max(room, std::min(gap / found.digit_height, kPointRoom) + kPointMore);
  }
  return b.x0 - a.x1 >= room * found.digit_height &&
         b.x0 + b.x1 - a.x0 - a.x1 >= 2 * kPointStep * found.digit_height;
}

// Where three digits follow, a comma is the likelier, and a hint of its tail will do.
void SettleCommas(int baseline, std::vector<NumberGlyph>& glyphs) {
  int digits = 0;
  for (auto glyph = glyphs.rbegin(); glyph != glyphs.rend(); ++glyph) {
    const PixelBox& box = glyph->box;
    const bool tail = 10 * box.Height() >= 13 * box.Width() ||
                      (box.y1 > baseline && 10 * box.Height() >= 11 * box.Width());
    if (glyph->sign == '.' && digits == 3 && tail) glyph->sign = ',';
    digits = glyph->sign >= '0' && glyph->sign <= '9' ? digits + 1 : 0;
  }
}

// What is too small for a digit: a point, a comma, or a stray.
void PlaceSmall(const CellInk& ink, const std::vector<int>& small, int baseline,
                CellGlyphs& found) {
  const double height = found.digit_height;
  std::vector<NumberGlyph> points;
  for (const int index : small) {
    const InkPart& part = PartOf(ink, index);
    const PixelBox& box = part.box;
    const bool between = HasRoomForPoint(found, box);
    const bool low = box.y1 >= baseline - 0.12 * height && box.y0 >= baseline - 0.45 * height;
    if (between && low) {
      points.push_back({PointOrComma(box, baseline, found.digit_height), box, 0, 0, part.cut, false});
    } else {
      found.strays.push_back(part);
    }
  }
  std::ranges::move(points, std::back_inserter(found.glyphs));
  std::ranges::stable_sort(found.glyphs, {}, [](const NumberGlyph& g) { return g.box.x0; });
}

// Parts by what they can be.
struct SortedParts {
  std::vector<int> large, small;  // digits, dashes and pieces of them; points and the like
};

bool IsDash(const PixelBox& box) { return box.Width() >= 5 && box.Width() >= 1.6 * box.Height(); }

// A hyphen is about a third of a digit wide and stands at half its height.
bool IsHyphen(const PixelBox& box, const DigitLine& line) {
  const int middle = line.baseline - (box.y0 + box.y1) / 2;
  return 10 * box.Width() >= 13 * box.Height() && box.Width() >= 4 &&
         4 * box.Width() >= line.height &&
         4 * middle >= line.height && 4 * middle <= 3 * line.height;
}

SortedParts SortParts(const CellInk& ink, const DigitLine& line, const std::vector<int>& parts) {
  SortedParts sorted;
  for (const int index : parts) {
    const PixelBox& box = PartOf(ink, index).box;
    const bool small = line.height == 0
                           ? !IsDash(box)
                           : box.Width() <= kPointSize * line.height &&
                                 box.Height() <= kCommaHeight * line.height && !IsHyphen(box, line);
    (small ? sorted.small : sorted.large).push_back(index);
  }
  return sorted;
}

// The piece that a small part was broken off, or none. A point or comma has room around it, and a
// speck lies apart; what hangs between two close digits, or over one, belongs to it.
InkPiece* BrokenOff(std::vector<InkPiece>& pieces, const PixelBox& box, int digit_height) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const PixelBox& by = pieces[i].box;
    const bool level = box.y1 > by.y0 - 2 && box.y0 < by.y1 + 2;
    if (!level || 2 * by.Height() < digit_height) continue;
    // No point stands under a digit; the ball that ends the stroke of a 3 or 5 does.
    const bool inside = box.x0 >= by.x0 && box.x1 <= by.x1;
    const bool speck = std::max(box.Width(), box.Height()) < kPieceSize * digit_height;
    const bool overlaps = std::min(box.x1, by.x1) > std::max(box.x0, by.x0);
    if (inside || (overlaps && !speck)) return &pieces[i];
    const bool touches = box.x0 <= by.x1 + 1 && box.x1 >= by.x0 - 1;
    const bool before = i > 0 && box.x0 < by.x0;
    const bool after = i + 1 < pieces.size() && box.x1 > by.x1;
    const int room = before  ? by.x0 - pieces[i - 1].box.x1
                     : after ? pieces[i + 1].box.x0 - by.x1
                             : digit_height;
    if (touches && room < kPointRoom * digit_height) return &pieces[i];
  }
  return nullptr;
}

void AttachSmall(const CellInk& ink, int digit_height, std::vector<InkPiece>& pieces,
                 std::vector<int>& small) {
  std::erase_if(small, [&](int index) {
    const PixelBox& box = PartOf(ink, index).box;
    InkPiece* piece = BrokenOff(pieces, box, digit_height);
    if (piece != nullptr) *piece = Together(*piece, {box, {index}});
    return piece != nullptr;
  });
}

// The parts that are no dust and no remains of rulings; these go to `found`.
std::vector<int> TakeParts(const CellInk& ink, CellGlyphs& found, DigitLine& line) {
  std::vector<int> parts, inner;
  for (int i = 0; i < static_cast<int>(ink.parts.size()); ++i) {
    parts.push_back(i);
    if (!LiesAlongBorder(ink, PartOf(ink, i))) inner.push_back(i);
  }
  line = FindDigitLine(ink, inner);
  std::erase_if(parts, [&](int i) { return IsDust(PartOf(ink, i), line.height); });
  std::erase_if(parts, [&](int i) {
    const bool remain = IsRemain(ink, PartOf(ink, i), line);
    if (remain) found.remains.push_back(PartOf(ink, i));
    return remain;
  });
  return parts;
}

// Nothing where there are more or larger pieces than numbers have.
std::optional<std::vector<ReadPiece>> ReadPieces(const CellContext& at,
                                                 std::vector<InkPiece> pieces, CellGlyphs& found) {
  if (pieces.size() > kMostGlyphs) return std::nullopt;
  std::vector<ReadPiece> reads;
  for (InkPiece& piece : pieces) {
    const PixelBox& box = piece.box;
    if (box.Width() > kMostPieceSide || box.Height() > kMostPieceSide) return std::nullopt;
    if (found.digit_height == 0 && !IsDash(box)) {
      for (const int part : piece.parts) found.strays.push_back(PartOf(at.ink, part));
    } else {
      reads.push_back(Read(at, std::move(piece)));
    }
  }
  return reads;
}

}  // namespace

CellGlyphs FindNumberGlyphs(const GreyView& cell, const InkLevels& levels, const CellInk& ink) {
  const CellContext at{cell, levels, ink};
  CellGlyphs found;
  DigitLine line;
  const std::vector<int> parts = TakeParts(ink, found, line);
  found.digit_height = line.height;
  SortedParts sorted = SortParts(ink, line, parts);
  std::vector<InkPiece> pieces = GroupColumns(ink, std::move(sorted.large));
  if (line.height > 0) AttachSmall(ink, line.height, pieces, sorted.small);
  std::optional<std::vector<ReadPiece>> reads = ReadPieces(at, std::move(pieces), found);
  if (!reads) {
    found.crowded = true;
    return found;
  }
  JoinBroken(at, line.height, *reads);
  SplitTouching(at, line.height, *reads);
  for (const ReadPiece& read : *reads) AddGlyph(ink, read, found);
  PlaceSmall(ink, sorted.small, line.baseline, found);
  SettleCommas(line.baseline, found.glyphs);
  return found;
}

}  // namespace gongkai
