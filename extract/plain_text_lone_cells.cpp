// One cell a line. Converters write such tables in three ways:
//   closing      `cell |` a line; a lone bar is a blank cell; `|||` fills a row up
//   opening      the same, but a lone bar opens each row
//   alternating  the cell on one line and its bar on the next
// Where a lone bar may as well fill up a row, no blank cell is made of it.
#include <algorithm>
#include <cstddef>

#include "extract/plain_text_characters.h"
#include "extract/plain_text_roles.h"

namespace gongkai {
namespace {

// Lines of one cell in the alternating style: header cells wrap into at most four.
constexpr std::size_t kLongestCellLines = 4;
// Columns of a line that may be a part of a wrapped cell: the widest cell of the form that wraps
// has 20 characters a line. Longer lines are prose.
constexpr int kWidestCellLine = 40;

bool IsBarLine(const TextLine& line) {
  return line.role == LineRole::kProse && !line.heading && line.shape.separator == Separator::kBar;
}
bool IsCell(const TextLine& line) { return IsBarLine(line) && line.shape.filled > 0; }
bool IsLoneBar(const TextLine& line) {
  return IsBarLine(line) && line.shape.filled == 0 && line.shape.bars == 1;
}
bool IsText(const TextLine& line) {
  return line.role == LineRole::kProse && line.shape.separator != Separator::kBar && !line.heading;
}

// The alternating style: more bars stand alone behind text than cells carry their own.
bool Alternates(const std::vector<TextLine>& lines) {
  std::size_t behind_text = 0, cells = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cells += IsCell(lines[i]) ? 1 : 0;
    behind_text += IsLoneBar(lines[i]) && i > 0 && IsText(lines[i - 1]) ? 1 : 0;
  }
  return behind_text > cells;
}

// The first line of the cell that ends on `last`; `first` is the first line it may take.
std::size_t CellBegin(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
  std::size_t begin = last;
  while (begin > first && last - begin + 1 < kLongestCellLines) {
    const TextLine& above = lines[begin - 1];
    const std::string_view text = lines[begin].text;
    const bool fits = DisplayWidth(above.text) <= kWidestCellLine && !StartsSection(above.text) &&
                      !EndsSentence(above.text);
    const bool begins = StartsNumbered(text) || text.starts_with("（") || text.starts_with("(");
    if (!fits || begins) break;
    --begin;
  }
  return begin;
}

void FindAlternatingCells(std::vector<TextLine>& lines) {
  bool in_table = false;  // a bar stands before the texts
  std::size_t first = 0;  // of the texts behind the last bar
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (IsText(lines[i])) {
      if (i - first > kLongestCellLines) in_table = false;
      continue;
    }
    if (IsLoneBar(lines[i])) {
      const bool blank = i == first;
      if (!blank) {
        const std::size_t begin = in_table ? CellBegin(lines, first, i - 1) : i - 1;
        for (std::size_t k = begin; k < i; ++k) {
          lines[k].role = LineRole::kLoneCell;
          lines[k].joins_next = k + 1 < i;
        }
      }
      lines[i].role = blank && in_table ? LineRole::kBlankCell : LineRole::kDropped;
      in_table = true;
    } else {
      in_table = IsBarLine(lines[i]);
    }
    first = i + 1;
  }
}

// One table of the closing or the opening style, from its first bar line on.
class LoneTable {
 public:
  LoneTable(std::vector<TextLine>& lines, std::size_t begin) : lines_(lines), at_(begin) {
    opening_ = IsLoneBar(lines[begin]) && begin + 1 < lines.size() && IsCell(lines[begin + 1]);
  }

  // Returns the line behind it.
  std::size_t Read() {
    while (at_ < lines_.size()) {
      const TextLine& line = lines_[at_];
      if (IsWrappedCell()) {
        EndBlanks(false);
        lines_[at_].role = LineRole::kLoneCell;
        lines_[++at_].role = LineRole::kDropped;  // its bar
      } else if (!IsBarLine(line)) {
        break;
      } else if (IsCell(line)) {
        EndBlanks(IsNumberField(CellText(line)) && !opening_);
        lines_[at_].role = LineRole::kLoneCell;
      } else if (IsLoneBar(line)) {
        blanks_.push_back(at_);
      } else {
        EndBlanks(true);  // `|||` ends the row: the bars before it were cells
        lines_[at_].role = LineRole::kDropped;
      }
      ++at_;
    }
    EndBlanks(false);
    return at_;
  }

 private:
  static std::string_view CellText(const TextLine& line) {
    for (const std::string_view field : SplitFields(line.text, Separator::kBar, false, 8)) {
      if (!IsBlank(field)) return TrimBlank(field);
    }
    return {};
  }

  // A cell whose bar stands on the next line, amid cells that carry their own.
  bool IsWrappedCell() const {
    if (opening_ || at_ + 1 >= lines_.size() || !IsText(lines_[at_])) return false;
    return IsLoneBar(lines_[at_ + 1]) && !StartsSection(lines_[at_].text) &&
           DisplayWidth(lines_[at_].text) <= kWidestCellLine && !EndsSentence(lines_[at_].text);
  }

  // The lone bars since the last cell. All are blank cells where that is certain; else the last one
  // may open or fill up a row.
  void EndBlanks(bool certain) {
    const std::size_t cells = certain || blanks_.empty() ? blanks_.size() : blanks_.size() - 1;
    for (std::size_t i = 0; i < blanks_.size(); ++i) {
      lines_[blanks_[i]].role = i < cells ? LineRole::kBlankCell : LineRole::kDropped;
    }
    blanks_.clear();
  }

  std::vector<TextLine>& lines_;
  std::size_t at_;
  bool opening_ = false;
  std::vector<std::size_t> blanks_;
};

}  // namespace

void FindLoneCells(std::vector<TextLine>& lines) {
  if (Alternates(lines)) FindAlternatingCells(lines);
  for (std::size_t i = 0; i < lines.size();) {
    i = IsBarLine(lines[i]) ? LoneTable(lines, i).Read() : i + 1;
  }
}

}  // namespace gongkai
