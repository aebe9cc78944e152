#include "ocr/number_parts.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace gongkai {
namespace {

// Pixels at 200 dpi: the digits of 8 points scanned at 150 dpi have 11.
constexpr int kLeastDigitHeight = 9;
// Of the digits' height.
constexpr double kDustSize = 0.09;       // points of the lightest font, badly printed: 0.1
constexpr double kPieceSize = 0.15;      // what hangs over a digit and is smaller, is a speck
constexpr double kPointSize = 0.36;      // no point is larger
constexpr double kCommaHeight = 0.5;
// Pixels from a border within which a thin line is what is left of a ruling.
constexpr int kRemainReach = 9;

DigitLine FindDigitLine(const InkMap& ink, const std::vector<int>& parts) {
  DigitLine highest, second;
  for (const int index : parts) {
    const PixelBox& box = ink.Part(index).box;
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
    const PixelBox& box = ink.Part(index).box;
    if (box.Height() * 10 < line.height * 8) continue;
    line.left = std::min(line.left, box.x0);
    line.right = std::max(line.right, box.x1);
  }
  return line;
}

// A thin line along a border, unless it stands in line with the digits and next to one: then it may
// be a 1.
bool IsRemain(const InkMap& ink, const InkPart& part, const DigitLine& line) {
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
std::vector<InkPiece> GroupColumns(const InkMap& ink, std::vector<int> parts) {
  std::ranges::sort(parts, [&ink](int a, int b) {
    const PixelBox &p = ink.Part(a).box, &q = ink.Part(b).box;
    return p.x0 != q.x0 ? p.x0 < q.x0 : a < b;
  });
  std::vector<InkPiece> pieces;
  for (const int index : parts) {
    const InkPiece one{ink.Part(index).box, {index}};
    if (!pieces.empty() && SameColumn(pieces.back().box, one.box)) {
      pieces.back() = Together(pieces.back(), one);
    } else {
      pieces.push_back(one);
    }
  }
  return pieces;
}

// Parts by what they can be.
struct SortedParts {
  std::vector<int> large, small;  // digits, dashes and pieces of them; points and the like
};

// A hyphen is about a third of a digit wide and stands at half its height.
bool IsHyphen(const PixelBox& box, const DigitLine& line) {
  const int middle = line.baseline - (box.y0 + box.y1) / 2;
  return 10 * box.Width() >= 13 * box.Height() && box.Width() >= 4 &&
         4 * box.Width() >= line.height &&
         4 * middle >= line.height && 4 * middle <= 3 * line.height;
}

SortedParts SortParts(const InkMap& ink, const DigitLine& line, const std::vector<int>& parts) {
  SortedParts sorted;
  for (const int index : parts) {
    const PixelBox& box = ink.Part(index).box;
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

void AttachSmall(const InkMap& ink, int digit_height, std::vector<InkPiece>& pieces,
                 std::vector<int>& small) {
  std::erase_if(small, [&](int index) {
    const PixelBox& box = ink.Part(index).box;
    InkPiece* piece = BrokenOff(pieces, box, digit_height);
    if (piece != nullptr) *piece = Together(*piece, {box, {index}});
    return piece != nullptr;
  });
}

}  // namespace

bool LiesAlongBorder(const InkMap& ink, const InkPart& part) {
  const PixelBox& box = part.box;
  const int flat_reach = std::min(kRemainReach, ink.height / 5);
  const int upright_reach = std::min(kRemainReach, ink.width / 5);
  const bool flat = (box.y1 <= flat_reach || box.y0 >= ink.height - flat_reach) &&
                    box.Width() > box.Height();
  const bool upright = (box.x1 <= upright_reach || box.x0 >= ink.width - upright_reach) &&
                       box.Height() > box.Width();
  return flat || upright || (part.cut && std::max(box.Width(), box.Height()) <= kRemainReach);
}

PixelBox BoxAround(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

InkPiece Together(const InkPiece& a, const InkPiece& b) {
  InkPiece both{BoxAround(a.box, b.box), a.parts};
  both.parts.insert(both.parts.end(), b.parts.begin(), b.parts.end());
  std::ranges::sort(both.parts);
  return both;
}

bool IsDash(const PixelBox& box) { return box.Width() >= 5 && box.Width() >= 1.6 * box.Height(); }

InkSorting SortInk(const InkMap& ink) {
  std::vector<int> parts, inner;
  for (int i = 0; i < static_cast<int>(ink.parts.size()); ++i) {
    parts.push_back(i);
    if (!LiesAlongBorder(ink, ink.Part(i))) inner.push_back(i);
  }
  InkSorting sorting;
  sorting.line = FindDigitLine(ink, inner);
  const DigitLine& line = sorting.line;
  std::erase_if(parts, [&](int i) { return IsDust(ink.Part(i), line.height); });
  std::erase_if(parts, [&](int i) {
    const bool remain = IsRemain(ink, ink.Part(i), line);
    if (remain) sorting.remains.push_back(ink.Part(i));
    return remain;
  });
  SortedParts sorted = SortParts(ink, line, parts);
  sorting.pieces = GroupColumns(ink, std::move(sorted.large));
  sorting.small = std::move(sorted.small);
  if (line.height > 0) AttachSmall(ink, line.height, sorting.pieces, sorting.small);
  return sorting;
}

}  // namespace gongkai
