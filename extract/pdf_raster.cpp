#include "extract/pdf_raster.h"

#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>

#include <exception>
#include <memory>
#include <utility>

#include "extract/pdf_device.h"
#include "extract/pdf_document.h"
#include "extract/pdf_images.h"
#include "extract/pdf_splash.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;

// Takes one of the images that a page draws, and nothing else.
class ImageTaker : public OutputDev {
 public:
  ImageTaker(int wanted, const Page& page) : wanted_(wanted), page_(page) {}

  Result<Raster>& taken() { return taken_; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    return true;
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  void drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool invert,
                     bool, bool in_line) override {
    if (++drawn_ == wanted_) {
      GfxGray ink;
      state->getFillGray(&ink);
      ImageSource image{stream, width, height, nullptr, {colToByte(ink), 255}};
      if (invert) std::swap(image.ink[0], image.ink[1]);
      Take(state, image);
    } else if (in_line) {
      SkipInlineData(stream, width, height, 1);
    }
  }
  void drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool, const int*, bool in_line) override {
    if (++drawn_ == wanted_ && colours != nullptr) {
      Take(state, {stream, width, height, colours, {0, 255}});
    } else if (in_line && colours != nullptr) {
      SkipInlineData(stream, width, height, colours->getNumPixelComps() * colours->getBits());
    }
  }
  void drawMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {
    ++drawn_;
  }
  void drawSoftMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*,
                           int, int, GfxImageColorMap*, bool) override {
    ++drawn_;
  }

 private:
  void Take(const GfxState* state, const ImageSource& image) {
    taken_ = ReadPlacedImage(image, PlaceImage(state), page_.width, page_.height, kMostPixels);
  }

  int wanted_, drawn_ = 0;
  const Page& page_;
  Result<Raster> taken_ = Error{ErrorCode::kUnsupported, "", "", 0};
};

Result<Raster> OnPage(Result<Raster> raster, int number) {
  if (!raster.ok()) raster.error().page = number;
  return raster;
}

// kUnsupported where the page is better rendered.
Result<Raster> TakeImage(PDFDoc& pdf, const Page& page, int wanted) {
  ImageTaker taker(wanted, page);
  PdfBudget budget;
  pdf.displayPage(&taker, page.number, kPointsPerInch, kPointsPerInch, /*rotate=*/0,
                  /*useMediaBox=*/false, /*crop=*/true, /*printing=*/false, PdfBudget::AbortCheck,
                  &budget, BelongsToPage, nullptr);
  return std::move(taker.taken());
}

Result<Raster> ReadRaster(PDFDoc& pdf, const Page& page, const PaintFacts& facts, double dpi) {
  if (facts.lone_picture > 0) {
    auto taken = TakeImage(pdf, page, facts.lone_picture);
    const bool render = !taken.ok() && taken.error().code == ErrorCode::kUnsupported;
    if (!render) return OnPage(std::move(taken), page.number);
  }
  return OnPage(RenderPage(pdf, page.number, dpi, BelongsToPage), page.number);
}

}  // namespace

Result<PdfRasters> OpenPdfRasters(std::string_view bytes, const ExtractOptions& options) {
  auto opened = OpenPdf(bytes, options);
  if (!opened.ok()) return opened.error();
  const std::shared_ptr<PDFDoc> pdf = std::move(opened.value());
  return PdfRasters([pdf](const Page& page, const PaintFacts& facts, double dpi) -> Result<Raster> {
    try {
      return ReadRaster(*pdf, page, facts, dpi);
    } catch (const std::exception& failure) {
      return Error{ErrorCode::kDamaged, "", failure.what(), page.number};
    }
  });
}

}  // namespace gongkai
