// A number is never just a number: it is a reading, and carries where it stands, what was printed
// there and how sure the reader is.
#pragma once

#include <optional>
#include <string>

#include "model/decimal.h"
#include "model/geometry.h"

namespace gongkai {

enum class ReadingKind { kText, kOcr, kBlank };  // kBlank: nothing was printed there

// Where something stands. page is 0 and box is empty for formats without pages.
struct Place {
  int page = 0;  // from 1
  std::optional<Box> box;
};

// What a table cell turned out to hold. Kept apart from end to end: a blank is not a zero.
enum class CellState {
  kNumber,
  kBlank,        // no ink, no character
  kPlaceholder,  // a mark for "nothing": / — - 无
  kNotANumber,   // characters that are no number
  kUnreadable,   // ink or characters that could not be read
};

struct Reading {
  CellState state = CellState::kBlank;
  std::optional<Decimal> value;  // set exactly where state is kNumber; already in the column's unit
  std::string raw;               // the characters in the document, trimmed
  std::string unit;              // a unit printed inside the cell (件, 元, 万元); empty where none
  std::string note;              // what else the cell says: 其中修订16件; empty where nothing
  Place place;
  double confidence = 1.0;  // 0 to 1; below 0.9 a person has to look
  ReadingKind kind = ReadingKind::kText;
};

}  // namespace gongkai
