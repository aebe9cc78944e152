#include "normalize/numbers.h"

#include <catch2/catch.hpp>

namespace gongkai {
namespace {

struct Row {
  const char* text;
  CellType type;
  CellState state;
  const char* value;  // "" where none
  const char* unit = "";
  const char* note = "";
};

constexpr auto kNumber = CellState::kNumber;
constexpr auto kNot = CellState::kNotANumber;

TEST_CASE("a cell is read in every writing of FORMS.md section 8") {
  const Row rows[] = {
      {"0", CellType::kCount, kNumber, "0"},
      {" 21 ", CellType::kCount, kNumber, "21"},
      {"１２", CellType::kCount, kNumber, "12"},
      {"1,234", CellType::kCount, kNumber, "1234"},
      {"1，808，595", CellType::kCount, kNumber, "1808595"},
      {"3402 99", CellType::kCount, kNot, ""},  // two cells' numbers
      {"305 100", CellType::kCount, kNot, ""},
      {"7730. 28", CellType::kAmount, kNot, ""},
      {"0 件", CellType::kCount, kNumber, "0", "件"},
      {"0件", CellType::kCount, kNumber, "0", "件"},
      {"六件", CellType::kCount, kNumber, "6", "件"},
      {"二十三", CellType::kCount, kNumber, "23"},
      {"22（其中修订16件）", CellType::kCount, kNumber, "22", "", "其中修订16件"},
      {"-3", CellType::kCount, kNumber, "-3"},
      {"", CellType::kCount, CellState::kBlank, ""},
      {"　", CellType::kCount, CellState::kBlank, ""},
      {"/", CellType::kCount, CellState::kPlaceholder, ""},
      {"／", CellType::kCount, CellState::kPlaceholder, ""},
      {"—", CellType::kCount, CellState::kPlaceholder, ""},
      {"——", CellType::kCount, CellState::kPlaceholder, ""},
      {"-", CellType::kCount, CellState::kPlaceholder, ""},
      {"无", CellType::kCount, CellState::kPlaceholder, ""},
      {"2.5", CellType::kCount, kNot, ""},
      {"12,34", CellType::kCount, kNot, ""},
      {"1,2345", CellType::kCount, kNot, ""},
      {"1O", CellType::kCount, kNot, ""},
      {"3-5", CellType::kCount, kNot, ""},
      {"见附件", CellType::kCount, kNot, ""},
      {"251000元", CellType::kCount, kNot, ""},
      {"一", CellType::kCount, kNot, ""},  // a dash, or one: nobody can tell
      {"二三", CellType::kCount, kNot, ""},
      {"1�", CellType::kCount, CellState::kUnreadable, ""},
      {"99999999999999999999999", CellType::kCount, kNot, ""},
      {"-18", CellType::kChange, kNumber, "-18"},
      {"减3", CellType::kChange, kNumber, "-3"},
      {"增3", CellType::kChange, kNumber, "3"},
      {"+3", CellType::kChange, kNumber, "3"},
      {"↑3", CellType::kChange, kNumber, "3"},
      {"↓3", CellType::kChange, kNumber, "-3"},
      {"－15", CellType::kChange, kNumber, "-15"},
      {"增减3", CellType::kChange, kNot, ""},
      {"减3", CellType::kCount, kNot, ""},
      {"7730.28", CellType::kAmount, kNumber, "7730.28"},
      {"5949.088667", CellType::kAmount, kNumber, "5949.088667"},
      {"251000元", CellType::kAmount, kNumber, "25.1", "元"},
      {"75394432.52元", CellType::kAmount, kNumber, "7539.443252", "元"},
      {"1646.5万元", CellType::kAmount, kNumber, "1646.5", "万元"},
      {"0.37 万元", CellType::kAmount, kNumber, "0.37", "万元"},
      {"12,345.60", CellType::kAmount, kNumber, "12345.6"},
      {"1.2.3", CellType::kAmount, kNot, ""},
      {".5", CellType::kAmount, kNot, ""},
      {"5.", CellType::kAmount, kNot, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = ParseCell(row.text, row.type);
    CHECK(reading.state == row.state);
    CHECK((reading.value ? reading.value->ToString() : "") == row.value);
    CHECK(reading.value.has_value() == (row.state == kNumber));
    CHECK(reading.unit == row.unit);
    CHECK(reading.note == row.note);
  }
}

TEST_CASE("an amount under a header in yuan is converted and says so") {
  const Reading reading = ParseCell("251000", CellType::kAmount, AmountUnit::kYuan);
  REQUIRE(reading.value);
  CHECK(reading.value->ToString() == "25.1");
  CHECK(reading.unit == "元");
  const Reading own = ParseCell("3万元", CellType::kAmount, AmountUnit::kYuan);
  CHECK(own.value->ToString() == "3");
}

TEST_CASE("a long cell costs nothing and is no number") {
  CHECK(ParseCell(std::string(1'000'000, '1'), CellType::kCount).state == kNot);
}

TEST_CASE("what may stand in a value cell") {
  for (const char* text : {"0", "", "/", "减3", "7730.28", "0件"}) CHECK(IsValueText(text));
  for (const char* text : {"规章", "1.属于国家秘密", "（一）", "2023年", "第二十条"}) {
    CHECK_FALSE(IsValueText(text));
  }
  CHECK_FALSE(IsNumberOrPlaceholder(" "));
}

}  // namespace
}  // namespace gongkai
