// A page picture made ready for reading, step by step: the seal's colour out, one working
// resolution, even light, straight, without the scanner's dark edges. Every step is a function of
// its own, with the figures it was chosen by.
#pragma once

#include "model/raster.h"

namespace gongkai {

// Pixels an inch at which everything is read. At 200 the digits' reader and Tesseract do as well as
// at 300 for less than half the work; a coarser scan is brought up to it, since the sizes that
// glyphs and rulings are told by are those of 200.
inline constexpr double kWorkingDpi = 200;

// Grey levels once light is even. Ink is below the first: 99.1 % of the cells of eight kinds of scans
// came out right with it (../shared/OCR.md). Paper is the second: a little below white, so that
// noise on it is not cut off on one side.
inline constexpr int kInkLevel = 180, kPaperLevel = 250;

// Grey with a red seal taken out: R + 1.5 * max(0, R - max(G, B)), at most 255. Of 372 cells under
// a seal 372 were read so, 262 to 269 in luma or the red channel alone (../shared/OCR.md). Other
// strong colours, a blue stamp or marker, keep their luma.
Raster DropSeal(Raster raster);

// The picture at `width` x `height` pixels. REQUIRES: both at least 1.
Raster ScaleTo(const Raster& grey, int width, int height);

// Even light: paper becomes 255 wherever it was, ink stays dark. Background estimated in tiles.
Raster FlattenLight(const Raster& grey);

// The clockwise turn, in degrees, after which the page's lines are level; 0 where it cannot be told.
// Finds up to 7 degrees; a scanner's feeder turns a page by 2 at most.
double FindSkew(const Raster& grey);

// Turned clockwise by `degrees` about its middle; the size stays, what comes in is white.
Raster Rotate(const Raster& grey, double degrees);

// Turned clockwise by so many quarters.
Raster TurnQuarters(const Raster& grey, int quarters);

// Dark bands and wedges that touch the picture's edge become white: the scanner's lid, a copier's
// border, the gutter of a book.
Raster DropDarkEdges(Raster grey);

}  // namespace gongkai
