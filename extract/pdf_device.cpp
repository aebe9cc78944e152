#include "extract/pdf_device.h"

#include <poppler/GfxState.h>
#include <poppler/Stream.h>
#include <poppler/UTF.h>
#include <poppler/goo/gmem.h>

#include <algorithm>
#include <string>

namespace gongkai {
namespace {

// Bytes of an inline image that are read over at most; they are a few kilobytes in real files.
constexpr std::int64_t kMostInlineBytes = 1 << 26;

// The content stream goes on behind an inline image's data: they have to be read.
void SkipInlineData(Stream* stream, std::int64_t bytes) {
  stream->reset();
  while (bytes-- > 0 && stream->getChar() != EOF) {
  }
  stream->close();
}

std::int64_t ImageBytes(int width, int height, std::int64_t bits_per_pixel) {
  const std::int64_t row = (width * bits_per_pixel + 7) / 8;
  return row > kMostInlineBytes / std::max(1, height) ? kMostInlineBytes : row * height;
}

}  // namespace

void PageDevice::MoveTo(Page& page) {
  page.words = text_.TakeWords(page.width, page.height);
  paths_.MoveTo(page);
  groups_.clear();
  soft_masks_ = 0;
}

bool PageDevice::AbortCheck(void* budget) {
  // Poppler asks after every eleventh operator.
  constexpr int kOperators = 11;
  auto& spent = *static_cast<PdfBudget*>(budget);
  spent.AddOperators(kOperators);
  // A look at the clock costs as much as several operators: not every time.
  constexpr std::int64_t kBetweenLooks = 100 * kOperators;
  if (spent.page_operators % kBetweenLooks < kOperators) {
    spent.out_of_time = std::clock() - spent.begin > PdfBudget::kMostTime;
  }
  return spent.Exceeded();
}

void PageDevice::updateFont(GfxState* state) { text_.SetFont(state->getFont().get()); }

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double, double,
                          CharCode code, int, const Unicode* u, int length) {
  if (Hidden() || budget_.Exceeded()) return;
  budget_.AddGlyph();
  text_.Draw(state, x, y, dx, dy, code, u, length);
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &characters);
  text_.BeginActualText(std::u32string(characters, characters + std::max(0, length)));
  gfree(characters);
}

void PageDevice::stroke(GfxState* state) {
  if (!Hidden()) paths_.Stroke(state);
}

void PageDevice::fill(GfxState* state) {
  if (!Hidden()) paths_.Fill(state, /*even_odd=*/false);
}

void PageDevice::eoFill(GfxState* state) {
  if (!Hidden()) paths_.Fill(state, /*even_odd=*/true);
}

bool PageDevice::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*,
                                   const double*, int, int, int, int, double, double) {
  if (!Hidden()) paths_.FillClip(state);
  return true;
}

void PageDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                        bool for_soft_mask) {
  groups_.push_back(for_soft_mask);
  soft_masks_ += for_soft_mask ? 1 : 0;
}

void PageDevice::endTransparencyGroup(GfxState*) {
  if (groups_.empty()) return;
  soft_masks_ -= groups_.back() ? 1 : 0;
  groups_.pop_back();
}

void PageDevice::drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height,
                               bool, bool, bool in_line) {
  if (!Hidden()) paths_.ImageMask(state, width, height);
  if (in_line) SkipInlineData(stream, ImageBytes(width, height, 1));
}

void PageDevice::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                           GfxImageColorMap* colours, bool, const int*, bool in_line) {
  if (!Hidden()) paths_.Image(state, width, height);
  if (!in_line || colours == nullptr) return;
  SkipInlineData(stream, ImageBytes(width, height, std::int64_t{colours->getNumPixelComps()} *
                                                       colours->getBits()));
}

void PageDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                 GfxImageColorMap*, bool, Stream*, int, int, bool, bool) {
  if (!Hidden()) paths_.Image(state, width, height);
}

void PageDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                     GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                                     bool) {
  if (!Hidden()) paths_.Image(state, width, height);
}

}  // namespace gongkai
