// The straight edges of a page that may bound cells: what was drawn, snapped together.
#pragma once

#include <vector>

#include "model/page.h"

namespace gongkai {

// One straight edge. `at` is its place across its direction (y of a horizontal edge, x of a
// vertical one), from <= to its extent along it. Points.
struct Edge {
  double at = 0, from = 0, to = 0;

  double Length() const { return to - from; }
};

// Edges that stand in one line have exactly the same `at` and do not touch one another. Sorted by
// (at, from).
struct Edges {
  std::vector<Edge> horizontal, vertical;
};

// Lines that are drawn double, in pieces or with small gaps become one edge. Specks are dropped.
Edges SnapRulings(const std::vector<Ruling>& rulings);

// The outlines of the fills that stand side by side as the cells of a row do, and of the fills
// that continue such a row downwards at its full width. A fill behind a line of text has no such
// neighbour. Nothing where the page has more fills than a page of tables can have.
std::vector<Ruling> CellOutlines(const std::vector<Fill>& fills);

}  // namespace gongkai
