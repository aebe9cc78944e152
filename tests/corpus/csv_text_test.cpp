#include "corpus/csv_text.h"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

namespace gongkai {

TEST_CASE("no text becomes a formula, and no number a text") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"=1+1", "'=1+1"},
      {"=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")"},
      {"+86 10", "'+86 10"},
      {"-1-2", "'-1-2"},
      {"-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "'\t=1"},
      {"\r=1", "'\r=1"},
      {"＝1", "'＝1"},
      {"＋1", "'＋1"},
      {"－1", "'－1"},
      {"＠A", "'＠A"},
      {"'=1", "''=1"},      // so that taking one ' away gives back what was there
      {"''-x", "'''-x"},
      {"--", "'--"},
      // Left as they are.
      {"-", "-"},
      {"－", "－"},
      {"+", "+"},
      {"=", "="},
      {"-18", "-18"},
      {"+3", "+3"},
      {"-7730.28", "-7730.28"},
      {"1-2", "1-2"},
      {"21", "21"},
      {"—", "—"},
      {"/", "/"},
      {"'abc", "'abc"},
      {"'", "'"},
      {"", ""},
      {"甲乙镇人民政府", "甲乙镇人民政府"},
      {" =1", " =1"},
  };
  for (const auto& [text, safe] : rows) CHECK(WithoutFormula(text) == safe);
}

TEST_CASE("fields are quoted where they need it") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", ""},         {"a b", "a b"},           {"a,b", "\"a,b\""},
      {"a\nb", "\"a\nb\""}, {"a\r", "\"a\r\""},   {"\"", "\"\"\"\""},
      {"说“好”", "说“好”"}, {"a\"b\"", "\"a\"\"b\"\"\""}, {"，", "，"},
  };
  for (const auto& [text, field] : rows) {
    std::string line = "x,";
    AppendCsvField(line, text);
    CHECK(line == "x," + field);
  }
}

}  // namespace gongkai
