// Two reports side by side: most often two years of one organ. What is compared is what the
// report's JSON carries, so reports that were read back from it compare the same.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/text_diff.h"
#include "model/report.h"

namespace gongkai {

// title, agency, year, period or form; empty where a report does not have it.
struct ComparedFact {
  std::string key;
  std::string before, after;
  TextChange change = TextChange::kSame;
};

// One number of both. No reading: the report does not have that cell. (Blank, a placeholder and the
// like are readings, and none of them is 0.)
struct NumberPair {
  std::optional<Reading> before, after;
  std::optional<Decimal> difference;  // after - before, exact; only of two numbers of one unit
  // The difference in per cent of |before|, to one decimal, halves away from zero. Nothing where
  // before is 0, where it would leave Decimal's range, and for columns that are changes themselves.
  std::optional<Decimal> percent;

  // Both hold the same number, or the same lack of one.
  bool same() const;
};

struct ComparedCell {
  std::string pointer;  // "/applications/new_received/total"
  std::string column;   // as the form prints it: 总计
  NumberPair numbers;
  // Does the form of that report's table have the cell? If not, no reading is missing.
  bool in_form_before = true, in_form_after = true;
};

struct ComparedRow {
  std::string pointer;
  std::string label;  // as the form prints it: （三）不予公开 1.属于国家秘密
  // A row that has numbers but whose columns are not known (table.row_short): its cells are missing
  // and were not absent.
  bool placed_before = true, placed_after = true;
  std::vector<ComparedCell> cells;  // those that either report has
};

struct ComparedTable {
  std::string key;
  bool there_before = false, there_after = false;
  Form form_before = Form::kUnknown, form_after = Form::kUnknown;  // of its rows, where they tell
  std::vector<ComparedRow> rows;  // those that either report has, in printed order
};

// A row of the statistics tables before 2019, matched by its label without numbering.
struct ComparedStatistic {
  std::optional<std::size_t> at_before, at_after;  // in Report::statistics
  std::string label_before, label_after, unit_before, unit_after;
  NumberPair value, cumulative;
};

struct ComparedSection {
  std::optional<std::size_t> at_before, at_after;  // in Report::sections
  std::string key;
  std::string number_before, heading_before, number_after, heading_after;
  TextChange change = TextChange::kSame;  // of the text, headings aside
  std::vector<ParagraphDiff> paragraphs;
  // Characters without white space; `same` stands in both.
  std::size_t characters_before = 0, characters_after = 0, characters_same = 0;
};

enum class Agreement {
  kAgrees,
  kDiffers,
  kOpen,  // one of the two is not there or holds no number
};

// What the earlier report hands on and the later one takes over, in one column of table 3.
struct ComparedCarryOver {
  std::string column;                 // 自然人
  std::string from, to;               // pointers into the earlier and the later report
  std::optional<Reading> before, after;
  Agreement agreement = Agreement::kOpen;
};

struct Comparison {
  std::vector<ComparedFact> facts;
  // Only between a year and the next of one organ, and where both forms have such a row.
  std::vector<ComparedCarryOver> carry_over;
  std::vector<ComparedTable> tables;  // those that either report has
  std::vector<ComparedStatistic> statistics;  // in the order of `after`; what is gone, in its place
  std::vector<ComparedSection> sections;      // likewise
};

Comparison Compare(const Report& before, const Report& after);

// (after - before) / |before| in per cent, as NumberPair::percent.
std::optional<Decimal> PercentChange(const Decimal& before, const Decimal& after);

}  // namespace gongkai
