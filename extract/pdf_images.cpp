// An image is decoded row by row and each row goes where the page shows it, so that there is never
// more than one copy of the page in memory.
#include "extract/pdf_images.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

// Bytes of an inline image that are read over at most; they are a few kilobytes in real files.
constexpr std::int64_t kMostInlineBytes = 1 << 26;

constexpr double kPointsPerInch = 72;

// Parts by which the resolutions across and down may differ before pixels are made square: a fax
// has 204 by 98 or 204 by 196 pixels an inch; rounding of a page's size makes 1 %.
constexpr double kSquare = 0.03;

// Pixels of the page against those of the image beyond which the image is a small part of it.
constexpr double kMostPadding = 4;

// Pixels, and part of the image, by which its edge may miss the page's and still be meant to meet
// it: scanners give a page's size in whole points.
constexpr double kMeets = 6, kMeetsOfImage = 0.01;

// Pixels of a row, which is held in memory up to 64 bytes a pixel.
constexpr int kMostAcross = 1 << 20;

std::size_t RowBytes(int width, int components, int bits) {
  return (static_cast<std::size_t>(width) * static_cast<std::size_t>(components) *
              static_cast<std::size_t>(bits) + 7) / 8;
}

bool HasPlainBits(const ImageSource& image) {
  const int bits = image.colours == nullptr ? 1 : image.colours->getBits();
  return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
}

// One axis of the image on the axis of the page that it runs along.
struct Axis {
  int source = 0;        // pixels of the image
  double from = 0, to = 0;  // points of the page, of its first pixel's edge and its last's
  double page = 0;       // points, of the page

  double Scale() const { return source / std::fabs(to - from); }  // pixels a point
};

// For each pixel of the page along an axis the pixel of the image, -1 for none.
std::vector<int> MapAxis(const Axis& axis, double scale) {
  const double before = std::min(axis.from, axis.to) * scale;
  const double behind = (axis.page - std::max(axis.from, axis.to)) * scale;
  const double near = std::min(kMeets, kMeetsOfImage * axis.source);
  const bool meets = std::fabs(before) <= near && std::fabs(behind) <= near;
  const double shown = meets ? std::fabs(axis.to - axis.from) * scale : axis.page * scale;
  const int offset = meets ? 0 : static_cast<int>(std::lround(before));
  const double step = axis.Scale() / scale;  // 1, unless pixels are made square
  std::vector<int> map(static_cast<std::size_t>(std::max(1L, std::lround(shown))));
  for (std::size_t i = 0; i < map.size(); ++i) {
    const double at = (static_cast<double>(i) - offset + 0.5) * step;
    const bool inside = at >= 0 && at < axis.source;
    const int pixel = inside ? static_cast<int>(at) : -1;
    map[i] = inside && axis.from > axis.to ? axis.source - 1 - pixel : pixel;
  }
  return map;
}

// The page's pixels that show each pixel of the image: they are neighbours.
std::vector<std::pair<int, int>> Invert(const std::vector<int>& map, int source) {
  std::vector<std::pair<int, int>> runs(static_cast<std::size_t>(source), {0, 0});
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (map[i] < 0) continue;
    auto& [first, end] = runs[static_cast<std::size_t>(map[i])];
    const int at = static_cast<int>(i);
    if (first == end) first = at;
    end = at + 1;
  }
  return runs;
}

// Rows of an image as samples of the raster.
class ImageRows {
 public:
  explicit ImageRows(const ImageSource& image) : image_(image) {
    if (image.colours != nullptr) {
      components_ = image.colours->getNumPixelComps();
      bits_ = image.colours->getBits();
    }
    packed_.resize(RowBytes(image.width, components_, bits_));
    values_.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(components_));
    if (components_ == 1) MakeTable();
    samples_.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(channels_));
  }

  int channels() const { return channels_; }
  bool bilevel() const { return bilevel_; }

  // What the stream does not hold is white.
  const unsigned char* Next(bool& got) {
    const int wanted = static_cast<int>(packed_.size());
    const int read = ended_ ? 0 : std::max(0, image_.stream->doGetChars(wanted, packed_.data()));
    ended_ = read < wanted;
    got = read > 0;
    if (ended_) std::fill(packed_.begin() + read, packed_.end(), 0);
    Unpack();
    Convert();
    if (!got) std::fill(samples_.begin(), samples_.end(), 255);
    return samples_.data();
  }

 private:
  // By component value: of masks, grey, indexed and separation colours.
  void MakeTable() {
    const int count = 1 << std::min(bits_, 8);
    bool grey = true;
    for (int value = 0; value < count; ++value) {
      unsigned char rgb[3] = {image_.ink[value & 1], image_.ink[value & 1], image_.ink[value & 1]};
      if (image_.colours != nullptr) {
        const auto byte = static_cast<unsigned char>(value);
        GfxRGB colour;
        image_.colours->getRGB(&byte, &colour);
        rgb[0] = colToByte(colour.r), rgb[1] = colToByte(colour.g), rgb[2] = colToByte(colour.b);
      }
      grey = grey && rgb[0] == rgb[1] && rgb[1] == rgb[2];
      table_.insert(table_.end(), rgb, rgb + 3);
    }
    channels_ = grey ? 1 : 3;
    const auto extreme = [](unsigned char v) { return v == 0 || v == 255; };
    bilevel_ = grey && bits_ == 1 && std::all_of(table_.begin(), table_.end(), extreme);
  }

  // Values of 1 to 16 bits, of which the high 8 count.
  void Unpack() {
    if (bits_ == 8) {
      std::copy_n(packed_.begin(), std::min(values_.size(), packed_.size()), values_.begin());
      return;
    }
    if (bits_ == 16) {
      for (std::size_t i = 0; i < values_.size() && 2 * i < packed_.size(); ++i) {
        values_[i] = packed_[2 * i];
      }
      return;
    }
    const auto bits = static_cast<std::size_t>(bits_);
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const std::size_t bit = i * bits;
      if (bit / 8 >= packed_.size()) break;
      const std::size_t shift = 8 - bits - bit % 8;
      values_[i] = static_cast<unsigned char>(packed_[bit / 8] >> shift & ((1U << bits) - 1));
    }
  }

  void Convert() {
    if (components_ == 1) {
      const auto channels = static_cast<std::size_t>(channels_);
      for (std::size_t i = 0; i < values_.size(); ++i) {
        std::copy_n(&table_[std::size_t{3} * values_[i]], channels, &samples_[i * channels]);
      }
    } else if (image_.colours->useRGBLine()) {
      image_.colours->getRGBLine(values_.data(), samples_.data(), image_.width);
    } else {
      const auto components = static_cast<std::size_t>(components_);
      for (std::size_t i = 0; i * 3 < samples_.size(); ++i) {
        GfxRGB colour;
        image_.colours->getRGB(&values_[i * components], &colour);
        samples_[3 * i] = colToByte(colour.r);
        samples_[3 * i + 1] = colToByte(colour.g);
        samples_[3 * i + 2] = colToByte(colour.b);
      }
    }
  }

  ImageSource image_;
  int components_ = 1, bits_ = 1, channels_ = 3;
  bool bilevel_ = false, ended_ = false;
  std::vector<unsigned char> packed_, values_, samples_, table_;
};

// Where the image's rows and columns go on the page.
struct Target {
  std::vector<std::pair<int, int>> rows;  // by row of the image: from which line to which
  std::vector<int> columns;               // by place along a line: the column of the image
  bool turned = false;                    // lines of the page run down
};

void PutRow(const unsigned char* row, const std::pair<int, int>& lines, const Target& target,
            Raster& out) {
  const auto channels = static_cast<std::size_t>(out.channels);
  const auto width = static_cast<std::size_t>(out.width);
  for (int line = lines.first; line < lines.second; ++line) {
    for (std::size_t i = 0; i < target.columns.size(); ++i) {
      if (target.columns[i] < 0) continue;
      const auto l = static_cast<std::size_t>(line);
      const std::size_t pixel = target.turned ? i * width + l : l * width + i;
      std::copy_n(row + static_cast<std::size_t>(target.columns[i]) * channels, channels,
                  &out.samples[pixel * channels]);
    }
  }
}

Error ImageFailure(ErrorCode code) {
  Error error;
  error.code = code;
  return error;
}

Result<Raster> Decode(const ImageSource& image, const Target& target, Raster out) {
  ImageRows rows(image);
  out.channels = rows.channels();
  out.bilevel = rows.bilevel();
  out.samples.assign(out.Pixels() * static_cast<std::size_t>(out.channels), 255);
  bool any = false;
  image.stream->reset();
  for (const std::pair<int, int>& lines : target.rows) {
    bool got = false;
    const unsigned char* row = rows.Next(got);
    any = any || got;
    PutRow(row, lines, target, out);
  }
  image.stream->close();
  if (!any) return ImageFailure(ErrorCode::kDamaged);
  return out;
}

}  // namespace

Box Placement::Bounds() const {
  Box bounds{origin[0], origin[1], origin[0], origin[1]};
  for (const auto& [a, d] : {std::pair(1, 0), std::pair(0, 1), std::pair(1, 1)}) {
    const double x = origin[0] + a * across[0] + d * down[0];
    const double y = origin[1] + a * across[1] + d * down[1];
    bounds = Union(bounds, {x, y, x, y});
  }
  return bounds;
}

// The unit square of the user space; the first row of pixels is at its top.
Placement PlaceImage(const GfxState* state) {
  const double* m = state->getCTM();
  return {{m[0], m[1]}, {-m[2], -m[3]}, {m[2] + m[4], m[3] + m[5]}};
}

Box ImageBox(const GfxState* state) { return PlaceImage(state).Bounds(); }

void SkipInlineData(Stream* stream, int width, int height, int bits_per_pixel) {
  const std::int64_t row = (std::int64_t{width} * bits_per_pixel + 7) / 8;
  std::int64_t bytes = row > kMostInlineBytes / std::max(1, height) ? kMostInlineBytes : row * height;
  stream->reset();
  while (bytes-- > 0 && stream->getChar() != EOF) {
  }
  stream->close();
}

Result<Raster> ReadPlacedImage(const ImageSource& image, const Placement& placement,
                               double page_width, double page_height, double most) {
  const double pixels = static_cast<double>(image.width) * image.height;
  if (image.width < 1 || image.height < 1) return ImageFailure(ErrorCode::kDamaged);
  if (pixels > most || image.width > kMostAcross) return ImageFailure(ErrorCode::kTooLarge);
  if (!HasPlainBits(image)) return ImageFailure(ErrorCode::kUnsupported);
  const bool turned = std::fabs(placement.across[1]) > std::fabs(placement.across[0]);
  const std::size_t along = turned ? 1 : 0, across = 1 - along;
  const double page[2] = {page_width, page_height};
  const Axis columns{image.width, placement.origin[along],
                     placement.origin[along] + placement.across[along], page[along]};
  const Axis rows{image.height, placement.origin[across],
                  placement.origin[across] + placement.down[across], page[across]};
  double column_scale = columns.Scale(), row_scale = rows.Scale();
  const double finer = std::max(column_scale, row_scale);
  if (std::min(column_scale, row_scale) < (1 - kSquare) * finer) column_scale = row_scale = finer;
  const double shown = page_width * page_height * column_scale * row_scale;
  const double squared = pixels * (column_scale / columns.Scale()) * (row_scale / rows.Scale());
  if (!(shown <= kMostPadding * squared)) return ImageFailure(ErrorCode::kUnsupported);
  if (shown > most) return ImageFailure(ErrorCode::kTooLarge);
  const std::vector<int> row_map = MapAxis(rows, row_scale);
  const Target target{Invert(row_map, image.height), MapAxis(columns, column_scale), turned};
  Raster out;
  out.width = static_cast<int>(turned ? row_map.size() : target.columns.size());
  out.height = static_cast<int>(turned ? target.columns.size() : row_map.size());
  out.dpi = finer * kPointsPerInch;
  return Decode(image, target, std::move(out));
}

}  // namespace gongkai
