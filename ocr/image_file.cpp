#include "ocr/image_file.h"

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "ocr/pix.h"

namespace gongkai {
namespace {

const l_uint8* Data(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

bool IsTiff(int format) { return format >= IFF_TIFF && format <= IFF_TIFF_ZIP; }

int FormatOf(std::string_view bytes) {
  l_int32 format = IFF_UNKNOWN;
  // Leptonica looks at the first 12 bytes without being told how many there are.
  if (bytes.size() < 16 || findFileFormatBuffer(Data(bytes), &format) != 0) return IFF_UNKNOWN;
  return format;
}

Error PictureError(ErrorCode code, int index, std::string detail = "") {
  Error error;
  error.code = code;
  error.detail = std::move(detail);
  error.page = index + 1;
  return error;
}

struct Header {
  l_int32 width = 0, height = 0;
};

bool ReadHeader(std::string_view bytes, int format, int index, Header& out) {
  l_int32 bits = 0, samples = 0;
  if (IsTiff(format)) {
    return readHeaderMemTiff(Data(bytes), bytes.size(), index, &out.width, &out.height, &bits,
                             &samples, nullptr, nullptr, nullptr) == 0;
  }
  return pixReadHeaderMem(Data(bytes), bytes.size(), nullptr, &out.width, &out.height, &bits,
                          &samples, nullptr) == 0;
}

OwnedPix Decode(std::string_view bytes, int format, int index) {
  return OwnedPix(IsTiff(format) ? pixReadMemTiff(Data(bytes), bytes.size(), index)
                                 : pixReadMem(Data(bytes), bytes.size()));
}

Result<int> CountTiff(std::string_view bytes) {
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::unique_ptr<std::FILE, Close> file(fopenReadFromMemory(Data(bytes), bytes.size()));
  l_int32 count = 0;
  if (file == nullptr || tiffGetCount(file.get(), &count) != 0 || count < 1) {
    return Error{ErrorCode::kDamaged, "", ""};
  }
  return count;
}

}  // namespace

Result<int> CountPictures(std::string_view bytes) {
  SilenceLeptonica();
  const int format = FormatOf(bytes);
  if (format == IFF_PNG || format == IFF_JFIF_JPEG) return 1;
  return IsTiff(format) ? CountTiff(bytes) : Error{ErrorCode::kUnsupported, "", ""};
}

Result<Raster> ReadPicture(std::string_view bytes, int index) {
  SilenceLeptonica();
  const int format = FormatOf(bytes);
  Header header;
  if (format == IFF_UNKNOWN || !ReadHeader(bytes, format, index, header) || header.width <= 0 ||
      header.height <= 0) {
    return PictureError(ErrorCode::kDamaged, index);
  }
  if (double{1} * header.width * header.height > kMostPagePixels) {
    return PictureError(ErrorCode::kTooLarge, index,
                        std::to_string(header.width) + " x " + std::to_string(header.height));
  }
  const OwnedPix pix = Decode(bytes, format, index);
  if (pix == nullptr) return PictureError(ErrorCode::kDamaged, index);
  Raster raster = ToRaster(pix.get());
  if (raster.samples.empty()) return PictureError(ErrorCode::kDamaged, index);
  return raster;
}

}  // namespace gongkai
