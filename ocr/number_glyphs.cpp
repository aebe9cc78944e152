// Parts are grouped into pieces by where they stand; both nets read each piece; a piece that
// neither takes for a digit is tried together with its neighbour (a broken stroke) or cut apart (digits
// that touch). Points and commas are found by size and place, which the nets do not see.
#include "ocr/number_glyphs.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace gongkai {
namespace {

// 9,999,999.99 has 12; a form's line of text has more.
constexpr std::size_t kMostGlyphs = 18;
// Of the digits' height.
constexpr double kWidestDigit = 0.92;    // an extended bold 0; two narrow digits are wider
constexpr double kNarrowestDigit = 0.12;
constexpr double kPointStep = 0.86;      // from middle to middle of those digits: 0.95 in these
constexpr double kPointMore = 0.12;      // than between other digits of the number
constexpr int kMostPieceSide = 400;  // pixels: what ReadGlyph takes

struct ReadPiece {
  InkPiece piece;
  GlyphScores scores;
  bool split = false;
};

struct CellContext {
  const GreyView& cell;
  const InkLevels& levels;
  const InkMap& ink;
};

ReadPiece Read(const CellContext& at, InkPiece piece) {
  GlyphScores scores = ReadGlyph(at.cell, at.levels, at.ink, piece);
  return {std::move(piece), scores, false};
}

// The box around the ink of the piece from column x0 to x1.
std::optional<InkPiece> Slice(const InkMap& ink, const InkPiece& piece, int x0, int x1) {
  PixelBox box{x1, piece.box.y1, x0, piece.box.y0};
  for (int y = piece.box.y0; y < piece.box.y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      if (std::ranges::binary_search(piece.parts, ink.Owner(x, y))) {
        box = BoxAround(box, {x, y, x + 1, y + 1});
      }
    }
  }
  if (box.Width() <= 0 || box.Height() <= 0) return std::nullopt;
  return InkPiece{box, piece.parts};
}

// Columns where the piece is thinnest, the thinnest first: places to cut.
std::vector<int> CutColumns(const InkMap& ink, const InkPiece& piece, int digit_height) {
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

// The best way to cut a piece into digits; a path is as good as its worst piece. Nothing where none is
// better than `least`: Chinese characters, of which labels are full, are given up at the first slice.
std::optional<CutPath> CutApart(const CellContext& at, const InkPiece& piece, int digit_height,
                                int least) {
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
      const int worst = std::min(best[from]->worst, read.scores.Likeness());
      if (worst <= (best[to] ? best[to]->worst : least)) continue;
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

// Once a piece can neither be read nor cut, the cell has no reading, and it is most likely a label:
// the others stay as they are.
void SplitTouching(const CellContext& at, int digit_height, std::vector<ReadPiece>& reads) {
  std::vector<ReadPiece> out;
  bool hopeless = false;
  for (ReadPiece& read : reads) {
    // Six digits in one piece is what bad print can do; longer ones are lines and pictures.
    const bool bounded = read.piece.box.Width() < 6 * digit_height;
    std::optional<CutPath> cut;
    if (bounded && !hopeless && CanBeTwo(read, digit_height)) {
      cut = CutApart(at, read.piece, digit_height, std::max(0, read.scores.Likeness()));
    }
    hopeless = hopeless || (Junk(read) && !cut);
    if (cut) {
      std::ranges::move(cut->pieces, std::back_inserter(out));
    } else {
      out.push_back(std::move(read));
    }
  }
  reads = std::move(out);
}

// A short dash behind a digit is a speck: no number has one there.
void AddGlyph(const InkMap& ink, const ReadPiece& read, CellGlyphs& found) {
  NumberGlyph glyph = ToGlyph(ink, read.piece, read.scores);
  glyph.split = read.split;
  const bool short_dash = glyph.sign == '-' && 2 * glyph.box.Width() < found.digit_height;
  if (short_dash && !found.glyphs.empty()) {
    for (const int part : read.piece.parts) found.strays.push_back(ink.Part(part));
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
void PlaceSmall(const InkMap& ink, const std::vector<int>& small, int baseline,
                CellGlyphs& found) {
  const double height = found.digit_height;
  std::vector<NumberGlyph> points;
  for (const int index : small) {
    const InkPart& part = ink.Part(index);
    const PixelBox& box = part.box;
    const bool between = HasRoomForPoint(found, box);
    const bool low = box.y1 >= baseline - 0.12 * height && box.y0 >= baseline - 0.45 * height;
    if (between && low) {
      const char sign = PointOrComma(box, baseline, found.digit_height);
      points.push_back({sign, box, 0, 0, part.cut, false});
    } else {
      found.strays.push_back(part);
    }
  }
  std::ranges::move(points, std::back_inserter(found.glyphs));
  std::ranges::stable_sort(found.glyphs, {}, [](const NumberGlyph& g) { return g.box.x0; });
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
      for (const int part : piece.parts) found.strays.push_back(at.ink.Part(part));
    } else {
      reads.push_back(Read(at, std::move(piece)));
    }
  }
  return reads;
}

}  // namespace

NumberGlyph ToGlyph(const InkMap& ink, const InkPiece& piece, const GlyphScores& scores) {
  constexpr std::string_view kSigns = "0123456789/-?";
  const int best = scores.Best();
  NumberGlyph glyph{kSigns[static_cast<std::size_t>(best)], piece.box,
                    GlyphScores::Margin(scores.shape, best),
                    GlyphScores::Margin(scores.stroke, best), false, false};
  for (const int part : piece.parts) glyph.cut = glyph.cut || ink.Part(part).cut;
  return glyph;
}

CellGlyphs FindNumberGlyphs(const GreyView& cell, const InkLevels& levels, const InkMap& ink) {
  const CellContext at{cell, levels, ink};
  InkSorting sorting = SortInk(ink);
  const DigitLine& line = sorting.line;
  CellGlyphs found;
  found.digit_height = line.height;
  found.remains = std::move(sorting.remains);
  std::optional<std::vector<ReadPiece>> reads = ReadPieces(at, std::move(sorting.pieces), found);
  if (!reads) {
    found.crowded = true;
    return found;
  }
  JoinBroken(at, line.height, *reads);
  SplitTouching(at, line.height, *reads);
  for (const ReadPiece& read : *reads) AddGlyph(ink, read, found);
  PlaceSmall(ink, sorting.small, line.baseline, found);
  SettleCommas(line.baseline, found.glyphs);
  return found;
}

}  // namespace gongkai
