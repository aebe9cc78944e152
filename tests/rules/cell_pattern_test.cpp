// Pointers with wildcards.
#include "rules/cell_pattern.h"

#include <catch2/catch.hpp>

#include "model/unicode.h"
#include "normalize/report_json_pointers.h"

using namespace gongkai;

namespace {

std::vector<std::string> Steps(std::string_view pointer) {
  const auto steps = PointerSteps(pointer);
  return {steps.begin(), steps.end()};
}

}  // namespace

TEST_CASE("a pattern fits a cell, and its names stand for steps", "[rules]") {
  const struct {
    const char *pattern, *cell;
    bool fits;
    Bindings bindings = {};
  } cases[] = {
      {"/a/b/c", "/a/b/c", true},
      {"/a/b/c", "/a/b", false},
      {"/a/b", "/a/b/c", false},
      {"/a/*/c", "/a/b/c", true},
      {"/a/*", "/a/b/c", false},
      {"/a/*/*", "/a/b/c", true},
      {"/a/**", "/a/b/c", true},
      {"/a/**", "/a", false},
      {"/a/**/d", "/a/b/c/d", true},
      {"/a/**/d", "/a/d", false},
      {"/a/**/**/e", "/a/b/c/d/e", true},
      {"/a/{x}/c", "/a/b/c", true, {{"x", "b"}}},
      {"/a/{x}/{y}", "/a/b/c", true, {{"x", "b"}, {"y", "c"}}},
      {"/a/{x}/{x}", "/a/b/b", true, {{"x", "b"}}},
      {"/a/{x}/{x}", "/a/b/c", false},
      {"/a/{x...}/d", "/a/b/c/d", true, {{"x", "b/c"}}},
      {"/a/{x...}/d", "/a/b/d", true, {{"x", "b"}}},
      {"/{x...}/b/{x...}", "/a/b/a", true, {{"x", "a"}}},
      {"/{x...}/{x...}", "/a/b/a/b", true, {{"x", "a/b"}}},
  };
  for (const auto& c : cases) {
    INFO(c.pattern << " " << c.cell);
    const auto pattern = ParseCellPattern(c.pattern);
    REQUIRE(pattern.ok());
    Bindings bindings;
    CHECK(Match(pattern.value(), Steps(c.cell), bindings) == c.fits);
    CHECK(bindings == c.bindings);
    if (!c.fits || HasWildcard(pattern.value())) continue;
    CHECK(PointerOf(Bind(pattern.value(), bindings)) == c.cell);
  }
}

TEST_CASE("what is bound already has to mean the same", "[rules]") {
  const auto pattern = ParseCellPattern("/a/{x}");
  Bindings bindings{{"x", "b"}};
  CHECK(Match(pattern.value(), {"a", "b"}, bindings));
  CHECK_FALSE(Match(pattern.value(), {"a", "c"}, bindings));
  CHECK(bindings == Bindings{{"x", "b"}});
}

TEST_CASE("a pattern may end above the cell", "[rules]") {
  for (const auto& [text, fits] : {std::pair("/a", true), std::pair("/a/{x}", true),
                                   std::pair("/a/{x...}", true), std::pair("/b", false),
                                   std::pair("/a/b/c/d", false)}) {
    INFO(text);
    CHECK(MatchFront(ParseCellPattern(text).value(), {"a", "b", "c"}) == fits);
  }
}

TEST_CASE("a label is a step, whatever it holds", "[rules]") {
  const auto pattern = ParseCellPattern("/statistics/@公开~1依申请（{件}）*/value");
  REQUIRE(pattern.ok());
  CHECK(pattern.value().steps[1].text == FoldTight("@公开/依申请({件})*"));
  CHECK(PointerOf(pattern.value()) == "/statistics/@公开~1依申请({件})*/value");
  // Steps that hold a slash can be bound.
  Bindings bindings;
  REQUIRE(Match(ParseCellPattern("/statistics/{row}/value").value(),
                {"statistics", "@a/b~", "value"}, bindings));
  CHECK(Bind(ParseCellPattern("/statistics/{row}/cumulative").value(), bindings).steps[1].text ==
        "@a/b~");
}
