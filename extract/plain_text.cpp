#include "extract/plain_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/plain_text_characters.h"
#include "extract/plain_text_lines.h"
#include "extract/plain_text_markdown.h"
#include "extract/plain_text_roles.h"
#include "extract/plain_text_wrap.h"

namespace gongkai {
namespace {

// The lines, with their roles, as blocks.
class BlockWriter {
 public:
  BlockWriter(const std::vector<TextLine>& lines, TextSyntax syntax)
      : lines_(lines), syntax_(syntax) {}

  std::vector<Block> Write() {
    for (std::size_t i = 0; i < lines_.size();) {
      switch (lines_[i].role) {
        case LineRole::kDropped: ++i; break;
        case LineRole::kRow:
        case LineRole::kRule: i = WriteGrid(i); break;
        case LineRole::kProse:
        case LineRole::kLoneCell:
        case LineRole::kBlankCell: i = WriteParagraph(i); break;
      }
    }
    return std::move(blocks_);
  }

 private:
  std::string Clean(const TextLine& line, std::string_view text) const {
    return CleanText(text, line.literal ? TextSyntax::kPlain : syntax_);
  }

  std::size_t WriteParagraph(std::size_t i) {
    Paragraph paragraph;
    const TextLine& line = lines_[i];
    paragraph.heading = line.heading;
    paragraph.lone_cell = line.role == LineRole::kLoneCell || line.role == LineRole::kBlankCell;
    paragraph.bold = syntax_ == TextSyntax::kMarkdown && IsBold(line.text);
    bool more = true;
    for (; more; ++i) {
      AppendLine(paragraph.text, Clean(lines_[i], LineText(lines_[i])));
      more = lines_[i].joins_next && i + 1 < lines_.size();
    }
    if (!paragraph.text.empty() || paragraph.lone_cell) blocks_.push_back(std::move(paragraph));
    return i;
  }

  static bool IsBold(std::string_view text) {
    return text.size() > 4 && text.starts_with("**") && text.find("**", 2) == text.size() - 2;
  }

  // Without the bars that mark a lone cell.
  static std::string_view LineText(const TextLine& line) {
    if (line.role == LineRole::kBlankCell) return {};
    if (line.role != LineRole::kLoneCell || line.shape.separator != Separator::kBar) {
      return line.text;
    }
    for (const std::string_view field :
         SplitFields(line.text, Separator::kBar, false, kMaxGridCells)) {
      if (!IsBlank(field)) return field;
    }
    return {};
  }

  // Does the row at i begin another grid than the row before it?
  bool StartsGrid(std::size_t i) const {
    const bool header = i + 1 < lines_.size() && lines_[i + 1].role == LineRole::kRule &&
                        lines_[i + 1].shape.starts_table;
    return header && lines_[i].role == LineRole::kRow;
  }

  // The rows from i on, up to the next table's header. Returns the line behind them.
  std::size_t WriteGrid(std::size_t i) {
    std::vector<const TextLine*> rows;
    std::size_t cells = 0;
    const Separator separator = lines_[i].shape.separator;
    bool ended = false;
    for (; i < lines_.size() && !ended; ++i) {
      const TextLine& line = lines_[i];
      const bool row = line.role == LineRole::kRow && line.shape.separator == separator;
      const bool padding = line.role == LineRole::kRule || line.role == LineRole::kDropped;
      ended = (!row && !padding) || (!rows.empty() && StartsGrid(i));
      if (ended) break;
      if (!row) continue;
      const std::size_t fields = static_cast<std::size_t>(line.shape.fields) + 1;
      if (cells + fields > kMaxGridCells || cells_ + fields > kMaxTextCells) {
        if (rows.empty()) return WriteParagraph(i);
        break;
      }
      cells += fields;
      cells_ += fields;
      rows.push_back(&line);
    }
    if (!rows.empty()) blocks_.push_back(MakeGrid(rows));
    return i;
  }

  // An opening bar bounds no field, unless other rows have none: then it closes a blank one. (The
  // first row's may be lost.)
  static bool HasOpeningFields(const std::vector<const TextLine*>& rows) {
    return std::any_of(rows.begin() + 1, rows.end(),
                       [](const TextLine* row) { return !row->shape.opens; });
  }

  Grid MakeGrid(const std::vector<const TextLine*>& rows) const {
    Grid grid;
    grid.kind = GridKind::kFields;
    grid.rows = static_cast<int>(rows.size());
    const bool opening_fields = HasOpeningFields(rows);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const TextLine& line = *rows[r];
      std::vector<std::string_view> fields =
          SplitFields(line.text, line.shape.separator, opening_fields, kMaxGridCells);
      if (line.shape.separator == Separator::kBar)
        fields.resize(fields.size() - CountPadding(fields));
      int col = 0;
      for (const std::string_view field : fields) {
        Cell cell;
        cell.row = static_cast<int>(r);
        cell.col = col++;
        cell.text = Clean(line, field);
        if (cell.text.empty()) cell.reading = ReadingKind::kBlank;
        grid.cells.push_back(std::move(cell));
      }
      grid.cols = std::max(grid.cols, col);
    }
    DropBlankColumns(grid);
    return grid;
  }

  // The columns at the right end that every row has and none fills, in a table whose header shows
  // that no values belong there. (Without a header a blank column may be one of blank totals; and a
  // row of blanks only says how many fields a row has.)
  static void DropBlankColumns(Grid& grid) {
    const auto rows = static_cast<std::size_t>(grid.rows);
    std::vector<int> widths(rows, 0), texts(rows, 0), numbers(rows, 0);
    int filled = 0;
    for (const Cell& cell : grid.cells) {
      const auto row = static_cast<std::size_t>(cell.row);
      widths.at(row) = cell.col + 1;
      if (cell.text.empty()) continue;
      filled = std::max(filled, cell.col + 1);
      ++(IsNumberField(cell.text) ? numbers : texts).at(row);
    }
    bool header = false;
    for (std::size_t row = 0; row < rows; ++row) {
      header = header || (texts.at(row) >= 2 && numbers.at(row) == 0);
      if (widths.at(row) < grid.cols || texts.at(row) + numbers.at(row) == 0) return;
    }
    if (!header) return;
    std::erase_if(grid.cells, [filled](const Cell& cell) { return cell.col >= filled; });
    grid.cols = filled;
  }

  const std::vector<TextLine>& lines_;
  TextSyntax syntax_;
  std::vector<Block> blocks_;
  std::size_t cells_ = 0;  // of all grids
};

}  // namespace

Result<Document> ReadPlainText(std::string_view utf8, bool markdown) {
  if (utf8.size() > kMaxTextBytes) {
    return Error{ErrorCode::kTooLarge, "", std::to_string(kMaxTextBytes >> 20) + " MB"};
  }
  Result<std::vector<TextLine>> split = SplitLines(utf8);
  if (!split.ok()) return split.error();
  std::vector<TextLine>& lines = split.value();

  Document document;
  document.media_type = markdown ? "text/markdown" : "text/plain";
  if (markdown) document.titles = ResolveMarkdownLines(lines);
  for (TextLine& line : lines) line.shape = MeasureLine(line.text);
  FindRows(lines);
  FindLoneCells(lines);
  JoinWrappedLines(lines);
  document.blocks =
      BlockWriter(lines, markdown ? TextSyntax::kMarkdown : TextSyntax::kPlain).Write();
  if (document.blocks.empty()) return Error{ErrorCode::kEmpty, "", ""};
  return document;
}

}  // namespace gongkai
