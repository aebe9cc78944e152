#include "corpus/archive_record.h"

#include <catch2/catch.hpp>

#include "corpus/byte_codec.h"
#include "corpus/path_text.h"
#include "tests/corpus/scratch.h"

namespace gongkai {

TEST_CASE("a record's bytes are read back") {
  const Record record = testing::SmallRecord("a");
  const std::string bytes = EncodeBytes(record);
  const auto read = DecodeBytes<Record>(bytes);
  REQUIRE(read);
  CHECK(EncodeBytes(*read) == bytes);
  CHECK(read->cells[1].value == Decimal(21));
  CHECK(read->cells[1].place.box == record.cells[1].place.box);
  CHECK(read->findings[0].places == record.findings[0].places);
  CHECK_FALSE(read->findings[0].actual);
}

TEST_CASE("bytes that are no record give none") {
  const std::string bytes = EncodeBytes(testing::SmallRecord("a"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(DecodeBytes<Record>(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(DecodeBytes<Record>(bytes + "x"));
  CHECK_FALSE(DecodeBytes<Record>(std::string(1000, '\xFF')));
}

TEST_CASE("JSON on one line keeps what stands in its strings") {
  CHECK(JsonOnOneLine("{\n  \"a\": [1, 2],\n  \"b\": \"x  y\\n  z\"\n}\n") ==
        R"({"a": [1, 2],"b": "x  y\n  z"})");
}

TEST_CASE("a path as text: one line of UTF-8, and no two paths alike") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"/a/报告 1.pdf", "/a/报告 1.pdf"}, {"/a\nb", "/a\\x0Ab"}, {"/a\\x0Ab", "/a\\x5Cx0Ab"},
      {"/\xB1\xA8.pdf", "/\\xB1\\xA8.pdf"}, {"/\xE6\x8A", "/\\xE6\\x8A"}, {"/\xC2\x85", "/\\xC2\\x85"},
      {"/\x7F", "/\\x7F"}, {"", ""}};
  for (const auto& [path, text] : rows) CHECK(PathText(path) == text);
}

}  // namespace gongkai
