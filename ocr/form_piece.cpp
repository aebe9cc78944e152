// A piece is brought to 32 by 32 pixels; its gradients, by direction and place, tell strokes apart
// whatever the weight of the font is.
#include "ocr/form_piece.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace gongkai {
namespace {

constexpr int kSide = 32, kPlaces = 8, kDirections = 8;
constexpr int kMaxPartsOfOne = 5;  // an ellipsis has three, 川 as well, and one to spare

using Square = std::array<int, static_cast<std::size_t>(kSide* kSide)>;

int RoundedRoot(double value) { return static_cast<int>(std::sqrt(value) + 0.5); }

// The source pixels that one target pixel covers, and what share (of 256) the first, the last, and
// each of those between have in it.
struct Span {
  int first = 0, last = 0;
  int first_share = 0, last_share = 0, share = 0;
};

using Spans = std::array<Span, kSide>;

Spans SpansOf(int from, int to) {
  Spans spans{};
  for (int t = 0; t < to; ++t) {
    const int begin = t * from * 256 / to, end = std::max(begin + 1, (t + 1) * from * 256 / to);
    const int first = begin / 256, last = std::min(from - 1, (end - 1) / 256);
    const auto share = [&](int pixel) {
      const int overlap = std::min(end, (pixel + 1) * 256) - std::max(begin, pixel * 256);
      return overlap * 256 / (end - begin);
    };
    spans[static_cast<std::size_t>(t)] = {first, last, share(first), share(last),
                                          256 * 256 / (end - begin)};
  }
  return spans;
}

template <typename Value>
int Mean(const Span& span, const Value& value) {
  int sum = value(span.first) * span.first_share;
  for (int pixel = span.first + 1; pixel < span.last; ++pixel) sum += value(pixel) * span.share;
  if (span.last > span.first) sum += value(span.last) * span.last_share;
  return sum;
}

// The piece in the middle of the square. Its longer side fills it, the shorter one is widened by a
// root, so that thin characters have room for their shape.
Square Normalise(const FormInk& ink, const PixelBox& box) {
  const int w = box.Width(), h = box.Height(), longer = std::max(w, h);
  const auto side = [&](int length) {
    return std::clamp(RoundedRoot(1.0 * kSide * kSide * length / longer), 2, kSide);
  };
  const int tw = side(w), th = side(h);
  const Spans across = SpansOf(w, tw), down = SpansOf(h, th);
  std::vector<int> rows(static_cast<std::size_t>(h * tw), 0);
  for (int y = 0; y < h; ++y) {
    const std::uint8_t* shade =
        ink.shade.data() + static_cast<std::ptrdiff_t>(box.y0 + y) * ink.width + box.x0;
    const auto value = [&](int pixel) { return int{shade[pixel]}; };
    for (int x = 0; x < tw; ++x) {
      rows[static_cast<std::size_t>(y * tw + x)] =
          Mean(across[static_cast<std::size_t>(x)], value) >> 4;
    }
  }
  Square square{};
  const int left = (kSide - tw) / 2, up = (kSide - th) / 2;
  for (int y = 0; y < th; ++y) {
    const Span& span = down[static_cast<std::size_t>(y)];
    for (int x = 0; x < tw; ++x) {
      const auto row = [&](int pixel) { return rows[static_cast<std::size_t>(pixel * tw + x)]; };
      square[static_cast<std::size_t>((up + y) * kSide + left + x)] = Mean(span, row) >> 12;
    }
  }
  return square;
}

// A pixel lies between two places on either axis; its weights on them are of 8.
struct Places {
  int first = 0;  // -1 before the first place
  int weight = 0, next = 0;
};

Places PlacesOf(int pixel) {
  // In half pixels the middle of place i is 8 i + 3, that of a pixel 2 x.
  const int offset = 2 * pixel - 3, first = offset < 0 ? -1 : offset / 8;
  const int rest = offset - first * 8;
  return {first, 8 - rest, rest};
}

template <typename Bins>
void Add(Bins& bins, int offset, const Places& px, const Places& py, int value) {
  const auto add = [&](int x, int y, int weight) {
    if (x < 0 || y < 0 || x >= kPlaces || y >= kPlaces) return;
    bins[static_cast<std::size_t>(offset + y * kPlaces + x)] += value * weight;
  };
  add(px.first, py.first, px.weight * py.weight);
  add(px.first + 1, py.first, px.next * py.weight);
  add(px.first, py.first + 1, px.weight * py.next);
  add(px.first + 1, py.first + 1, px.next * py.next);
}

constexpr int kStrokeBins = kDirections * kPlaces * kPlaces, kInkBins = kPlaces * kPlaces;

struct Bins {
  std::array<int, kStrokeBins> strokes{};
  std::array<int, kInkBins> ink{};
};

// A gradient is parted between the two of eight directions that it lies between.
Bins Collect(const Square& square) {
  std::array<Places, kSide> places;
  for (int i = 0; i < kSide; ++i) places[static_cast<std::size_t>(i)] = PlacesOf(i);
  Bins bins;
  const auto at = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= kSide || y >= kSide) return 0;
    return square[static_cast<std::size_t>(y * kSide + x)];
  };
  for (int y = 0; y < kSide; ++y) {
    const Places& py = places[static_cast<std::size_t>(y)];
    for (int x = 0; x < kSide; ++x) {
      const Places& px = places[static_cast<std::size_t>(x)];
      if (const int value = at(x, y)) Add(bins.ink, 0, px, py, value);
      const int e = at(x + 1, y), w = at(x - 1, y), s = at(x, y + 1), n = at(x, y - 1);
      const int se = at(x + 1, y + 1), nw = at(x - 1, y - 1);
      const int ne = at(x + 1, y - 1), sw = at(x - 1, y + 1);
      const int gx = ne + 2 * e + se - nw - 2 * w - sw, gy = sw + 2 * s + se - nw - 2 * n - ne;
      if (gx == 0 && gy == 0) continue;
      const int ax = std::abs(gx), ay = std::abs(gy);
      const int axis = ax >= ay ? (gx > 0 ? 0 : 4) : (gy > 0 ? 2 : 6);
      const int diagonal = gx > 0 ? (gy > 0 ? 1 : 7) : (gy > 0 ? 3 : 5);
      Add(bins.strokes, axis * kInkBins, px, py, std::abs(ax - ay));
      Add(bins.strokes, diagonal * kInkBins, px, py, std::min(ax, ay));
    }
  }
  return bins;
}

// How near `value` (in hundredths of the line's height) is to each of eight marks, 25 apart.
void Thermometer(int value, std::uint8_t* out) {
  for (int mark = 0; mark < 8; ++mark) {
    const int away = std::abs(std::clamp(value, 0, 175) - 25 * mark);
    out[mark] = static_cast<std::uint8_t>(std::max(0, 25 - away) * 8);
  }
}

}  // namespace

std::vector<FormPiece> FindFormPieces(const FormInk& ink) {
  std::vector<FormPiece> pieces;
  const int parts = static_cast<int>(ink.parts.size() / 2);
  const auto start = [&](int part) { return ink.parts[static_cast<std::size_t>(2 * part)]; };
  const auto end = [&](int part) { return ink.parts[static_cast<std::size_t>(2 * part + 1)]; };
  for (int first = 0; first < parts; ++first) {
    for (int last = first; last < parts && last < first + kMaxPartsOfOne; ++last) {
      // The widest character is 1.0 of the type's size, and the line's ink is at least 0.85 of it.
      if (last > first && (end(last) - start(first)) * 100 > ink.Em() * 118) break;
      // Within a character no gap is wider than a third of it.
      if (last > first && (start(last) - end(last - 1)) * 100 > ink.Em() * 36) break;
      const PixelBox box = InkBox(ink, start(first), end(last));
      if (box.Width() > 0) pieces.push_back({first, last, box});
    }
  }
  return pieces;
}

FormInputs LookAtPiece(const FormInk& ink, const PixelBox& box) {
  const Bins bins = Collect(Normalise(ink, box));
  FormInputs inputs{};
  double total = 0;
  for (const int bin : bins.strokes) total += bin;
  // Blur flattens gradients: they are taken relative to their mean, which becomes 64 of 255.
  const double scale = total > 0 ? 4096.0 * kStrokeBins / total : 0;
  for (std::size_t i = 0; i < bins.strokes.size(); ++i) {
    inputs[i] = static_cast<std::uint8_t>(std::min(255, RoundedRoot(bins.strokes[i] * scale)));
  }
  // The weights of all pixels on one place add up to 32 * 32, at 255 each where all is ink.
  for (std::size_t i = 0; i < bins.ink.size(); ++i) {
    inputs[kStrokeBins + i] = static_cast<std::uint8_t>(std::min(255, bins.ink[i] >> 10));
  }
  const int em = ink.Em();
  std::uint8_t* sizes = inputs.data() + kStrokeBins + kInkBins;
  Thermometer(box.Width() * 100 / em, sizes);
  Thermometer(box.Height() * 100 / em, sizes + 8);
  Thermometer((box.y0 - ink.top) * 100 / em + 50, sizes + 16);
  Thermometer((box.y1 - ink.top) * 100 / em, sizes + 24);
  return inputs;
}

}  // namespace gongkai
