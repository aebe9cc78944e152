// What becomes of a doubtful number once another reader has looked at it.
#pragma once

#include <span>
#include <string>

#include "ocr/number_cell.h"

namespace gongkai {

// The numbers of one grid. Where a copier took the hairlines, so that some of them fell to pieces,
// a 1 may be what is left of a 4, and no other reader settles it.
void DoubtOnes(std::span<NumberInk* const> numbers);

struct SecondOpinion {
  std::string text;    // empty: the other saw no number
  bool engine = true;  // the general engine, else the reader of the form's words
};

struct JudgedNumber {
  std::string text;  // empty: nobody can read it
  double confidence = 0;
};

// A lone bar is a dash by its shape, and no other reader need be asked.
bool IsLoneBar(const NumberInk& ink);

// REQUIRES: ink.confidence < 0.9.
JudgedNumber JudgeNumber(const NumberInk& ink, const SecondOpinion& second);

}  // namespace gongkai
