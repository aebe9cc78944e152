#include "model/unicode.h"

#include <catch2/catch.hpp>

using namespace gongkai;

TEST_CASE("broken UTF-8 becomes replacement characters and never more", "[unicode]") {
  const struct {
    std::string text;
    bool valid;
    std::size_t characters;
  } kCases[] = {
      {"", true, 0},
      {"a", true, 1},
      {"政府", true, 2},
      {"𠮷", true, 1},
      {std::string("\0", 1), true, 1},
      {"\xFF", false, 1},
      {"\x80", false, 1},
      {"\xC0\x80", false, 2},          // an overlong NUL
      {"\xE0\x80\x80", false, 3},      // overlong
      {"\xED\xA0\x80", false, 3},      // a surrogate
      {"\xF4\x90\x80\x80", false, 4},  // beyond U+10FFFF
      {"\xF8\x88\x80\x80\x80", false, 5},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    CHECK(IsValidUtf8(c.text) == c.valid);
    const std::u32string decoded = DecodeUtf8(c.text);
    CHECK(decoded.size() == c.characters);
    CHECK((EncodeUtf8(decoded) == c.text) == c.valid);
    CHECK(IsValidUtf8(EncodeUtf8(decoded)));
  }
}

TEST_CASE("a sequence that ends too early takes nothing of what follows", "[unicode]") {
  for (const char* broken : {"\xE6\x94" "a", "\xF0\xA0\xAE" "a", "\xC3" "a"}) {
    const std::u32string decoded = DecodeUtf8(broken);
    REQUIRE_FALSE(decoded.empty());
    CHECK(decoded.back() == U'a');
    CHECK(decoded.front() == 0xFFFD);
  }
}

TEST_CASE("folding makes what writers use for one another one sign", "[unicode]") {
  const struct {
    const char *text, *folded, *tight;
  } kCases[] = {
      {"（一）", "(一)", "(一)"},
      {"１２", "12", "12"},
      {"总　计", "总 计", "总计"},
      {" 2023 年", " 2023 年", "2023年"},
      {"“三安全”", "\"三安全\"", "\"三安全\""},
      {"〔2021〕", "[2021]", "[2021]"},
      {"—–－-", "----", "----"},
      {"增／减", "增/减", "增/减"},
      {"1．2", "1.2", "1.2"},
      {"其中：", "其中:", "其中:"},
      {"、。", "、。", "、。"},
      {"", "", ""},
  };
  for (const auto& c : kCases) {
    INFO(c.text);
    CHECK(Fold(c.text) == c.folded);
    CHECK(FoldTight(c.text) == c.tight);
    CHECK(DecodeUtf8(Fold(c.text)).size() == DecodeUtf8(c.text).size());
  }
}

TEST_CASE("spaces of all kinds are trimmed and removed", "[unicode]") {
  CHECK(Trim("\u3000 总 计\u00A0\n") == "总 计");
  CHECK(Trim("\u3000\u200B\uFEFF") == "");
  CHECK(Trim("") == "");
  CHECK(WithoutSpaces("\u3000总 计\t（１）") == "总计（１）");
}

TEST_CASE("Chinese characters and the punctuation among them are told apart", "[unicode]") {
  for (const char32_t c : U"政〇龥𠮷") CHECK((c == 0 || IsHan(c)));
  for (const char32_t c : U"a1，。 ") CHECK_FALSE((c != 0 && IsHan(c)));
  for (const char32_t c : U"政，。（") CHECK((c == 0 || IsWide(c)));
  for (const char32_t c : U"a1 ") CHECK_FALSE((c != 0 && IsWide(c)));
}
