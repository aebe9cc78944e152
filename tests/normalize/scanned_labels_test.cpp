#include "normalize/scanned_labels.h"

#include <catch2/catch.hpp>
#include <string>
#include <variant>

namespace gongkai {
namespace {

std::string Corrected(const std::string& text, double confidence,
                      ReadingKind reading = ReadingKind::kOcr) {
  Document document;
  document.origin = Origin::kOcr;
  Grid grid;
  Cell cell;
  cell.text = text;
  cell.confidence = confidence;
  cell.reading = reading;
  grid.cells.push_back(cell);
  document.blocks.emplace_back(grid);
  return std::get<Grid>(WithScannedLabels(document).blocks.front()).cells.front().text;
}

TEST_CASE("scanned labels: a doubtful one becomes the form's words that it is surely meant to be") {
  struct Row {
    const char* read;
    const char* want;
  };
  for (const Row& row : {
           Row{"5%.属于四类过程性信息", "6.属于四类过程性信息"},
           Row{"上年项目数量", "上一年项目数量"},
           Row{"纤果浊正", "结果纠正"},
           Row{"纤呆浊正", "纤呆浊正"},  // too little is left
           Row{"结呆纠正", "结果纠正"},
           Row{"无正当坦山大量反复申请", "4.无正当理由大量反复申请"},
           Row{"规草", "规章"},
           Row{"属于国家秘密", "属于国家秘密"},
           Row{"12", "12"},
           Row{"0件", "0件"},
           Row{"", ""},
           Row{"详见附件", "详见附件"},
       }) {
    INFO(row.read);
    const std::string got = Corrected(row.read, 0.8);
    // With its number or without: both are the form's.
    const bool same = got == row.want || std::string(row.want).ends_with(got);
    CHECK(same);
  }
}

TEST_CASE("scanned labels: what was read for certain stays as printed, slips included") {
  CHECK(Corrected("2.其他法律行政止公开", 0.95) == "2.其他法律行政止公开");
  CHECK(Corrected("2.其他法律行政止公开", 0.5, ReadingKind::kText) == "2.其他法律行政止公开");
  CHECK(Corrected("2.其他法律行政止公开", 0.5) != "2.其他法律行政止公开");
}

TEST_CASE("scanned labels: two labels in one cell are not one of them") {
  const std::string both = "4.无正当理由大是反复申请5.要求行政机关确认或重新出具已获取信息";
  CHECK(Corrected(both, 0.86) == both);
}

TEST_CASE("scanned labels: what is like two labels is left alone") {
  CHECK(Corrected("属于类信息", 0.5) == "属于类信息");
}

}  // namespace
}  // namespace gongkai
