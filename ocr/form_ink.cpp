// Contrast first, then connected ink, then columns: what is too small to be a dot and what is a
// remnant of a rule goes, and the columns that remain fall into parts with blank paper between.
#include "ocr/form_ink.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace gongkai {
namespace {

constexpr int kMaxWidth = 6000, kMaxHeight = 240;  // pixels: a line across A3 at 300 dpi
constexpr int kMinEm = 12, kMaxEm = 80;            // pixels: 5 pt at 150 dpi, 20 pt at 300 dpi
constexpr std::size_t kMaxParts = 240;             // a line of the form has at most 45 characters

struct Blob {
  PixelBox box;
  int area = 0;
};

struct Blobs {
  std::vector<int> of;  // for each pixel: number of its blob, -1 for paper
  std::vector<Blob> all;
};

struct Contrast {
  int paper = 255, dark = 0;
};

// The darkest hundredth is ink, the median is paper.
std::optional<Contrast> FindContrast(const GreyView& line) {
  std::array<int, 256> histogram{};
  for (int y = 0; y < line.height; ++y) {
    for (int x = 0; x < line.width; ++x) ++histogram[line.At(x, y)];
  }
  const int total = line.width * line.height;
  const auto quantile = [&](int count) {
    int level = 0;
    for (int seen = histogram[0]; seen <= count && level < 255;) {
      seen += histogram[static_cast<std::size_t>(++level)];
    }
    return level;
  };
  const Contrast found{quantile(total / 2), quantile(total / 100)};
  // Print is at least 60 levels darker than paper, even on a bad copy.
  if (found.paper - found.dark < 60) return std::nullopt;
  return found;
}

int Root(std::vector<int>& parents, int node) {
  while (parents[static_cast<std::size_t>(node)] != node) {
    int& parent = parents[static_cast<std::size_t>(node)];
    parent = parents[static_cast<std::size_t>(parent)];
    node = parent;
  }
  return node;
}

// Labels of connected pixels (8 neighbours), one pass with union and find.
std::pair<std::vector<int>, std::vector<int>> LabelPixels(const FormInk& ink) {
  std::vector<int> labels(ink.mask.size(), -1), parents;
  const int w = ink.width;
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < w; ++x) {
      const std::size_t at = static_cast<std::size_t>(y * w + x);
      if (!ink.mask[at]) continue;
      int label = -1;
      const auto join = [&](int nx, int ny) {
        if (nx < 0 || nx >= w || ny < 0) return;
        const int other = labels[static_cast<std::size_t>(ny * w + nx)];
        if (other < 0) return;
        const int root = Root(parents, other);
        if (label < 0) {
          label = root;
        } else if (root != label) {
          parents[static_cast<std::size_t>(std::max(root, label))] = std::min(root, label);
          label = std::min(root, label);
        }
      };
      join(x - 1, y), join(x - 1, y - 1), join(x, y - 1), join(x + 1, y - 1);
      if (label < 0) {
        label = static_cast<int>(parents.size());
        parents.push_back(label);
      }
      labels[at] = label;
    }
  }
  return {std::move(labels), std::move(parents)};
}

Blobs FindBlobs(const FormInk& ink) {
  auto [labels, parents] = LabelPixels(ink);
  Blobs blobs;
  std::vector<int> number(parents.size(), -1);
  for (std::size_t at = 0; at < labels.size(); ++at) {
    if (labels[at] < 0) continue;
    int& blob = number[static_cast<std::size_t>(Root(parents, labels[at]))];
    const int x = static_cast<int>(at) % ink.width, y = static_cast<int>(at) / ink.width;
    if (blob < 0) {
      blob = static_cast<int>(blobs.all.size());
      blobs.all.push_back({{x, y, x + 1, y + 1}, 0});
    }
    labels[at] = blob;
    Blob& whole = blobs.all[static_cast<std::size_t>(blob)];
    whole.box = {std::min(whole.box.x0, x), std::min(whole.box.y0, y),
                 std::max(whole.box.x1, x + 1), std::max(whole.box.y1, y + 1)};
    ++whole.area;
  }
  blobs.of = std::move(labels);
  return blobs;
}

// Remains of a rule: thin, and along a border farther than a stroke would, or from the upper border
// to the lower.
bool IsRule(const FormInk& ink, const PixelBox& box) {
  constexpr int kThin = 4;  // pixels; a rule of 1.5 pt at 200 dpi
  if (box.Height() <= kThin && (box.y0 <= 1 || box.y1 >= ink.height - 1)) {
    return box.Width() > ink.height * 3 / 2;
  }
  return box.Width() <= kThin && box.y0 <= 1 && box.y1 >= ink.height - 1;
}

void RemoveSpecksAndRules(FormInk& ink) {
  // A full stop at 8 pt and 150 dpi, brought to 200 dpi, is 2 by 2 pixels.
  constexpr int kMinArea = 4;
  const Blobs blobs = FindBlobs(ink);
  for (std::size_t at = 0; at < ink.mask.size(); ++at) {
    if (blobs.of[at] < 0) continue;
    const Blob& blob = blobs.all[static_cast<std::size_t>(blobs.of[at])];
    if (blob.area >= kMinArea && !IsRule(ink, blob.box)) continue;
    ink.mask[at] = 0;
    ink.shade[at] = 0;
  }
  for (const Blob& blob : blobs.all) {
    if (blob.area < kMinArea && blob.area >= kMinArea / 2) ink.specks.push_back(blob.box);
  }
}

std::vector<int> InkColumns(const FormInk& ink) {
  std::vector<int> columns(static_cast<std::size_t>(ink.width), 0);
  for (std::size_t at = 0; at < ink.mask.size(); ++at) {
    columns[at % static_cast<std::size_t>(ink.width)] += ink.mask[at];
  }
  return columns;
}

std::vector<int> ColumnRuns(const std::vector<int>& columns) {
  std::vector<int> runs;
  for (std::size_t x = 0; x < columns.size(); ++x) {
    const bool inside = runs.size() % 2 == 1;
    if ((columns[x] > 0) != inside) runs.push_back(static_cast<int>(x));
  }
  if (runs.size() % 2 == 1) runs.push_back(static_cast<int>(columns.size()));
  return runs;
}

// Of pairs (row, width), the row that a tenth of the width lies before.
int WeightedTenth(std::vector<std::pair<int, int>> rows) {
  std::sort(rows.begin(), rows.end());
  int total = 0;
  for (const auto& [row, width] : rows) total += width;
  int seen = 0;
  for (const auto& [row, width] : rows) {
    seen += width;
    if (seen * 10 >= total) return row;
  }
  return 0;
}

// Brackets reach beyond the characters and digits stay within: a tenth at each side decides.
void FindBand(FormInk& ink, const std::vector<int>& runs) {
  std::vector<std::pair<int, int>> tops, bottoms;
  for (std::size_t i = 0; i + 1 < runs.size(); i += 2) {
    const PixelBox box = InkBox(ink, runs[i], runs[i + 1]);
    tops.emplace_back(box.y0, box.Width());
    bottoms.emplace_back(-box.y1, box.Width());
  }
  ink.top = WeightedTenth(std::move(tops));
  ink.bottom = -WeightedTenth(std::move(bottoms));
}

// Cuts a run that is wider than a character where its ink is thinnest, at least an eighth of a
// character apart.
void CutRun(const std::vector<int>& columns, int x0, int x1, int em, std::vector<int>& parts) {
  const auto ink_at = [&](int x) { return columns[static_cast<std::size_t>(x)]; };
  const int apart = std::max(2, em / 8);
  parts.push_back(x0);
  int last = x0;
  for (int x = x0 + apart; x < x1 - apart; ++x) {
    // Strokes that touch share a column or two: a quarter of the height is the most that they do.
    if (ink_at(x) * 4 > em || x - last < apart) continue;
    const int from = std::max(last + 1, x - apart / 2), to = std::min(x1 - 1, x + apart / 2);
    bool least = true;
    for (int other = from; other <= to && least; ++other) {
      least = other < x ? ink_at(other) > ink_at(x) : ink_at(other) >= ink_at(x);
    }
    if (!least) continue;
    parts.push_back(x);
    parts.push_back(x);
    last = x;
  }
  parts.push_back(x1);
}

FormInk InkOf(const GreyView& line, const Contrast& contrast) {
  FormInk ink{line.width, line.height, {}, {}, 0, 0, {}, {}};
  const std::size_t pixels = static_cast<std::size_t>(line.width * line.height);
  ink.shade.resize(pixels);
  ink.mask.resize(pixels);
  const int range = contrast.paper - contrast.dark;
  // Noise of paper is within a tenth. The thin level strokes of a song face at 200 dpi are less
  // than a pixel and no darker than 0.4 of ink.
  const int paper = contrast.paper - range / 10, limit = contrast.dark + range * 70 / 100;
  for (int y = 0; y < line.height; ++y) {
    for (int x = 0; x < line.width; ++x) {
      const std::size_t at = static_cast<std::size_t>(y * line.width + x);
      const int value = line.At(x, y);
      ink.shade[at] = static_cast<std::uint8_t>(
          std::clamp((paper - value) * 255 / std::max(1, paper - contrast.dark), 0, 255));
      ink.mask[at] = value < limit;
    }
  }
  return ink;
}

}  // namespace

PixelBox InkBox(const FormInk& ink, int x0, int x1) {
  PixelBox box{x1, ink.height, x0, 0};
  for (int y = 0; y < ink.height; ++y) {
    const std::uint8_t* row = ink.mask.data() + static_cast<std::ptrdiff_t>(y) * ink.width;
    for (int x = x0; x < x1; ++x) {
      if (!row[x]) continue;
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x + 1), y + 1};
    }
  }
  return box.x0 < box.x1 ? box : PixelBox{x0, 0, x0, 0};
}

std::optional<FormInk> FindFormInk(const GreyView& line) {
  if (line.width < kMinEm / 2 || line.height < kMinEm) return std::nullopt;
  if (line.width > kMaxWidth || line.height > kMaxHeight) return std::nullopt;
  const std::optional<Contrast> contrast = FindContrast(line);
  if (!contrast) return std::nullopt;
  FormInk ink = InkOf(line, *contrast);
  RemoveSpecksAndRules(ink);
  const std::vector<int> columns = InkColumns(ink), runs = ColumnRuns(columns);
  if (runs.empty() || runs.size() > 2 * kMaxParts) return std::nullopt;
  FindBand(ink, runs);
  if (ink.Em() < kMinEm || ink.Em() > kMaxEm) return std::nullopt;
  for (std::size_t i = 0; i + 1 < runs.size(); i += 2) {
    if ((runs[i + 1] - runs[i]) * 100 > ink.Em() * 106) {
      CutRun(columns, runs[i], runs[i + 1], ink.Em(), ink.parts);
    } else {
      ink.parts.insert(ink.parts.end(), {runs[i], runs[i + 1]});
    }
  }
  if (ink.parts.size() > 2 * kMaxParts) return std::nullopt;
  return ink;
}

}  // namespace gongkai
