// Lines of text from words.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/page.h"

namespace gongkai {

struct Line {
  std::vector<Word> words;  // in reading order
  std::string text;         // the words, with a space where the document has one
  Box box;                  // on the page, whatever the rotation
  double font_size = 0;     // of most characters; the height of the line where fonts are unknown
  bool bold = false;        // most characters are
  std::string font;         // of most characters
  int rotation = 0;
};

// The lines that the words make up, from top to bottom. Words beside one another are one line
// however far apart they stand; words of different rotation never are.
std::vector<Line> FindLines(std::vector<Word> words);

// A word's em in points: its font size, or an estimate from its box where that is unknown.
double Em(const Word& word);

// Two lines that follow one another in one piece of text. Between characters set solid (Chinese)
// and between the halves of a number a line break is no space; between Latin words it is one.
std::string JoinText(const std::string& first, const std::string& second);

// The least confidence and the kind of the words' reading. kBlank where there are no words.
struct ReadingQuality {
  double confidence = 1.0;
  ReadingKind kind = ReadingKind::kBlank;
};
ReadingQuality QualityOf(const std::vector<Line>& lines);

}  // namespace gongkai
