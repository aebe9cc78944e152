// pdfplumber's way: edges that meet belong to one grid; the crossings of a grid span a lattice;
// neighbouring fields of the lattice without an edge between them are one merged cell.
#include "extract/grid_cells.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace gongkai {
namespace {

// Points. Lines that should meet end short of one another by up to a line's width, or a missing
// corner piece.
constexpr double kReach = 3.0;
// Points. Lines that stick out this far past the last crossing line bound a column or row whose
// outer border is not drawn: narrower than this there is no cell.
constexpr double kOverhang = 8.0;
// The share of a field's side that must be drawn for the side to separate.
constexpr double kDrawn = 0.6;
// Far above any page of tables; every pair of a horizontal and a vertical edge is looked at.
constexpr std::size_t kMostEdges = 4000;
constexpr std::size_t kMostFields = 200000;

using Index = std::size_t;

struct Component {
  std::vector<Edge> horizontal, vertical;
};

Index Root(std::vector<Index>& parent, Index i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

bool Meet(const Edge& h, const Edge& v) {
  return v.at >= h.from - kReach && v.at <= h.to + kReach && h.at >= v.from - kReach &&
         h.at <= v.to + kReach;
}

// Top and bottom of what the component's lines cover.
Edge Extent(const Component& c) {
  Edge extent{0, c.horizontal.front().at, c.horizontal.back().at};
  for (const Edge& v : c.vertical) {
    extent.from = std::min(extent.from, v.from);
    extent.to = std::max(extent.to, v.to);
  }
  return extent;
}

// A merged cell that fills a page from top to bottom, between two page breaks, has a side line
// that no other line meets. It is as long as the rest of the grid is high.
std::vector<Component> AttachLoneVerticals(std::vector<Component> components) {
  std::vector<Edge> lone;
  std::vector<Component> whole;
  for (Component& c : components) {
    if (c.horizontal.empty()) {
      lone.insert(lone.end(), c.vertical.begin(), c.vertical.end());
    } else if (!c.vertical.empty()) {
      whole.push_back(std::move(c));
    }
  }
  for (Component& c : whole) {
    const Edge extent = Extent(c);
    for (const Edge& v : lone) {
      const bool as_high =
          std::abs(v.from - extent.from) <= kReach && std::abs(v.to - extent.to) <= kReach;
      if (as_high) c.vertical.push_back(v);
    }
    std::sort(c.vertical.begin(), c.vertical.end(), [](const Edge& a, const Edge& b) {
      return std::pair(a.at, a.from) < std::pair(b.at, b.from);
    });
  }
  return whole;
}

std::vector<Component> ConnectedEdges(const Edges& edges) {
  const auto& hs = edges.horizontal;
  const auto& vs = edges.vertical;
  std::vector<Index> parent(hs.size() + vs.size());
  std::iota(parent.begin(), parent.end(), Index{0});
  for (Index i = 0; i < hs.size(); ++i) {
    for (Index j = 0; j < vs.size(); ++j) {
      if (Meet(hs[i], vs[j])) parent[Root(parent, i)] = Root(parent, hs.size() + j);
    }
  }
  std::vector<Component> by_root(parent.size());
  for (Index i = 0; i < hs.size(); ++i) by_root[Root(parent, i)].horizontal.push_back(hs[i]);
  for (Index j = 0; j < vs.size(); ++j) {
    by_root[Root(parent, hs.size() + j)].vertical.push_back(vs[j]);
  }
  return AttachLoneVerticals(std::move(by_root));
}

// Where the edges of one direction stand; and where those of the other direction end without
// having met one, if at least half of them do, or the first and the last of them.
std::vector<double> Lattice(const std::vector<Edge>& edges, const std::vector<Edge>& crossing) {
  std::vector<double> at;
  for (const Edge& edge : edges) {
    if (at.empty() || edge.at != at.back()) at.push_back(edge.at);
  }
  const auto add_outer = [&](bool before) {
    double outer = before ? at.front() : at.back();
    Index sticking_out = 0;
    bool first = false, last = false;
    for (const Edge& edge : crossing) {
      const bool out =
          before ? edge.from < at.front() - kOverhang : edge.to > at.back() + kOverhang;
      if (!out) continue;
      ++sticking_out;
      first = first || edge.at == crossing.front().at;
      last = last || edge.at == crossing.back().at;
      outer = before ? std::min(outer, edge.from) : std::max(outer, edge.to);
    }
    if (sticking_out < 2 || (sticking_out * 2 < crossing.size() && !(first && last))) return;
    at.insert(before ? at.begin() : at.end(), outer);
  };
  add_outer(true);
  add_outer(false);
  return at;
}

// For each line of the lattice and each field along it: is the side between the fields drawn?
class Sides {
 public:
  Sides(const std::vector<Edge>& edges, const std::vector<double>& lines,
        const std::vector<double>& along)
      : fields_(along.size() - 1), drawn_(lines.size() * fields_, 0.0) {
    for (const Edge& edge : edges) {
      const auto line = std::lower_bound(lines.begin(), lines.end(), edge.at) - lines.begin();
      const auto first = std::upper_bound(along.begin(), along.end(), edge.from) - along.begin();
      for (Index i = static_cast<Index>(std::max<std::ptrdiff_t>(first - 1, 0));
           i < fields_ && along[i] < edge.to; ++i) {
        const double share = Overlap(edge.from, edge.to, along[i], along[i + 1]) /
                             (along[i + 1] - along[i]);
        drawn_[static_cast<Index>(line) * fields_ + i] += share;
      }
    }
  }

  bool Drawn(Index line, Index field) const { return drawn_[line * fields_ + field] >= kDrawn; }

 private:
  Index fields_;
  std::vector<double> drawn_;
};

struct Fields {
  std::vector<double> xs, ys;
  Sides across;  // horizontal lines; fields along x
  Sides down;    // vertical lines; fields along y
  std::vector<bool> taken;

  Index Columns() const { return xs.size() - 1; }
  Index Rows() const { return ys.size() - 1; }
  bool Taken(Index row, Index col) const { return taken[row * Columns() + col]; }
};

// How far the merged cell that begins at (row, col) goes: to the right, then down as long as
// nothing is drawn between the rows or inside of them.
std::pair<Index, Index> CellEnd(const Fields& f, Index row, Index col) {
  Index right = col + 1;
  while (right < f.Columns() && !f.Taken(row, right) && !f.down.Drawn(right, row)) ++right;
  Index below = row + 1;
  const auto joins = [&](Index r) {
    for (Index c = col; c < right; ++c) {
      if (f.Taken(r, c) || f.across.Drawn(r, c)) return false;
      if (c > col && f.down.Drawn(c, r)) return false;
    }
    return true;
  };
  while (below < f.Rows() && joins(below)) ++below;
  return {below, right};
}

bool SideOpen(const Fields& f, Index line, Index col, Index right) {
  Index drawn = 0;
  for (Index c = col; c < right; ++c) drawn += f.across.Drawn(line, c) ? 1 : 0;
  return drawn * 2 < right - col;
}

CellBounds TakeCell(Fields& f, Index row, Index col) {
  const auto [below, right] = CellEnd(f, row, col);
  for (Index r = row; r < below; ++r) {
    for (Index c = col; c < right; ++c) f.taken[r * f.Columns() + c] = true;
  }
  CellBounds cell;
  cell.row = static_cast<int>(row);
  cell.col = static_cast<int>(col);
  cell.row_span = static_cast<int>(below - row);
  cell.col_span = static_cast<int>(right - col);
  cell.box = {f.xs[col], f.ys[row], f.xs[right], f.ys[below]};
  cell.open_top = SideOpen(f, row, col, right);
  cell.open_bottom = SideOpen(f, below, col, right);
  return cell;
}

// Drops the lattice lines at which no cell begins and renumbers.
void DropUnusedLines(std::vector<double>& lines, std::vector<CellBounds>& cells,
                     int CellBounds::*first, int CellBounds::*span) {
  std::vector<int> number(lines.size(), 0);
  for (const CellBounds& cell : cells) number[static_cast<Index>(cell.*first)] = 1;
  number.back() = 1;
  std::vector<double> kept;
  for (Index i = 0; i < lines.size(); ++i) {
    const bool used = number[i] == 1;
    number[i] = static_cast<int>(kept.size());
    if (used) kept.push_back(lines[i]);
  }
  for (CellBounds& cell : cells) {
    const int end = cell.*first + cell.*span;
    cell.*first = number[static_cast<Index>(cell.*first)];
    cell.*span = number[static_cast<Index>(end)] - cell.*first;
  }
  lines = std::move(kept);
}

GridBounds BoundsOf(const Component& component) {
  GridBounds grid;
  const auto xs = Lattice(component.vertical, component.horizontal);
  const auto ys = Lattice(component.horizontal, component.vertical);
  if (xs.size() < 2 || ys.size() < 2 || xs.size() * ys.size() > kMostFields) return grid;
  Fields fields{xs, ys, Sides(component.horizontal, ys, xs), Sides(component.vertical, xs, ys),
                std::vector<bool>((xs.size() - 1) * (ys.size() - 1), false)};
  for (Index row = 0; row < fields.Rows(); ++row) {
    for (Index col = 0; col < fields.Columns(); ++col) {
      if (!fields.Taken(row, col)) grid.cells.push_back(TakeCell(fields, row, col));
    }
  }
  grid.columns = xs;
  grid.rows = ys;
  DropUnusedLines(grid.columns, grid.cells, &CellBounds::col, &CellBounds::col_span);
  DropUnusedLines(grid.rows, grid.cells, &CellBounds::row, &CellBounds::row_span);
  return grid;
}

}  // namespace

std::vector<GridBounds> FindGridBounds(const Edges& edges) {
  std::vector<GridBounds> grids;
  if (edges.horizontal.size() + edges.vertical.size() > kMostEdges) return grids;
  for (const Component& component : ConnectedEdges(edges)) {
    GridBounds grid = BoundsOf(component);
    if (!grid.cells.empty()) grids.push_back(std::move(grid));
  }
  std::stable_sort(grids.begin(), grids.end(), [](const GridBounds& a, const GridBounds& b) {
    return std::pair(a.rows.front(), a.columns.front()) <
           std::pair(b.rows.front(), b.columns.front());
  });
  return grids;
}

}  // namespace gongkai
