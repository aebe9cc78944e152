// Numbers by the reader made for them, words of the form by theirs, everything else by the general
// engine; and where the first is in doubt, the engine is asked for a second opinion.
#include "ocr/cell_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ocr/form_line.h"
#include "ocr/line_crop.h"
#include "ocr/number_cell.h"
#include "ocr/number_verdict.h"
#include "ocr/ring_glyphs.h"

namespace gongkai {
namespace {

// Pixels kept off a cell's sides: half of a ruling and its blurred edge.
constexpr int kInset = 4;
// From here on ink looks more like a number than like words.
constexpr double kNumeric = 0.5;
// In a column of numbers less is enough: what else should stand there.
constexpr double kNumericInColumn = 0.2;
constexpr double kMostlyNumbers = 0.6;  // of a column's cells with ink
// Below this a reading is doubtful (../shared/CONTRACT.md).
constexpr double kSure = 0.9;
// The most that a number is worth which the numbers' own reader did not read: nothing says how often
// the others err on digits.
constexpr double kOtherReader = 0.85;
// The engine's mean says little of a single character of a label: 0.93 for 上年 in place of 上一年.
constexpr double kMostOfEngine = 0.89;
// A word of print that the engine reads below this is more likely a smudge, a seal's rest or a
// drawing than text.
constexpr double kLeastText = 0.15;
// Of the engine's mean: 99 of 100 lines of prose are above it.
constexpr double kPoorLine = 0.8;
// Of the height of the print around: a title is larger by two steps of the Chinese sizes, 1.37 at
// least; headings are of the text's size.
constexpr double kTitle = 1.25;
constexpr int kBarShape = 6;  // as high as wide, at least
// Ems. The longest label of the form on one line has 27 characters; prose begins no shorter.
constexpr double kFormEms = 24;
// Ems and pieces up to which a line may be a number: ten digits and some dust.
constexpr double kNumberEms = 6;
constexpr std::size_t kNumberPieces = 12;
constexpr double kSurelyNumeric = 0.8;
// A digit is three quarters of an em high.
constexpr double kDigitOfEm = 0.75;
const std::string kUnread = "\xEF\xBF\xBD";

Box ToPoints(const UprightPage& page, const PixelBox& box) {
  return {box.x0 * page.scale, box.y0 * page.scale, box.x1 * page.scale, box.y1 * page.scale};
}

PixelBox Inside(const UprightPage& page, const Box& cell) {
  const auto pixel = [&](double points) { return static_cast<int>(std::lround(points / page.scale)); };
  PixelBox box{pixel(cell.x0) + kInset, pixel(cell.y0) + kInset, pixel(cell.x1) - kInset,
               pixel(cell.y1) - kInset};
  box.x0 = std::clamp(box.x0, 0, page.print.width - 1);
  box.y0 = std::clamp(box.y0, 0, page.print.height - 1);
  box.x1 = std::clamp(box.x1, box.x0 + 1, page.print.width);
  box.y1 = std::clamp(box.y1, box.y0 + 1, page.print.height);
  return box;
}

GreyView ViewOf(const UprightPage& page, const PixelBox& box) {
  const Raster& print = page.print;
  return GreyView{print.samples.data(), print.width, print.height, print.width}.Part(
      box.x0, box.y0, box.Width(), box.Height());
}

Word MakeWord(const UprightPage& page, std::string text, const PixelBox& box, double confidence,
              double em) {
  Word word;
  word.text = std::move(text);
  word.box = ToPoints(page, box);
  word.font_size = em * page.scale;
  word.confidence = confidence;
  word.reading = ReadingKind::kOcr;
  return word;
}

// What a cell that should hold a number may hold, folded: a sign or 增, 减, digits, a unit.
constexpr std::string_view kMarks[] = {"+", "-", "增", "减", ".", ",", "/", "—", "件",
                                       "条", "项", "万", "元", "次", "↑", "↓"};

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

bool IsNumberText(std::string_view text) {
  bool digit = false;
  while (!text.empty()) {
    const bool is_digit = IsAsciiDigit(text.front());
    const auto mark = std::find_if(std::begin(kMarks), std::end(kMarks),
                                   [&](std::string_view m) { return text.substr(0, m.size()) == m; });
    if (!is_digit && mark == std::end(kMarks)) return false;
    digit = digit || is_digit;
    text.remove_prefix(is_digit ? 1 : mark->size());
  }
  return digit;
}

// What the engine sees in a cell that should hold a number: "21", "增3", "0件". Empty where it sees
// no such thing.
std::string NumberByEngine(const UprightPage& page, const PixelBox& ink, LineEngine& engine) {
  std::string text = engine.ReadLine(PaddedLineOf(page.print, ink, ink.Height() / kDigitOfEm).View()).text;
  std::erase(text, ' ');
  return IsNumberText(text) ? text : "";
}

// The form has no plus sign, but 十: before a digit it is one.
std::string WithPlus(std::string text) {
  constexpr std::string_view kTen = "十";
  const bool sign = text.size() > kTen.size() && text.starts_with(kTen) && IsAsciiDigit(text[kTen.size()]);
  return sign ? "+" + text.substr(kTen.size()) : text;
}

std::string NumberByForm(const UprightPage& page, const PixelBox& ink) {
  const auto form = ReadFormLine(LineOf(page.print, ink).View());
  if (!form) return "";
  std::string text = WithPlus(form->text);
  return IsNumberText(text) ? text : "";
}

PixelBox OnPage(const PixelBox& box, const PixelBox& part) {
  return {box.x0 + part.x0, box.y0 + part.y0, box.x0 + part.x1, box.y0 + part.y1};
}

// A streak that ran through a number took some of its ink with it, or left some of its own.
bool IsOnStreak(const UprightPage& page, const PixelBox& box) {
  const auto on_one = [&](const std::vector<InkLine>& streaks) {
    return std::any_of(streaks.begin(), streaks.end(), [&](const InkLine& streak) {
      const int first = streak.horizontal ? box.x0 : box.y0;
      const int last = streak.horizontal ? box.x1 : box.y1;
      if (last < streak.from || first > streak.to) return false;
      const double at = streak.At(first);
      return streak.horizontal ? at >= box.y0 - kInset && at <= box.y1 + kInset
                               : at >= box.x0 - kInset && at <= box.x1 + kInset;
    });
  };
  return on_one(page.rulings.page_streaks) || on_one(page.rulings.streaks);
}

Word NumberWord(const UprightPage& page, const PixelBox& cell, NumberInk ink, LineEngine& engine) {
  const PixelBox box = OnPage(cell, ink.box);
  if (IsOnStreak(page, box)) {
    ink.confidence = std::min(ink.confidence, kOtherReader);
    ink.only_shapes = false;
  }
  const double em = box.Height() / kDigitOfEm;
  if (ink.confidence >= kSure) return MakeWord(page, ink.text, box, ink.confidence, em);
  SecondOpinion second;
  if (!IsLoneBar(ink)) {
    second.text = NumberByEngine(page, box, engine);
    if (second.text.empty()) second = {NumberByForm(page, box), false};
  }
  const JudgedNumber judged = JudgeNumber(ink, second);
  return MakeWord(page, judged.text.empty() ? kUnread : judged.text, box, judged.confidence, em);
}

// The text cut at the spaces that stand between two numbers; other spaces, which the engine puts
// between Chinese characters, are dropped.
std::vector<std::string> PartsOf(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ') {
      parts.back() += text[i];
      continue;
    }
    const bool between = i > 0 && i + 1 < text.size() && IsAsciiDigit(text[i - 1]) && IsAsciiDigit(text[i + 1]);
    if (between) parts.emplace_back();
  }
  return parts;
}

// The pieces of a line as so many runs as it has parts, parted at its widest gaps.
std::vector<PixelBox> RunsOf(const PrintLine& line, std::size_t count) {
  std::vector<std::pair<int, int>> gaps;  // width, where it ends
  int right = line.box.x0;
  for (const PixelBox& piece : line.pieces) {
    gaps.emplace_back(piece.x0 - right, piece.x0);
    right = std::max(right, piece.x1);
  }
  std::sort(gaps.rbegin(), gaps.rend());
  gaps.resize(std::min(gaps.size(), count - 1));
  std::sort(gaps.begin(), gaps.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<PixelBox> runs(1, line.box);
  for (const auto& [width, at] : gaps) {
    runs.back().x1 = std::max(runs.back().x0, at - std::max(width, 0));
    runs.push_back(line.box);
    runs.back().x0 = at;
  }
  return runs;
}

// Numbers that stand apart stay apart: run together, 21 and 0 were 210.
void AppendWords(const UprightPage& page, const PrintLine& line, const EngineLine& read,
                 std::vector<Word>& out) {
  const std::vector<std::string> parts = PartsOf(read.text);
  const std::vector<PixelBox> runs = RunsOf(line, parts.size());
  for (std::size_t i = 0; i < std::min(parts.size(), runs.size()); ++i) {
    if (parts[i].empty()) continue;
    const double most = parts.size() > 1 || IsNumberText(parts[i]) ? kOtherReader : 1;
    out.push_back(MakeWord(page, parts[i], runs[i], std::min(read.confidence, most), line.em));
  }
}

// A line by the engine. 〇 is told by its ink; not between numbers that stand apart.
EngineLine ReadOnce(const UprightPage& page, const PrintLine& line, double padding,
                    LineEngine& engine) {
  const EngineCrop crop = EngineCropOf(page.print, line, padding);
  std::vector<int> rings = FindRings(page.print, line);
  if (rings.empty()) return engine.ReadLine(crop.View());
  EngineLine read = engine.ReadSymbols(crop.View());
  if (PartsOf(read.text).size() > 1) return read;
  for (int& ring : rings) ring = crop.FromPage(ring);
  read.text = WithRings(read.symbols, rings);
  return read;
}

// What two of three readings say, else what the surest says. Readings that differ are doubtful.
EngineLine ReadAgain(const UprightPage& page, const PrintLine& line, EngineLine first,
                     LineEngine& engine) {
  EngineLine second = ReadOnce(page, line, kTightPadding, engine);
  if (second.text == first.text) return first;
  EngineLine third = ReadOnce(page, line, kWidePadding, engine);
  EngineLine* best = &first;
  if (third.text == second.text) {
    best = &second;
  } else if (third.text != first.text) {
    for (EngineLine* other : {&second, &third}) {
      if (other->confidence > best->confidence) best = other;
    }
  }
  best->confidence = std::min(best->confidence, kMostOfEngine);
  return std::move(*best);
}

// Words of the form by their own reader. Long lines are seldom the form's.
bool AppendFormLine(const UprightPage& page, const PrintLine& line, std::vector<Word>& out) {
  if (line.box.Width() > kFormEms * line.em) return false;
  const auto form = ReadFormLine(LineOf(page.print, line.box).View());
  if (!form) return false;
  const std::string text = WithPlus(form->text);
  const double sure = std::min(form->confidence, IsNumberText(text) ? kOtherReader : 1.0);
  out.push_back(MakeWord(page, text, line.box, sure, line.em));
  return true;
}

void AppendCellText(const UprightPage& page, const std::vector<PrintLine>& lines, LineEngine& engine,
                    std::vector<Word>& out) {
  for (const PrintLine& line : lines) {
    if (AppendFormLine(page, line, out)) continue;
    EngineLine read = ReadOnce(page, line, kLinePadding, engine);
    read.confidence = std::min(read.confidence, kMostOfEngine);
    if (read.confidence >= kLeastText) AppendWords(page, line, read, out);
  }
}

// A title, which names the organ, is read twice, and so is a line that came out badly.
void AppendProse(const UprightPage& page, const PrintLine& line, int typical, LineEngine& engine,
                 std::vector<Word>& out) {
  EngineLine read = ReadOnce(page, line, kLinePadding, engine);
  if (line.em > kTitle * typical || read.confidence < kPoorLine) {
    read = ReadAgain(page, line, std::move(read), engine);
  }
  if (read.confidence >= kLeastText) AppendWords(page, line, read, out);
}

// What a streak left: no character is a lone upright line, and a 1 is a quarter as wide as high.
bool IsBar(const PrintLine& line) {
  return line.box.Height() >= kBarShape * line.box.Width();
}

// A short line outside of grids that surely holds a number.
std::optional<Word> LoneNumber(const UprightPage& page, const PrintLine& line, LineEngine& engine) {
  if (line.box.Width() > kNumberEms * line.em || line.pieces.size() > kNumberPieces) return {};
  const LineCrop crop = LineOf(page.print, line.box);
  const auto number = ReadNumberCell(crop.View());
  if (!number || number->numeric < kSurelyNumeric) return {};
  return NumberWord(page, {crop.x0, crop.y0, crop.x0, crop.y0}, *number, engine);
}

// A cell while its grid is being read.
struct CellInk {
  PixelBox box;
  std::vector<PrintLine> lines;
  std::optional<NumberInk> number;
  bool numeric = false;
};

// Whether so little ink stands on one line that it may be a number.
bool MayBeNumber(const std::vector<PrintLine>& lines, std::size_t pieces, int typical) {
  if (lines.size() > 1 || pieces > kNumberPieces) return false;
  return lines.empty() || lines.front().box.Width() <= kNumberEms * std::max(typical, 1);
}

CellInk LookAt(const UprightPage& page, const ScannedCell& cell, const std::vector<PixelBox>& pieces,
               int typical) {
  CellInk out;
  out.box = Inside(page, cell.box);
  out.lines = FindPrintLines(pieces, typical);
  if (MayBeNumber(out.lines, pieces.size(), typical)) out.number = ReadNumberCell(ViewOf(page, out.box));
  out.numeric = out.number && out.number->numeric >= kNumeric;
  return out;
}

// A smudged number among numbers is a number still.
void JudgeByColumns(const UprightPage& page, const ScannedGrid& grid, std::vector<CellInk>& cells) {
  for (int col = 0; col < grid.cols; ++col) {
    int inked = 0, numbers = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (grid.cells[i].col != col || grid.cells[i].col_span > 1) continue;
      inked += !cells[i].lines.empty() || cells[i].number;
      numbers += cells[i].numeric;
    }
    if (numbers < 2 || numbers < kMostlyNumbers * inked) continue;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      CellInk& cell = cells[i];
      if (grid.cells[i].col != col || cell.numeric || cell.lines.size() > 1) continue;
      if (!cell.number && !cell.lines.empty()) cell.number = ReadNumberCell(ViewOf(page, cell.box));
      cell.numeric = cell.number && cell.number->numeric >= kNumericInColumn;
    }
  }
}

void DoubtOnesOf(std::vector<CellInk>& cells) {
  std::vector<NumberInk*> numbers;
  for (CellInk& cell : cells) {
    if (cell.numeric) numbers.push_back(&*cell.number);
  }
  DoubtOnes(numbers);
}

}  // namespace

std::vector<Word> ReadCells(const UprightPage& page, const ScannedGrid& grid, const InkOfCells& ink,
                            LineEngine& engine) {
  std::vector<CellInk> cells;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    cells.push_back(LookAt(page, grid.cells[i], ink.cells[i], ink.typical));
  }
  JudgeByColumns(page, grid, cells);
  DoubtOnesOf(cells);
  std::vector<Word> words;
  for (const CellInk& cell : cells) {
    if (cell.numeric) {
      words.push_back(NumberWord(page, cell.box, *cell.number, engine));
      continue;
    }
    const std::size_t before = words.size();
    AppendCellText(page, cell.lines, engine, words);
    if (words.size() > before) continue;
    if (!cell.lines.empty()) {
      words.push_back(MakeWord(page, kUnread, cell.lines.front().box, 0, cell.lines.front().em));
    } else if (cell.number) {
      words.push_back(MakeWord(page, kUnread, OnPage(cell.box, cell.number->box), 0, 0));
    }
  }
  return words;
}

std::vector<Word> ReadLines(const UprightPage& page, const std::vector<PrintLine>& lines,
                            int typical, LineEngine& engine) {
  std::vector<Word> words;
  for (const PrintLine& line : lines) {
    if (IsBar(line)) continue;
    if (auto number = LoneNumber(page, line, engine)) {
      words.push_back(*std::move(number));
    } else if (!AppendFormLine(page, line, words)) {
      AppendProse(page, line, typical, engine, words);
    }
  }
  return words;
}

}  // namespace gongkai
