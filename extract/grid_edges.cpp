// Producers draw one border in many ways: one stroke, a thin rectangle for every cell, a double
// line, or no line at all but cells filled up to a hair from one another. Here all of these become
// the same few edges.
#include "extract/grid_edges.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>
#include <utility>

namespace gongkai {
namespace {

// Points. The two lines of a double border (1 px lines, 2 px apart, 0.75 pt each) have centres
// 2.25 pt apart; the narrowest column or row of a report is about 8 pt.
constexpr double kSnapGap = 2.5;
// Points. So that a staircase of close lines cannot pull one edge across a row of text.
constexpr double kSnapSpan = 4.5;
// Points. A dashed border's gaps are 2 to 4 pt; no cell is that narrow.
constexpr double kBridge = 4.0;
// Points. Shorter than any cell's side: the stroke of a glyph or a dot.
constexpr double kSpeck = 4.0;
// Cells of a row meet within the snapping distance or overlap by a hair.
constexpr double kTouch = 2.5;
// Points. Fills of one table share their outer edges to a tenth of a point; WPS draws the shading
// of the paragraph above 1.75 pt wider.
constexpr double kSameSide = 0.6;
// A page of small cells has a few hundred fills; many thousands are a picture drawn with fills.
constexpr std::size_t kMostFills = 5000;

// Joins the pieces of one line, which all have the same `at`, and appends what is no speck.
void JoinPieces(std::vector<Edge> pieces, std::vector<Edge>& out) {
  std::sort(pieces.begin(), pieces.end(), [](const Edge& a, const Edge& b) {
    return std::pair(a.from, a.to) < std::pair(b.from, b.to);
  });
  Edge run = pieces.front();
  const auto flush = [&] {
    if (run.Length() >= kSpeck) out.push_back(run);
  };
  for (const Edge& piece : pieces) {
    if (piece.from > run.to + kBridge) {
      flush();
      run = piece;
    }
    run.to = std::max(run.to, piece.to);
  }
  flush();
}

// Where the pieces' line runs: long pieces count for more than short ones.
double CommonPlace(const std::vector<Edge>& pieces) {
  double weight = 0, sum = 0;
  for (const Edge& piece : pieces) {
    weight += piece.Length() + 1e-6;
    sum += piece.at * (piece.Length() + 1e-6);
  }
  return sum / weight;
}

std::vector<Edge> Snap(std::vector<Edge> edges) {
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::pair(a.at, a.from) < std::pair(b.at, b.from);
  });
  std::vector<Edge> out;
  for (std::size_t begin = 0, end = 0; begin < edges.size(); begin = end) {
    while (end < edges.size() &&
           (end == begin || (edges[end].at - edges[end - 1].at <= kSnapGap &&
                             edges[end].at - edges[begin].at <= kSnapSpan))) {
      ++end;
    }
    std::vector<Edge> pieces(edges.begin() + static_cast<std::ptrdiff_t>(begin),
                             edges.begin() + static_cast<std::ptrdiff_t>(end));
    const double place = CommonPlace(pieces);
    for (Edge& piece : pieces) piece.at = place;
    JoinPieces(std::move(pieces), out);
  }
  return out;
}

void AppendOutline(const Box& box, std::vector<Ruling>& out) {
  out.push_back({box.x0, box.y0, box.x1, box.y0, 0});
  out.push_back({box.x0, box.y1, box.x1, box.y1, 0});
  out.push_back({box.x0, box.y0, box.x0, box.y1, 0});
  out.push_back({box.x1, box.y0, box.x1, box.y1, 0});
}

// Two neighbours in a row of cells: their tops are level and their sides meet.
bool SideBySide(const Box& left, const Box& right) {
  return std::abs(left.y0 - right.y0) <= kTouch && std::abs(right.x0 - left.x1) <= kTouch;
}

// The same cell filled twice: for the row and for itself.
bool SameSides(const Box& a, const Box& b) {
  return std::abs(a.x0 - b.x0) <= kSameSide && std::abs(a.x1 - b.x1) <= kSameSide;
}

// The boxes in groups whose tops are level, from the left to the right in each.
std::vector<std::vector<Box>> LevelGroups(std::vector<Box> boxes) {
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) {
    return std::tuple(a.y0, a.x0) < std::tuple(b.y0, b.x0);
  });
  std::vector<std::vector<Box>> groups;
  for (const Box& box : boxes) {
    if (groups.empty() || box.y0 - groups.back().front().y0 > kTouch) groups.emplace_back();
    groups.back().push_back(box);
  }
  for (auto& group : groups) {
    std::sort(group.begin(), group.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
    group.erase(std::unique(group.begin(), group.end(), SameSides), group.end());
  }
  return groups;
}

struct CellRows {
  std::vector<Box> cells;  // that have a neighbour at their side
  std::vector<Box> rows;   // what each row of them fills
  std::vector<Box> lone;   // the fills without such a neighbour
};

CellRows FindCellRows(std::vector<Box> boxes) {
  CellRows out;
  for (const auto& group : LevelGroups(std::move(boxes))) {
    for (std::size_t begin = 0, end = 0; begin < group.size(); begin = end) {
      Box row = group[begin];
      for (end = begin + 1; end < group.size() && SideBySide(group[end - 1], group[end]); ++end) {
        row = Union(row, group[end]);
      }
      auto& cells = end - begin > 1 ? out.cells : out.lone;
      cells.insert(cells.end(), group.begin() + static_cast<std::ptrdiff_t>(begin),
                   group.begin() + static_cast<std::ptrdiff_t>(end));
      if (end - begin > 1) out.rows.push_back(row);
    }
  }
  return out;
}

// A cell as wide as the whole table, right above or below a row of cells.
bool ContinuesRow(const Box& lone, const std::vector<Box>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&](const Box& row) {
    return std::abs(lone.x0 - row.x0) <= kSameSide && std::abs(lone.x1 - row.x1) <= kSameSide &&
           lone.y0 <= row.y1 + kTouch && lone.y1 >= row.y0 - kTouch;
  });
}

}  // namespace

Edges SnapRulings(const std::vector<Ruling>& rulings) {
  std::vector<Edge> horizontal, vertical;
  for (const Ruling& r : rulings) {
    if (r.Horizontal()) {
      horizontal.push_back({r.y0, std::min(r.x0, r.x1), std::max(r.x0, r.x1)});
    } else {
      vertical.push_back({r.x0, std::min(r.y0, r.y1), std::max(r.y0, r.y1)});
    }
  }
  return {Snap(std::move(horizontal)), Snap(std::move(vertical))};
}

std::vector<Ruling> CellOutlines(const std::vector<Fill>& fills) {
  std::vector<Ruling> out;
  if (fills.size() > kMostFills) return out;
  std::vector<Box> boxes;
  for (const Fill& fill : fills) {
    if (fill.box.Width() >= kSpeck && fill.box.Height() >= kSpeck) boxes.push_back(fill.box);
  }
  const CellRows found = FindCellRows(std::move(boxes));
  for (const Box& cell : found.cells) AppendOutline(cell, out);
  for (const Box& lone : found.lone) {
    if (ContinuesRow(lone, found.rows)) AppendOutline(lone, out);
  }
  return out;
}

}  // namespace gongkai
