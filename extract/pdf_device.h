// The device that Poppler draws a page on: it keeps words, rulings, fills and pictures.
#pragma once

#include <poppler/OutputDev.h>

#include <cstdint>
#include <ctime>
#include <vector>

#include "extract/pdf_fonts.h"
#include "extract/pdf_paint.h"
#include "extract/pdf_paths.h"
#include "extract/pdf_text.h"
#include "model/page.h"

namespace gongkai {

// What a whole document may cost. It counts work, not time, so that the same file always gives the
// same result. Time is the last resort, for work that Poppler does by itself and tells nobody of:
// 200,000 marked contents nested in one another cost it minutes, growing with the square.
struct PdfBudget {
  // A dense page has 4,000 characters and 20,000 operators, a page with a map on it 20 times that.
  static constexpr std::int64_t kMostPageGlyphs = 500'000, kMostPageOperators = 1'000'000;
  static constexpr std::int64_t kMostGlyphs = 5'000'000, kMostOperators = 20'000'000;
  // Saving the state, which each form does that is drawn, costs about as much as twenty others.
  static constexpr std::int64_t kSaveCost = 20;
  // Of processor time, a thousand times what a long report takes.
  static constexpr std::clock_t kMostTime = 20 * CLOCKS_PER_SEC;

  static std::clock_t ThreadTime();  // of the calling thread, in parts of CLOCKS_PER_SEC
  // Counts the operators; for PDFDoc::displayPage, with a PdfBudget.
  static bool AbortCheck(void* budget);

  std::int64_t glyphs = 0, operators = 0;            // of the document so far
  std::int64_t page_glyphs = 0, page_operators = 0;  // of the current page

  std::clock_t begin = ThreadTime();
  bool out_of_time = false;

  void NextPage() { page_glyphs = page_operators = 0; }
  void AddGlyph() { ++glyphs, ++page_glyphs; }
  void AddOperators(std::int64_t count) { operators += count, page_operators += count; }
  bool Exceeded() const {
    return out_of_time || page_glyphs > kMostPageGlyphs || page_operators > kMostPageOperators ||
           glyphs > kMostGlyphs || operators > kMostOperators;
  }
};

class PageDevice : public OutputDev {
 public:
  PageDevice(PdfFonts& fonts, PdfBudget& budget) : budget_(budget), text_(fonts) {}

  // What has been displayed since the last call: sets all of `page` but its number and its size,
  // which must be set already.
  PaintFacts MoveTo(Page& page);

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void saveState(GfxState*) override { budget_.AddOperators(PdfBudget::kSaveCost); }
  void restoreState(GfxState* state) override { updateFont(state); }
  void updateFont(GfxState* state) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState*) override { text_.EndActualText(); }

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override;
  // A shading is no cell's background that a table needs; Poppler would break it into many fills.
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return Shade(); }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return Shade(); }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return Shade(); }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return Shade(); }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return Shade(); }

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override;
  void endTransparencyGroup(GfxState*) override;

  void drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool, bool,
                     bool in_line) override;
  void drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool, const int*, bool in_line) override;
  void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*,
                       bool, Stream*, int, int, bool, bool) override;
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                           GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                           bool) override;

 private:
  bool Hidden() const { return soft_masks_ > 0; }
  bool Shade() {
    paint_.Other();
    return true;
  }

  PdfBudget& budget_;
  PageText text_;
  PagePaths paths_;
  PagePaint paint_;
  std::vector<bool> groups_;  // the open transparency groups: is it one for a soft mask?
  int soft_masks_ = 0;        // how many of them are
};

}  // namespace gongkai
