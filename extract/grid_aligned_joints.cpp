// Tables of which only the horizontal rules are drawn. Producers draw them cell by cell, so that the
// pieces meet where the columns do: these joints stand for the vertical rules that are not there.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "extract/grid_aligned.h"
#include "extract/paragraphs.h"

namespace gongkai {
namespace {

// Points. Pieces of one rule meet at the same place but for rounding to pixels and a line's width.
constexpr double kSameEnd = 2.0;
// Points. Rulings that are one rule stand this close (see grid_edges.cpp).
constexpr double kSameLevel = 2.5;
// Points. A shorter ruling is no cell's side.
constexpr double kSpeck = 4.0;
// Points. No single row of a report's tables is higher.
constexpr double kRowHeight = 200;
// A table has at least this many rules, above, between and below two rows; or it is the one row of
// at least three cells that a page break left.
constexpr std::size_t kLeastLevels = 3;
constexpr std::size_t kLeastJoints = 2;
// Em by which a word too wide for its cell sticks out of it; one of a merged cell does by more.
constexpr double kStickOut = 0.5;
// A row that is one cell across the table has at most this many lines.
constexpr std::size_t kLinesOfOneCell = 2;
// Lines of one row that the page's end cuts.
constexpr std::size_t kLinesOfCutRow = 4;
// Bytes: two Chinese numerals.
constexpr std::size_t kHeadingNumber = 6;
// Far above what a page of tables holds.
constexpr std::size_t kMostPieces = 4000;
constexpr std::size_t kMostJoints = 60;

// All pieces at one height.
struct Level {
  double at = 0, from = 0, to = 0;
  std::vector<Edge> pieces;

  bool EndsAt(double x) const {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Edge& p) {
      return std::abs(p.from - x) <= kSameEnd || std::abs(p.to - x) <= kSameEnd;
    });
  }
  bool Covers(double x) const {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Edge& p) {
      return p.from < x - kSameEnd && p.to > x + kSameEnd;
    });
  }
};

std::vector<Level> FindLevels(const std::vector<Ruling>& rulings) {
  std::vector<Edge> pieces;
  for (const Ruling& r : rulings) {
    const Edge piece{r.y0, std::min(r.x0, r.x1), std::max(r.x0, r.x1)};
    if (r.Horizontal() && piece.Length() >= kSpeck) pieces.push_back(piece);
  }
  std::sort(pieces.begin(), pieces.end(), [](const Edge& a, const Edge& b) {
    return std::pair(a.at, a.from) < std::pair(b.at, b.from);
  });
  std::vector<Level> levels;
  if (pieces.size() > kMostPieces) return levels;
  for (const Edge& piece : pieces) {
    if (levels.empty() || piece.at - levels.back().at > kSameLevel) {
      levels.push_back({piece.at, piece.from, piece.to, {}});
    }
    Level& level = levels.back();
    level.from = std::min(level.from, piece.from);
    level.to = std::max(level.to, piece.to);
    level.pieces.push_back(piece);
  }
  return levels;
}

// The places inside of both rules where pieces of `a` end.
std::vector<double> JointsInside(const Level& a, const Level& b) {
  const double left = std::min(a.from, b.from), right = std::max(a.to, b.to);
  std::vector<double> joints;
  for (const Edge& p : a.pieces) {
    for (const double x : {p.from, p.to}) {
      if (x > left + kSameEnd && x < right - kSameEnd) joints.push_back(x);
    }
  }
  return joints;
}

std::size_t Shared(const std::vector<double>& joints, const Level& level) {
  return static_cast<std::size_t>(std::count_if(
      joints.begin(), joints.end(), [&](double x) { return level.EndsAt(x); }));
}

bool ShareJoint(const Level& a, const Level& b) { return Shared(JointsInside(a, b), b) > 0; }

// Whether all joints of one of the two are joints of the other: the sides of one row of cells.
bool SameJoints(const Level& a, const Level& b) {
  const std::vector<double> above = JointsInside(a, b), below = JointsInside(b, a);
  return (!above.empty() && Shared(above, b) == above.size()) ||
         (!below.empty() && Shared(below, a) == below.size());
}

using Levels = std::vector<Level>;
using Split = std::vector<SegmentedLine>;

// Opens like 三、 or 十二、.
bool BeginsHeading(const std::string& text) {
  const std::size_t mark = text.find("、");
  return mark != std::string::npos && mark <= kHeadingNumber && BeginsItem(text);
}

bool Between(const Line& line, const Level& above, const Level& below) {
  return line.box.MidY() > above.at && line.box.MidY() < below.at;
}

// Whether what stands between two rules goes on with the table: the same joints at both, or little
// text. A heading or a sentence parts two tables, but where all joints go through it.
bool GoesOn(const std::vector<Line>& lines, const Level& above, const Level& below) {
  if (below.at - above.at > kRowHeight) return false;
  std::size_t inside = 0;
  bool prose = false;
  for (const Line& line : lines) {
    if (!Between(line, above, below)) continue;
    ++inside;
    prose = prose || BeginsHeading(line.text) || EndsClause(line.text);
  }
  if (prose) return SameJoints(above, below);
  if (ShareJoint(above, below)) return true;
  return inside <= kLinesOfOneCell && std::abs(above.to - below.to) <= kSameEnd;
}

// Rules that follow one another as those of one table do.
std::vector<Levels> FindStacks(const Levels& levels, const std::vector<Line>& lines) {
  std::vector<Levels> stacks;
  for (const Level& level : levels) {
    if (!stacks.empty() && GoesOn(lines, stacks.back().back(), level)) {
      stacks.back().push_back(level);
    } else {
      stacks.push_back({level});
    }
  }
  return stacks;
}

// Text, or cells that are blank.
bool IsRow(const std::vector<Line>& lines, const Level& above, const Level& below) {
  return ShareJoint(above, below) ||
         std::any_of(lines.begin(), lines.end(),
                     [&](const Line& line) { return Between(line, above, below); });
}

// A rule without text between it and the table, as under a running header, is not the table's.
Levels Trim(Levels stack, const std::vector<Line>& lines) {
  while (stack.size() > 1 && !IsRow(lines, stack[0], stack[1])) stack.erase(stack.begin());
  while (stack.size() > 1 && !IsRow(lines, stack[stack.size() - 2], stack.back())) {
    stack.pop_back();
  }
  return stack;
}

// The rules are those of a table that has all its rules, and is read.
bool HasVerticals(const std::vector<Ruling>& rulings, const Levels& stack) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& r) {
    const double top = std::min(r.y0, r.y1), bottom = std::max(r.y0, r.y1);
    return !r.Horizontal() &&
           Overlap(top, bottom, stack.front().at, stack.back().at) > kSameLevel;
  });
}

bool IsTable(const Levels& stack) {
  if (stack.size() >= kLeastLevels) return true;
  return stack.size() == 2 && SameJoints(stack[0], stack[1]) &&
         Shared(JointsInside(stack[0], stack[1]), stack[1]) >= 2 * kLeastJoints;
}

// The places inside of the table where pieces end.
std::vector<double> Joints(const Levels& stack, double left, double right) {
  std::vector<double> ends;
  for (const Level& level : stack) {
    for (const Edge& p : level.pieces) {
      for (const double x : {p.from, p.to}) {
        if (x > left + kSameEnd && x < right - kSameEnd) ends.push_back(x);
      }
    }
  }
  std::sort(ends.begin(), ends.end());
  std::vector<double> joints;
  for (const double x : ends) {
    if (joints.empty() || x - joints.back() > kSameEnd) joints.push_back(x);
  }
  return joints;
}

// Whether text runs far across x: a word too wide for its cell sticks out by less.
bool RunsFarAcross(const Segment& s, double x) {
  const double far = kStickOut * s.em;
  return s.box.x0 < x - far && s.box.x1 > x + far && RunsAcross(s, x);
}

// The row between two rules, and at which of the table's joints its cells are parted.
struct Row {
  double top = 0, bottom = 0;
  std::vector<const Segment*> segments;
  std::vector<bool> parted;

  bool HasValue() const {
    return std::any_of(segments.begin(), segments.end(),
                       [](const Segment* s) { return s->value; });
  }
};

std::vector<Row> FindRows(const Levels& stack, const Split& split, std::size_t joints) {
  std::vector<Row> rows;
  for (std::size_t i = 1; i < stack.size(); ++i) {
    Row row{stack[i - 1].at, stack[i].at, {}, std::vector<bool>(joints, false)};
    for (const SegmentedLine& line : split) {
      if (line.box.MidY() < row.top || line.box.MidY() > row.bottom) continue;
      for (const Segment& s : line.segments) row.segments.push_back(&s);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// Parts the rows at one joint, from rule to rule where both have it: a rule that is not drawn at
// that place says nothing, as in a merged cell that a page break cuts.
void PartAt(const Levels& stack, double x, std::size_t joint, std::vector<Row>& rows) {
  std::size_t from = 0;
  bool joined = true;
  for (std::size_t i = 0; i < stack.size(); ++i) {
    const bool ends = stack[i].EndsAt(x);
    if (!ends && !stack[i].Covers(x) && i + 1 < stack.size()) continue;
    const bool open = !ends && !stack[i].Covers(x);
    for (std::size_t r = from; joined && (ends || open) && r < i; ++r) {
      rows[r].parted[joint] =
          std::none_of(rows[r].segments.begin(), rows[r].segments.end(),
                       [&](const Segment* s) { return RunsFarAcross(*s, x); });
    }
    from = i;
    joined = ends;
  }
}

// A column's title that runs across joints makes one cell of the single value below it. Not of
// labels: something stands to the left of a value.
void MergeUnderTitles(const std::vector<double>& joints, double right, std::vector<Row>& rows) {
  bool titles = false;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    titles = !rows[r - 1].HasValue() || titles;
    const bool below_titles = titles && rows[r - 1].segments.size() > 1;
    titles = below_titles;
    for (std::size_t j = 1, end = 0; below_titles && j < joints.size(); j = end + 1) {
      for (end = j; end < joints.size() && !rows[r - 1].parted[end]; ++end) {}
      const double to = end < joints.size() ? joints[end] : right;
      const auto inside = [&](const Segment* s) {
        return s->box.MidX() > joints[j - 1] && s->box.MidX() < to;
      };
      const auto& all = rows[r].segments;
      if (std::count_if(all.begin(), all.end(), inside) != 1) continue;
      for (std::size_t k = j; k < end; ++k) rows[r].parted[k] = false;
    }
  }
}

std::vector<Ruling> DrawSides(const Levels& stack, const Split& split) {
  double left = stack.front().from, right = stack.front().to;
  std::vector<Ruling> out;
  for (const Level& level : stack) {
    left = std::min(left, level.from);
    right = std::max(right, level.to);
    for (const Edge& p : level.pieces) out.push_back({p.from, level.at, p.to, level.at, 0});
  }
  const std::vector<double> joints = Joints(stack, left, right);
  if (joints.empty() || joints.size() > kMostJoints) return {};
  std::vector<Row> rows = FindRows(stack, split, joints.size());
  for (std::size_t j = 0; j < joints.size(); ++j) PartAt(stack, joints[j], j, rows);
  MergeUnderTitles(joints, right, rows);
  for (const Row& row : rows) {
    for (std::size_t j = 0; j < joints.size(); ++j) {
      if (row.parted[j]) out.push_back({joints[j], row.top, joints[j], row.bottom, 0});
    }
  }
  for (const double x : {left, right}) {
    out.push_back({x, stack.front().at, x, stack.back().at, 0});
  }
  return out;
}

// Whether no cell holds two values side by side, as it does where joints are missing.
bool PartsValues(const GridBounds& bounds, const Split& split) {
  const auto parted = [&](const Segment& left, const Segment& right) {
    return std::any_of(bounds.cells.begin(), bounds.cells.end(), [&](const CellBounds& cell) {
      return cell.box.Contains(right.box.MidX(), right.box.MidY()) &&
             cell.box.x0 >= left.box.MidX();
    });
  };
  for (const SegmentedLine& line : split) {
    for (std::size_t i = 1; i < line.segments.size(); ++i) {
      const Segment& left = line.segments[i - 1];
      const Segment& right = line.segments[i];
      if (left.value && right.value && !parted(left, right)) return false;
    }
  }
  return true;
}

// The lines between the first and the last rule; none where text stands out at a side.
std::vector<std::size_t> LinesInside(const std::vector<Line>& lines, const Levels& stack) {
  double left = stack.front().from, right = stack.front().to;
  for (const Level& level : stack) {
    left = std::min(left, level.from);
    right = std::max(right, level.to);
  }
  std::vector<std::size_t> inside;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& box = lines[i].box;
    if (box.MidY() < stack.front().at || box.MidY() > stack.back().at) continue;
    if (box.MidX() < left || box.MidX() > right) return {};
    inside.push_back(i);
  }
  return inside;
}

bool FitsBetween(const SegmentedLine& line, const Level& level) {
  if (line.box.x0 < level.from - kSameEnd || line.box.x1 > level.to + kSameEnd) return false;
  return std::none_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
    return std::any_of(level.pieces.begin(), level.pieces.end(),
                       [&](const Edge& p) { return RunsFarAcross(s, p.to); });
  });
}

// A row that the page's end cuts may have no rule below: the page's last lines, where they stand
// in the columns, with values among them.
Levels WithCutRow(Levels stack, const std::vector<Line>& lines) {
  bool values = false;
  double bottom = stack.back().at;
  std::size_t count = 0;
  for (const Line& line : lines) {
    if (line.box.MidY() < stack.back().at) continue;
    const SegmentedLine split = SplitLine(line);
    if (!FitsBetween(split, stack.back()) || ++count > kLinesOfCutRow) return stack;
    values = values || (split.HasValue() && split.segments.size() > 1);
    bottom = std::max(bottom, line.box.y1);
  }
  if (!values || stack.back().pieces.size() <= kLeastJoints) return stack;
  stack.push_back(stack.back());
  stack.back().at = bottom + 1;
  return stack;
}

// The same at the page's beginning, where a table goes on from the page before.
Levels WithRowCutAbove(Levels stack, const std::vector<Line>& lines) {
  double top = stack.front().at;
  std::size_t count = 0;
  for (const Line& line : lines) {
    if (line.box.MidY() > stack.front().at) break;
    if (!FitsBetween(SplitLine(line), stack.front()) || ++count > kLinesOfCutRow) return stack;
    top = std::min(top, line.box.y0);
  }
  if (count == 0 || stack.front().pieces.size() <= kLeastJoints) return stack;
  stack.insert(stack.begin(), stack.front());
  stack.front().at = top - 1;
  return stack;
}

std::vector<PageGrid> ReadStack(const std::vector<Line>& lines, const Levels& stack,
                                const std::vector<std::size_t>& inside, int page) {
  Split split;
  std::vector<Word> words;
  for (const std::size_t i : inside) {
    split.push_back(SplitLine(lines[i]));
    words.insert(words.end(), lines[i].words.begin(), lines[i].words.end());
  }
  const auto bounds = FindGridBounds(SnapRulings(DrawSides(stack, split)));
  if (bounds.size() != 1 || bounds.front().Columns() < 2) return {};
  if (!PartsValues(bounds.front(), split)) return {};
  std::vector<PageGrid> out{FillGrid(bounds.front(), words, page)};
  out.front().kind = GridKind::kAligned;
  return out;
}

}  // namespace

std::vector<PageGrid> TakeGridsWithJoints(std::vector<Line>& lines,
                                          const std::vector<Ruling>& rulings, int page,
                                          bool goes_on) {
  std::vector<PageGrid> grids;
  std::vector<bool> taken(lines.size(), false);
  for (Levels& found : FindStacks(FindLevels(rulings), lines)) {
    Levels stack = Trim(std::move(found), lines);
    if (!IsTable(stack)) continue;
    stack = WithCutRow(std::move(stack), lines);
    if (goes_on && grids.empty()) stack = WithRowCutAbove(std::move(stack), lines);
    const std::vector<std::size_t> inside = LinesInside(lines, stack);
    if (inside.empty() && HasVerticals(rulings, stack)) continue;
    for (PageGrid& grid : ReadStack(lines, stack, inside, page)) {
      grids.push_back(std::move(grid));
      for (const std::size_t i : inside) taken[i] = true;
    }
  }
  std::size_t i = 0;
  std::erase_if(lines, [&](const Line&) { return taken[i++]; });
  return grids;
}

}  // namespace gongkai
