// Whether the text layer of a PDF's page can be used, or the page's picture has to be read.
#pragma once

#include <vector>

#include "model/page.h"

namespace gongkai {

// What the drawing of a page tells besides its words.
struct PaintFacts {
  int characters = 0;  // that were drawn, blanks included
  // Of them: drawn invisibly, in white, or covered by a picture that was drawn later.
  int hidden = 0;
  int curves = 0;  // painted curves: letters may have been converted to outlines
  // The page shows one picture, opaque, upright or by quarter turns, unclipped, and nothing else:
  // which of the images that it draws, from 1. 0 where there is no such one.
  int lone_picture = 0;
};

enum class PageSource {
  kText,     // the text layer; also where the page is blank
  kPicture,  // the page's picture
  kBoth,     // the picture where FindOpenPictures says, the text layer elsewhere
};

PageSource ChoosePageSource(const Page& page, const PaintFacts& facts);

// Boxes of the pictures that next to no words stand on and that are large enough for a table.
// Pictures that touch are one: scanners cut a page into strips and tiles.
std::vector<Box> FindOpenPictures(const Page& page);

// The words' characters are not those that are printed: fonts whose ToUnicode map is missing or
// wrong. REQUIRES: the page's words are its text layer's.
bool IsGarbled(const Page& page);

}  // namespace gongkai
