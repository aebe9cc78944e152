// A text as its lines, and each line's shape: what separates fields in it, and how many there are.
#pragma once

#include <string_view>
#include <vector>

#include "model/result.h"

namespace gongkai {

enum class Separator { kNone, kTab, kBar, kSpaces };

struct LineShape {
  Separator separator = Separator::kNone;
  int fields = 0;         // blank ones included; an opening and a closing bar bound no field
  int filled = 0;         // fields that hold anything but white space
  int spaced_blanks = 0;  // bars: blank fields that white space fills
  int bars = 0;
  int numbers = 0;            // spaces: how many fields are numbers
  bool opens = false;         // the first field begins with a bar
  bool closes = false;        // the last field ends with a bar
  bool rule = false;          // |---|---| or +----+: drawn, and no row
  bool starts_table = false;  // |---|---|: the row above is a header
};

enum class LineRole {
  kProse,
  kRow,
  kRule,       // a drawn line; belongs to the rows around it
  kLoneCell,   // one cell of a table whose rows are lost
  kBlankCell,  // the same, blank
  kDropped,
};

struct TextLine {
  std::string_view text;  // without its line end and the white space around it, tabs aside
  LineShape shape;
  LineRole role = LineRole::kProse;
  bool after_gap = false;   // a blank line or a page break stands before it
  bool heading = false;     // Markdown
  bool literal = false;     // Markdown: within a code fence, its marks are text
  bool joins_next = false;  // the same paragraph or cell goes on in the next line
};

// Lines that hold anything, in order; white space alone counts only where it is two tabs or more.
// Errors: kTooLarge.
Result<std::vector<TextLine>> SplitLines(std::string_view utf8);

LineShape MeasureLine(std::string_view line);

// The fields of a line, at most `limit`. `opening_field`: a bar at the line's beginning closes a
// blank field rather than opening the first one.
std::vector<std::string_view> SplitFields(std::string_view line, Separator separator,
                                          bool opening_field, std::size_t limit);

// How many of a bar line's last fields only fill the row up, as a converter does for the cells that
// merged ones cover: `许可 | 0 | ||` has two of them. There bars touch, while cells are set off by
// spaces. A row of which nothing but its label would be left keeps them: they may be blank cells.
std::size_t CountPadding(const std::vector<std::string_view>& fields);

}  // namespace gongkai
