#include "cli/show_png.h"

#include <cairo.h>

#include <cstddef>
#include <memory>

#include "cli/show_canvas.h"

namespace gongkai {
namespace {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

cairo_status_t AppendBytes(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

// 0 to 255 in steps of 17, by the weights of ITU-R BT.601.
unsigned char Shade(const unsigned char* sample, int channels) {
  const int grey = channels < 3 ? sample[0]
                                : (299 * sample[0] + 587 * sample[1] + 114 * sample[2]) / 1000;
  constexpr int kStep = 17;
  return static_cast<unsigned char>((grey + kStep / 2) / kStep * kStep);
}

}  // namespace

std::optional<std::string> WriteGreyPng(const Raster& picture) {
  if (picture.width < 1 || picture.height < 1 || picture.width > kMostPixelsASide ||
      picture.height > kMostPixelsASide) {
    return std::nullopt;
  }
  // A8 holds one byte a pixel, which cairo writes as a picture in grey.
  const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, picture.width, picture.height));
  unsigned char* pixels = cairo_image_surface_get_data(surface.get());
  if (pixels == nullptr) return std::nullopt;
  const std::ptrdiff_t stride = cairo_image_surface_get_stride(surface.get());
  const unsigned char* from = picture.samples.data();
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x, from += picture.channels) {
      pixels[y * stride + x] = Shade(from, picture.channels);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), AppendBytes, &png) != CAIRO_STATUS_SUCCESS) {
    return std::nullopt;
  }
  return png;
}

}  // namespace gongkai
