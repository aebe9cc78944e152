#include "extract/media_type.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/extract.h"

namespace gongkai {
namespace {

using namespace std::string_literals;

TEST_CASE("The kind of a file, by its bytes before its name", "[media_type]") {
  struct Case {
    std::string bytes, name;
    MediaType expected;
  };
  const std::string report = "某某镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n";
  std::string gb18030;
  for (int i = 0; i < 20; ++i)
    gb18030 += "\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\n";  // 政府信息公开
  std::string tags;
  for (int i = 0; i < 10; ++i) tags += "<td>0</td>";
  const std::vector<Case> cases = {
      {"%PDF-1.7\n", "a.html", MediaType::kPdf},
      {std::string(1000, ' ') + "%PDF-1.4", "a", MediaType::kPdf},
      {std::string(2000, ' ') + "%PDF-1.4", "a.txt", MediaType::kText},
      {"<!DOCTYPE html><p>x", "a.txt", MediaType::kHtml},
      {"\xEF\xBB\xBF \r\n<HTML lang=zh>", "", MediaType::kHtml},
      {"<?xml version=\"1.0\"?>\n<!-- a -->\n<html>", "", MediaType::kHtml},
      {"<meta charset=gb2312>" + gb18030, "a", MediaType::kHtml},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "a", MediaType::kHtml},
      {"\xFE\xFF\0<\0p\0>"s, "a", MediaType::kHtml},
      {"<path> 是命令", "a.txt", MediaType::kText},
      {"<!--[if !supportLists]-->" + report, "a.txt", MediaType::kText},
      {report + tags, "a.txt", MediaType::kHtml},
      {report + "<td> 只此一处", "a", MediaType::kText},
      {report, "a.txt", MediaType::kText},
      {report, "a", MediaType::kText},
      {report, "a.pdf", MediaType::kText},
      {report, "A.MD", MediaType::kMarkdown},
      {report, "a.htm", MediaType::kHtml},
      {report + "| a | b |\n|---|---|\n", "a.txt", MediaType::kMarkdown},
      {report + "# a\n## b\n", "a", MediaType::kMarkdown},
      {report + "# a\n", "a", MediaType::kText},
      {gb18030, "a.txt", MediaType::kText},
      {"\xFF\xFE\x3F\x65\x9C\x5E"s, "a.txt", MediaType::kText},  // UTF-16: 政府
      {"a\0\1\2\3\4\5\6\0\0\0\0"s, "a.txt", MediaType::kUnknown},
      {"\x89PNG\r\n\x1A\n", "a.pdf", MediaType::kPng},
      {"\xFF\xD8\xFF\xE0", "a.txt", MediaType::kJpeg},
      {"II*\0"s, "", MediaType::kTiff},
      {"MM\0*"s, "", MediaType::kTiff},
      {"II+\0"s, "", MediaType::kTiff},
      {"MM\0+"s, "", MediaType::kTiff},
      {"\xFF\xD8", "a.jpg", MediaType::kUnknown},
      {"PK\x03\x04word/document.xml", "a.html", MediaType::kUnknown},
  };
  for (const Case& one : cases) {
    INFO(one.name << ": " << one.bytes.substr(0, 60));
    CHECK(MediaTypeName(FindMediaType(one.bytes, one.name)) == MediaTypeName(one.expected));
  }
}

TEST_CASE("Formats that are not read are named", "[media_type]") {
  struct Case {
    std::string bytes, expected;
  };
  const std::vector<Case> cases = {
      {"GIF89a", "GIF"},
      {"RIFF\1\2\3\4WEBPVP8 ", "WebP"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "DOC"},
      {"{\\rtf1", "RTF"},
      {"PK\x03\x04....[Content_Types].xml....word/document.xml", "DOCX"},
      {"PK\x03\x04....xl/workbook.xml", "XLSX"},
      {"PK\x03\x04....OFD.xml", "OFD"},
      {"PK\x03\x04....a.pdf", "ZIP"},
      {"PK", ""},
      {"BM 是银行", ""},
      {"RIFF", ""},
      {"MZ", ""},
      {"%PDF-1.7", ""},
      {"", ""},
  };
  for (const Case& one : cases) {
    INFO(one.bytes);
    CHECK(ForeignFormatName(one.bytes) == one.expected);
  }
}

}  // namespace
}  // namespace gongkai
