// In a grid's row everything up to the last cell that is a label names the row, the rest is its
// values. A label is a text that the forms know, or, before the first number, any text that is no
// number. In a run of paragraphs the same holds with one cell a paragraph.
#include "normalize/rows.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "model/unicode.h"
#include "normalize/indicators.h"
#include "normalize/labels.h"
#include "normalize/numbers.h"

namespace gongkai {
namespace {

// A paragraph with more code points is prose: the longest label of any form, with the explanations
// that some provinces add in brackets, has about 90.
constexpr std::size_t kLongestCell = 130;
// Labels that may stand before the first value of a run: the headers of a whole table.
constexpr std::size_t kMostLabels = 60;

// In a table without rules a blank cell is only where no word was found to belong: on synthetic
// prints without rules about 1 blank in 1,000 was a number that had been put elsewhere. A person has
// to look at each (below 0.9). Of the numbers themselves none were wrong.
constexpr double kBlankWithoutRules = 0.85;

RowCell FromCell(const Cell& cell, GridKind kind, int row, std::size_t block) {
  RowCell out{cell.text, cell.place,    cell.confidence, cell.reading,
              cell.col,  cell.col_span, cell.row != row, block};
  if (kind == GridKind::kAligned && Trim(cell.text).empty()) {
    out.confidence = std::min(out.confidence, kBlankWithoutRules);
  }
  return out;
}

RowCell FromParagraph(const Paragraph& paragraph, std::size_t block) {
  RowCell cell;
  cell.text = paragraph.text;
  cell.place = paragraph.place;
  cell.confidence = paragraph.confidence;
  cell.reading = paragraph.reading;
  cell.block = block;
  return cell;
}

// 691 0543, 1.2.3: digits, and not one word.
bool HasDigitsOnly(const std::string& text) {
  const std::u32string folded = DecodeUtf8(Fold(text));
  return std::any_of(folded.begin(), folded.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; }) &&
         std::none_of(folded.begin(), folded.end(), IsHan);
}

// U+FFFD: what nobody could read.
bool IsUnreadable(std::string_view text) {
  return ParseCell(text, CellType::kCount).state == CellState::kUnreadable;
}

// The number of cells that name the row. A remark behind a row's own label (不详, 见附件) stands where a
// number should and is a value, and so is what could not be read there; behind a group's label it
// is the row's own, misread.
std::size_t LabelCount(const std::vector<RowCell>& cells) {
  const bool numbers = std::any_of(cells.begin(), cells.end(), [](const RowCell& cell) {
    return IsNumberOrPlaceholder(cell.text);
  });
  std::size_t known = 0, text = 0;
  bool value_seen = false, named = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (Trim(cells[i].text).empty()) continue;
    if (IsNumberOrPlaceholder(cells[i].text) ||
        (known > 0 && HasDigitsOnly(cells[i].text)) ||
        (named && numbers && (IsRemark(cells[i].text) || IsUnreadable(cells[i].text)))) {
      value_seen = true;
      continue;
    }
    if (!value_seen) text = i + 1;
    if (IsKnownLabel(cells[i].text)) known = i + 1;
    named = named || (!cells[i].inherited && IsKnownRowLabel(cells[i].text));
  }
  return std::max(known, text);
}

void Split(std::vector<RowCell> cells, SourceRow& row) {
  const auto end = cells.begin() + static_cast<std::ptrdiff_t>(LabelCount(cells));
  for (auto it = cells.begin(); it != end; ++it) {
    if (!Trim(it->text).empty()) row.labels.push_back(std::move(*it));
  }
  row.values.assign(std::make_move_iterator(end), std::make_move_iterator(cells.end()));
}

// Plain text whose every line has as many fields as the widest: there the number of a field is as
// good as a column. With a field missing somewhere it says nothing.
bool IsRectangular(const Grid& grid) {
  return static_cast<std::int64_t>(grid.cells.size()) ==
         static_cast<std::int64_t>(grid.rows) * grid.cols;
}

void AddGridRows(const Grid& grid, std::size_t block, std::vector<SourceRow>& rows) {
  const bool positions = grid.kind != GridKind::kFields || IsRectangular(grid);
  std::vector<std::vector<RowCell>> cells(static_cast<std::size_t>(std::max(0, grid.rows)));
  for (const Cell& cell : grid.cells) {
    const int last = std::min(grid.rows, cell.row + cell.row_span);
    for (int r = std::max(0, cell.row); r < last; ++r) {
      cells[static_cast<std::size_t>(r)].push_back(FromCell(cell, grid.kind, r, block));
    }
  }
  for (std::size_t r = 0; r < cells.size(); ++r) {
    std::stable_sort(cells[r].begin(), cells[r].end(),
                     [](const RowCell& a, const RowCell& b) { return a.col < b.col; });
    if (!positions) {
      for (RowCell& cell : cells[r]) cell.col = -1;
    }
    SourceRow row{{}, {}, block, block, true, grid.kind, static_cast<int>(r)};
    Split(std::move(cells[r]), row);
    rows.push_back(std::move(row));
  }
}

// "行政许可 97": a label and its numbers on one line. Nothing where it is not that.
std::vector<RowCell> SplitLine(const RowCell& line) {
  const std::string& text = line.text;
  std::vector<RowCell> cells;
  std::size_t end = text.size();
  while (end > 0) {
    const std::size_t space = text.find_last_of(" \t", end - 1);
    if (space == std::string::npos || space == 0) break;
    const std::string tail = text.substr(space + 1, end - space - 1);
    if (!IsNumberOrPlaceholder(tail)) break;
    cells.insert(cells.begin(), line);
    cells.front().text = tail;
    end = space;
  }
  if (cells.empty() || !IsKnownLabel(text.substr(0, end))) return {};
  cells.insert(cells.begin(), line);
  cells.front().text = Trim(text.substr(0, end));
  return cells;
}

// Puts paragraphs of one cell each together: labels, then the values behind them.
class RowRun {
 public:
  explicit RowRun(std::vector<SourceRow>& rows) : rows_(rows) {}

  void Add(const Paragraph& paragraph, std::size_t block) {
    const RowCell cell = FromParagraph(paragraph, block);
    const bool blank = Trim(cell.text).empty();
    if (blank && !paragraph.lone_cell) return;
    if (cell.text.size() > 4 * kLongestCell || DecodeUtf8(cell.text).size() > kLongestCell) {
      End();
    } else if (IsValueText(cell.text) ||
               (!row_.values.empty() && IsRemark(cell.text) && !IsIndicator(cell.text))) {
      if (!row_.labels.empty()) row_.values.push_back(cell);
    } else if (const auto line = SplitLine(cell); !line.empty()) {
      EndIfFilled();
      Split(line, row_);
      End();
    } else {
      EndIfFilled();
      if (row_.labels.size() == kMostLabels) row_.labels.erase(row_.labels.begin());
      row_.labels.push_back(cell);
    }
  }

  void End() {
    if (!row_.labels.empty()) {
      row_.first_block = row_.labels.front().block;
      row_.last_block = (row_.values.empty() ? row_.labels : row_.values).back().block;
      rows_.push_back(std::move(row_));
    }
    row_ = {};
  }

 private:
  void EndIfFilled() {
    if (!row_.values.empty()) End();
  }

  std::vector<SourceRow>& rows_;
  SourceRow row_;
};

}  // namespace

std::vector<SourceRow> FindRows(const Document& document) {
  std::vector<SourceRow> rows;
  RowRun run(rows);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i])) {
      run.Add(*paragraph, i);
    } else {
      run.End();
      AddGridRows(std::get<Grid>(document.blocks[i]), i, rows);
    }
  }
  run.End();
  return rows;
}

const RowCell* OwnLabel(const SourceRow& row) {
  const auto it = std::find_if(row.labels.rbegin(), row.labels.rend(),
                               [](const RowCell& cell) { return !cell.inherited; });
  return it == row.labels.rend() ? nullptr : &*it;
}

bool HasNumbers(const SourceRow& row) {
  return std::any_of(row.values.begin(), row.values.end(),
                     [](const RowCell& cell) { return IsNumberOrPlaceholder(cell.text); });
}

}  // namespace gongkai
