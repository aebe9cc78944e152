// The tables of the forms, and the statistics tables of the years before, found among the rows of a
// document and read into values with their evidence.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/report.h"
#include "normalize/columns.h"
#include "normalize/row_alignment.h"
#include "normalize/rows.h"

namespace gongkai {

// One table as read.
struct ReadTable {
  Table table;
  std::vector<TableValue> values;  // in the form's order
  // The rows of the document, [first, last), that it was read from, its header included.
  std::size_t first = 0, last = 0;
};

struct TableReadings {
  std::vector<ReadTable> tables;
  std::vector<StatisticsRow> statistics;
  std::vector<bool> used;  // one for each block of the document: it belongs to one of the tables
};

TableReadings ReadTables(const Document& document);

// Nothing where no row of the table is among the rows.
std::optional<ReadTable> ReadActiveDisclosure(std::span<const SourceRow> rows);
std::optional<ReadTable> ReadApplications(std::span<const SourceRow> rows);
std::optional<ReadTable> ReadReviewLitigation(std::span<const SourceRow> rows);

struct ReadStatistics {
  std::vector<StatisticsRow> rows;
  std::vector<std::size_t> blocks;  // the blocks they were read from
};
// `taken[i]`: row i belongs to another table already.
ReadStatistics ReadStatisticsTables(std::span<const SourceRow> rows, const std::vector<bool>& taken);

}  // namespace gongkai
