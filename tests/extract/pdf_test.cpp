#include <catch2/catch.hpp>

#include "extract/pdf.h"
#include "extract/pdf_characters.h"
#include "tests/extract/pdf_sample.h"

namespace gongkai {
namespace {

Page ReadOne(const std::string& pdf) {
  const auto read = ReadPdfPages(pdf);
  REQUIRE(read.ok());
  REQUIRE(read.value().pages.size() == 1);
  return read.value().pages.front();
}

std::string Texts(const Page& page) {
  std::string all;
  for (const Word& word : page.words) all += (all.empty() ? "" : "|") + word.text;
  return all;
}

void CheckBox(const Box& box, const Box& expected, double margin) {
  CHECK(box.x0 == Approx(expected.x0).margin(margin));
  CHECK(box.y0 == Approx(expected.y0).margin(margin));
  CHECK(box.x1 == Approx(expected.x1).margin(margin));
  CHECK(box.y1 == Approx(expected.y1).margin(margin));
}

TEST_CASE("words end at white space, gaps and new lines, and nowhere else") {
  struct Row {
    const char* what;
    const char* content;
    const char* texts;
  };
  const Row rows[] = {
      {"one string", "BT /F1 10 Tf 10 50 Td (abc) Tj ET", "abc"},
      {"a space", "BT /F1 10 Tf 10 50 Td (ab cd) Tj ET", "ab|cd"},
      {"only spaces", "BT /F1 10 Tf 10 50 Td (   ) Tj ET", ""},
      {"two strings that touch", "BT /F1 10 Tf 10 50 Td (ab) Tj (cd) Tj ET", "abcd"},
      {"kerning within a word", "BT /F1 10 Tf 10 50 Td [(a) -50 (b) 80 (c)] TJ ET", "abc"},
      {"a gap", "BT /F1 10 Tf 10 50 Td [(a) -300 (b)] TJ ET", "a|b"},
      {"glyphs set tighter by half", "BT /F1 10 Tf 10 50 Td [(a) 400 (b)] TJ ET", "ab"},
      {"backwards", "BT /F1 10 Tf 50 50 Td (ab) Tj -20 0 Td (cd) Tj ET", "ab|cd"},
      {"two lines", "BT /F1 10 Tf 10 50 Td (ab) Tj 0 -12 Td (cd) Tj ET", "ab|cd"},
      {"another size", "BT /F1 10 Tf 10 50 Td (ab) Tj /F1 6 Tf (cd) Tj ET", "ab|cd"},
      {"another face of the same size", "BT /F1 10 Tf 10 50 Td (ab) Tj /F2 10 Tf (c) Tj ET", "abc"},
      {"character spacing", "BT /F1 10 Tf 5 Tc 10 50 Td (ab) Tj ET", "a|b"},
      {"invisible text", "BT /F1 10 Tf 3 Tr 10 50 Td (scan) Tj ET", "scan"},
      {"content order", "BT /F1 10 Tf 10 20 Td (low) Tj 0 50 Td (high) Tj ET", "low|high"},
      {"overprinted for bold",
       "BT /F1 10 Tf 10 50 Td (ab) Tj ET BT /F1 10 Tf 10.3 50 Td (ab) Tj ET", "ab"},
      {"each glyph overprinted",
       "BT /F1 10 Tf 10 50 Td (a) Tj ET BT /F1 10 Tf 10.2 50 Td (a) Tj ET "
       "BT /F1 10 Tf 15.56 50 Td (b) Tj ET BT /F1 10 Tf 15.76 50 Td (b) Tj ET",
       "ab"},
      {"the same twice side by side", "BT /F1 10 Tf 10 50 Td (1111) Tj ET", "1111"},
      {"glyphs without Unicode", "BT /F3 10 Tf 10 50 Td <00410042> Tj ET", "\uFFFD\uFFFD"},
      {"actual text", "/Span<</ActualText(x y)>>BDC BT /F1 10 Tf 10 50 Td (abc) Tj ET EMC", "x|y"},
      {"actual text without glyphs", "/Span<</ActualText(x)>>BDC EMC", ""},
      {"actual text over two lines",
       "/Span<</ActualText(x)>>BDC BT /F1 10 Tf 10 50 Td (ab) Tj 0 -20 Td (cd) Tj ET EMC", "ab|cd"},
      {"actual text never closed", "/Span<</ActualText(x)>>BDC BT /F1 10 Tf 10 50 Td (ab) Tj ET",
       "x"},
      {"diagonal watermark before text",
       "BT /F1 20 Tf .7 .7 -.7 .7 50 10 Tm (mark) Tj ET BT /F1 10 Tf 10 50 Td (text) Tj ET",
       "text"},
      {"slanted letters", "BT /F1 10 Tf 1 0 .3 1 10 50 Tm (text) Tj ET", "text"},
      {"off the page", "BT /F1 10 Tf 10 150 Td (up) Tj 300 -100 Td (right) Tj ET", ""},
      {"on the page's edge", "BT /F1 10 Tf 195 50 Td (ab) Tj ET", "ab"},
      {"size 0", "BT /F1 0 Tf 10 50 Td (ab) Tj ET", "ab"},
      {"no font", "BT 10 50 Td (ab) Tj ET", ""},
      {"inline image", "BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI BT /F1 9 Tf 10 50 Td (ab) Tj ET",
       "ab"},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Page page = ReadOne(MakePdf(row.content));
    CHECK(Texts(page) == row.texts);
  }
}

TEST_CASE("a word knows its box, size and face") {
  const Page page = ReadOne(MakePdf("BT /F1 10 Tf 20 50 Td (ab) Tj /F2 10 Tf 50 0 Td (cd) Tj ET"));
  REQUIRE(page.words.size() == 2);
  const Word& plain = page.words[0];
  // Helvetica: a and b are 0.556 em wide; the baseline lies 50 points above the bottom.
  CheckBox(plain.box, {20, 43, 31.12, 52}, 1.0);
  CHECK(plain.box.x1 == Approx(31.12).margin(0.05));
  CHECK(plain.font == "Helvetica");
  CHECK(plain.font_size == Approx(10));
  CHECK(plain.rotation == 0);
  CHECK_FALSE(plain.bold);
  CHECK(page.words[1].bold);
  CHECK(page.words[1].box.x0 == Approx(70).margin(0.05));
}

TEST_CASE("a Type 3 font has the size that its glyphs show") {
  struct Row {
    const char* content;
    double size, right;
  };
  const Row rows[] = {
      {"BT /F4 10 Tf 20 50 Td (a) Tj ET", 10, 30},   // an em wide
      {"BT /F4 10 Tf 20 50 Td (aa) Tj ET", 10, 40},
      {"BT /F5 1 Tf 20 50 Td (a) Tj ET", 16, 28},    // drawn in points: half an em wide
  };
  for (const Row& row : rows) {
    INFO(row.content);
    const Page page = ReadOne(MakePdf(row.content));
    REQUIRE(page.words.size() == 1);
    CHECK(page.words.front().font_size == Approx(row.size));
    CheckBox(page.words.front().box,
             {20, 50 - 0.95 * row.size, row.right, 50 + 0.35 * row.size}, 0.05);
  }
}

TEST_CASE("bold is also made by drawing twice and by stroking") {
  struct Row {
    const char* content;
    bool bold;
  };
  const Row rows[] = {
      {"BT /F1 10 Tf 10 50 Td (ab) Tj ET BT /F1 10 Tf 10.3 50 Td (ab) Tj ET", true},
      {"BT /F1 10 Tf 10 50 Td (ab) Tj ET BT /F1 10 Tf 10 50 Td (ab) Tj ET", false},
      {"BT /F1 10 Tf 2 Tr 10 50 Td (ab) Tj ET", true},
      {"BT /F1 10 Tf 1 Tr 10 50 Td (ab) Tj ET", false},
      {"BT /F1 10 Tf 10 50 Td (abc) Tj /F2 10 Tf (d) Tj ET", false},
      {"BT /F2 10 Tf 10 50 Td (abc) Tj /F1 10 Tf (d) Tj ET", true},
  };
  for (const Row& row : rows) {
    INFO(row.content);
    const Page page = ReadOne(MakePdf(row.content));
    REQUIRE(page.words.size() == 1);
    CHECK(page.words.front().bold == row.bold);
  }
}

TEST_CASE("rotated text keeps its reading direction") {
  struct Row {
    const char* matrix;
    int rotation;
    Box box;  // of a word 11.1 long and about 9.3 high at (100, 50)
  };
  const Row rows[] = {
      {"1 0 0 1", 0, {100, 43, 111.1, 52}},
      {"0 -1 1 0", 90, {98, 50, 107, 61.1}},
      {"-1 0 0 -1", 180, {88.9, 48, 100, 57}},
      {"0 1 -1 0", 270, {93, 38.9, 102, 50}},
  };
  for (const Row& row : rows) {
    INFO(row.matrix);
    const Page page =
        ReadOne(MakePdf("BT /F1 10 Tf " + std::string(row.matrix) + " 100 50 Tm (ab) Tj ET"));
    REQUIRE(page.words.size() == 1);
    CHECK(page.words.front().text == "ab");
    CHECK(page.words.front().rotation == row.rotation);
    CheckBox(page.words.front().box, row.box, 1.2);
  }
}

TEST_CASE("the page's rotation and crop box decide what a reader sees") {
  struct Row {
    const char* entries;
    double width, height;
    double x0, y_baseline;  // of the word's start, in the page as seen
    int rotation;
  };
  // The word starts at (20, 30) of a page 200 wide and 100 high.
  const Row rows[] = {
      {"", 200, 100, 20, 70, 0},
      {"/Rotate 90", 100, 200, 30, 20, 90},
      {"/Rotate 180", 200, 100, 180, 30, 180},
      {"/Rotate 270", 100, 200, 70, 180, 270},
      {"/Rotate -90", 100, 200, 70, 180, 270},
      {"/Rotate 45", 200, 100, 20, 70, 0},
      {"/CropBox[10 20 110 80]", 100, 60, 10, 50, 0},
      {"/CropBox[10 20 110 80]/Rotate 90", 60, 100, 10, 10, 90},
  };
  for (const Row& row : rows) {
    INFO(row.entries);
    const Page page = ReadOne(MakePdf("BT /F1 10 Tf 20 30 Td (ab) Tj ET", row.entries));
    CHECK(page.width == Approx(row.width));
    CHECK(page.height == Approx(row.height));
    REQUIRE(page.words.size() == 1);
    const Box& box = page.words.front().box;
    CHECK(page.words.front().rotation == row.rotation);
    CHECK(box.Contains(row.x0, row.y_baseline));
  }
  const auto cropped = MakePdf("BT /F1 10 Tf 20 30 Td (ab) Tj ET", "/CropBox[100 0 200 100]");
  CHECK(Texts(ReadOne(cropped)) == "");
}

TEST_CASE("radicals become the ideographs that they look like") {
  CHECK(PdfCharacter(0x2F00) == U'一');
  CHECK(PdfCharacter(0x2F8F) == U'行');
  CHECK(PdfCharacter(0x2FD5) == U'龠');
  CHECK(PdfCharacter(0x2EA0) == U'民');
  CHECK(PdfCharacter(0x2ED3) == U'长');
  CHECK(PdfCharacter(0x2E80) == 0x2E80);
  CHECK(PdfCharacter(0x2E7F) == 0x2E7F);
  CHECK(PdfCharacter(0x2FD6) == 0x2FD6);
  CHECK(PdfCharacter(U'a') == U'a');
  CHECK(PdfCharacter(0xE000) == 0xE000);
  CHECK(PdfCharacter(0) == 0xFFFD);
  CHECK(PdfCharacter(0xD800) == 0xFFFD);
  CHECK(PdfCharacter(0x110000) == 0xFFFD);
}

TEST_CASE("pages keep their order and numbers, and the title is read") {
  const std::string pdf = MakePdf({{"BT /F1 10 Tf 10 50 Td (one) Tj ET"},
                                   {""},
                                   {"BT /F1 10 Tf 10 50 Td (three) Tj ET", "0 0 300 400"}},
                                  "/Info<</Title<FEFF62A5544A>>>");
  const auto read = ReadPdfPages(pdf);
  REQUIRE(read.ok());
  CHECK(read.value().title == "报告");
  REQUIRE(read.value().pages.size() == 3);
  CHECK(read.value().pages[0].number == 1);
  CHECK(Texts(read.value().pages[0]) == "one");
  CHECK(Texts(read.value().pages[1]) == "");
  CHECK(read.value().pages[2].number == 3);
  CHECK(Texts(read.value().pages[2]) == "three");
  CHECK(read.value().pages[2].height == Approx(400));
}

}  // namespace
}  // namespace gongkai
