#include "normalize/tables.h"

#include <algorithm>

#include "model/unicode.h"
#include "normalize/labels.h"
#include "normalize/table_parts.h"

namespace gongkai {
namespace {

// A header's cell is no longer than its longest label, the remark on how the sums have to agree.
constexpr std::size_t kLongestHeaderCell = 40;

bool IsTableWord(std::string_view text) {
  const std::string folded = TableWords(text);
  const std::size_t length = DecodeUtf8(folded).size();
  // One-character-wide columns leave a character or two a line.
  if (length <= 2) return true;
  if (length > kLongestHeaderCell) return IsKnownLabel(text);
  return IsHeaderWord(text) || IsKnownLabel(text);
}

// 二、主动公开政府信息情况, or a sentence: never a part of a table.
bool IsProse(std::string_view text) {
  const std::string folded = TableWords(text);
  return folded.ends_with("。") || ((folded.ends_with("情况") || folded.ends_with("事项")) &&
                                    folded.find("申请人情况") == folded.npos);
}

void MarkRow(const SourceRow& row, bool inside, std::vector<bool>& used) {
  if (row.from_grid) {
    used[row.first_block] = true;
    return;
  }
  for (const RowCell& cell : row.labels) {
    inside = inside || IsTableWord(cell.text);
    if (inside && !IsProse(cell.text)) used[cell.block] = true;
  }
  for (const RowCell& cell : row.values) used[cell.block] = true;
}

// The header's rows before a table's first row.
std::size_t HeaderStart(std::span<const SourceRow> rows, std::size_t first) {
  while (first > 0 && !HasNumbers(rows[first - 1]) && rows[first - 1].from_grid &&
         std::any_of(rows[first - 1].labels.begin(), rows[first - 1].labels.end(),
                     [](const RowCell& cell) { return IsTableWord(cell.text); })) {
    --first;
  }
  return first;
}

}  // namespace

TableReadings ReadTables(const Document& document) {
  const std::vector<SourceRow> rows = FindRows(document);
  TableReadings result;
  result.used.assign(document.blocks.size(), false);
  std::vector<bool> taken(rows.size(), false);
  for (const auto read : {ReadActiveDisclosure, ReadApplications, ReadReviewLitigation}) {
    auto table = read(rows);
    if (!table) continue;
    const std::size_t start = HeaderStart(rows, table->first);
    for (std::size_t i = start; i < table->last; ++i) {
      MarkRow(rows[i], i > table->first, result.used);
      taken[i] = true;
    }
    result.tables.push_back(std::move(*table));
  }
  ReadStatistics statistics = ReadStatisticsTables(rows, taken);
  for (const std::size_t block : statistics.blocks) result.used[block] = true;
  result.statistics = std::move(statistics.rows);
  return result;
}

}  // namespace gongkai
