#include "extract/extract.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace gongkai {
namespace {

using namespace std::string_literals;

TEST_CASE("What cannot be read says why", "[extract]") {
  struct Case {
    std::string bytes, name;
    ErrorCode code;
    std::string detail;
  };
  const std::vector<Case> cases = {
      {"", "a.pdf", ErrorCode::kEmpty, ""},
      {" \r\n\t \0\0"s, "a.txt", ErrorCode::kEmpty, ""},
      {"\u3000\u3000\n", "a.txt", ErrorCode::kEmpty, ""},
      {std::string(kMaxFileBytes + 1, 'a'), "a.txt", ErrorCode::kTooLarge, "200 MB"},
      {std::string((std::size_t{64} << 20) + 1, 'a'), "a.txt", ErrorCode::kTooLarge, "64 MB"},
      {"\x89PNG\r\n\x1A\n", "a.png", ErrorCode::kNoText, ""},  // without a reader of scans
      {"GIF89a", "a.png", ErrorCode::kUnsupported, "GIF"},
      {"PK\x03\x04 word/document.xml", "a.docx", ErrorCode::kUnsupported, "DOCX"},
      {"\x01\x02\x03\x04\x05\x06\x07\x08", "a.txt", ErrorCode::kUnsupported, ""},
      {"%PDF-1.7\nnothing follows", "a.pdf", ErrorCode::kDamaged, "*"},
  };
  for (const Case& one : cases) {
    INFO(one.name << ": " << one.bytes.substr(0, 40));
    const Result<Document> read = ExtractDocument(one.bytes, one.name);
    REQUIRE(!read.ok());
    CHECK(static_cast<int>(read.error().code) == static_cast<int>(one.code));
    if (one.detail != "*") CHECK(read.error().detail == one.detail);
    CHECK(read.error().file.empty());
  }
}

TEST_CASE("Each kind of file becomes a document that says what it was", "[extract]") {
  struct Case {
    std::string bytes, name, media_type;
  };
  const std::vector<Case> cases = {
      {"<!DOCTYPE html><title>甲</title><p>正文</p>", "a.txt", "text/html"},
      {"某某镇2023年政府信息公开工作年度报告\n一、总体情况\n", "a.txt", "text/plain"},
      {"# 某某镇\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "a.md", "text/markdown"},
      {"\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xB9\xA4\xD7\xF7\xC4\xEA\xB6\xC8\xB1\xA8"
       "\xB8\xE6",
       "a.txt", "text/plain"},
  };
  for (const Case& one : cases) {
    INFO(one.name << ": " << one.bytes);
    const Result<Document> read = ExtractDocument(one.bytes, one.name);
    REQUIRE(read.ok());
    CHECK(read.value().media_type == one.media_type);
    CHECK(!read.value().pages);
    CHECK(read.value().origin == Origin::kText);
    CHECK(!read.value().blocks.empty());
  }
}

// A PDF of `pages` empty pages.
std::string EmptyPdf(int pages) {
  std::string kids;
  for (int i = 0; i < pages; ++i) kids += "3 0 R ";
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count " + std::to_string(pages) + "/Kids[" + kids + "]>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
  };
  std::string pdf = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + "xref\n0 4\n0000000000 65535 f \n" + table +
         "trailer<</Size 4/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

TEST_CASE("PDFs without pages or without text", "[extract]") {
  const Result<Document> none = ExtractDocument(EmptyPdf(0), "a.pdf");
  REQUIRE(!none.ok());
  CHECK(static_cast<int>(none.error().code) == static_cast<int>(ErrorCode::kNoPages));
  const Result<Document> blank = ExtractDocument(EmptyPdf(1), "a.pdf");
  REQUIRE(!blank.ok());
  CHECK(static_cast<int>(blank.error().code) == static_cast<int>(ErrorCode::kNoText));
  CHECK(blank.error().detail == "1");
}

TEST_CASE("The real reports are read, each as what it is", "[extract]") {
  const std::filesystem::path folder = "../shared/reports/in";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: " << folder << " is not there");
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const Result<Document> read = ExtractDocument(bytes, entry.path().filename().string());
    REQUIRE(read.ok());
    CHECK(!read.value().blocks.empty());
    CHECK(read.value().pages.has_value() == (entry.path().extension() == ".pdf"));
  }
}

}  // namespace
}  // namespace gongkai
