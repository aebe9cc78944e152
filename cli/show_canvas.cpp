// Cairo as values: what it allocates is freed by its owner, what it refuses is seen at the end.
#include "cli/show_canvas.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "model/unicode.h"

namespace gongkai {
namespace {

// One function for each kind of thing, as unique_ptr wants it.
struct Destroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <typename T>
using Owned = std::unique_ptr<T, Destroy>;

// Families with Chinese characters, the one of packages.txt first. Where none is there the system's
// own sans-serif writes what it can.
constexpr auto kFamilies = std::to_array<const char*>({
    "WenQuanYi Micro Hei",
    "Noto Sans CJK SC",
    "WenQuanYi Zen Hei",
    "AR PL UMing CN",
    "sans-serif",
});
constexpr const char* kChineseSample = "页";

// Text as cairo takes it: valid UTF-8 without the zero that would end it.
std::string Printable(const std::string& text) {
  std::u32string characters = DecodeUtf8(text);
  std::replace_if(
      characters.begin(), characters.end(), [](char32_t c) { return c < 0x20 || c == 0x7F; }, U' ');
  return EncodeUtf8(characters);
}

// Glyph 0 is the box that a font shows for a character that it lacks.
bool FontHasCharacters(cairo_t* context, const std::string& text) {
  cairo_glyph_t* glyphs = nullptr;
  int count = 0;
  const cairo_status_t status = cairo_scaled_font_text_to_glyphs(
      cairo_get_scaled_font(context), 0, 0, text.data(), static_cast<int>(text.size()), &glyphs,
      &count, nullptr, nullptr, nullptr);
  const bool all = status == CAIRO_STATUS_SUCCESS &&
                   std::none_of(glyphs, glyphs + count,
                                [](const cairo_glyph_t& glyph) { return glyph.index == 0; });
  cairo_glyph_free(glyphs);
  return all;
}

void ChooseFont(cairo_t* context) {
  for (const char* family : kFamilies) {
    cairo_select_font_face(context, family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    if (FontHasCharacters(context, kChineseSample)) return;
  }
}

void UsePlainRendering(cairo_t* context) {
  const Owned<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(context, options.get());
}

void SetColour(cairo_t* context, const Colour& c) {
  cairo_set_source_rgba(context, c.red, c.green, c.blue, c.alpha);
}

void SetPen(cairo_t* context, const Pen& pen) {
  SetColour(context, pen.colour);
  cairo_set_line_width(context, pen.width);
}

cairo_status_t Append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

struct Canvas::Cairo {
  Owned<cairo_surface_t> surface;
  Owned<cairo_t> context;
};

Canvas::Canvas(int width, int height, double scale)
    : cairo_(std::make_unique<Cairo>()), width_(width / scale), scale_(scale) {
  cairo_->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  cairo_->context.reset(cairo_create(cairo_->surface.get()));
  cairo_t* context = cairo_->context.get();
  SetColour(context, {1, 1, 1});
  cairo_paint(context);
  cairo_scale(context, scale, scale);
  UsePlainRendering(context);
  ChooseFont(context);
}

Canvas::~Canvas() = default;

void Canvas::DrawPicture(const Raster& picture) {
  cairo_surface_t* surface = cairo_->surface.get();
  cairo_surface_flush(surface);
  unsigned char* pixels = cairo_image_surface_get_data(surface);
  if (pixels == nullptr) return;
  const std::ptrdiff_t stride = cairo_image_surface_get_stride(surface);
  const int width = std::min(picture.width, cairo_image_surface_get_width(surface));
  const int height = std::min(picture.height, cairo_image_surface_get_height(surface));
  const std::ptrdiff_t channels = picture.channels;
  for (int y = 0; y < height; ++y) {
    const unsigned char* from =
        picture.samples.data() + std::ptrdiff_t{y} * picture.width * channels;
    // RGB24: one 32-bit number a pixel, in the machine's byte order.
    auto* to = reinterpret_cast<std::uint32_t*>(pixels + y * stride);
    for (int x = 0; x < width; ++x, from += channels) {
      const unsigned char* last = from + channels - 1;  // grey has one channel for all three
      to[x] = std::uint32_t{from[0]} << 16 | std::uint32_t{channels > 1 ? from[1] : *last} << 8 |
              *last;
    }
  }
  cairo_surface_mark_dirty(surface);
}

void Canvas::StrokeBox(const Box& box, const Pen& pen) {
  cairo_t* context = cairo_->context.get();
  SetPen(context, pen);
  cairo_rectangle(context, box.x0, box.y0, box.Width(), box.Height());
  cairo_stroke(context);
}

void Canvas::StrokeLine(const Box& ends, const Pen& pen) {
  cairo_t* context = cairo_->context.get();
  SetPen(context, pen);
  cairo_move_to(context, ends.x0, ends.y0);
  cairo_line_to(context, ends.x1, ends.y1);
  cairo_stroke(context);
}

void Canvas::FillBox(const Box& box, const Colour& colour) {
  cairo_t* context = cairo_->context.get();
  SetColour(context, colour);
  cairo_rectangle(context, box.x0, box.y0, box.Width(), box.Height());
  cairo_fill(context);
}

void Canvas::FillCorner(const Box& box, double size, const Colour& colour) {
  cairo_t* context = cairo_->context.get();
  SetColour(context, colour);
  cairo_move_to(context, box.x1, box.y0);
  cairo_line_to(context, box.x1 - size, box.y0);
  cairo_line_to(context, box.x1, box.y0 + size);
  cairo_close_path(context);
  cairo_fill(context);
}

void Canvas::DrawText(const std::string& text, double x, double y, double size,
                      const Colour& colour) {
  cairo_t* context = cairo_->context.get();
  SetColour(context, colour);
  cairo_set_font_size(context, size);
  cairo_move_to(context, x, y);
  cairo_show_text(context, Printable(text).c_str());
}

double Canvas::TextWidth(const std::string& text, double size) {
  cairo_t* context = cairo_->context.get();
  cairo_set_font_size(context, size);
  cairo_text_extents_t extents{};
  cairo_text_extents(context, Printable(text).c_str(), &extents);
  return extents.x_advance;
}

bool Canvas::HasCharacters(const std::string& text) {
  return FontHasCharacters(cairo_->context.get(), Printable(text));
}

std::optional<std::string> Canvas::WritePng() {
  cairo_surface_flush(cairo_->surface.get());
  std::string png;
  if (cairo_surface_write_to_png_stream(cairo_->surface.get(), Append, &png) !=
      CAIRO_STATUS_SUCCESS) {
    return std::nullopt;
  }
  return png;
}

}  // namespace gongkai
