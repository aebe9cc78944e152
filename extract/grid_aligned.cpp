// Once its columns and rows are known, a table without rules is one whose lines were left out: they
// are drawn in here, except where text stands on them, and read like any other.
#include "extract/grid_aligned.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace gongkai {
namespace {

// Em. Lines of one wrapped header cell stand closer than the rows of a table.
constexpr double kWrapped = 0.35;
// Em. Two labels of a group column are at least most of a line apart; the lines of one are not.
constexpr double kSameBlock = 0.7;
// Points by which the distances of a table's rows may differ: digits stand deeper than characters.
constexpr double kSameGap = 1.0;
// Points by which text may stand out of its column.
constexpr double kCrosses = 1.5;
// Points. Narrower than any column.
constexpr double kNarrow = 6.0;
// Far above what a page of tables holds.
constexpr std::size_t kMostLines = 2000;
constexpr std::size_t kMostSegments = 20000;
constexpr std::size_t kMostRules = 2000;

// Whether the whole line stands in the columns of labels before the last one: a group's label,
// which says nothing about where rows end.
bool InGroupColumns(const SegmentedLine& line, const AlignedColumns& columns) {
  if (columns.labels < 2) return false;
  return line.box.x1 <= columns.edges[static_cast<std::size_t>(columns.labels) - 1] + kCrosses;
}

bool InLabelColumns(const SegmentedLine& line, const AlignedColumns& columns) {
  return columns.labels > 0 &&
         line.box.x1 <= columns.edges[static_cast<std::size_t>(columns.labels)] + kCrosses;
}

// A line of column titles: no numbers, and no title that stands over several columns.
bool IsHeader(const SegmentedLine& line, const AlignedColumns& columns) {
  const auto first = columns.edges.begin() + std::max(columns.labels, 1);
  return !line.HasValue() &&
         std::none_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
           return std::any_of(first, columns.edges.end() - 1,
                              [&](double x) { return RunsAcross(s, x); });
         });
}

// What tells where rows end: the lines without their labels of groups.
std::vector<SegmentedLine> WithoutGroups(const std::vector<SegmentedLine>& lines,
                                         const AlignedColumns& columns) {
  std::vector<SegmentedLine> out;
  for (SegmentedLine line : lines) {
    if (InGroupColumns(line, columns)) continue;
    if (columns.labels > 1) {
      const double groups = columns.edges[static_cast<std::size_t>(columns.labels) - 1];
      std::erase_if(line.segments,
                    [&](const Segment& s) { return s.box.x1 <= groups + kCrosses; });
      line.box = line.segments.front().box;
      for (const Segment& s : line.segments) line.box = Union(line.box, s.box);
    }
    out.push_back(std::move(line));
  }
  return out;
}

// The middle of the widest gap between consecutive lines from the anchor before to the next one.
double WidestGap(const std::vector<SegmentedLine>& lines, std::size_t from, std::size_t to) {
  double widest = -1e9, at = 0;
  double bottom = lines[from].box.y1;
  for (std::size_t i = from + 1; i <= to; ++i) {
    const double gap = lines[i].box.y0 - bottom;
    if (gap > widest) {
      widest = gap;
      at = (lines[i].box.y0 + bottom) / 2;
    }
    bottom = std::max(bottom, lines[i].box.y1);
  }
  return at;
}

bool RuleBetween(const std::vector<Edge>& rules, const SegmentedLine& a, const SegmentedLine& b) {
  return std::any_of(rules.begin(), rules.end(), [&](const Edge& rule) {
    return rule.at > a.box.MidY() && rule.at < b.box.MidY() &&
           Overlap(rule.from, rule.to, a.box.x0, a.box.x1) > 0.5 * a.box.Width();
  });
}

// Whether the text that ends at `right` is all the label that its line has, with values behind it:
// then it names this one row, and not a group.
bool NamesItsLine(const SegmentedLine& line, double right, const AlignedColumns& columns) {
  const double values = columns.edges[static_cast<std::size_t>(columns.labels)];
  return line.HasValue() &&
         std::none_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
           return s.box.MidX() > right && s.box.MidX() < values;
         });
}

// The text blocks of one column: lines that follow one another closely, but for labels that each
// have a row of values on their own line.
std::vector<Box> Blocks(const std::vector<SegmentedLine>& lines, const AlignedColumns& columns,
                        std::size_t column) {
  const double left = columns.edges[column], right = columns.edges[column + 1];
  std::vector<Box> blocks;
  bool own_before = false;
  for (const SegmentedLine& line : lines) {
    for (const Segment& s : line.segments) {
      if (s.box.MidX() < left || s.box.MidX() > right) continue;
      const bool own = NamesItsLine(line, right, columns);
      if (!blocks.empty() && !(own && own_before) &&
          s.box.y0 - blocks.back().y1 < kSameBlock * s.em) {
        blocks.back() = Union(blocks.back(), s.box);
      } else {
        blocks.push_back(s.box);
      }
      own_before = own;
    }
  }
  return blocks;
}

void DrawRowBreaks(const std::vector<SegmentedLine>& lines, const AlignedColumns& columns,
                   const std::vector<double>& breaks, std::vector<Ruling>& out) {
  const auto last_label = static_cast<std::size_t>(std::max(columns.labels, 1) - 1);
  for (std::size_t c = 0; c < last_label; ++c) {
    const double left = columns.edges[c], right = columns.edges[c + 1];
    const std::vector<Box> blocks = Blocks(lines, columns, c);
    for (const double y : breaks) {
      const bool free = std::none_of(blocks.begin(), blocks.end(), [&](const Box& b) {
        return b.y0 < y - kCrosses && b.y1 > y + kCrosses;
      });
      if (free) out.push_back({left, y, right, y, 0});
    }
  }
  for (const double y : breaks) {
    out.push_back({columns.edges[last_label], y, columns.edges.back(), y, 0});
  }
}

// The columns' edges, from row to row, where no text runs across.
void DrawColumns(const std::vector<SegmentedLine>& lines, const AlignedColumns& columns,
                 const std::vector<double>& rows, std::vector<Ruling>& out) {
  for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
    std::vector<const Segment*> inside;
    for (const SegmentedLine& line : lines) {
      if (line.box.MidY() < rows[r] || line.box.MidY() > rows[r + 1]) continue;
      for (const Segment& s : line.segments) inside.push_back(&s);
    }
    for (std::size_t c = 1; c + 1 < columns.edges.size(); ++c) {
      const double x = columns.edges[c];
      const bool free = std::none_of(inside.begin(), inside.end(),
                                     [&](const Segment* s) { return RunsAcross(*s, x); });
      if (free) out.push_back({x, rows[r], x, rows[r + 1], 0});
    }
  }
}

std::vector<double> RowEdges(const std::vector<SegmentedLine>& lines,
                             const std::vector<double>& breaks, const std::vector<Edge>& rules) {
  Box box = lines.front().box;
  for (const SegmentedLine& line : lines) box = Union(box, line.box);
  std::vector<double> rows = breaks;
  for (const Edge& rule : rules) rows.push_back(rule.at);
  std::sort(rows.begin(), rows.end());
  if (rows.empty() || rows.front() > box.y0 + kCrosses) rows.insert(rows.begin(), box.y0 - 1);
  if (rows.back() < box.y1 - kCrosses) rows.push_back(box.y1 + 1);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

// The lines that part a block's rows and columns, and the one that parts it from the block above.
void DrawBlock(const std::vector<SegmentedLine>& lines, const AlignedBlock& block,
               const std::vector<Edge>& rules, std::optional<double> row_gap,
               std::vector<Ruling>& out) {
  const std::vector<SegmentedLine> own(lines.begin() + static_cast<std::ptrdiff_t>(block.first),
                                       lines.begin() + static_cast<std::ptrdiff_t>(block.last) + 1);
  const std::vector<double> breaks = FindRowBreaks(own, block.columns, rules, row_gap);
  std::vector<double> rows = RowEdges(own, breaks, {});
  if (block.first > 0) {
    rows.front() = WidestGap(lines, block.first - 1, block.first);
    if (!RuleBetween(rules, lines[block.first - 1], lines[block.first])) {
      DrawRowBreaks({}, block.columns, {rows.front()}, out);
    }
  }
  if (block.last + 1 < lines.size()) rows.back() = WidestGap(lines, block.last, block.last + 1);
  const double top = rows.front() - kCrosses, bottom = rows.back() + own.back().font_size;
  for (const Edge& rule : rules) {
    if (rule.at > top && rule.at < bottom) rows.push_back(rule.at);
  }
  std::sort(rows.begin(), rows.end());
  DrawRowBreaks(own, block.columns, breaks, out);
  DrawColumns(own, block.columns, rows, out);
}

std::vector<Ruling> DrawTable(const std::vector<SegmentedLine>& lines,
                              const std::vector<AlignedBlock>& blocks,
                              const std::vector<Edge>& rules) {
  std::vector<Ruling> out;
  for (const Edge& rule : rules) out.push_back({rule.from, rule.at, rule.to, rule.at, 0});
  const std::optional<double> row_gap = FindRowGap(lines);
  for (const AlignedBlock& block : blocks) DrawBlock(lines, block, rules, row_gap, out);
  const std::vector<double> rows = RowEdges(lines, {}, rules);
  const std::vector<double>& columns = blocks.front().columns.edges;
  for (const double x : {columns.front(), columns.back()}) {
    out.push_back({x, rows.front(), x, rows.back(), 0});
  }
  for (const double y : {rows.front(), rows.back()}) {
    out.push_back({columns.front(), y, columns.back(), y, 0});
  }
  return out;
}

std::vector<Edge> RulesOutside(const std::vector<Ruling>& rulings,
                               const std::vector<PageGrid>& grids) {
  std::vector<Edge> rules = SnapRulings(rulings).horizontal;
  std::erase_if(rules, [&](const Edge& rule) {
    return std::any_of(grids.begin(), grids.end(), [&](const PageGrid& grid) {
      return rule.at > grid.box.y0 - kCrosses && rule.at < grid.box.y1 + kCrosses;
    });
  });
  return rules;
}

// Breaks where the lines stand as far apart as rows do, and the other breaks where no line's text
// goes on across.
std::vector<double> BreaksAtGaps(const std::vector<SegmentedLine>& lines, double row_gap,
                                 const std::vector<Edge>& rules, std::vector<double> breaks) {
  std::vector<double> out;
  double bottom = lines.front().box.y1;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double gap = lines[i].box.y0 - bottom;
    if (gap >= row_gap - kSameGap && !RuleBetween(rules, lines[i - 1], lines[i])) {
      out.push_back((bottom + lines[i].box.y0) / 2);
    }
    bottom = std::max(bottom, lines[i].box.y1);
  }
  const auto near_other = [&](double y) {
    return std::any_of(out.begin(), out.end(), [&](double at) {
      return std::abs(at - y) < lines.front().font_size;
    });
  };
  std::erase_if(breaks, near_other);
  out.insert(out.end(), breaks.begin(), breaks.end());
  std::sort(out.begin(), out.end());
  return out;
}

// The first block goes on with the value columns of the page before, and with its columns of labels
// where this page does not show more of them.
void TakeOver(const AlignedColumns& columns, std::vector<AlignedBlock>& blocks) {
  const std::vector<double> values(columns.edges.begin() + columns.labels, columns.edges.end());
  const double left = std::min(columns.edges.front(), blocks.front().columns.edges.front());
  const double right = std::max(columns.edges.back(), blocks.front().columns.edges.back());
  AlignedColumns& first = blocks.front().columns;
  if (first.labels <= columns.labels) {
    first = columns;
  } else {
    first.edges.resize(static_cast<std::size_t>(first.labels));
    std::erase_if(first.edges, [&](double x) { return x > values.front() - kNarrow; });
    first.labels = static_cast<int>(first.edges.size());
    first.edges.insert(first.edges.end(), values.begin(), values.end());
  }
  for (AlignedBlock& block : blocks) {
    block.columns.edges.front() = left;
    block.columns.edges.back() = right;
  }
}

// The region at the page's beginning holds all lines that go on with the page before.
void TakeIn(const Continuation& continuation, std::vector<AlignedRegion>& regions) {
  if (continuation.lines == 0) return;
  const std::size_t last = continuation.lines - 1;
  AlignedRegion first{0, last, {}};
  while (!regions.empty() && regions.front().first <= last) {
    first.last = std::max(first.last, regions.front().last);
    first.rules.insert(first.rules.end(), regions.front().rules.begin(),
                       regions.front().rules.end());
    regions.erase(regions.begin());
  }
  regions.insert(regions.begin(), std::move(first));
}

// Nothing where the drawn lines do not make one grid that holds all the words.
std::vector<PageGrid> ReadTable(const std::vector<Line>& lines,
                                const std::vector<SegmentedLine>& split,
                                const AlignedRegion& region,
                                const Continuation& continuation, int page) {
  const std::vector<SegmentedLine> own(
      split.begin() + static_cast<std::ptrdiff_t>(region.first),
      split.begin() + static_cast<std::ptrdiff_t>(region.last) + 1);
  std::vector<AlignedBlock> blocks = FindAlignedBlocks(own, region.rules);
  if (region.first < continuation.lines) TakeOver(continuation.columns, blocks);
  const auto bounds = FindGridBounds(SnapRulings(DrawTable(own, blocks, region.rules)));
  if (bounds.size() != 1 || bounds.front().Columns() < 2) return {};
  std::vector<Word> words;
  for (std::size_t i = region.first; i <= region.last; ++i) {
    words.insert(words.end(), lines[i].words.begin(), lines[i].words.end());
  }
  const Box box = bounds.front().Bounds();
  const bool all_inside = std::all_of(words.begin(), words.end(), [&](const Word& w) {
    return box.Contains(w.box.MidX(), w.box.MidY());
  });
  if (!all_inside) return {};
  std::vector<PageGrid> out{FillGrid(bounds.front(), words, page)};
  out.front().kind = GridKind::kAligned;
  return out;
}

}  // namespace

std::vector<double> FindRowBreaks(const std::vector<SegmentedLine>& all,
                                  const AlignedColumns& columns, const std::vector<Edge>& rules,
                                  std::optional<double> row_gap) {
  const std::vector<SegmentedLine> lines = WithoutGroups(all, columns);
  std::vector<double> breaks;
  std::size_t before = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool label_only = !lines[i].HasValue() && InLabelColumns(lines[i], columns);
    if (label_only && before == lines.size() && i > 0 && lines[i].opens_item) {
      breaks.push_back(WidestGap(lines, i - 1, i));
    }
    if (label_only) continue;
    if (before < lines.size() && !RuleBetween(rules, lines[before], lines[i])) {
      const double gap = lines[i].box.y0 - lines[before].box.y1;
      const bool wrapped = IsHeader(lines[before], columns) && IsHeader(lines[i], columns) &&
                           gap < kWrapped * lines[i].font_size;
      if (!wrapped) breaks.push_back(WidestGap(lines, before, i));
    }
    before = i;
  }
  return row_gap && !lines.empty() ? BreaksAtGaps(lines, *row_gap, rules, std::move(breaks)) : breaks;
}

std::vector<PageGrid> TakeAlignedGrids(std::vector<Line>& lines,
                                       const std::vector<Ruling>& rulings, int page,
                                       const PageGrid* above) {
  if (lines.size() > kMostLines) return {};
  std::vector<PageGrid> grids = TakeGridsWithJoints(lines, rulings, page, above != nullptr);
  std::vector<SegmentedLine> split;
  std::size_t segments = 0;
  for (const Line& line : lines) {
    split.push_back(SplitLine(line));
    segments += split.back().segments.size();
  }
  std::vector<Edge> rules = RulesOutside(rulings, grids);
  if (rules.size() > kMostRules) rules.clear();
  if (segments > kMostSegments) return grids;
  std::vector<bool> taken(lines.size(), false);
  Continuation continuation;
  if (above != nullptr && grids.empty()) continuation = FindContinuation(lines, split, *above);
  std::vector<AlignedRegion> regions = FindAlignedRegions(lines, split, rules);
  TakeIn(continuation, regions);
  for (const AlignedRegion& region : regions) {
    for (PageGrid& grid : ReadTable(lines, split, region, continuation, page)) {
      grids.push_back(std::move(grid));
      for (std::size_t i = region.first; i <= region.last; ++i) taken[i] = true;
    }
  }
  std::size_t i = 0;
  std::erase_if(lines, [&](const Line&) { return taken[i++]; });
  return grids;
}

}  // namespace gongkai
