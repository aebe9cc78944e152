// Words into cells.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "extract/grid.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// Points. A cell's text keeps this distance from its lines: Word's default is 5.4 pt at each side.
constexpr double kPadding = 5.5;
// Em. A character that stands further than this behind a line between cells was set there: one of
// a number too wide for its cell sticks out by less.
constexpr double kBehindLine = 0.3;

// Which cell fills each field of the grid.
class CellMap {
 public:
  explicit CellMap(const GridBounds& bounds)
      : bounds_(bounds),
        owner_(static_cast<std::size_t>(bounds.Rows() * bounds.Columns()), 0) {
    for (std::size_t i = 0; i < bounds.cells.size(); ++i) {
      const CellBounds& cell = bounds.cells[i];
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
        for (int c = cell.col; c < cell.col + cell.col_span; ++c) owner_[Field(r, c)] = i;
      }
    }
  }

  // The cell at a point of the grid; the nearest one for a point outside.
  std::size_t At(double x, double y) const {
    return owner_[Field(Interval(bounds_.rows, y), Interval(bounds_.columns, x))];
  }

 private:
  std::size_t Field(int row, int col) const {
    return static_cast<std::size_t>(row * bounds_.Columns() + col);
  }
  static int Interval(const std::vector<double>& lines, double at) {
    const auto after = std::upper_bound(lines.begin(), lines.end(), at) - lines.begin();
    return std::clamp(static_cast<int>(after) - 1, 0, static_cast<int>(lines.size()) - 2);
  }

  const GridBounds& bounds_;
  std::vector<std::size_t> owner_;
};

// The part of a word that falls into one cell.
struct Part {
  Word word;
  std::size_t cell = 0;
  double behind = 0;  // how far its outermost character's centre stands from the word's own cell
};

// The word by characters, each in the cell at its centre. A word has one box: a Chinese character
// takes an em of it, any other half an em.
std::vector<Part> PartsByCell(const Word& word, const CellMap& map, const Box& own) {
  const std::u32string characters = DecodeUtf8(word.text);
  double ems = 0;
  for (const char32_t c : characters) ems += IsWide(c) ? 1.0 : 0.5;
  std::vector<Part> parts;
  double x = word.box.x0;
  for (const char32_t c : characters) {
    const double width = word.box.Width() * (IsWide(c) ? 1.0 : 0.5) / ems;
    const double centre = x + width / 2;
    const std::size_t cell = map.At(centre, word.box.MidY());
    if (parts.empty() || parts.back().cell != cell) {
      parts.push_back({word, cell, 0});
      parts.back().word.text.clear();
      parts.back().word.box.x0 = x;
    }
    Part& part = parts.back();
    part.word.text += EncodeUtf8(std::u32string(1, c));
    x += width;
    part.word.box.x1 = x;
    part.behind = std::max({part.behind, own.x0 - centre, centre - own.x1});
  }
  return parts;
}

using CellWords = std::vector<std::vector<Word>>;

bool Straddles(const Word& word, const Box& cell) {
  return word.rotation % 180 == 0 && (word.box.x0 < cell.x0 || word.box.x1 > cell.x1);
}

// Splits a word that stands over two cells where the other cell would else be blank and a part of
// the word really stands inside of it. Text that is merely too wide for its cell stays whole.
void PlaceStraddling(const Word& word, const CellMap& map, const GridBounds& bounds,
                     CellWords& out) {
  const std::size_t own = map.At(word.box.MidX(), word.box.MidY());
  auto parts = PartsByCell(word, map, bounds.cells[own].box);
  bool split = parts.size() == 2;
  for (const Part& part : parts) {
    if (part.cell == own) continue;
    split = split && out[part.cell].empty() && part.behind > kBehindLine * Em(word);
  }
  if (!split) {
    out[own].push_back(word);
    return;
  }
  for (Part& part : parts) out[part.cell].push_back(std::move(part.word));
}

CellWords WordsByCell(const GridBounds& bounds, const std::vector<Word>& words) {
  const CellMap map(bounds);
  const Box outer = bounds.Bounds();
  CellWords out(bounds.cells.size());
  std::vector<const Word*> straddling;
  for (const Word& word : words) {
    const double x = word.box.MidX(), y = word.box.MidY();
    if (!outer.Contains(x, y)) continue;
    const std::size_t cell = map.At(x, y);
    if (Straddles(word, bounds.cells[cell].box)) {
      straddling.push_back(&word);
    } else {
      out[cell].push_back(word);
    }
  }
  for (const Word* word : straddling) PlaceStraddling(*word, map, bounds, out);
  return out;
}

double ReadingWidth(const Line& line) {
  return line.rotation % 180 == 0 ? line.box.Width() : line.box.Height();
}

// No further character would have fitted behind the line.
bool Full(const Line& line, double width) {
  return width - ReadingWidth(line) < 2 * kPadding + line.font_size;
}

bool EndsInNumber(const std::string& text) {
  if (text.empty()) return false;
  const char c = text.back();
  return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

bool BeginsWithDigit(const std::string& text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

PageCell FillCell(const CellBounds& bounds, std::vector<Word> words, int page) {
  PageCell out;
  out.open_top = bounds.open_top;
  out.open_bottom = bounds.open_bottom;
  out.cell.row = bounds.row;
  out.cell.col = bounds.col;
  out.cell.row_span = bounds.row_span;
  out.cell.col_span = bounds.col_span;
  out.cell.place = {page, bounds.box};
  const std::vector<Line> lines = FindLines(std::move(words));
  const ReadingQuality quality = QualityOf(lines);
  out.cell.confidence = quality.confidence;
  out.cell.reading = quality.kind;
  if (lines.empty()) return out;
  out.cell.text = CellText(lines, bounds.box.Width());
  Box box = lines.front().box;
  for (const Line& line : lines) box = Union(box, line.box);
  out.cell.place.box = box;
  out.full = lines.back().rotation == 0 && Full(lines.back(), bounds.box.Width());
  return out;
}

}  // namespace

std::string CellText(const std::vector<Line>& lines, double width) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool two_numbers = i > 0 && EndsInNumber(text) && BeginsWithDigit(lines[i].text) &&
                             !Full(lines[i - 1], width);
    text = two_numbers ? text + ' ' + lines[i].text : JoinText(text, lines[i].text);
  }
  return Trim(text);
}

PageGrid FillGrid(const GridBounds& bounds, const std::vector<Word>& words, int page) {
  PageGrid grid;
  grid.columns = bounds.columns;
  grid.rows = bounds.Rows();
  grid.box = bounds.Bounds();
  grid.page = page;
  CellWords by_cell = WordsByCell(bounds, words);
  for (std::size_t i = 0; i < bounds.cells.size(); ++i) {
    grid.cells.push_back(FillCell(bounds.cells[i], std::move(by_cell[i]), page));
  }
  return grid;
}

}  // namespace gongkai
