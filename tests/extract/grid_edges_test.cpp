#include "extract/grid_edges.h"

#include <catch2/catch.hpp>
#include <vector>

namespace gongkai {
namespace {

struct Row {
  const char* what;
  std::vector<Ruling> rulings;
  std::vector<Edge> horizontal;
};

TEST_CASE("rulings are snapped and joined") {
  const std::vector<Row> rows = {
      {"pieces that touch", {{0, 10, 20, 10, 1}, {20, 10, 40, 10, 1}}, {{10, 0, 40}}},
      {"pieces with a dash's gap", {{0, 10, 20, 10, 1}, {23, 10, 40, 10, 1}}, {{10, 0, 40}}},
      {"pieces of two lines", {{0, 10, 20, 10, 1}, {30, 10, 40, 10, 1}}, {{10, 0, 20}, {10, 30, 40}}},
      {"a hair apart", {{0, 10, 20, 10, 1}, {0, 10.25, 20, 10.25, 1}}, {{10.125, 0, 20}}},
      {"a row apart", {{0, 10, 20, 10, 1}, {0, 18, 20, 18, 1}}, {{10, 0, 20}, {18, 0, 20}}},
      {"a speck", {{0, 10, 3, 10, 1}}, {}},
      {"drawn from right to left", {{20, 10, 0, 10, 1}}, {{10, 0, 20}}},
      {"nothing", {}, {}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Edges edges = SnapRulings(row.rulings);
    CHECK(edges.vertical.empty());
    REQUIRE(edges.horizontal.size() == row.horizontal.size());
    for (std::size_t i = 0; i < row.horizontal.size(); ++i) {
      CHECK(edges.horizontal[i].at == Approx(row.horizontal[i].at));
      CHECK(edges.horizontal[i].from == Approx(row.horizontal[i].from));
      CHECK(edges.horizontal[i].to == Approx(row.horizontal[i].to));
    }
  }
}

TEST_CASE("close lines do not chain into one") {
  std::vector<Ruling> rulings;
  for (int i = 0; i < 10; ++i) rulings.push_back({0, i * 2.0, 50, i * 2.0, 1});
  CHECK(SnapRulings(rulings).horizontal.size() > 3);
}

TEST_CASE("only fills side by side have outlines") {
  const Fill left{{0, 0, 20, 20}, false}, right{{20.25, 0, 40, 20}, false};
  const Fill below{{0, 20.25, 40, 40}, false}, wider{{-2, 20.25, 42, 40}, false};
  const Fill far{{50, 0, 70, 20}, false};
  CHECK(CellOutlines({left}).empty());
  CHECK(CellOutlines({left, far}).empty());
  CHECK(CellOutlines({left, right}).size() == 8);
  CHECK(CellOutlines({left, right, below}).size() == 12);
  CHECK(CellOutlines({left, right, wider}).size() == 8);
}

}  // namespace
}  // namespace gongkai
