// Paragraphs from lines.
#pragma once

#include <string_view>
#include <vector>

#include "extract/lines.h"
#include "model/document.h"

namespace gongkai {

// Where the lines of a page begin and end when they are as long as they can be. Points.
struct TextArea {
  double left = 0, right = 0;
  double pitch = 0;  // the usual distance of two lines' middles; 0 where there are too few lines
  double font_size = 0;  // of most lines
};

struct PageLine {
  Line line;
  int page = 1;
  TextArea area;
};

// The text area that the lines of one page or document show: the margins that lines share. Where
// no line is long the right margin is taken to be as wide as the left one.
TextArea FindTextArea(const std::vector<Line>& lines, double page_width);

// The lines, from the first to the last page, as paragraphs. Lines that stand in the middle
// (titles) are paragraphs of their own.
std::vector<Paragraph> FindParagraphs(const std::vector<PageLine>& lines);

// Whether the text closes with a mark that ends a sentence or announces what follows.
bool EndsClause(std::string_view text);

// Whether the text opens with the number of a heading or list item: 一、 （二） 3. 第四条 ...
bool BeginsItem(std::string_view text);

}  // namespace gongkai
