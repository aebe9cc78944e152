#include "ocr/glyph_picture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace gongkai {
namespace {

constexpr int kShapeSide = 24;
constexpr int kStrokeSide = 28;
constexpr int kFramedSide = kStrokeSide + 4;  // edges at the rim need paper around them
constexpr int kEdgeSide = kFramedSide - 2;    // what a 3 x 3 filter leaves
constexpr int kPlaces = 6;
constexpr int kDirections = 8;

// What one output pixel takes: the input pixels from `first` on, by the weights from `begin` to `end`,
// whose sum is `sum`.
struct FilterRow {
  int first = 0;
  std::size_t begin = 0, end = 0;
  std::int64_t sum = 0;
};
struct Filter {
  std::vector<FilterRow> rows;
  std::vector<int> weights;  // of all rows: a vector for each would cost more than the filtering
};

// A triangle as wide as an output pixel and never narrower than an input one, in whole numbers.
Filter TriangleFilter(int size, int length) {
  const int support = 2 * std::max(size, length);
  Filter filter;
  filter.rows.reserve(static_cast<std::size_t>(size));
  filter.weights.reserve(static_cast<std::size_t>(3 * std::max(size, length)));
  for (int i = 0; i < size; ++i) {
    const int middle = (2 * i + 1) * length - size;  // in 1/(2 * size) of an input pixel
    FilterRow row{std::max(0, (middle - support) / (2 * size)), filter.weights.size(), 0, 0};
    for (int j = row.first; j < length && 2 * size * j - middle < support; ++j) {
      const int weight = support - std::abs(2 * size * j - middle);
      if (weight <= 0) {
        row.first = j + 1;
        continue;
      }
      filter.weights.push_back(weight);
      row.sum += weight;
    }
    row.end = filter.weights.size();
    filter.rows.push_back(row);
  }
  return filter;
}

// Rows of the glyph scaled to `width`, values in 1/64.
std::vector<int> ScaledRows(const GlyphInk& glyph, int width) {
  const Filter filter = TriangleFilter(width, glyph.width);
  std::vector<int> out;
  out.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(glyph.height));
  const unsigned char* line = glyph.ink.data();
  for (int y = 0; y < glyph.height; ++y, line += glyph.width) {
    for (const FilterRow& row : filter.rows) {
      std::int64_t sum = 0;
      const unsigned char* at = line + row.first;
      for (std::size_t k = row.begin; k < row.end; ++k) {
        sum += std::int64_t{filter.weights[k]} * *at++;
      }
      out.push_back(static_cast<int>(sum * 64 / row.sum));
    }
  }
  return out;
}

// The glyph scaled to width x height, in the middle of a side x side picture.
std::vector<unsigned char> FitGlyph(const GlyphInk& glyph, int side, int width, int height) {
  const std::vector<int> lines = ScaledRows(glyph, width);
  const Filter filter = TriangleFilter(height, glyph.height);
  std::vector<unsigned char> out(static_cast<std::size_t>(side * side));
  const int left = (side - width) / 2, top = (side - height) / 2;
  for (int y = 0; y < height; ++y) {
    const FilterRow& row = filter.rows[static_cast<std::size_t>(y)];
    for (int x = 0; x < width; ++x) {
      std::int64_t sum = 0;
      const int* at = lines.data() + row.first * width + x;
      for (std::size_t k = row.begin; k < row.end; ++k) {
        sum += std::int64_t{filter.weights[k]} * *at;
        at += width;
      }
      const std::int64_t value = (sum + 32 * row.sum) / (64 * row.sum);
      out[static_cast<std::size_t>((top + y) * side + left + x)] =
          static_cast<unsigned char>(std::min<std::int64_t>(value, 255));
    }
  }
  return out;
}

int WholeRoot(int value) {
  int root = 0;
  for (int bit = 1 << 12; bit > 0; bit /= 2) {
    if ((root + bit) * (root + bit) <= value) root += bit;
  }
  return root;
}

std::vector<unsigned char> FramedStrokePicture(const GlyphInk& glyph) {
  const auto shorter = [](int a, int b) {
    return std::max(1, WholeRoot(kStrokeSide * kStrokeSide * a / b));
  };
  const bool upright = glyph.width <= glyph.height;
  const int width = upright ? shorter(glyph.width, glyph.height) : kStrokeSide;
  const int height = upright ? kStrokeSide : shorter(glyph.height, glyph.width);
  const std::vector<unsigned char> picture = FitGlyph(glyph, kStrokeSide, width, height);
  std::vector<unsigned char> framed(kFramedSide * kFramedSide);
  for (int y = 0; y < kStrokeSide; ++y) {
    std::copy_n(picture.begin() + y * kStrokeSide, kStrokeSide,
                framed.begin() + (y + 2) * kFramedSide + 2);
  }
  return framed;
}

// How an edge splits into the nearest straight and the nearest diagonal direction.
struct EdgeShare {
  std::size_t straight_at = 0, diagonal_at = 0;  // which of the directions
  int straight = 0, diagonal = 0;
};
EdgeShare ShareEdge(int gx, int gy) {
  const int ax = std::abs(gx), ay = std::abs(gy);
  EdgeShare share;
  share.straight = std::abs(ax - ay);
  share.straight_at = ax >= ay ? (gx > 0 ? 0 : 1) : (gy > 0 ? 2 : 3);
  share.diagonal = std::min(ax, ay) * 181 / 128;  // the square root of two
  share.diagonal_at = gx > 0 ? (gy > 0 ? 4 : 6) : (gy > 0 ? 7 : 5);
  return share;
}

// Places overlap: each is a tent of 5 pixels to either side, 5 pixels apart. So a pixel lies in up to
// three places that follow each other.
struct PlaceShare {
  std::size_t first = 0;
  std::array<int, 3> weights{};
};
using PlaceShares = std::array<PlaceShare, kEdgeSide>;
constexpr PlaceShares MakePlaceShares() {
  PlaceShares shares{};
  for (int at = 0; at < kEdgeSide; ++at) {
    PlaceShare& share = shares[static_cast<std::size_t>(at)];
    share.first = static_cast<std::size_t>(std::clamp((at - 3) / 5, 0, kPlaces - 3));
    for (std::size_t k = 0; k < 3; ++k) {
      const int middle = 5 * static_cast<int>(share.first + k) + 2;
      share.weights[k] = std::max(0, 6 - (at > middle ? at - middle : middle - at));
    }
  }
  return shares;
}
constexpr PlaceShares kPlaceShares = MakePlaceShares();

using RowSums = std::array<std::array<int, kPlaces>, kDirections>;

// The edges of one row of the picture, gathered by direction and place.
RowSums SumRow(const unsigned char* p) {
  RowSums sums{};
  constexpr int kRow = kFramedSide;
  for (std::size_t x = 0; x < kEdgeSide; ++x, ++p) {
    const int gx = p[2] + 2 * p[kRow + 2] + p[2 * kRow + 2] - p[0] - 2 * p[kRow] - p[2 * kRow];
    const int gy = p[2 * kRow] + 2 * p[2 * kRow + 1] + p[2 * kRow + 2] - p[0] - 2 * p[1] - p[2];
    if (gx == 0 && gy == 0) continue;
    const EdgeShare edge = ShareEdge(gx, gy);
    const PlaceShare& share = kPlaceShares[x];
    for (std::size_t k = 0; k < 3; ++k) {
      sums[edge.straight_at][share.first + k] += share.weights[k] * edge.straight;
      sums[edge.diagonal_at][share.first + k] += share.weights[k] * edge.diagonal;
    }
  }
  return sums;
}

using PlaceSums = std::array<std::array<std::array<int, kPlaces>, kPlaces>, kDirections>;

void AddRow(const RowSums& row, const PlaceShare& share, PlaceSums& sums) {
  for (std::size_t direction = 0; direction < kDirections; ++direction) {
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t x = 0; x < kPlaces; ++x) {
        sums[direction][share.first + k][x] += share.weights[k] * row[direction][x];
      }
    }
  }
}

}  // namespace

std::vector<unsigned char> ShapePicture(const GlyphInk& glyph) {
  const int longest = std::max(glyph.width, glyph.height);
  const auto scaled = [longest](int side) {
    return std::max(1, (kShapeSide * side + longest / 2) / longest);
  };
  return FitGlyph(glyph, kShapeSide, scaled(glyph.width), scaled(glyph.height));
}

std::vector<unsigned char> StrokeFeatures(const GlyphInk& glyph) {
  const std::vector<unsigned char> picture = FramedStrokePicture(glyph);
  PlaceSums sums{};
  for (std::size_t y = 0; y < kEdgeSide; ++y) {
    AddRow(SumRow(picture.data() + y * kFramedSide), kPlaceShares[y], sums);
  }
  std::vector<unsigned char> features;
  features.reserve(kDirections * kPlaces * kPlaces);
  for (const auto& direction : sums) {
    for (const auto& row : direction) {
      for (const int sum : row) {
        features.push_back(static_cast<unsigned char>(std::min(255, WholeRoot(sum) * 3 / 8)));
      }
    }
  }
  return features;
}

}  // namespace gongkai
