#include "ocr/number_ink.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace gongkai {
namespace {

// The thinnest 1 of 8 points has some 20 pixels of ink at 200 dpi; the darkest half of them are
// ink through and through.
constexpr int kSurelyInk = 10;
// Digits cover less than an eighth of a cell.
constexpr int kGrainShare = 6;
// Grey levels. Faint print of a worn drum is 100 darker than its paper; what shines through from
// the back of a sheet, and what is left of seals, is at most 40.
constexpr int kLeastContrast = 48;
// Pixels. A ruling at 200 dpi is 1 to 4 thick, and painting over it leaves what skew moved aside.
constexpr int kRulingReach = 5;
// Of the cell's side, and in pixels. What runs along a border for longer than this is no stroke of
// a digit, which is 30 pixels high at most.
constexpr double kRulingShare = 0.5;
constexpr int kLongestStroke = 33;
constexpr std::size_t kMostParts = 250;

int Threshold(const InkLevels& levels, double share) {
  return levels.paper - static_cast<int>(share * (levels.paper - levels.ink) + 0.5);
}

enum : unsigned char { kPaper, kDark, kRuling, kTaken };
using Mask = std::vector<unsigned char>;  // of kinds of pixels

Mask DarkPixels(const GreyView& cell, int threshold) {
  Mask mask(static_cast<std::size_t>(cell.width) * static_cast<std::size_t>(cell.height));
  auto out = mask.begin();
  for (int y = 0; y < cell.height; ++y) {
    const unsigned char* row = cell.pixels + y * cell.stride;
    out = std::transform(row, row + cell.width, out, [threshold](unsigned char grey) {
      return static_cast<unsigned char>(grey < threshold ? kDark : kPaper);
    });
  }
  return mask;
}

// A line of pixels along one side of the cell.
struct BorderLine {
  std::size_t first = 0, step = 1;
  int length = 0;
};

int LongestRun(const Mask& mask, const BorderLine& line) {
  int longest = 0, run = 0, gap = 0;
  for (int i = 0; i < line.length; ++i) {
    const bool ink = mask[line.first + static_cast<std::size_t>(i) * line.step] != kPaper;
    gap = ink ? 0 : gap + 1;
    run = ink ? run + 1 : gap > 1 ? 0 : run;  // a hole of one pixel does not end a ruling
    longest = std::max(longest, run);
  }
  return longest;
}

void TakeOff(Mask& mask, const BorderLine& line) {
  for (int i = 0; i < line.length; ++i) {
    unsigned char& pixel = mask[line.first + static_cast<std::size_t>(i) * line.step];
    if (pixel != kPaper) pixel = kRuling;
  }
}

void TakeOffRulings(Mask& mask, int width, int height) {
  const auto w = static_cast<std::size_t>(width), h = static_cast<std::size_t>(height);
  const int reach = std::min({kRulingReach, width / 4, height / 4});
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::max(reach, 0)); ++i) {
    const std::array<BorderLine, 4> lines{{{i * w, 1, width},
                                           {(h - 1 - i) * w, 1, width},
                                           {i, w, height},
                                           {w - 1 - i, w, height}}};
    for (const BorderLine& line : lines) {
      const int run = LongestRun(mask, line);
      if (run > kLongestStroke && run >= kRulingShare * line.length) TakeOff(mask, line);
    }
  }
}

// Gathers the part that begins at a pixel; `todo` is working space.
class PartCollector {
 public:
  PartCollector(Mask& mask, InkMap& out) : mask_(mask), out_(out) {}

  void Collect(int x, int y) {
    const int index = static_cast<int>(out_.parts.size());
    InkPart part{.box = {x, y, x + 1, y + 1}};
    Take(x, y, index);
    while (!todo_.empty()) {
      const auto [at_x, at_y] = todo_.back();
      todo_.pop_back();
      part.box = {std::min(part.box.x0, at_x), std::min(part.box.y0, at_y),
                  std::max(part.box.x1, at_x + 1), std::max(part.box.y1, at_y + 1)};
      ++part.pixels;
      part.cut = LookAround(at_x, at_y, index) || part.cut;
    }
    out_.parts.push_back(part);
  }

 private:
  std::size_t At(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(out_.width) +
           static_cast<std::size_t>(x);
  }
  void Take(int x, int y, int index) {
    out_.owner[At(x, y)] = index;
    mask_[At(x, y)] = kTaken;
    todo_.push_back({x, y});
  }
  // True where the pixel touches the cell's border or a ruling.
  bool LookAround(int x, int y, int index) {
    bool touches = x == 0 || y == 0 || x + 1 == out_.width || y + 1 == out_.height;
    for (int to_y = std::max(0, y - 1); to_y <= std::min(out_.height - 1, y + 1); ++to_y) {
      for (int to_x = std::max(0, x - 1); to_x <= std::min(out_.width - 1, x + 1); ++to_x) {
        const unsigned char kind = mask_[At(to_x, to_y)];
        touches = touches || kind == kRuling;
        if (kind == kDark) Take(to_x, to_y, index);
      }
    }
    return touches;
  }

  struct Pixel {
    int x = 0, y = 0;
  };
  Mask& mask_;
  InkMap& out_;
  std::vector<Pixel> todo_;
};

}  // namespace

std::optional<InkLevels> FindInkLevels(const GreyView& cell) {
  std::array<int, 256> counts{};
  for (int y = 0; y < cell.height; ++y) {
    for (int x = 0; x < cell.width; ++x) ++counts[cell.At(x, y)];
  }
  // The grey that a number of pixels does not exceed.
  const auto darkest = [&counts](int pixels) {
    int grey = 0;
    for (int seen = counts[0]; seen < pixels && grey < 255;) {
      seen += counts[static_cast<std::size_t>(++grey)];
    }
    return grey;
  };
  const int pixels = cell.width * cell.height;
  const int paper = darkest(pixels / 2), ink = darkest(kSurelyInk);
  if (paper - ink < kLeastContrast) return std::nullopt;
  return InkLevels{paper, ink, paper - darkest(pixels / kGrainShare)};
}

InkMap FindInkMap(const GreyView& cell, const InkLevels& levels, double share) {
  Mask mask = DarkPixels(cell, Threshold(levels, share));
  TakeOffRulings(mask, cell.width, cell.height);
  InkMap ink{.width = cell.width, .height = cell.height, .parts = {}, .owner = {}};
  ink.owner.assign(mask.size(), -1);
  PartCollector collector(mask, ink);
  for (auto at = mask.begin(); (at = std::find(at, mask.end(), kDark)) != mask.end();) {
    if (ink.parts.size() == kMostParts) {
      ink.parts.clear();
      ink.noise = true;
      break;
    }
    const int index = static_cast<int>(at - mask.begin());
    collector.Collect(index % cell.width, index / cell.width);
  }
  return ink;
}

}  // namespace gongkai
