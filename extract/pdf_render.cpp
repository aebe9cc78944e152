// A page as pixels, by Poppler's own rasteriser.
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include "extract/pdf.h"
#include "extract/pdf_document.h"

namespace gongkai {
namespace {

constexpr double kMostPixels = 100e6;
constexpr double kPointsPerInch = 72;

Error Failure(ErrorCode code, int page) {
  Error error;
  error.code = code;
  error.page = page;
  return error;
}

PagePicture CopyBitmap(SplashBitmap& bitmap, double dpi) {
  PagePicture picture;
  picture.width = bitmap.getWidth();
  picture.height = bitmap.getHeight();
  picture.dpi = dpi;
  const auto row = static_cast<std::size_t>(picture.width) * 3;
  picture.rgb.resize(row * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const unsigned char* from = bitmap.getDataPtr() + std::ptrdiff_t{y} * bitmap.getRowSize();
    std::copy(from, from + row, picture.rgb.begin() + static_cast<std::ptrdiff_t>(row) * y);
  }
  return picture;
}

Result<PagePicture> Render(std::string_view bytes, int number, double dpi,
                           const ExtractOptions& options) {
  auto document = OpenPdf(bytes, options);
  if (!document.ok()) return document.error();
  PDFDoc& pdf = *document.value();
  if (number < 1 || number > pdf.getNumPages()) return Failure(ErrorCode::kNotFound, number);
  ::Page* source = pdf.getPage(number);
  if (source == nullptr) return Failure(ErrorCode::kDamaged, number);
  const double scale = dpi / kPointsPerInch;
  const double pixels = std::ceil(source->getCropWidth() * scale) *
                        std::ceil(source->getCropHeight() * scale);
  if (!(dpi > 0 && pixels <= kMostPixels)) return Failure(ErrorCode::kTooLarge, number);
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, /*bitmapRowPadA=*/4, /*reverseVideoA=*/false, white);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(&pdf);
  pdf.displayPage(&device, number, dpi, dpi, /*rotate=*/0, /*useMediaBox=*/false, /*crop=*/true,
                  /*printing=*/false);
  SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr) {
    return Failure(ErrorCode::kDamaged, number);
  }
  return CopyBitmap(*bitmap, dpi);
}

}  // namespace

Result<PagePicture> RenderPdfPage(std::string_view bytes, int page, double dpi,
                                  const ExtractOptions& options) {
  try {
    return Render(bytes, page, dpi, options);
  } catch (const std::exception& failure) {
    Error error = Failure(ErrorCode::kDamaged, page);
    error.detail = failure.what();
    return error;
  }
}

}  // namespace gongkai
