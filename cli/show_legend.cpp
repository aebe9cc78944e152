#include "cli/show_legend.h"

#include <algorithm>
#include <utility>

namespace gongkai {
namespace {

// Points; but never below so many pixels, which a person can just read.
constexpr double kTextSize = 8;
constexpr double kLeastPixels = 11;

// Em of the text.
constexpr double kMargin = 1.0;
constexpr double kLineHeight = 1.7;
constexpr double kSwatchWidth = 1.6;
constexpr double kSwatchHeight = 0.9;
constexpr double kSwatchGap = 0.5;  // to its text
constexpr double kItemGap = 1.5;

constexpr Colour kInk{0.1, 0.1, 0.1};
constexpr Colour kStrip{0.95, 0.95, 0.95};
constexpr double kWholeWidth = 1e6;  // points: wider than any picture

std::vector<LegendItem> ListItems(const TextDetails& details,
                                  const std::vector<const Layer*>& layers, Language language) {
  std::vector<LegendItem> items{{nullptr, Text("show.heading", language, details)}};
  for (const Layer* layer : layers) {
    for (const Mark& mark : layer->marks) items.push_back({&mark, Text(mark.text, language)});
  }
  return items;
}

double SwatchSpace(const LegendItem& item) {
  return item.mark == nullptr ? 0 : kSwatchWidth + kSwatchGap;
}

}  // namespace

Legend LayOutLegend(const TextDetails& details, const std::vector<const Layer*>& layers,
                    double width, Language language, Canvas& measure) {
  Legend legend;
  const bool chinese = measure.HasCharacters(Text("show.word", Language::kZh));
  legend.items = ListItems(details, layers, chinese ? language : Language::kEn);
  const double em = legend.text_size = std::max(kTextSize, kLeastPixels / measure.scale());
  double x = kMargin * em;
  double y = (kMargin + kSwatchHeight) * em;
  for (LegendItem& item : legend.items) {
    const double end =
        x + SwatchSpace(item) * em + measure.TextWidth(item.text, em) + kMargin * em;
    if (end > width && x > kMargin * em) {
      x = kMargin * em;
      y += kLineHeight * em;
    }
    item.x = x;
    item.y = y;
    x += SwatchSpace(item) * em + measure.TextWidth(item.text, em) + kItemGap * em;
  }
  legend.height = y + kMargin * em;
  return legend;
}

void DrawLegend(Canvas& canvas, const Legend& legend, double top) {
  const double em = legend.text_size;
  canvas.FillBox({0, top, kWholeWidth, top + kWholeWidth}, kStrip);
  for (const LegendItem& item : legend.items) {
    const double y = top + item.y;
    if (item.mark != nullptr) {
      DrawMark(canvas, *item.mark,
               {item.x, y - kSwatchHeight * em, item.x + kSwatchWidth * em, y});
    }
    canvas.DrawText(item.text, item.x + SwatchSpace(item) * em, y, em, kInk);
  }
}

}  // namespace gongkai
