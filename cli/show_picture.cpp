#include "cli/show_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "extract/pdf.h"
#include "extract/scan_size.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;

struct Span {
  std::size_t first = 0, end = 0;
};

// The pixels of `from` that pixel `i` of `to` stands for: at least one.
Span SourceOf(std::size_t i, std::size_t to, std::size_t from) {
  const std::size_t first = std::min(i * from / to, from - 1);
  return {first, std::clamp((i + 1) * from / to, first + 1, from)};
}

// Each pixel is the mean of those that it stands for. REQUIRES: no side is 0.
Raster Scale(const Raster& from, int width, int height) {
  Raster out;
  out.width = width;
  out.height = height;
  out.channels = from.channels;
  const auto channels = static_cast<std::size_t>(from.channels);
  const auto source_width = static_cast<std::size_t>(from.width);
  out.samples.reserve(out.Pixels() * channels);
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    const Span rows = SourceOf(y, static_cast<std::size_t>(height),
                               static_cast<std::size_t>(from.height));
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
      const Span columns = SourceOf(x, static_cast<std::size_t>(width), source_width);
      for (std::size_t c = 0; c < channels; ++c) {
        std::size_t sum = 0;
        for (std::size_t v = rows.first; v < rows.end; ++v) {
          for (std::size_t u = columns.first; u < columns.end; ++u) {
            sum += from.samples[(v * source_width + u) * channels + c];
          }
        }
        const std::size_t count = (rows.end - rows.first) * (columns.end - columns.first);
        out.samples.push_back(static_cast<unsigned char>(sum / count));
      }
    }
  }
  return out;
}

int Pixels(double points, double dpi) {
  return std::max(1, static_cast<int>(std::lround(points * dpi / kPointsPerInch)));
}

}  // namespace

Result<Raster> RenderShownPage(std::string_view bytes, MediaType type, int page, double dpi,
                               const ExtractOptions& options) {
  if (type == MediaType::kPdf) return RenderPdfPage(bytes, page, dpi, options);
  auto raster = options.scans->decode(bytes, page - 1);
  if (!raster.ok()) return raster;
  const PaperSize size = FindPaperSize(raster.value(), options.dpi);
  Raster scaled = Scale(raster.value(), Pixels(size.width, dpi), Pixels(size.height, dpi));
  scaled.dpi = dpi;
  return scaled;
}

}  // namespace gongkai
