// The strip below the picture: which page it is, and what each colour means.
#pragma once

#include <string>
#include <vector>

#include "cli/show_layers.h"
#include "model/texts.h"

namespace gongkai {

struct LegendItem {
  const Mark* mark;  // null: text alone
  std::string text;
  double x = 0, y = 0;  // points, of the base line's start, from the strip's top left corner
};

struct Legend {
  std::vector<LegendItem> items;
  double text_size = 0, height = 0;  // points
};

// Lines as long as `width` points allow; `measure` is a canvas of the scale that it will be drawn
// at. The page comes first, by the `details` of its text. Where the machine has no font with
// Chinese letters the legend is English.
Legend LayOutLegend(const TextDetails& details, const std::vector<const Layer*>& layers,
                    double width, Language language, Canvas& measure);

void DrawLegend(Canvas& canvas, const Legend& legend, double top);

}  // namespace gongkai
