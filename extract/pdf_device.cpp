#include "extract/pdf_device.h"

#include <poppler/GfxState.h>
#include <poppler/UTF.h>
#include <poppler/goo/gmem.h>

#include <algorithm>
#include <string>

#include "extract/pdf_images.h"

namespace gongkai {
PaintFacts PageDevice::MoveTo(Page& page) {
  page.words = text_.TakeWords(page.width, page.height);
  paths_.MoveTo(page);
  groups_.clear();
  soft_masks_ = 0;
  return paint_.Take();
}

std::clock_t PdfBudget::ThreadTime() {
  std::timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  constexpr std::clock_t kNanoseconds = 1'000'000'000 / CLOCKS_PER_SEC;
  return time.tv_sec * CLOCKS_PER_SEC + time.tv_nsec / kNanoseconds;
}

bool PdfBudget::AbortCheck(void* budget) {
  // Poppler asks after every eleventh operator.
  constexpr int kOperators = 11;
  auto& spent = *static_cast<PdfBudget*>(budget);
  spent.AddOperators(kOperators);
  // A look at the clock costs as much as several operators: not every time.
  constexpr std::int64_t kBetweenLooks = 100 * kOperators;
  if (spent.page_operators % kBetweenLooks < kOperators) {
    spent.out_of_time = ThreadTime() - spent.begin > PdfBudget::kMostTime;
  }
  return spent.Exceeded();
}

void PageDevice::updateFont(GfxState* state) { text_.SetFont(state->getFont().get()); }

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double, double,
                          CharCode code, int, const Unicode* u, int length) {
  if (Hidden() || budget_.Exceeded()) return;
  budget_.AddGlyph();
  paint_.Character(state);
  text_.Draw(state, x, y, dx, dy, code, u, length);
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &characters);
  text_.BeginActualText(std::u32string(characters, characters + std::max(0, length)));
  gfree(characters);
}

void PageDevice::stroke(GfxState* state) {
  if (Hidden()) return;
  paint_.Stroke(state);
  paths_.Stroke(state);
}

void PageDevice::fill(GfxState* state) {
  if (Hidden()) return;
  paint_.Fill(state);
  paths_.Fill(state, /*even_odd=*/false);
}

void PageDevice::eoFill(GfxState* state) {
  if (Hidden()) return;
  paint_.Fill(state);
  paths_.Fill(state, /*even_odd=*/true);
}

bool PageDevice::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*,
                                   const double*, int, int, int, int, double, double) {
  if (!Hidden()) paths_.FillClip(state);
  return Shade();
}

void PageDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                        bool for_soft_mask) {
  paint_.Other();
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
  if (Hidden()) {
    paint_.HiddenImage();
  } else {
    paint_.ImageMask(state);
    paths_.ImageMask(state, width, height);
  }
  if (in_line) SkipInlineData(stream, width, height, 1);
}

void PageDevice::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                           GfxImageColorMap* colours, bool, const int* colour_key, bool in_line) {
  if (Hidden()) {
    paint_.HiddenImage();
  } else {
    paint_.Image(state, /*opaque=*/colour_key == nullptr);
    paths_.Image(state, width, height);
  }
  if (!in_line || colours == nullptr) return;
  SkipInlineData(stream, width, height, colours->getNumPixelComps() * colours->getBits());
}

void PageDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                 GfxImageColorMap*, bool, Stream*, int, int, bool, bool) {
  if (Hidden()) return paint_.HiddenImage();
  paint_.Image(state, /*opaque=*/false);
  paths_.Image(state, width, height);
}

void PageDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                     GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                                     bool) {
  if (Hidden()) return paint_.HiddenImage();
  paint_.Image(state, /*opaque=*/false);
  paths_.Image(state, width, height);
}

}  // namespace gongkai
