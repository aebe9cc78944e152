#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
#include <thread>
#include <utility>
#include <vector>

#include "extract/pdf.h"
#include "tests/extract/pdf_sample.h"

// What fontconfig looks up for a font that is not embedded stays until the process ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace gongkai {
namespace {

const std::string kText = "BT /F1 10 Tf 10 50 Td (text) Tj ET";

// 0 where it was read.
int ErrorOf(const std::string& pdf, const ExtractOptions& options = {}) {
  const auto read = ReadPdfPages(pdf, options);
  return read.ok() ? 0 : 1 + static_cast<int>(read.error().code);
}

int Code(ErrorCode code) { return 1 + static_cast<int>(code); }

std::string Noise(std::size_t length) {
  std::string bytes;
  std::uint32_t state = 12345;
  while (bytes.size() < length) {
    state = state * 1664525 + 1013904223;
    bytes.push_back(static_cast<char>(state >> 24));
  }
  return bytes;
}

std::string Replace(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("what is no PDF is told apart") {
  struct Row {
    const char* what;
    std::string bytes;
    ErrorCode code;
  };
  const std::string good = MakePdf(kText);
  const Row rows[] = {
      {"nothing", "", ErrorCode::kEmpty},
      {"white space", " \r\n\t  ", ErrorCode::kEmpty},
      {"zeros", std::string(1000, '\0'), ErrorCode::kEmpty},
      {"a header", "%PDF-", ErrorCode::kDamaged},
      {"a header and an end", "%PDF-1.4\n%%EOF\n", ErrorCode::kDamaged},
      {"noise", Noise(100000), ErrorCode::kDamaged},
      {"noise behind a header", "%PDF-1.7\n" + Noise(100000), ErrorCode::kDamaged},
      {"a web page", "<html><body>404</body></html>", ErrorCode::kDamaged},
      {"no pages", MakePdf(std::vector<SamplePage>{}), ErrorCode::kNoPages},
      {"no page tree", Replace(good, "/Pages 2 0 R", ""), ErrorCode::kDamaged},
      {"a page tree that is a number", Replace(good, "/Pages 2 0 R", "/Pages 2"),
       ErrorCode::kDamaged},
      {"no catalogue", Replace(good, "/Root 1 0 R", ""), ErrorCode::kDamaged},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(ErrorOf(row.bytes) == Code(row.code));
  }
}

TEST_CASE("odd files are read as far as they can be, and end") {
  const std::string good = MakePdf(kText);
  const std::string rows[] = {
      Replace(good, "/Kids[8 0 R ]", "/Kids[2 0 R 8 0 R]"),
      Replace(good, "/Kids[8 0 R ]", "/Kids[2 0 R]"),
      Replace(good, "/Kids[8 0 R ]", "/Kids 2 0 R"),
      Replace(good, "/Count 1", "/Count 1000000000"),
      Replace(good, "/Count 1", "/Count -1"),
      Replace(good, "/Count 1", "/Count(x)"),
      Replace(good, "/Parent 2 0 R", "/Parent 8 0 R"),
      Replace(good, "/Contents 9 0 R", "/Contents 8 0 R"),
      Replace(good, "/Contents 9 0 R", "/Contents[9 0 R 9 0 R [9 0 R] 99 0 R]"),
      Replace(good, "/Resources 3 0 R", "/Resources 8 0 R"),
      Replace(good, "/MediaBox[0 0 200 100]", "/MediaBox[0 0 0 0]"),
      Replace(good, "/MediaBox[0 0 200 100]", "/MediaBox[0 0 1e30 1e30]"),
      Replace(good, "/MediaBox[0 0 200 100]", "/MediaBox[(a) null 3]"),
      Replace(good, "/MediaBox[0 0 200 100]", "/MediaBox[200 100 0 0]"),
      MakePdf(std::string(100000, '[')),
      MakePdf(std::string(100000, 'q') + kText),
      MakePdf("BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (text) Tj ET"),
      MakePdf("1e38 0 0 1e38 0 0 cm 1e38 w 0 0 m 1e38 1e38 l S 0 0 1e38 1e38 re f"),
      MakePdf("0 0 0 0 0 0 cm BT /F1 10 Tf (text) Tj ET 0 0 m 9 9 l S"),
      MakePdf("BI /W 2000000000 /H 2000000000 /BPC 8 /CS /RGB ID abc EI"),
      MakePdf("BI /W 30000 /H 30000 /BPC 8 /CS /RGB ID abc EI"),
  };
  int index = 0;
  for (const std::string& pdf : rows) {
    INFO(index++);
    const auto read = ReadPdfPages(pdf);
    if (read.ok()) CHECK(read.value().pages.size() <= 3);
  }
}

TEST_CASE("a form that draws itself many times over ends in an error") {
  // Nine forms of ten calls each: a thousand million operators.
  std::string pdf = MakePdf({SamplePage{"/X0 Do", "0 0 200 100", "/Rotate 0"}});
  std::string objects, names;
  for (int i = 0; i < 9; ++i) {
    std::string calls;
    for (int k = 0; k < 10; ++k) calls += "/X" + std::to_string(i + 1) + " Do ";
    objects += std::to_string(20 + i) + " 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" +
               "/Resources<</XObject 19 0 R>>/Length " + std::to_string(calls.size()) + ">>stream\n" + calls +
               "\nendstream endobj\n";
    names += "/X" + std::to_string(i) + " " + std::to_string(20 + i) + " 0 R";
  }
  objects += "19 0 obj<<" + names + ">>endobj\n";
  pdf = Replace(pdf, "/Pattern<<>>", "/XObject 19 0 R");
  pdf = Replace(pdf, "trailer", objects + "trailer");
  const auto read = ReadPdfPages(pdf);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().code == ErrorCode::kTooLarge);
  CHECK(read.error().page == 1);
}

TEST_CASE("a file that is cut off is read or refused, wherever it is cut") {
  const std::string good = MakePdf({{kText}, {kText}, {kText}});
  int read = 0;
  for (std::size_t length = 0; length < good.size(); length += 7) {
    const auto pages = ReadPdfPages(std::string_view(good).substr(0, length));
    read += pages.ok() ? 1 : 0;
    if (!pages.ok() && length > 0) CHECK(pages.error().code == ErrorCode::kDamaged);
  }
  CHECK(read > 0);  // the cut end is mended
  std::string broken = good;
  for (std::size_t at = 9; at < broken.size(); at += 11) {
    const char kept = std::exchange(broken[at], '<');
    ReadPdfPages(broken).ok();
    broken[at] = kept;
  }
}

TEST_CASE("a page tree as deep as a well ends") {
  std::string pdf = MakePdf(kText);
  std::string nodes;
  constexpr int kFirst = 100, kLast = 20100;
  for (int i = kFirst; i < kLast; ++i) {
    nodes += std::to_string(i) + " 0 obj<</Type/Pages/Count 1/Kids[" +
             std::to_string(i + 1 == kLast ? 8 : i + 1) + " 0 R]>>endobj\n";
  }
  pdf = Replace(pdf, "/Kids[8 0 R ]", "/Kids[100 0 R]");
  const auto read = ReadPdfPages(Replace(pdf, "trailer", nodes + "trailer"));
  if (read.ok()) CHECK(read.value().pages.size() == 1);
}

TEST_CASE("several threads read at once, each its own") {
  const std::string pdf = MakePdf({{kText}, {kText}});
  std::array<std::size_t, 4> words{};
  std::vector<std::thread> threads;
  for (std::size_t& count : words) {
    threads.emplace_back([&pdf, &count] {
      for (int i = 0; i < 20; ++i) {
        const auto read = ReadPdfPages(pdf);
        if (read.ok()) count += read.value().pages[0].words.size();
        ReadPdfPages("%PDF-1.4 broken").ok();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : words) CHECK(count == 20);
}

TEST_CASE("the number of pages has a limit that the caller sets") {
  const std::string pdf = MakePdf({{kText}, {kText}, {kText}});
  ExtractOptions options;
  options.max_pages = 3;
  CHECK(ErrorOf(pdf, options) == 0);
  options.max_pages = 2;
  CHECK(ErrorOf(pdf, options) == Code(ErrorCode::kTooLarge));
}

TEST_CASE("a page with more characters than any page has is refused") {
  std::string content = "BT /F1 1 Tf 10 50 Td ";
  for (int i = 0; i < 600; ++i) content += "(" + std::string(1000, 'x') + ") Tj 0 0 Td ";
  const auto read = ReadPdfPages(MakePdf(content + "ET"));
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().code == ErrorCode::kTooLarge);
}

TEST_CASE("a page is rendered, up to a size") {
  const std::string pdf = MakePdf("1 0 0 rg 0 50 100 50 re f");
  const auto picture = RenderPdfPage(pdf, 1, 144);
  REQUIRE(picture.ok());
  CHECK(picture.value().width == 400);
  CHECK(picture.value().height == 200);
  REQUIRE(picture.value().samples.size() == 400 * 200 * 3);
  const auto& rgb = picture.value().samples;
  CHECK((rgb[0] == 255 && rgb[1] == 0 && rgb[2] == 0));                  // top left: red
  CHECK((rgb[399 * 3] == 255 && rgb[399 * 3 + 1] == 255));               // top right: paper
  CHECK((rgb[199 * 400 * 3] == 255 && rgb[199 * 400 * 3 + 1] == 255));  // bottom left: paper

  struct Row {
    int page;
    double dpi;
    ErrorCode code;
  };
  const Row rows[] = {{2, 144, ErrorCode::kNotFound},
                      {1, 10000, ErrorCode::kTooLarge},
                      {1, std::numeric_limits<double>::quiet_NaN(), ErrorCode::kTooLarge},
                      {1, std::numeric_limits<double>::infinity(), ErrorCode::kTooLarge},
                      {1, 0, ErrorCode::kTooLarge},
                      {1, -72, ErrorCode::kTooLarge}};
  for (const Row& row : rows) {
    INFO(row.page << " at " << row.dpi);
    const auto failed = RenderPdfPage(pdf, row.page, row.dpi);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().code == row.code);
  }
  CHECK_FALSE(RenderPdfPage("%PDF-", 1, 72).ok());
}

TEST_CASE("the real report of WPS is read with its lines") {
  std::ifstream file("../shared/reports/in/hzq2023.pdf", std::ios::binary);
  if (!file) {
    WARN("skipped: ../shared is not here");
    return;
  }
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto read = ReadPdfPages(bytes);
  REQUIRE(read.ok());
  REQUIRE(read.value().pages.size() == 5);
  CHECK(read.value().pages[0].rulings.empty());
  for (const std::size_t page : {1, 2, 3}) CHECK(read.value().pages[page].rulings.size() > 10);
  std::string all;
  for (const Page& page : read.value().pages) {
    for (const Word& word : page.words) all += word.text;
  }
  CHECK(all.find("\uFFFD") == std::string::npos);
  CHECK(all.size() > 5000);
}

}  // namespace
}  // namespace gongkai
