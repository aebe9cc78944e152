#include "model/texts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "model/texts_table.h"
#include "model/unicode.h"

using namespace gongkai;

namespace {

constexpr std::string_view kEnglish = "_en";  // the English twin of a detail that differs by language

// The names in braces, the English twins by the name of the Chinese.
std::set<std::string> Names(std::string_view pattern) {
  std::set<std::string> names;
  for (auto at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1)) {
    std::string_view name = pattern.substr(at + 1, pattern.find('}', at) - at - 1);
    if (name.ends_with(kEnglish)) name.remove_suffix(kEnglish.size());
    names.emplace(name);
  }
  return names;
}

}  // namespace

TEST_CASE("every text is there in both languages and tells the same", "[texts]") {
  for (const auto table : {ErrorTexts(), FindingTexts(), CommandTexts(), CompareTexts()}) {
    for (const TextEntry& entry : table) {
      INFO(entry.id);
      CHECK(IsValidUtf8(entry.zh));
      CHECK(Names(entry.zh) == Names(entry.en));
      CHECK(entry.zh.find(kEnglish) == entry.zh.npos);
    }
  }
  for (const TextEntry& entry : FindingTexts()) {
    INFO(entry.id);
    CHECK_FALSE(entry.zh.empty());
    CHECK_FALSE(entry.en.empty());
  }
}

TEST_CASE("no id stands twice", "[texts]") {
  auto ids = TextIds();
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("details fill their names, and what has none stays", "[texts]") {
  CHECK(Text("not_assessed.unreadable", Language::kZh, {{"place", "表四"}}) == "表四无法辨认");
  CHECK(Text("not_assessed.unreadable", Language::kEn, {{"place_en", "table 4"}}) ==
        "table 4 cannot be read");
  CHECK(Text("not_assessed.unreadable", Language::kZh) == "{place}无法辨认");
  // A detail is not searched for names again: it is the document's text.
  CHECK(Text("not_assessed.unreadable", Language::kZh, {{"place", "{place}"}}) ==
        "{place}无法辨认");
}
