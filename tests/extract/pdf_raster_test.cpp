#include "extract/pdf_raster.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pdf.h"
#include "tests/extract/pdf_sample.h"
#include "tests/extract/scan_sample.h"

namespace gongkai {
namespace {

// 16 x 12 pixels, white, with a black bar of 5 x 3 at the top left and a black dot at (14, 10).
constexpr int kWidth = 16, kHeight = 12;
bool IsBlack(int x, int y) { return (x < 5 && y < 3) || (x == 14 && y == 10); }

// The same as other programs' encoders wrote it (libtiff, libjpeg, openjpeg, zlib), in hex.
constexpr const char* kG4 = "3817c9a82ffff09630010010";  // white where the coding has black runs
constexpr const char* kJbig2 =
    "0000000030000100000013000000100000000c0000000000000000000000000000012600010000001e0000001000"
    "00000c000000000000000000013817c9a82ffff09630010010";
constexpr const char* kJpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb004300020101010101020101010202020202040302020202"
    "0504040304060506060605060606070908060709070606080b08090a0a0a0a0a06080b0c0b0a0c090a0a0affc000"
    "0b08000c001001011100ffc4001f0000010501010101010100000000000000000102030405060708090a0bffc400"
    "b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c1"
    "1552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a63"
    "6465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6"
    "b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008"
    "010100003f00fd0dff00825fff00c1bd3fb17ffc1267e3eeaffb467ece7f13be286b5adeb5e0fb8f0ddd5af8d75a"
    "d3ae6d52d66bab4ba6745b5b0b771287b388025caed671b49208fbbe8acff1368da8ebda74763a5f8b350d1654d4"
    "2d2e1af34c8edde492386e23964b622e22953ca9d11a090851208e67313c5284953fffd9";
constexpr const char* kJpeg2000 =
    "0000000c6a5020200d0a870a00000014667479706a703220000000006a7032200000002d6a703268000000166968"
    "64720000000c000000100001070700000000000f636f6c7201000000000011000000f76a703263ff4fff51002900"
    "00000000100000000c0000000000000000000000100000000c00000000000000000001070101ff52000c00000001"
    "000304040001ff5c000d4040484850484850484850ff640025000143726561746564206279204f70656e4a504547"
    "2076657273696f6e20322e352e30ff90000a00000000007c0001ff93df803009834154697fc7da0b3f00383ea020"
    "07a95a902f053a2f036fcfc0223ed0b8fc02800f8965905c18fb6f0750e2edeb5b608ba5f827218d19d481229251"
    "e6e3cfc0327e0191f805801d239164048700fd374e13ce0f1640e9235404b8a3a9f89f82042f3a4d55ecf8a31de3"
    "ffd9";
constexpr const char* kFlate = "78da63600082ff08c040803fb000d32500e237af51";

std::string Hex(const std::string& bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += {kDigits[byte / 16], kDigits[byte % 16]};
  }
  return hex;
}

// The samples of the picture in the order and of the size that a colour space wants.
std::string Samples(int bits, const std::string& black, const std::string& white) {
  std::string out;
  for (int y = 0; y < kHeight; ++y) {
    int filled = 0;
    unsigned char byte = 0;
    for (int x = 0; x < kWidth; ++x) {
      const std::string& sample = IsBlack(x, y) ? black : white;
      if (bits >= 8) {
        out += sample;
        continue;
      }
      byte = static_cast<unsigned char>(byte << bits | sample.front());
      filled += bits;
      if (filled == 8) out.push_back(static_cast<char>(byte)), filled = 0;
    }
  }
  return out;
}

// A PDF of one page that draws the image object /Im by `content`.
std::string ImagePdf(const std::string& entries, const std::string& hex, const std::string& content,
                     const std::string& page = "", const std::string& filters = "") {
  std::string pdf = MakePdf({SamplePage{content, "0 0 160 120", page}});
  const std::string resources = "/Pattern<<>>";
  pdf.insert(pdf.find(resources), "/XObject<</Im 50 0 R>>");
  const std::string object = "50 0 obj<</Type/XObject/Subtype/Image" + entries +
                             "/Filter[/ASCIIHexDecode" + filters + "]/Length " +
                             std::to_string(hex.size() + 1) + ">>stream\n" + hex +
                             ">\nendstream endobj\n";
  pdf.insert(pdf.find("trailer"), object);
  return pdf;
}

constexpr const char* kUpright = "q 160 0 0 120 0 0 cm /Im Do Q";
const std::string kSize = "/Width 16/Height 12";

Result<Raster> RasterOf(const std::string& pdf, double dpi = 72) {
  const ExtractOptions options;
  const auto read = ReadPdfPages(pdf, options);
  REQUIRE(read.ok());
  const auto rasters = OpenPdfRasters(pdf, options);
  REQUIRE(rasters.ok());
  return rasters.value()(read.value().pages.front(), read.value().facts.front(), dpi);
}

int SampleAt(const Raster& raster, int x, int y) {
  const auto pixel = static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) +
                     static_cast<std::size_t>(x);
  return raster.samples.at(pixel * static_cast<std::size_t>(raster.channels));
}

bool LooksRight(const Raster& raster) {
  if (raster.width != kWidth || raster.height != kHeight) return false;
  constexpr int kLossy = 40;  // JPEG's ringing
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const int sample = SampleAt(raster, x, y);
      if (IsBlack(x, y) ? sample > kLossy : sample < 255 - kLossy) return false;
    }
  }
  return true;
}

TEST_CASE("A page that is one picture is that picture, however it is packed", "[pdf_raster]") {
  struct Case {
    std::string name, entries, hex, filters;
    int channels;
    bool bilevel;
  };
  const std::string grey8 = Hex(Samples(8, std::string(1, '\0'), "\xFF"));
  const std::string rgb = Hex(Samples(8, std::string(3, '\0'), "\xFF\xFF\xFF"));
  const std::vector<Case> cases = {
      {"grey", "/ColorSpace/DeviceGray/BitsPerComponent 8", grey8, "", 1, false},
      {"grey, 16 bits", "/ColorSpace/DeviceGray/BitsPerComponent 16",
       Hex(Samples(16, std::string(2, '\0'), "\xFF\xFF")), "", 1, false},
      {"grey, 4 bits", "/ColorSpace/DeviceGray/BitsPerComponent 4",
       Hex(Samples(4, std::string(1, '\0'), "\x0F")), "", 1, false},
      {"one bit", "/ColorSpace/DeviceGray/BitsPerComponent 1",
       Hex(Samples(1, std::string(1, '\0'), "\x01")), "", 1, true},
      {"one bit, turned about", "/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]",
       Hex(Samples(1, "\x01", std::string(1, '\0'))), "", 1, true},
      {"a mask", "/ImageMask true/BitsPerComponent 1",
       Hex(Samples(1, std::string(1, '\0'), "\x01")), "", 1, true},
      {"a mask, turned about", "/ImageMask true/BitsPerComponent 1/Decode[1 0]",
       Hex(Samples(1, "\x01", std::string(1, '\0'))), "", 1, true},
      {"colour", "/ColorSpace/DeviceRGB/BitsPerComponent 8", rgb, "", 3, false},
      {"four inks", "/ColorSpace/DeviceCMYK/BitsPerComponent 8",
       Hex(Samples(8, std::string("\0\0\0\xFF", 4), std::string(4, '\0'))), "", 3, false},
      {"a palette of two", "/ColorSpace[/Indexed/DeviceRGB 1<000000FFFFFF>]/BitsPerComponent 1",
       Hex(Samples(1, std::string(1, '\0'), "\x01")), "", 1, true},
      {"a palette", "/ColorSpace[/Indexed/DeviceRGB 2<000000FFFFFF00FF00>]/BitsPerComponent 8",
       Hex(Samples(8, std::string(1, '\0'), "\x01")), "", 3, false},
      {"Flate", "/ColorSpace/DeviceGray/BitsPerComponent 8", kFlate, "/FlateDecode", 1, false},
      {"CCITT G4",
       "/ColorSpace/DeviceGray/BitsPerComponent 1/DecodeParms[null<</K -1/Columns 16/Rows 12"
       "/BlackIs1 true>>]",
       kG4, "/CCITTFaxDecode", 1, true},
      {"JBIG2", "/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]", kJbig2, "/JBIG2Decode", 1,
       true},
      {"JPEG", "/ColorSpace/DeviceGray/BitsPerComponent 8", kJpeg, "/DCTDecode", 1, false},
      {"JPEG 2000", "/ColorSpace/DeviceGray/BitsPerComponent 8", kJpeg2000, "/JPXDecode", 1, false},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    const auto raster =
        RasterOf(ImagePdf(kSize + one.entries, one.hex, kUpright, "", one.filters));
    REQUIRE(raster.ok());
    CHECK(LooksRight(raster.value()));
    CHECK(raster.value().channels == one.channels);
    CHECK(raster.value().bilevel == one.bilevel);
    CHECK(raster.value().dpi == Approx(7.2));
    CHECK(raster.value().samples.size() ==
          raster.value().Pixels() * static_cast<std::size_t>(one.channels));
  }
}

// Each placement shows what a rendering of the page shows.
TEST_CASE("A picture lies on its page as a viewer shows it", "[pdf_raster]") {
  struct Case {
    std::string name, matrix, page;
    int width, height;
  };
  const std::vector<Case> cases = {
      {"upright", "160 0 0 120 0 0", "", 16, 12},
      {"upside down", "-160 0 0 -120 160 120", "", 16, 12},
      {"a mirror image", "-160 0 0 120 160 0", "", 16, 12},
      {"mirrored downwards", "160 0 0 -120 0 120", "", 16, 12},
      {"a page that is turned", "160 0 0 120 0 0", "/Rotate 90", 12, 16},
      {"a page that is turned on its head", "160 0 0 120 0 0", "/Rotate 180", 16, 12},
      {"a page that is turned back", "160 0 0 120 0 0", "/Rotate 270", 12, 16},
      {"turned in its page", "0 120 -90 0 120 0", "", 21, 16},
      {"turned back in its page", "0 -120 90 0 30 120", "", 21, 16},
      {"beyond its page", "320 0 0 240 -80 -60", "", 8, 6},
      {"on part of its page", "80 0 0 60 40 30", "", 32, 24},
  };
  const std::string grey = Hex(Samples(8, std::string(1, '\0'), "\xFF"));
  for (const Case& one : cases) {
    INFO(one.name);
    const std::string pdf = ImagePdf(kSize + "/ColorSpace/DeviceGray/BitsPerComponent 8", grey,
                                     "q " + one.matrix + " cm /Im Do Q", one.page);
    const auto raster = RasterOf(pdf);
    REQUIRE(raster.ok());
    CHECK(raster.value().width == one.width);
    CHECK(raster.value().height == one.height);
    const auto rendered = RenderPdfPage(pdf, 1, 72);
    REQUIRE(rendered.ok());
    const Raster& small = raster.value();
    const Raster& large = rendered.value();
    int differ = 0;
    for (int y = 0; y < small.height; ++y) {
      for (int x = 0; x < small.width; ++x) {
        const int there = SampleAt(large, (2 * x + 1) * large.width / (2 * small.width),
                                   (2 * y + 1) * large.height / (2 * small.height));
        differ += (SampleAt(small, x, y) < 128) != (there < 128) ? 1 : 0;
      }
    }
    CHECK(differ == 0);
  }
}

TEST_CASE("A fax's pixels become square", "[pdf_raster]") {
  const std::string grey = Hex(Samples(8, std::string(1, '\0'), "\xFF"));
  std::string pdf = ImagePdf(kSize + "/ColorSpace/DeviceGray/BitsPerComponent 8", grey,
                             "q 160 0 0 240 0 0 cm /Im Do Q");
  pdf.replace(pdf.find("0 0 160 120"), 11, "0 0 160 240");
  const auto raster = RasterOf(pdf);
  REQUIRE(raster.ok());
  CHECK(raster.value().width == 16);
  CHECK(raster.value().height == 24);
  CHECK(SampleAt(raster.value(), 4, 5) == 0);
  CHECK(SampleAt(raster.value(), 4, 6) == 255);
  CHECK(SampleAt(raster.value(), 14, 20) == 0);
}

TEST_CASE("Any other page is rendered", "[pdf_raster]") {
  const std::string grey = Hex(Samples(8, std::string(1, '\0'), "\xFF"));
  const std::string entries = kSize + "/ColorSpace/DeviceGray/BitsPerComponent 8";
  const std::vector<std::string> contents = {
      "BT /F1 12 Tf 10 50 Td (seen) Tj ET",
      std::string(kUpright) + " 0 0 m 160 120 l S",
      "q 80 0 0 120 0 0 cm /Im Do Q q 80 0 0 120 80 0 cm /Im Do Q",
      "q 158 3 -3 118 2 0 cm /Im Do Q",
      "q 2 0 0 2 10 10 cm /Im Do Q",
  };
  for (const std::string& content : contents) {
    INFO(content);
    const auto raster = RasterOf(ImagePdf(entries, grey, content), 144);
    REQUIRE(raster.ok());
    CHECK(raster.value().width == 320);
    CHECK(raster.value().height == 240);
    CHECK(raster.value().channels == 3);
    CHECK(raster.value().dpi == 144);
  }
}

TEST_CASE("A picture that cannot be had is an error that names the page", "[pdf_raster]") {
  struct Case {
    std::string name, pdf;
    double dpi;
    ErrorCode code;
  };
  const std::string grey = "/ColorSpace/DeviceGray/BitsPerComponent 8";
  const std::vector<Case> cases = {
      {"900 megapixels", ImagePdf("/Width 30000/Height 30000" + grey, "00", kUpright), 72,
       ErrorCode::kTooLarge},
      {"no data", ImagePdf(kSize + grey, "", kUpright), 72, ErrorCode::kDamaged},
      {"a JPEG that is none", ImagePdf(kSize + grey, "0011", kUpright, "", "/DCTDecode"), 72,
       ErrorCode::kDamaged},
      {"too fine a rendering", MakePdf("0 0 m 100 100 l S"), 20000, ErrorCode::kTooLarge},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    const auto raster = RasterOf(one.pdf, one.dpi);
    REQUIRE(!raster.ok());
    CHECK(static_cast<int>(raster.error().code) == static_cast<int>(one.code));
    CHECK(raster.error().page == 1);
  }
  // What is there of a picture that was cut off is shown; the rest is white.
  const auto cut = RasterOf(ImagePdf(kSize + grey, std::string(64, '0'), kUpright));
  REQUIRE(cut.ok());
  CHECK(SampleAt(cut.value(), 15, 1) == 0);
  CHECK(SampleAt(cut.value(), 15, 2) == 255);
}

TEST_CASE("A PDF's scanned pages are read among its others", "[pdf_raster]") {
  std::string lines;
  for (int y = 10; y < 90; y += 20) {
    lines += "BT /F1 6 Tf 10 " + std::to_string(y) + " Td (Some words of a page that is text) Tj ET\n";
  }
  const std::string scan = InlineImage("200 0 0 100 0 0");
  const std::string pdf = MakePdf({{lines}, {scan}, {""}, {HiddenText("old") + scan}});
  const ScanReader reader = FakeReader();
  struct Case {
    OcrMode mode;
    std::vector<bool> scanned;
    Origin origin;
  };
  const std::vector<Case> cases = {
      {OcrMode::kAuto, {false, true, false, true}, Origin::kMixed},
      {OcrMode::kOff, {false, false, false, false}, Origin::kText},
      {OcrMode::kForce, {true, true, true, true}, Origin::kOcr},
  };
  for (const Case& one : cases) {
    for (const int jobs : {1, 3}) {
      ExtractOptions options = WithReader(reader, jobs);
      options.ocr = one.mode;
      const auto read = ExtractPages(pdf, "", options);
      REQUIRE(read.ok());
      CHECK(static_cast<int>(read.value().origin) == static_cast<int>(one.origin));
      REQUIRE(read.value().pages.size() == 4);
      for (std::size_t i = 0; i < 4; ++i) {
        const Page& page = read.value().pages[i];
        INFO("page " << i + 1);
        CHECK(page.number == static_cast<int>(i) + 1);
        const bool scanned = !page.words.empty() && page.words[0].reading == ReadingKind::kOcr;
        CHECK(scanned == one.scanned[i]);
      }
    }
  }
  ExtractOptions off = WithReader(reader);
  off.ocr = OcrMode::kOff;
  CHECK(ExtractPages(MakePdf(scan), "", off).error().code == ErrorCode::kNoText);
}

}  // namespace
}  // namespace gongkai
