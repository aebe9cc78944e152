#include "corpus/search.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "corpus/archive_writer.h"
#include "model/unicode.h"
#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

using testing::Scratch;
using testing::SmallRecord;

constexpr int kAll = 1000;

struct Text {
  std::string sha256, agency;
  int year;
  std::string heading, text;
};

const std::vector<Text>& Texts() {
  static const std::vector<Text> kTexts{
      {"a", "甲镇", 2020, "总体情况", "一、优化营商环境。\n公开率达到100%，较上年提高_点。"},
      {"b", "甲镇", 2021, "总体情况", "优化营商服务，环境整治。公开率达到1000分。"},
      {"c", "乙镇", 2021, "存在问题", "通过App和PDF公开；路径C:\\新建\\a*b?[x]\"引号\"'单引号'。"},
      {"d", "", 0, "", "营商营商营商环境营商环境"},
      {"e", "丙镇", 2019, "营商环境", "此处不提。"},
  };
  return kTexts;
}

void Fill(const std::string& path) {
  auto writer = ArchiveWriter::Open(path, "1");
  REQUIRE(writer.ok());
  for (auto it = Texts().rbegin(); it != Texts().rend(); ++it) {  // not in the order of the answer
    Record record = SmallRecord(it->sha256);
    record.agency = it->agency;
    record.year = it->year > 0 ? std::optional(it->year) : std::nullopt;
    record.sections = {{"overview", "一", it->heading, it->text, 2}};
    writer.value()->StoreReading({"/r/" + it->sha256 + ".pdf", {}}, record);
  }
  REQUIRE(writer.value()->Save());
}

std::string Found(Database& database, const std::string& text) {
  const SearchHits found = SearchArchive(database, text, kAll);
  CHECK_FALSE(database.fault());
  std::string hashes;
  for (const SearchHit& hit : found.hits) hashes += hit.sha256;
  return hashes;
}

std::string Plan(Database& database, bool indexed) {
  Statement rows = database.Prepare("EXPLAIN QUERY PLAN " + SearchQuery(indexed));
  if (indexed) {
    rows.With("%营商环境%", "营商环境", 10, "\"营商环\"");
  } else {
    rows.With("%营商%", "营商", 10);
  }
  std::string plan;
  while (rows.Step()) plan += rows.String(3) + "\n";
  CHECK_FALSE(database.fault());
  return plan;
}

}  // namespace

TEST_CASE("a text is found as it stands, by agency, year and hash") {
  const Scratch scratch;
  Fill(scratch / "a.db");
  auto database = OpenArchive(scratch / "a.db");
  REQUIRE(database.ok());
  const std::vector<std::pair<std::string, std::string>> rows{
      {"营商环境", "dea"}, {"营商", "deab"}, {"商环", "dea"}, {"营", "deab"}, {"化营商", "ab"},
      {"优化营商服务，环境整治", "b"},
      // No sign means anything but itself.
      {"100%", "a"}, {"100_", ""}, {"1%", ""}, {"0%", "a"}, {"%", "a"}, {"_", "a"}, {"高_点", "a"},
      {"高%点", ""}, {"\\", "c"}, {"C:\\新建", "c"}, {"\\a*b", "c"}, {"a*b?[x]", "c"}, {"*", "c"},
      {"***", ""}, {"???", ""}, {"[x]\"引号\"", "c"}, {"\"", "c"}, {"\"\"\"", ""}, {"'单引号'", "c"},
      {"' OR 1=1 --", ""}, {"AND", ""}, {"NOT 营商", ""},
      // ASCII letters in either case; paragraphs are parted by a line feed.
      {"app", "c"}, {"APP和pdf", "c"}, {"pD", "c"}, {"境。\n公", "a"}, {"境。公", ""},
      {"营商环境不在这里", ""}, {"𠮷𠮷𠮷𠮷", ""},
  };
  for (const auto& [text, hashes] : rows) {
    INFO(text);
    CHECK(Found(database.value(), text) == hashes);
  }
}

TEST_CASE("what is told of a hit") {
  const Scratch scratch;
  Fill(scratch / "a.db");
  auto database = OpenArchive(scratch / "a.db");
  const SearchHits found = SearchArchive(database.value(), "营商环境", kAll);
  REQUIRE(found.hits.size() == 3);
  const SearchHit& unknown = found.hits[0];
  CHECK(unknown.agency.empty());
  CHECK_FALSE(unknown.year);
  CHECK(unknown.times == 2);
  CHECK(unknown.snippet == "营商营商营商环境营商环境");
  const SearchHit& heading = found.hits[1];
  CHECK(heading.heading == "营商环境");
  CHECK(heading.snippet == "营商环境");
  const SearchHit& last = found.hits[2];
  CHECK(last.agency == "甲镇");
  CHECK(last.year == 2020);
  CHECK(last.page == 2);
  CHECK(last.path == "/r/a.pdf");
  CHECK(last.key == "overview");
  CHECK(last.snippet == "一、优化营商环境。\n公开率达到100%，较上年提高_点。");
}

TEST_CASE("a snippet is cut between characters") {
  const Scratch scratch;
  std::string before, behind;
  for (int i = 0; i < 60; ++i) before += "前", behind += "后";
  {
    auto writer = ArchiveWriter::Open(scratch / "a.db", "1");
    Record record = SmallRecord("a");
    record.sections = {{"overview", "一", "总体情况", before + "中间处" + behind, 0}};
    writer.value()->StoreReading({"/r/a.pdf", {}}, record);
    REQUIRE(writer.value()->Save());
  }
  auto database = OpenArchive(scratch / "a.db");
  for (const std::string text : {"中间处", "间"}) {
    const SearchHits found = SearchArchive(database.value(), text, kAll);
    REQUIRE(found.hits.size() == 1);
    CHECK_FALSE(found.hits[0].page);
    const std::u32string snippet = DecodeUtf8(found.hits[0].snippet);
    CHECK(snippet.front() == U'…');
    CHECK(snippet.back() == U'…');
    CHECK(snippet.size() == 1 + 20 + DecodeUtf8(text).size() + 40 + 1);
  }
}

TEST_CASE("no more hits than asked for, the first of them") {
  const Scratch scratch;
  Fill(scratch / "a.db");
  auto database = OpenArchive(scratch / "a.db");
  const SearchHits two = SearchArchive(database.value(), "营商", 2);
  REQUIRE(two.hits.size() == 2);
  CHECK(two.more);
  CHECK(two.hits[0].sha256 == "d");
  CHECK(two.hits[1].sha256 == "e");
  CHECK_FALSE(SearchArchive(database.value(), "营商", 4).more);
}

TEST_CASE("three characters and more go through the index, and every kind of plan is as meant") {
  const Scratch scratch;
  Fill(scratch / "a.db");
  auto database = OpenArchive(scratch / "a.db");
  const std::string indexed = Plan(database.value(), true);
  INFO(indexed);
  CHECK(indexed.find("SCAN t VIRTUAL TABLE INDEX 0:M") != std::string::npos);
  CHECK(indexed.find("SEARCH s USING INTEGER PRIMARY KEY") != std::string::npos);
  CHECK(Plan(database.value(), false).find("SCAN s\n") != std::string::npos);
}

TEST_CASE("the index finds what reading everything finds") {
  const Scratch scratch;
  std::mt19937 random(7);
  const std::u32string letters = U"政府信息公开aA1％%_\"";
  const auto make = [&](std::size_t length) {
    std::u32string text;
    while (text.size() < length) text += letters[random() % letters.size()];
    return text;
  };
  std::vector<std::u32string> texts;
  {
    auto writer = ArchiveWriter::Open(scratch / "a.db", "1");
    for (int i = 0; i < 60; ++i) {
      texts.push_back(make(80));
      Record record = SmallRecord(std::to_string(100 + i));
      record.sections = {{"overview", "", "", EncodeUtf8(texts.back()), 0}};
      writer.value()->StoreReading({"/r/" + record.sha256, {}}, record);
    }
    REQUIRE(writer.value()->Save());
  }
  const auto lower = [](std::u32string text) {
    std::replace(text.begin(), text.end(), U'A', U'a');
    return text;
  };
  auto database = OpenArchive(scratch / "a.db");
  int hits = 0;
  for (int i = 0; i < 400; ++i) {
    const std::u32string query = make(1 + random() % 5);
    std::string expected;
    for (std::size_t n = 0; n < texts.size(); ++n) {
      if (lower(texts[n]).find(lower(query)) != texts[n].npos) expected += std::to_string(100 + n);
    }
    INFO(EncodeUtf8(query));
    CHECK(Found(database.value(), EncodeUtf8(query)) == expected);
    hits += expected.empty() ? 0 : 1;
  }
  CHECK(hits > 100);
}

}  // namespace gongkai
