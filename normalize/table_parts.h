// What the readers of the single tables share.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "normalize/tables.h"

namespace gongkai {

// Which labels say, before their neighbours are known, that a table is here.
struct AnchorRule {
  double sure = 1;            // how like the form's they must be
  std::size_t shortest = 1;  // how many characters they must have: 总计 stands in every table
};

// The run of rows, [first, last), in which the table's labels stand; empty where there are none.
std::pair<std::size_t, std::size_t> FindRegion(std::span<const SourceRow> rows,
                                               const FormTable& table, const AnchorRule& rule);

// The largest header is table 4's, with a character in each field: three groups of five heads with
// four characters, and their own heads, are about 100 cells. More before a row is no header, and
// would be looked through again for each of thousands of rows.
inline constexpr std::size_t kMostHeaderCells = 400;

// The cells of the rows without numbers right before `row`, and of its own labels but the last:
// what stands over a table's first row. At most `most` rows and kMostHeaderCells cells back. Cells of
// another grid than the row's have no position.
std::vector<RowCell> HeaderCells(std::span<const SourceRow> rows, std::size_t row,
                                 std::size_t most);

// Reads the placed cells of one row into values, and says in the table's trace how it was found.
void AddRow(const SourceRow& row, const FormRow& form_row, const RowMatch& match,
            const Header& header, ReadTable& table);

// The confidence of numbers whose row has no label of its own and is known by counting: surer than
// a doubt (0.9), less sure than what is printed.
inline constexpr double kKnownByNeighbours = 0.95;

// Confidence of a number with a space between its digits: a person has to look.
inline constexpr double kBroken = 0.7;

// Confidence of a number that stands outside of its cell: always a person has to look.
inline constexpr double kStray = 0.5;

}  // namespace gongkai
