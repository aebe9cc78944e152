#include "extract/pdf_splash.h"

#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include "extract/pdf.h"
#include "extract/pdf_device.h"
#include "extract/pdf_document.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;

Error RenderFailure(ErrorCode code, int page) {
  Error error;
  error.code = code;
  error.page = page;
  return error;
}

Raster CopyBitmap(SplashBitmap& bitmap, double dpi) {
  Raster raster;
  raster.width = bitmap.getWidth();
  raster.height = bitmap.getHeight();
  raster.channels = 3;
  raster.dpi = dpi;
  const auto row = static_cast<std::size_t>(raster.width) * 3;
  raster.samples.resize(row * static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y) {
    const unsigned char* from = bitmap.getDataPtr() + std::ptrdiff_t{y} * bitmap.getRowSize();
    std::copy(from, from + row, raster.samples.begin() + static_cast<std::ptrdiff_t>(row) * y);
  }
  return raster;
}

}  // namespace

Result<Raster> RenderPage(PDFDoc& pdf, int number, double dpi, bool (*shows)(Annot*, void*)) {
  if (number < 1 || number > pdf.getNumPages()) return RenderFailure(ErrorCode::kNotFound, number);
  ::Page* source = pdf.getPage(number);
  if (source == nullptr) return RenderFailure(ErrorCode::kDamaged, number);
  const double scale = dpi / kPointsPerInch;
  const double pixels = std::ceil(source->getCropWidth() * scale) *
                        std::ceil(source->getCropHeight() * scale);
  if (!(dpi > 0 && pixels <= kMostPixels)) return RenderFailure(ErrorCode::kTooLarge, number);
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, /*bitmapRowPadA=*/4, /*reverseVideoA=*/false, white);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(&pdf);
  PdfBudget budget;
  pdf.displayPage(&device, number, dpi, dpi, /*rotate=*/0, /*useMediaBox=*/false, /*crop=*/true,
                  /*printing=*/false, PdfBudget::AbortCheck, &budget, shows, nullptr);
  if (budget.Exceeded()) return RenderFailure(ErrorCode::kTooLarge, number);
  SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr) {
    return RenderFailure(ErrorCode::kDamaged, number);
  }
  return CopyBitmap(*bitmap, dpi);
}

Result<Raster> RenderPdfPage(std::string_view bytes, int page, double dpi,
                             const ExtractOptions& options) {
  try {
    auto document = OpenPdf(bytes, options);
    if (!document.ok()) return document.error();
    return RenderPage(*document.value(), page, dpi, nullptr);
  } catch (const std::exception& failure) {
    Error error = RenderFailure(ErrorCode::kDamaged, page);
    error.detail = failure.what();
    return error;
  }
}

}  // namespace gongkai
