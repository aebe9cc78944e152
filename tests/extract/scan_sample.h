// A reader of scans that reads no pixels, and PDFs of scanned pages.
#pragma once

#include <string>
#include <utility>

#include "extract/extract.h"
#include "model/scan_reader.h"

namespace gongkai {

// A word as a reader of scans gives it.
inline Word ScannedWord(std::string text, const Box& box, double confidence = 0.95) {
  Word word;
  word.text = std::move(text);
  word.box = box;
  word.font_size = 12;
  word.confidence = confidence;
  word.reading = ReadingKind::kOcr;
  return word;
}

// Any bytes are a file of `pages` pictures, each 60 x 80 pixels and as grey as its number; of each
// page it reads its number.
inline ScanReader FakeReader(int pages = 1) {
  ScanReader reader;
  reader.count = [pages](std::string_view) { return Result<int>(pages); };
  reader.decode = [](std::string_view, int index) -> Result<Raster> {
    Raster raster;
    raster.width = 60;
    raster.height = 80;
    raster.samples.assign(raster.Pixels(), static_cast<unsigned char>(index % 256));
    return raster;
  };
  reader.read = [](const ScannedPage& scanned, const CellFinder&) -> Result<Page> {
    Page page;
    page.width = scanned.width;
    page.height = scanned.height;
    page.words.push_back(
        ScannedWord("第" + std::to_string(scanned.number) + "张扫描", {72, 100, 200, 112}));
    return page;
  };
  return reader;
}

inline ExtractOptions WithReader(const ScanReader& reader, int jobs = 1) {
  ExtractOptions options;
  options.scans = &reader;
  options.jobs = jobs;
  return options;
}

// The content of a page that draws a grey inline image of 2 x 2 pixels (black, dark, light, white
// from the top left) by the matrix given.
inline std::string InlineImage(const std::string& matrix) {
  return "q " + matrix + " cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 0060A0FF> EI Q\n";
}

// Invisible text, as programs lay it under a scan.
inline std::string HiddenText(const std::string& text) {
  return "BT 3 Tr /F1 12 Tf 10 10 Td (" + text + ") Tj ET\n";
}

}  // namespace gongkai
