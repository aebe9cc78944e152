// Tables far larger than any form: read in time and memory that grow with their size alone.
#include <catch2/catch.hpp>

#include "normalize/tables.h"

namespace gongkai {
namespace {

constexpr int kRows = 20000;

struct GridMaker {
  Grid grid{GridKind::kTagged, 0, 0, {}};

  void Row(const std::vector<std::string>& texts) {
    for (int col = 0; const std::string& text : texts) {
      grid.cells.push_back({grid.rows, col++, 1, 1, text, {}, 1.0, ReadingKind::kText});
      grid.cols = std::max(grid.cols, col);
    }
    ++grid.rows;
  }
};

std::string ValueAt(const Grid& grid, const std::string& pointer) {
  const TableReadings readings = ReadTables(Document{{grid}, {}, "text/html", {}, Origin::kText});
  for (const ReadTable& table : readings.tables) {
    for (const TableValue& value : table.values) {
      if (value.pointer == pointer && value.reading.value) return value.reading.value->ToString();
    }
  }
  return "none";
}

TEST_CASE("thousands of rows that the form does not have, before and after table 2") {
  GridMaker maker;
  for (int i = 0; i < kRows; ++i) maker.Row({"甲乙丙" + std::to_string(i) + "丁", ""});
  CHECK(ValueAt(maker.grid, "/active_disclosure/regulations/in_force") == "none");
  maker.grid = {GridKind::kTagged, 0, 0, {}};
  maker.Row({"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"});
  maker.Row({"规章", "1", "2", "3"});
  for (int i = 0; i < kRows; ++i) maker.Row({"甲乙丙" + std::to_string(i) + "丁", ""});
  CHECK(ValueAt(maker.grid, "/active_disclosure/regulations/in_force") == "3");
}

TEST_CASE("a header right over the last of thousands of rows is found") {
  GridMaker maker;
  for (int i = 0; i < 150; ++i) maker.Row({"甲乙丙" + std::to_string(i) + "丁"});
  maker.Row({"信息内容", "现行有效件数", "本年制发件数", "本年废止件数"});
  maker.Row({"规章", "3", "1", "2"});
  CHECK(ValueAt(maker.grid, "/active_disclosure/regulations/in_force") == "3");
  CHECK(ValueAt(maker.grid, "/active_disclosure/regulations/issued") == "1");
}

TEST_CASE("wide rows of table 4's words without any number") {
  GridMaker maker;
  std::vector<std::string> row(390, "行政复议维持行政诉讼");
  row.resize(396, "");
  for (int i = 0; i < 500; ++i) maker.Row(row);
  CHECK(ValueAt(maker.grid, "/review_litigation/review/upheld") == "none");
}

}  // namespace
}  // namespace gongkai
