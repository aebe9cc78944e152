#include "extract/scan_pages.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/extract/pdf_sample.h"
#include "tests/extract/scan_sample.h"

namespace gongkai {
namespace {

constexpr const char* kTiff = "II*";  // with the zero that ends it: the bytes of a TIFF
const std::string kBytes(kTiff, 4);

std::string TextOf(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) text += paragraph->text + "\n";
  }
  return text;
}

TEST_CASE("Pages are in their order whatever threads read them", "[scan_pages]") {
  constexpr int kPages = 40;
  ScanReader reader = FakeReader(kPages);
  const auto read = reader.read;
  std::atomic<int> now = 0, most = 0;
  reader.read = [&](const ScannedPage& page, const CellFinder& cells) {
    most = std::max<int>(most, ++now);
    // The earlier page of two takes longer.
    std::this_thread::sleep_for(std::chrono::milliseconds(page.number % 2 == 1 ? 4 : 1));
    auto result = read(page, cells);
    --now;
    return result;
  };
  std::string one;
  for (const int jobs : {1, 2, 4, 100}) {
    INFO(jobs << " jobs");
    most = 0;
    const auto document = ExtractDocument(kBytes, "a.tif", WithReader(reader, jobs));
    REQUIRE(document.ok());
    CHECK(document.value().pages == kPages);
    CHECK(document.value().origin == Origin::kOcr);
    CHECK(document.value().media_type == "image/tiff");
    const std::string text = TextOf(document.value());
    if (jobs == 1) one = text;
    CHECK(text == one);
    CHECK(most <= std::min(jobs, kPages));
    if (jobs == 4) CHECK(most > 1);
  }
  CHECK(one.find("第1张扫描") < one.find("第2张扫描"));
  CHECK(one.find("第39张扫描") < one.find("第40张扫描"));
}

TEST_CASE("The first page that fails is the error, whatever threads read", "[scan_pages]") {
  using Read = decltype(ScanReader::read);
  const auto sleep = [](int number) {
    std::this_thread::sleep_for(std::chrono::milliseconds(number == 5 ? 20 : 1));
  };
  struct Case {
    std::string name;
    Read read;
    ErrorCode code;
  };
  const Read good = FakeReader().read;
  const auto failing = [&](auto fail) {
    return Read([=](const ScannedPage& page, const CellFinder& cells) -> Result<Page> {
      sleep(page.number);
      if (page.number >= 5 && page.number % 2 == 1) return fail();
      return good(page, cells);
    });
  };
  const std::vector<Case> cases = {
      {"an error", failing([]() -> Result<Page> { return Error{ErrorCode::kTooLarge, "", "", 0}; }),
       ErrorCode::kTooLarge},
      {"an exception", failing([]() -> Result<Page> { throw std::runtime_error("broken"); }),
       ErrorCode::kDamaged},
      {"no memory", failing([]() -> Result<Page> { throw std::bad_alloc(); }),
       ErrorCode::kTooLarge},
  };
  for (const Case& one : cases) {
    for (const int jobs : {1, 4}) {
      INFO(one.name << ", " << jobs << " jobs");
      ScanReader reader = FakeReader(30);
      reader.read = one.read;
      const auto document = ExtractDocument(kBytes, "a.tif", WithReader(reader, jobs));
      REQUIRE(!document.ok());
      CHECK(static_cast<int>(document.error().code) == static_cast<int>(one.code));
      CHECK(document.error().page == 5);
    }
  }
}

TEST_CASE("What a file of pictures can lack", "[scan_pages]") {
  ScanReader reader = FakeReader(3);
  ExtractOptions options = WithReader(reader);
  SECTION("a reader") {
    options.scans = nullptr;
    CHECK(ExtractDocument(kBytes, "", options).error().code == ErrorCode::kNoText);
  }
  SECTION("leave to be read") {
    options.ocr = OcrMode::kOff;
    const auto read = ExtractDocument(kBytes, "", options);
    CHECK(read.error().code == ErrorCode::kNoText);
    CHECK(read.error().detail == "3");
  }
  SECTION("words") {
    reader.read = [](const ScannedPage&, const CellFinder&) { return Result<Page>(Page{}); };
    CHECK(ExtractDocument(kBytes, "", options).error().code == ErrorCode::kNoText);
  }
  SECTION("pages") {
    reader.count = [](std::string_view) { return Result<int>(0); };
    CHECK(ExtractDocument(kBytes, "", options).error().code == ErrorCode::kNoPages);
  }
  SECTION("few enough pages") {
    options.max_pages = 2;
    const auto read = ExtractDocument(kBytes, "", options);
    CHECK(read.error().code == ErrorCode::kTooLarge);
    CHECK(read.error().detail == "3 > 2 pages");
  }
  SECTION("a picture that can be decoded") {
    reader.decode = [](std::string_view, int index) -> Result<Raster> {
      return Error{index == 1 ? ErrorCode::kTooLarge : ErrorCode::kDamaged, "", "", 0};
    };
    const auto read = ExtractDocument(kBytes, "", options);
    CHECK(read.error().code == ErrorCode::kDamaged);
    CHECK(read.error().page == 1);
  }
}

TEST_CASE("Progress counts every page once, by one thread at a time", "[scan_pages]") {
  const ScanReader reader = FakeReader(25);
  ExtractOptions options = WithReader(reader, 4);
  std::vector<int> counts;
  options.progress = [&](int done, int total) {
    counts.push_back(done);
    CHECK(total == 25);
  };
  REQUIRE(ExtractDocument(kBytes, "", options).ok());
  REQUIRE(counts.size() == 25);
  CHECK(std::is_sorted(counts.begin(), counts.end()));
  CHECK(counts.back() == 25);
}

TEST_CASE("A scan of 2000 pages is read with a picture a thread in memory", "[scan_pages]") {
  ScanReader reader = FakeReader(2000);
  std::atomic<int> alive = 0, most = 0;
  const auto decode = reader.decode;
  reader.decode = [&](std::string_view bytes, int index) {
    most = std::max<int>(most, ++alive);
    return decode(bytes, index);
  };
  const auto read = reader.read;
  reader.read = [&](const ScannedPage& page, const CellFinder& cells) {
    auto result = read(page, cells);
    --alive;
    return result;
  };
  const auto document = ExtractDocument(kBytes, "", WithReader(reader, 3));
  REQUIRE(document.ok());
  CHECK(document.value().pages == 2000);
  CHECK(most <= 3);
}

TEST_CASE("Places are those on the page as it is shown", "[scan_pages]") {
  ScanReader reader = FakeReader();
  const auto read = reader.read;
  reader.read = [&](const ScannedPage& scanned, const CellFinder& cells) {
    auto page = read(scanned, cells);  // the scan lies on its left side
    page.value().width = scanned.height;
    page.value().height = scanned.width;
    page.value().shown = {0, 1, 0, -1, 0, scanned.height};
    return page;
  };
  const auto document = ExtractDocument(kBytes, "", WithReader(reader));
  REQUIRE(document.ok());
  const auto& paragraph = std::get<Paragraph>(document.value().blocks.front());
  REQUIRE(paragraph.place.box);
  const double height = 595.28 * 80 / 60;
  CHECK(paragraph.place.box->x0 == Approx(100));
  CHECK(paragraph.place.box->x1 == Approx(112));
  CHECK(paragraph.place.box->y0 == Approx(height - 200));
  CHECK(paragraph.place.box->y1 == Approx(height - 72));
}

// A page of 4000 by 6000 points: pixels that were taken for points.
TEST_CASE("A page of absurd size is read as paper and pointed at as it is", "[scan_pages]") {
  const std::string pdf = MakePdf({SamplePage{InlineImage("4000 0 0 6000 0 0"), "0 0 4000 6000"}});
  ScanReader reader = FakeReader();
  const auto read = reader.read;
  double width = 0, height = 0;
  reader.read = [&](const ScannedPage& scanned, const CellFinder& cells) {
    width = scanned.width;
    height = scanned.height;
    return read(scanned, cells);
  };
  const auto pages = ExtractPages(pdf, "", WithReader(reader));
  REQUIRE(pages.ok());
  CHECK(width == Approx(595.28));
  CHECK(height == Approx(595.28 * 1.5));
  const Page& page = pages.value().pages.front();
  CHECK(Map(page.shown, page.words.front().box).x0 == Approx(72 * 4000 / 595.28));
}

}  // namespace
}  // namespace gongkai
