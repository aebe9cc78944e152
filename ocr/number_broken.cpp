// Pieces are taken from left to right; every run of neighbours that is no wider than a digit is
// read as one, and of all ways to part the row into runs the best is kept.
#include "ocr/number_broken.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "ocr/glyph_reader.h"
#include "ocr/number_parts.h"

namespace gongkai {
namespace {

// Pixels at 200 dpi: digits of 8 to 18 points.
constexpr int kLeastHeight = 10, kMostHeight = 40;
// A number of six digits, each in as many pieces as a 2 falls to, and some specks.
constexpr std::size_t kMostPieces = 40;
// Pixels in a piece that tells where the line of digits stands: specks are smaller.
constexpr int kTellingPixels = 6;
// Of the digits' height: the widest digit, the least that is left of one's height, and how far two
// digits' boxes may overlap.
constexpr double kWidest = 0.92, kLeastShare = 0.75, kOverlap = 0.1;

// What may be a piece of a digit: more than a pixel of dust, and not along a border.
std::vector<int> PiecesOfDigits(const InkMap& ink) {
  std::vector<int> pieces;
  for (int i = 0; i < static_cast<int>(ink.parts.size()); ++i) {
    if (ink.Part(i).pixels > 1 && !LiesAlongBorder(ink, ink.Part(i))) pieces.push_back(i);
  }
  return pieces;
}

// Around what is no speck; empty where all is.
PixelBox BandOf(const InkMap& ink, const std::vector<int>& pieces) {
  PixelBox band;
  for (const int i : pieces) {
    const InkPart& part = ink.Part(i);
    if (part.pixels < kTellingPixels) continue;
    band = band == PixelBox{} ? part.box : BoxAround(band, part.box);
  }
  return band;
}

struct Parting {
  std::vector<std::pair<InkPiece, GlyphScores>> glyphs;
  int worst = 1 << 24;
};

class PiecesParter {
 public:
  PiecesParter(const GreyView& cell, const InkLevels& levels, const InkMap& ink,
               std::vector<int> pieces, int height)
      : cell_(cell), levels_(levels), ink_(ink), pieces_(std::move(pieces)), height_(height) {
    std::ranges::sort(pieces_, {}, [&ink](int i) {
      return std::pair(ink.Part(i).box.x0 + ink.Part(i).box.x1, i);
    });
  }

  // Nothing where some piece fits into no digit.
  std::optional<Parting> Best() const {
    std::vector<std::optional<Parting>> best(pieces_.size() + 1);
    best.front() = Parting{};
    for (std::size_t from = 0; from < pieces_.size(); ++from) {
      if (!best[from]) continue;
      InkPiece run{ink_.Part(pieces_[from]).box, {}};
      for (std::size_t to = from; to < pieces_.size(); ++to) {
        run = Together(run, {ink_.Part(pieces_[to]).box, {pieces_[to]}});
        if (run.box.Width() > kWidest * height_) break;
        if (CanFollow(*best[from], run)) Extend(*best[from], run, best[to + 1]);
      }
    }
    return best.back();
  }

 private:
  bool CanFollow(const Parting& before, const InkPiece& run) const {
    if (run.box.Height() < kLeastShare * height_) return false;
    return before.glyphs.empty() ||
           run.box.x0 >= before.glyphs.back().first.box.x1 - kOverlap * height_;
  }
  void Extend(const Parting& before, const InkPiece& run, std::optional<Parting>& best) const {
    const GlyphScores scores = ReadGlyph(cell_, levels_, ink_, run);
    const int worst = std::min(before.worst, scores.Likeness());
    if (scores.Best() >= kDigitClasses || (best && best->worst >= worst)) return;
    best = before;
    best->glyphs.emplace_back(run, scores);
    best->worst = worst;
  }

  const GreyView& cell_;
  const InkLevels& levels_;
  const InkMap& ink_;
  std::vector<int> pieces_;
  int height_;
};

}  // namespace

std::optional<CellGlyphs> FindBrokenGlyphs(const GreyView& cell, const InkLevels& levels,
                                           const InkMap& ink) {
  std::vector<int> pieces = PiecesOfDigits(ink);
  const PixelBox band = BandOf(ink, pieces);
  const int height = band.Height();
  if (height < kLeastHeight || height > kMostHeight) return std::nullopt;
  std::erase_if(pieces, [&](int i) {
    const PixelBox& box = ink.Part(i).box;
    return box.y1 <= band.y0 || box.y0 >= band.y1;
  });
  if (pieces.size() > kMostPieces) return std::nullopt;
  const auto parting = PiecesParter(cell, levels, ink, std::move(pieces), height).Best();
  if (!parting) return std::nullopt;
  CellGlyphs found;
  found.digit_height = height;
  for (const auto& [piece, scores] : parting->glyphs) {
    found.glyphs.push_back(ToGlyph(ink, piece, scores));
  }
  return found;
}

}  // namespace gongkai
