#include "extract/html_layout_table.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "model/unicode.h"

namespace gongkai {
namespace {

// The longest label of the forms has 45 characters, the longest note below a form about 120.
constexpr int kProseChars = 200;
// Several lines of some length are prose as well; vertical labels have many lines of one character.
constexpr int kProseLines = 6, kProseLineChars = 12;
// Cells with a number, or with nothing in them, that make rows inside a frame a table of data.
constexpr int kDataCells = 3;

struct RowRange {
  std::size_t begin = 0, end = 0;  // of cells
  int first_row = 0, end_row = 0;
  bool prose = false;
};

int ParagraphChars(const CellContent& cell) {
  int chars = 0;
  for (const HtmlBlock& block : cell.blocks) {
    if (std::holds_alternative<Paragraph>(block.block)) chars += block.chars;
  }
  return chars;
}

int GridChars(const CellContent& cell) {
  int chars = 0;
  for (const HtmlBlock& block : cell.blocks) {
    if (std::holds_alternative<Grid>(block.block)) chars += block.chars;
  }
  return chars;
}

bool IsProse(const CellContent& cell) {
  const int chars = ParagraphChars(cell);
  const auto lines = static_cast<int>(cell.blocks.size());
  return chars > kProseChars || (lines >= kProseLines && chars >= lines * kProseLineChars);
}

std::string JoinParagraphs(const std::vector<HtmlBlock>& blocks) {
  std::string text;
  for (const HtmlBlock& block : blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block.block);
    if (paragraph == nullptr) continue;
    if (!text.empty()) {
      // The ends are enough to tell; a code point has at most 4 bytes.
      const std::size_t tail = text.size() < 4 ? 0 : text.size() - 4;
      const bool wide = IsWide(DecodeUtf8(std::string_view(text).substr(tail)).back()) &&
                        IsWide(DecodeUtf8(std::string_view(paragraph->text).substr(0, 4)).front());
      if (!wide) text += ' ';
    }
    text += paragraph->text;
  }
  return text;
}

bool IsNumberOrBlank(const CellContent& cell) {
  const std::string text = FoldTight(JoinParagraphs(cell.blocks));
  if (text.size() > 16) return false;  // longer is no number of a report
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '/' || c == '+';
  });
}

// A row of one cell that is the number and name of a section, not of a row in a form.
bool IsHeadingRow(const std::vector<CellContent>& cells, const RowRange& row) {
  const CellContent* only = nullptr;
  for (std::size_t i = row.begin; i < row.end; ++i) {
    if (cells[i].blocks.empty()) continue;
    if (only != nullptr) return false;
    only = &cells[i];
  }
  return only != nullptr && StartsWithHanNumber(JoinParagraphs(only->blocks));
}

std::vector<RowRange> FindRows(const std::vector<CellContent>& cells) {
  std::vector<RowRange> rows;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int row = cells[i].cell.row;
    if (rows.empty() || rows.back().first_row != row) rows.push_back({i, i, row, row + 1, false});
    rows.back().end = i + 1;
    rows.back().prose = rows.back().prose || IsProse(cells[i]);
  }
  return rows;
}

// The rows between two rows of prose, headings at both ends taken off as prose.
void MarkHeadings(const std::vector<CellContent>& cells, std::vector<RowRange>& rows) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].prose = rows[i].prose || (rows[i - 1].prose && IsHeadingRow(cells, rows[i]));
  }
  for (std::size_t i = rows.size(); i-- > 1;) {
    if (rows[i].prose) rows[i - 1].prose = rows[i - 1].prose || IsHeadingRow(cells, rows[i - 1]);
  }
}

// Neighbouring rows of a kind become one range.
std::vector<RowRange> JoinRows(const std::vector<RowRange>& rows) {
  std::vector<RowRange> ranges;
  for (const RowRange& row : rows) {
    if (ranges.empty() || ranges.back().prose != row.prose) {
      ranges.push_back(row);
    } else {
      ranges.back().end = row.end;
      ranges.back().end_row = row.end_row;
    }
  }
  return ranges;
}

void AppendFlow(std::vector<CellContent>& cells, const RowRange& range,
                std::vector<HtmlBlock>& out) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    std::move(cells[i].blocks.begin(), cells[i].blocks.end(), std::back_inserter(out));
  }
}

void AppendGrid(std::vector<CellContent>& cells, const RowRange& range, int node,
                std::vector<HtmlBlock>& out) {
  Grid grid;
  grid.kind = GridKind::kTagged;
  grid.rows = range.end_row - range.first_row;
  HtmlBlock block;
  block.node = node;
  std::vector<HtmlBlock> inner;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const HtmlCell& from = cells[i].cell;
    Cell cell;
    cell.row = from.row - range.first_row;
    cell.col = from.col;
    cell.row_span = std::min(from.row_span, range.end_row - from.row);
    cell.col_span = from.col_span;
    cell.text = JoinParagraphs(cells[i].blocks);
    grid.cols = std::max(grid.cols, cell.col + cell.col_span);
    grid.cells.push_back(std::move(cell));
    for (HtmlBlock& part : cells[i].blocks) {
      if (std::holds_alternative<Grid>(part.block)) {
        inner.push_back(std::move(part));
      } else {
        block.chars += part.chars;
        block.link_chars += part.link_chars;
      }
    }
  }
  block.block = std::move(grid);
  out.push_back(std::move(block));
  std::move(inner.begin(), inner.end(), std::back_inserter(out));
}

bool IsLayout(const HtmlTable& table, const std::vector<CellContent>& cells) {
  if (table.cols <= 1 || cells.size() <= 1) return true;
  int direct = 0, nested = 0;
  for (const CellContent& cell : cells) {
    direct += ParagraphChars(cell);
    nested += GridChars(cell);
  }
  return nested > 0 && nested >= direct;
}

bool HoldsData(const std::vector<CellContent>& cells, const RowRange& range) {
  int data = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) data += IsNumberOrBlank(cells[i]) ? 1 : 0;
  return data >= kDataCells;
}

}  // namespace

std::vector<HtmlBlock> ResolveTable(const HtmlTable& table, int node,
                                    std::vector<CellContent> cells) {
  std::vector<HtmlBlock> out;
  if (IsLayout(table, cells)) {
    AppendFlow(cells, {0, cells.size(), 0, table.rows, true}, out);
    return out;
  }
  std::vector<RowRange> rows = FindRows(cells);
  const bool frame =
      std::any_of(rows.begin(), rows.end(), [](const RowRange& row) { return row.prose; });
  if (frame) MarkHeadings(cells, rows);
  for (const RowRange& range : JoinRows(rows)) {
    if (range.prose || (frame && !HoldsData(cells, range))) {
      AppendFlow(cells, range, out);
    } else {
      AppendGrid(cells, range, node, out);
    }
  }
  return out;
}

}  // namespace gongkai
