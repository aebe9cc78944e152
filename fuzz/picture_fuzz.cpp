// Picture files as they come, and grey pictures of any content through every reader but the engine.
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "fuzz/fuzz.h"
#include "ocr/form_line.h"
#include "ocr/image_file.h"
#include "ocr/ink_pieces.h"
#include "ocr/number_cell.h"
#include "ocr/rulings.h"

namespace {

constexpr int kMostWidth = 256;

// The first byte is the width, the others are samples.
gongkai::Raster PictureOf(std::string_view bytes) {
  gongkai::Raster picture;
  picture.width = 1 + static_cast<unsigned char>(bytes.front()) % kMostWidth;
  bytes.remove_prefix(1);
  picture.height = static_cast<int>(bytes.size()) / picture.width;
  picture.samples.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(picture.Pixels()));
  return picture;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = gongkai::AsText(data, size);
  if (bytes.size() < 2) return 0;
  const auto count = gongkai::CountPictures(bytes);
  if (count.ok()) {
    for (int i = 0; i < std::min(count.value(), 3); ++i) static_cast<void>(gongkai::ReadPicture(bytes, i));
    return 0;
  }
  const gongkai::Raster picture = PictureOf(bytes);
  if (picture.height < 1) return 0;
  const gongkai::Raster print = gongkai::EraseInkLines(picture, gongkai::FindInkLines(picture));
  const auto pieces = gongkai::FindInkPieces(print, 180);
  static_cast<void>(gongkai::FindPrintLines(pieces, gongkai::TypicalHeight(pieces)));
  const gongkai::GreyView view{print.samples.data(), print.width, print.height, print.width};
  const auto number = gongkai::ReadNumberCell(view);
  if (number) gongkai::Require(number->confidence >= 0 && number->confidence <= 1);
  static_cast<void>(gongkai::ReadFormLine(view));
  return 0;
}
