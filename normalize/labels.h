// Printed labels against the form's: what is left of a label once numbering, brackets and
// punctuation are gone, and how alike two of them are.
#pragma once

#include <string>
#include <string_view>

#include "model/reading.h"
#include "normalize/forms.h"

namespace gongkai {

// A label taken apart. Both strings are folded and hold Han characters, letters and digits only.
struct Label {
  std::string number;    // "一", "(三)", "1"; empty where none is printed
  std::u32string core;   // without number and without what stands in brackets
  std::u32string whole;  // without number, brackets' content kept
};

Label ParseLabel(std::string_view printed);

// What a table's words are looked for in: folded, simplified, without spaces and phonetic brackets.
std::string TableWords(std::string_view printed);

// 1 - edit distance / length of the longer one, in code points; 0 to 1. Both empty: 0.
double Similarity(std::u32string_view a, std::u32string_view b);

// How much a printed label is like a row's: the best over the row's wordings, with and without
// bracketed text. 1 is the form's own words.
double LabelSimilarity(const Label& printed, const FormRow& row);

// Are the row's own words right, and those in the form's bracket behind them nearly so? (Another
// bracket, that an organ adds to explain, is no slip.)
bool HasSlipInBracket(const Label& printed, const FormRow& row);

// Below this a label is not taken for the row's: the real slip 其他法律行政止公开 is at 0.75, the two
// most alike labels of one table that are not each other's (two group labels) are at 0.5.
inline constexpr double kLabelAccepted = 0.6;

// Was it read from a picture, so that it may say something else? Below 0.9 a reading is doubtful
// (../shared/CONTRACT.md).
inline bool IsDoubtfulLabel(ReadingKind reading, double confidence) {
  return reading == ReadingKind::kOcr && confidence < 0.9;
}

// Is this text, taken alone, surely a label of one of the forms' tables (row or group)?
bool IsKnownLabel(std::string_view printed);
// The same of a row's own label alone.
bool IsKnownRowLabel(std::string_view printed);
// Does it open with words that only the header of one of the tables has?
bool IsHeaderWord(std::string_view printed);
// Has it nothing in common with any label or header of the forms, and is no longer than a remark in a cell is?
bool IsRemark(std::string_view printed);

}  // namespace gongkai
