#include "extract/charset.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "model/unicode.h"

using namespace std::string_literals;

namespace gongkai {
namespace {

// 信息公开 in the encodings that pages use.
const std::string kGbk = "\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA";
const std::string kBig5 = "\xAB\x48\xAE\xA7\xA4\xBD\xB6\x7D";  // traditional: 信息公開

std::string Repeat(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST_CASE("bytes become UTF-8") {
  struct Row {
    std::string name, bytes, want;
  };
  const auto rows = std::vector<Row>{
      {"empty", "", ""},
      {"ascii", "abc 12", "abc 12"},
      {"UTF-8", "信息公开", "信息公开"},
      {"UTF-8 with a mark", "\xEF\xBB\xBF信息", "信息"},
      {"a mark alone", "\xEF\xBB\xBF", ""},
      {"two marks", "\xEF\xBB\xBF\xEF\xBB\xBFx", "x"},
      {"UTF-16 little endian", "\xFF\xFE\xE1\x4F\x6F\x60"s, "信息"},
      {"UTF-16 big endian", "\xFE\xFF\x4F\xE1\x60\x6F"s, "信息"},
      {"UTF-16 beyond the first plane", "\xFF\xFE\x42\xD8\xB7\xDF"s, "𠮷"},
      {"UTF-16 with half a pair", "\xFF\xFE\x42\xD8\x41\x00"s, "\uFFFDA"},
      {"UTF-16 with an odd byte", "\xFF\xFE\x41\x00\x42"s, "A\uFFFD"},
      {"UTF-8 with NULs", "a\0b信"s, "ab信"},
      {"GBK, nothing declared", kGbk, "信息公开"},
      {"GBK, declared", "<meta charset=gbk>" + kGbk, "<meta charset=gbk>信息公开"},
      {"GBK beyond GB2312, declared as gb2312",
       "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GB2312\" />\xE9\x46",
       "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GB2312\" />镕"},
      {"four bytes of GB18030", kGbk + "\x95\x32\x82\x36", "信息公开𠀀"},
      {"Big5, declared", "<META CHARSET='Big5'>" + kBig5, "<META CHARSET='Big5'>信息公開"},
      {"UTF-8 that is declared as gb2312", "<meta charset=gb2312>信息公开",
       "<meta charset=gb2312>信息公开"},
      {"GBK that is declared as utf-8", "<meta charset=utf-8>" + kGbk,
       "<meta charset=utf-8>信息公开"},
      {"GBK that is declared as utf-16", "<meta charset=utf-16>" + kGbk,
       "<meta charset=utf-16>信息公开"},
      {"GBK that is declared as Latin", "<meta charset=iso-8859-1>" + kGbk,
       "<meta charset=iso-8859-1>信息公开"},
      {"an unknown name", "<meta charset=klingon>" + kGbk, "<meta charset=klingon>信息公开"},
      {"an unfinished declaration", "<meta charset" + kGbk, "<meta charset信息公开"},
      {"a declaration in XML", "<?xml version='1.0' encoding='GBK'?>" + kGbk,
       "<?xml version='1.0' encoding='GBK'?>信息公开"},
      {"nothing but broken bytes", "\xFF\xFF", "\uFFFD\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(ToUtf8(row.bytes) == row.want);
  }
}

TEST_CASE("a few broken bytes do not change the encoding") {
  const std::string good = Repeat("政府信息公开工作年度报告", 10);
  SECTION("UTF-8") {
    CHECK(ToUtf8(good + "\xE6\x94" + good) == good + "\uFFFD\uFFFD" + good);
    CHECK(ToUtf8(good + "\xE6") == good + "\uFFFD");
    CHECK(ToUtf8("\xEF\xBB\xBF" + good + "\xFF") == good + "\uFFFD");
  }
  SECTION("UTF-8 as the page declares") {
    const std::string head = "<meta charset=utf-8>";
    const std::string damaged = Repeat("信息公开\xE6", 5);
    CHECK(ToUtf8(head + damaged) == head + Repeat("信息公开\uFFFD", 5));
  }
  SECTION("GB18030") {
    CHECK(ToUtf8(Repeat(kGbk, 20) + "\xFF" + kGbk) == Repeat("信息公开", 20) + "\uFFFD信息公开");
    const std::string head = "<meta charset=gb2312>";
    CHECK(ToUtf8(head + Repeat(kGbk, 20) + "\xFF") == head + Repeat("信息公开", 20) + "\uFFFD");
  }
}

TEST_CASE("whatever the bytes, the text is valid UTF-8 without NULs") {
  std::uint32_t state = 1;
  for (int round = 0; round < 200; ++round) {
    std::string bytes = round % 3 == 0 ? "<meta charset=big5>" : round % 3 == 1 ? "\xFF\xFE" : "";
    for (int i = 0; i < 300; ++i) {
      state = state * 1664525 + 1013904223;
      bytes.push_back(static_cast<char>(state >> 24));
    }
    const std::string text = ToUtf8(bytes);
    CHECK(IsValidUtf8(text));
    CHECK(text.find('\0') == std::string::npos);
    CHECK_FALSE(text.starts_with("\xEF\xBB\xBF"));
  }
}

}  // namespace
}  // namespace gongkai
