#include "ocr/pix.h"

#include <cstddef>
#include <cstdint>

namespace gongkai {
namespace {

// Rows of 8-bit samples; Leptonica packs them into 32-bit words, the first sample highest.
void CopyGrey(Pix* pix, Raster& out) {
  const l_uint32* row = pixGetData(pix);
  unsigned char* to = out.samples.data();
  for (int y = 0; y < out.height; ++y, row += pixGetWpl(pix)) {
    for (int x = 0; x < out.width; ++x) {
      *to++ = static_cast<unsigned char>(GET_DATA_BYTE(row, x));
    }
  }
}

void CopyColour(Pix* pix, Raster& out) {
  const l_uint32* row = pixGetData(pix);
  unsigned char* to = out.samples.data();
  for (int y = 0; y < out.height; ++y, row += pixGetWpl(pix)) {
    for (int x = 0; x < out.width; ++x) {
      *to++ = static_cast<unsigned char>(row[x] >> L_RED_SHIFT);
      *to++ = static_cast<unsigned char>(row[x] >> L_GREEN_SHIFT);
      *to++ = static_cast<unsigned char>(row[x] >> L_BLUE_SHIFT);
    }
  }
}

}  // namespace

void SilenceLeptonica() {
  setMsgSeverity(L_SEVERITY_NONE);
  leptSetStderrHandler([](const char*) {});  // what it says whatever the severity
}

OwnedPix ToPix(const Raster& grey) {
  SilenceLeptonica();
  OwnedPix pix(pixCreateNoInit(grey.width, grey.height, 8));
  if (pix == nullptr) return pix;
  l_uint32* row = pixGetData(pix.get());
  const unsigned char* from = grey.samples.data();
  for (int y = 0; y < grey.height; ++y, row += pixGetWpl(pix.get())) {
    for (int x = 0; x < grey.width; ++x) SET_DATA_BYTE(row, x, *from++);
  }
  return pix;
}

Raster ToRaster(Pix* pix) {
  Raster out;
  const bool bilevel = pixGetDepth(pix) == 1;
  const OwnedPix plain(pixRemoveColormap(pix, REMOVE_CMAP_BASED_ON_SRC));
  if (plain == nullptr) return out;
  const bool colour = pixGetDepth(plain.get()) == 32;
  const OwnedPix sampled(colour ? pixClone(plain.get()) : pixConvertTo8(plain.get(), FALSE));
  if (sampled == nullptr) return out;
  out.width = pixGetWidth(sampled.get());
  out.height = pixGetHeight(sampled.get());
  out.channels = colour ? 3 : 1;
  out.bilevel = bilevel;
  out.dpi = pixGetXRes(pix);
  out.samples.resize(out.Pixels() * static_cast<std::size_t>(out.channels));
  if (colour) {
    CopyColour(sampled.get(), out);
  } else {
    CopyGrey(sampled.get(), out);
  }
  return out;
}

}  // namespace gongkai
