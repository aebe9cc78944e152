// Tesseract, the general engine, on one line at a time. The only file family that includes it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ocr/grey.h"

namespace tesseract {
class TessBaseAPI;
}

namespace gongkai {

struct EngineSymbol {
  std::string text;
  int x0 = 0, x1 = 0;  // about where it stands in the picture: the net knows to half an em
};

struct EngineLine {
  std::string text;       // UTF-8, with single spaces where the engine sees them; may be empty
  double confidence = 0;  // 0 to 1, the engine's own mean
  std::vector<EngineSymbol> symbols;  // only where asked for
};

// An engine takes 0.1 s and 50 MB to make: it is made once for each thread that reads at the same
// time, and kept. What it answers depends on the picture alone, not on what it read before.
class LineEngine {
 public:
  // Null where the engine or its Chinese data (tesseract-ocr-chi-sim) is not installed.
  static std::unique_ptr<LineEngine> Borrow();
  ~LineEngine();  // gives the engine back, for the next one to borrow

  LineEngine(const LineEngine&) = delete;
  LineEngine& operator=(const LineEngine&) = delete;

  // One line of print with little paper around it, background near 255.
  EngineLine ReadLine(const GreyView& line);
  // The same with its symbols.
  EngineLine ReadSymbols(const GreyView& line);

 private:
  explicit LineEngine(tesseract::TessBaseAPI* engine);
  EngineLine Read(const GreyView& line, bool symbols);

  tesseract::TessBaseAPI* engine_;
};

}  // namespace gongkai
