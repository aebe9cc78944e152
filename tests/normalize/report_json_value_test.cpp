// Where in its text a JSON value stands.
#include "normalize/report_json_value.h"

#include <catch2/catch.hpp>

using namespace gongkai;

TEST_CASE("a value knows where it begins", "[json]") {
  const std::string text =
      "{\"a\\n\": [1,2 , -3.5e1],\n \"b\" : {\"c\": \"\\u4e2d\"}, \"d\":[[],[true]], \"e\":null}";
  const auto parsed = ParseJson(text);
  REQUIRE(parsed.ok());
  const JsonValue& root = parsed.value();
  const auto at = [&](const JsonValue& value) { return text.substr(value.begin, 4); };
  CHECK(root.begin == 0);
  const JsonValue& numbers = root.items[0];
  CHECK(at(numbers) == "[1,2");
  CHECK(at(numbers.items[0]) == "1,2 ");
  CHECK(at(numbers.items[1]) == "2 , ");
  CHECK(at(numbers.items[2]) == "-3.5");
  CHECK(at(root.items[1]) == "{\"c\"");
  CHECK(at(root.items[1].items[0]) == "\"\\u4");
  CHECK(at(root.items[2]) == "[[],");
  CHECK(at(root.items[2].items[0]) == "[],[");
  CHECK(at(root.items[2].items[1]) == "[tru");
  CHECK(at(root.items[2].items[1].items[0]) == "true");
  CHECK(at(root.items[3]) == "null");
}

TEST_CASE("a fault is said by its byte or by its line and column", "[json]") {
  const struct {
    const char *text, *byte, *line;
  } cases[] = {
      {"", "byte 0: ", "1:1: "},
      {"{\"甲\":\n {\"乙\" 1}}", "byte 16: ", "2:7: "},
      {"[1,\n1e999]", "byte ", "2:"},
      {"[1,\n{\"a\": 1, \"a\": 2}]", "byte ", "2:15: the key \"a\" stands twice"},
      {"[1,\n", "byte 4: ", "2:1: "},
  };
  for (const auto& c : cases) {
    const auto by_byte = ParseJson(c.text), by_line = ParseJson(c.text, JsonPlace::kLine);
    REQUIRE_FALSE(by_byte.ok());
    REQUIRE_FALSE(by_line.ok());
    INFO(by_byte.error().detail << "\n" << by_line.error().detail);
    CHECK(by_byte.error().detail.starts_with(c.byte));
    CHECK(by_line.error().detail.starts_with(c.line));
    CHECK(by_line.error().detail.find("line") == std::string::npos);
  }
}

TEST_CASE("lines and columns are those of an editor", "[json]") {
  CHECK(LineAndColumn("", 0) == "1:1");
  CHECK(LineAndColumn("ab\ncd", 4) == "2:2");
  CHECK(LineAndColumn("甲乙\n丙丁", 10) == "2:2");
  CHECK(LineAndColumn("ab\n", 99) == "2:1");
}
