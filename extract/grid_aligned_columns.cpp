// Columns of a table without vertical rules. Numbers stand under numbers and under their titles;
// labels begin under labels.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "extract/grid_aligned.h"

namespace gongkai {
namespace {

// Of the most numbers that a line has: lines with fewer have merged cells or blanks.
constexpr double kFullLine = 0.6;
// Points. Left edges of one column's labels.
constexpr double kSameStart = 2.0;
// A column of labels begins on at least this many lines, and at most this share of all lines runs
// across its beginning.
constexpr std::size_t kLeastStarts = 3;
constexpr double kMostCrossing = 0.4;
// Points. Narrower than any column.
constexpr double kNarrow = 6.0;
// Points by which two pieces must overlap to stand in one column.
constexpr double kOverlap = 1.0;
// Em. Column titles stand at least this far apart; the halves of one that is spread do not.
constexpr double kTitleGap = 0.6;
// Em. Labels of neighbouring columns are at least this far apart.
constexpr double kLabelGap = 0.3;
// Of the table's width, to either side: a row that is one cell has its text in the middle.
constexpr double kMiddle = 0.08;

// Of the table's width: labels begin in its first part, titles of values behind it.
constexpr double kLabelsBegin = 0.3;

struct Interval {
  double from = 0, to = 0;
};

using Lines = std::vector<SegmentedLine>;

std::size_t Values(const SegmentedLine& line) {
  return static_cast<std::size_t>(std::count_if(line.segments.begin(), line.segments.end(),
                                                [](const Segment& s) { return s.value; }));
}

Box Bounds(const Lines& lines) {
  Box box = lines.front().box;
  for (const auto& line : lines) box = Union(box, line.box);
  return box;
}

// Where the numbers of the fullest lines stand.
std::vector<Interval> ValueIntervals(const Lines& lines) {
  std::size_t most = 0;
  for (const auto& line : lines) most = std::max(most, Values(line));
  std::vector<Interval> all;
  for (const auto& line : lines) {
    if (static_cast<double>(Values(line)) < kFullLine * static_cast<double>(most)) continue;
    for (const Segment& s : line.segments) {
      if (s.value) all.push_back({s.box.x0, s.box.x1});
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Interval& a, const Interval& b) { return a.from < b.from; });
  std::vector<Interval> columns;
  for (const Interval& i : all) {
    if (columns.empty() || i.from > columns.back().to) {
      columns.push_back(i);
    } else {
      columns.back().to = std::max(columns.back().to, i.to);
    }
  }
  return columns;
}

// The pieces of a line of titles, by a closer look at its words.
std::vector<Interval> Titles(const SegmentedLine& line) {
  std::vector<Interval> titles;
  for (const Segment& s : line.segments) {
    for (std::size_t i = 0; i < s.words.size(); ++i) {
      const Box& word = s.words[i];
      if (i > 0 && word.x0 - titles.back().to < kTitleGap * s.em) {
        titles.back().to = std::max(titles.back().to, word.x1);
      } else {
        titles.push_back({word.x0, word.x1});
      }
    }
  }
  return titles;
}

// Adds a title to the columns: a new one where it stands alone. A title over several columns says
// nothing about them.
void AddTitle(const Interval& title, std::vector<Interval>& columns) {
  std::vector<std::size_t> under;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Interval& c = columns[i];
    if (Overlap(title.from, title.to, c.from, c.to) > kOverlap) under.push_back(i);
  }
  if (under.size() > 1) return;
  if (under.size() == 1) {
    Interval& column = columns[under.front()];
    column = {std::min(column.from, title.from), std::max(column.to, title.to)};
    return;
  }
  const auto after = std::find_if(columns.begin(), columns.end(), [&](const Interval& c) {
    return c.from > title.from;
  });
  columns.insert(after, title);
}

// Where the labels end that stand left of the titles of values, in a table without any value;
// `left` where there are none.
double LabelsUnderTitles(const Lines& lines, double left) {
  const double begins = left + kLabelsBegin * (Bounds(lines).x1 - left);
  double from = begins;
  for (const auto& line : lines) {
    if (line.HasValue()) return left;
    const std::vector<double> starts = TitleStarts(line);
    const auto first = std::find_if(starts.begin(), starts.end(),
                                    [&](double x) { return x > begins; });
    if (first != starts.end()) from = from > begins ? std::min(from, *first) : *first;
  }
  double end = left;
  std::size_t labels = 0;
  for (const auto& line : lines) {
    if (line.box.x0 >= begins || line.box.x1 >= from) continue;
    end = std::max(end, line.box.x1);
    ++labels;
  }
  return labels < kLeastStarts ? left : end;
}

// Where labels of rows with numbers end; where there are none, labels under titles; else `left`.
double LabelsEnd(const Lines& lines, double left) {
  double end = left;
  for (const auto& line : lines) {
    if (!line.HasValue() || line.segments.front().value) continue;
    for (const Segment& s : line.segments) {
      if (s.value) break;
      end = std::max(end, s.box.x1);
    }
  }
  return end > left ? end : LabelsUnderTitles(lines, left);
}

// The value columns of one block: numbers first, then titles from the lowest line upwards, since
// those nearest to the numbers are the finest.
std::vector<Interval> ValueColumns(const Lines& lines, double labels_end) {
  std::vector<Interval> columns = ValueIntervals(lines);
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (line->HasValue()) continue;
    for (const Interval& title : Titles(*line)) {
      if (title.from >= labels_end) AddTitle(title, columns);
    }
  }
  return columns;
}

std::size_t Crossing(const Lines& lines, double x) {
  std::size_t crossing = 0;
  for (const auto& line : lines) {
    for (const Segment& s : line.segments) crossing += RunsAcross(s, x) ? 1 : 0;
  }
  return crossing;
}

// The place between two columns that the least text runs across, and of those the one nearest to
// where it is expected.
double BestBetween(const Lines& lines, double from, double to, double expected) {
  constexpr int kSteps = 24;
  double best = expected;
  std::size_t least = Crossing(lines, best);
  for (int i = 1; i < kSteps; ++i) {
    const double x = from + (to - from) * i / kSteps;
    const std::size_t crossing = Crossing(lines, x);
    const bool nearer = std::abs(x - expected) < std::abs(best - expected);
    if (crossing < least || (crossing == least && nearer)) {
      best = x;
      least = crossing;
    }
  }
  return best;
}

// Titles of the columns: what stands over the labels then is one, too, and begins anywhere.
bool IsTitles(const SegmentedLine& line, double labels_end) {
  return line.segments.size() > 1 && !line.HasValue() &&
         line.segments.back().box.x0 >= labels_end;
}

// Where columns of labels begin, left of `end`: many pieces begin there, few run across; or a rule
// begins there.
std::vector<double> LabelStarts(const Lines& lines, const std::vector<Edge>& rules, double end) {
  std::vector<double> starts;
  for (const auto& line : lines) {
    if (IsTitles(line, end)) continue;
    for (const Segment& s : line.segments) {
      for (std::size_t i = 0; i < s.words.size() && !s.value && s.words[i].x0 < end; ++i) {
        const bool apart = i == 0 || s.words[i].x0 - s.words[i - 1].x1 >= kLabelGap * s.em;
        if (apart) starts.push_back(s.words[i].x0);
      }
    }
  }
  std::sort(starts.begin(), starts.end());
  std::vector<double> out;
  for (std::size_t i = 0, next = 0; i < starts.size(); i = next) {
    while (next < starts.size() && starts[next] - starts[i] <= kSameStart) ++next;
    const double at = starts[i] - 1;
    const auto most = kMostCrossing * static_cast<double>(lines.size());
    if (next - i < kLeastStarts || static_cast<double>(Crossing(lines, at)) > most) continue;
    if (out.empty() || at - out.back() > kNarrow) out.push_back(at);
  }
  for (const Edge& rule : rules) {
    if (rule.from >= end - kNarrow) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](double at) {
      return std::abs(at - rule.from) <= 2 * kNarrow;
    });
    if (!known) out.push_back(rule.from);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The left edge of the first value column: behind the longest label, and where the distance of the
// columns puts it if the labels allow.
double FirstValueEdge(const Lines& lines, const std::vector<Interval>& values, double labels_end) {
  const Interval& first = values.front();
  const double from = std::min(labels_end, first.from);
  double edge = (from + first.from) / 2;
  if (values.size() > 1) {
    const double pitch = (values[1].from + values[1].to - first.from - first.to) / 2;
    edge = std::clamp((first.from + first.to - pitch) / 2, from, first.from);
  }
  return BestBetween(lines, from, first.from, edge);
}

// The first and last line of each block.
std::vector<AlignedBlock> PartIntoBlocks(const Lines& lines, double labels_end) {
  const Box box = Bounds(lines);
  const auto parts = [&](const SegmentedLine& line) {
    return line.segments.size() == 1 && !line.HasValue() && line.box.x1 > labels_end + kNarrow &&
           std::abs(line.box.MidX() - box.MidX()) <= kMiddle * box.Width();
  };
  std::vector<AlignedBlock> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || parts(lines[i]) || parts(lines[i - 1])) blocks.push_back({i, i, {}});
    blocks.back().last = i;
  }
  return blocks;
}

// What all blocks of a table share: the outer edges and the columns of labels.
AlignedColumns LabelColumns(const Lines& lines, const std::vector<Edge>& rules, Box& box,
                            double labels_end) {
  const bool none = labels_end <= box.x0;
  for (const Edge& rule : rules) {
    box.x0 = std::min(box.x0, rule.from);
    box.x1 = std::max(box.x1, rule.to);
  }
  AlignedColumns out;
  out.edges.push_back(box.x0 - 1);
  if (none) return out;
  for (const double at : LabelStarts(lines, rules, labels_end)) {
    if (at - out.edges.back() > kNarrow && labels_end - at > kNarrow) out.edges.push_back(at);
  }
  out.labels = static_cast<int>(out.edges.size());
  return out;
}

}  // namespace

std::vector<AlignedBlock> FindAlignedBlocks(const Lines& lines, const std::vector<Edge>& rules) {
  Box box = Bounds(lines);
  const double labels_end = LabelsEnd(lines, box.x0);
  const AlignedColumns labels = LabelColumns(lines, rules, box, labels_end);
  std::vector<AlignedBlock> blocks = PartIntoBlocks(lines, labels_end);
  for (AlignedBlock& block : blocks) {
    const Lines own(lines.begin() + static_cast<std::ptrdiff_t>(block.first),
                    lines.begin() + static_cast<std::ptrdiff_t>(block.last) + 1);
    block.columns = labels;
    std::vector<double>& edges = block.columns.edges;
    const bool one_cell = own.size() == 1 && own.front().segments.size() == 1;
    const auto values = one_cell ? std::vector<Interval>{} : ValueColumns(own, labels_end);
    if (values.empty()) {
      block.columns = {{labels.edges.front()}, 0};
    } else if (labels.labels > 0) {
      edges.push_back(FirstValueEdge(own, values, labels_end));
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
      const double from = values[i - 1].to, to = values[i].from;
      edges.push_back(BestBetween(own, from, to, (from + to) / 2));
    }
    edges.push_back(box.x1 + 1);
  }
  return blocks;
}

}  // namespace gongkai
