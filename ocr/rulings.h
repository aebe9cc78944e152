// The straight lines of a table in a picture.
#pragma once

#include <vector>

#include "model/raster.h"
#include "ocr/grey.h"

namespace gongkai {

// A ruling as it runs through the picture, which a scan never has quite straight.
struct InkLine {
  bool horizontal = true;
  int from = 0, to = 0;    // pixels along it, both on it
  std::vector<float> at;   // its place across, every kInkLineStep pixels from `from` on; never empty
  double strength = 0;     // the share of ink on its centre line beyond that at its sides, 0 to 1
  double coverage = 0;     // the share of its length where it is there, 0 to 1
  // The share of its pixels that are at least half as dark as most of them: what is left at the ends
  // between a glyph's stroke and a ruling shows here.
  double solid = 0;
  // Pixels by which it went on at its two ends beyond the lines that it was cut at: into a glyph, or
  // because it is a streak's piece.
  int past_from = 0, past_to = 0;

  double Mean() const;
  double At(int along) const;  // interpolated
  InkLine Cut(int first, int last) const;  // from there to there, both along it; else the same
};

inline constexpr int kInkLineStep = 12;  // pixels

struct InkLines {
  std::vector<InkLine> horizontal, vertical;
  // What a copier drew, which bounds nothing: from edge to edge of the picture, and pieces.
  std::vector<InkLine> page_streaks, streaks;
  // Those from edge to edge that were paled (see page_streaks.h): there is nothing to erase.
  std::vector<InkLine> paled;
};

// Those of a cleaned page at kWorkingDpi. A ruling is a ridge: a row one to seven pixels thick that
// is darker than what is above and below it, over a length that no stroke of a glyph has, or from
// one crossing ruling to another. Faint, noisy and broken ones show as ridges still, because each
// place is judged by its surroundings and averaged along the line.
InkLines FindInkLines(const Raster& grey);

// The lines painted over with paper, but for what crosses them: the strokes of a glyph that touches
// one stay.
Raster EraseInkLines(Raster grey, const InkLines& lines);

}  // namespace gongkai
