// Which lines of a page are a table.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "extract/grid_aligned.h"
#include "extract/paragraphs.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// Em. Justified Chinese text and a typed half-width space stay below; cells of a row do not.
constexpr double kCellGap = 0.8;
// Of a line's extent. Prose covers nearly all of it, a row of short cells much less.
constexpr double kProseCover = 0.75;
// A row of a table has at least this many pieces, and a table at least this many such rows.
constexpr std::size_t kPieces = 3;
constexpr std::size_t kLeastRows = 3;
// Lines that may stand between two rows of pieces: a wrapped label, a row that is one merged cell.
constexpr std::size_t kLinesBetween = 8;
// Relative. The text of one table has one size; headings around it have another.
constexpr double kSameSize = 0.2;
// Characters. A line that opens like 三、 and is longer is a section's heading, not the beginning
// of a label in a narrow column.
constexpr std::size_t kHeading = 8;
// Points by which the ends of rules of one table may differ.
constexpr double kSameEnd = 3.0;
// Points between two rules of one table: a row of wrapped labels is lower.
constexpr double kRowHeight = 150;
// Points by which text must stand on both sides of a place to run across it.
constexpr double kCrosses = 1.5;
// Em. Words of a merged cell stand closer than this; those of two cells do not.
constexpr double kWordGap = 0.3;
// A column title for each column and nothing below: the page's end cut the table there.
constexpr std::size_t kTitlePieces = 4;
// As many numbers in one line, far apart, are no prose: the line alone makes a table.
constexpr std::size_t kManyValues = 6;
// Em. The free space between two rows of a header, generously padded.
constexpr double kHeaderGap = 2.2;
// Em. Lines of one wrapped label stand closer than this.
constexpr double kTailGap = 0.6;
// Relative. Lines of one size, but for rounding.
constexpr double kOneSize = 0.06;
// Em. Column titles stand at least this far apart.
constexpr double kTitleGap = 0.6;
// Em. Lines that share this much of their height stand side by side.
constexpr double kSameRow = 0.3;
// Of the table's width. A line above the table that is longer is prose.
constexpr double kHeaderWidth = 0.7;

double Cover(const SegmentedLine& line) {
  double covered = 0;
  for (const Segment& s : line.segments) covered += s.box.Width();
  return covered / std::max(1.0, line.box.Width());
}

bool IsRow(const SegmentedLine& line, std::size_t pieces) {
  return line.segments.size() >= pieces && Cover(line) <= kProseCover;
}

bool SameSize(const SegmentedLine& a, const SegmentedLine& b) {
  return std::abs(a.font_size - b.font_size) <= kSameSize * std::max(a.font_size, b.font_size);
}

// The first line of a label that wraps around its row's values stands half a line from them.
bool Alone(const std::vector<Line>& lines, std::size_t i) {
  const auto apart = [&](std::size_t a, std::size_t b) {
    return lines[b].box.MidY() - lines[a].box.MidY() >= lines[i].font_size;
  };
  return (i == 0 || apart(i - 1, i)) && (i + 1 == lines.size() || apart(i, i + 1));
}

bool IsHeading(const std::vector<Line>& lines, const std::vector<SegmentedLine>& split,
               std::size_t i) {
  if (split[i].segments.size() > 1) return false;
  const std::u32string text = DecodeUtf8(lines[i].text);
  const std::size_t mark = text.find(U'、');
  return mark > 0 && mark <= 3 && text.size() >= kHeading && BeginsItem(lines[i].text) &&
         std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(mark),
                      [](char32_t c) { return c < 0x80; }) &&
         Alone(lines, i);
}

// Whether the single line may stand inside of a table, below the row given.
bool MayStandInside(const std::vector<Line>& lines, const std::vector<SegmentedLine>& split,
                    std::size_t i, const SegmentedLine& row) {
  return SameSize(split[i], row) && !IsHeading(lines, split, i) && lines[i].rotation == 0;
}

struct Evidence {
  std::size_t rows = 0, pairs = 0, with_values = 0, most_values = 0;
};

Evidence Weigh(const std::vector<SegmentedLine>& split, std::size_t first, std::size_t last) {
  Evidence e;
  for (std::size_t i = first; i <= last; ++i) {
    const auto& pieces = split[i].segments;
    const auto values = static_cast<std::size_t>(
        std::count_if(pieces.begin(), pieces.end(), [](const Segment& s) { return s.value; }));
    if (IsRow(split[i], kPieces)) ++e.rows;
    if (IsRow(split[i], 2)) ++e.pairs;
    if (values > 0 && IsRow(split[i], 2)) ++e.with_values;
    e.most_values = std::max(e.most_values, values);
  }
  return e;
}

bool IsTable(const Evidence& e) {
  if (e.most_values >= kManyValues) return true;
  if (e.with_values >= kLeastRows) return true;
  return e.rows >= kLeastRows && (e.with_values >= 2 || e.most_values >= kPieces);
}

// Header lines above the first row of pieces: they follow closely and are shorter than prose.
std::size_t WithHeader(const std::vector<Line>& lines, const std::vector<SegmentedLine>& split,
                       std::size_t first, std::size_t last, std::size_t least) {
  Box box = split[first].box;
  for (std::size_t i = first; i <= last; ++i) box = Union(box, split[i].box);
  while (first > least) {
    const SegmentedLine& line = split[first - 1];
    const double gap = split[first].box.y0 - line.box.y1;
    if (!MayStandInside(lines, split, first - 1, split[last])) break;
    if (EndsClause(lines[first - 1].text)) break;
    if (gap < -kSameRow * line.font_size) {
      box = Union(box, line.box);
      --first;
      continue;
    }
    if (lines[first - 1].bold != lines[last].bold && line.box.x0 < box.x0 + line.font_size) break;
    if (gap > kHeaderGap * line.font_size || line.box.Width() > kHeaderWidth * box.Width()) break;
    if (line.box.x0 < box.x0 - line.font_size) break;
    if (line.box.x1 > box.x1 + kHeaderGap * line.font_size) break;
    --first;
  }
  return first;
}

// The last lines of labels that wrap below their row's values, or below a break within a row.
std::size_t WithTail(const std::vector<Line>& lines, const std::vector<SegmentedLine>& split,
                     std::size_t first, std::size_t last) {
  Box box = split[first].box;
  for (std::size_t i = first; i <= last; ++i) box = Union(box, split[i].box);
  while (last + 1 < lines.size()) {
    const SegmentedLine& line = split[last + 1];
    if (!MayStandInside(lines, split, last + 1, split[last]) || line.HasValue()) break;
    if (line.box.y0 - split[last].box.y1 > kTailGap * line.font_size) break;
    const bool side = line.segments.size() > 1 && line.box.x1 <= box.x1 + line.font_size;
    if (line.box.x0 < box.x0) break;
    if (!side && line.box.x1 > box.x0 + kHeaderWidth * box.Width()) break;
    ++last;
  }
  return last;
}

// Runs of rows of pieces, without looking at rules.
std::vector<AlignedRegion> FindRuns(const std::vector<Line>& lines,
                                    const std::vector<SegmentedLine>& split) {
  std::vector<AlignedRegion> runs;
  std::size_t least = 0;
  for (std::size_t i = 0; i < lines.size();) {
    if (!IsRow(split[i], 2) || IsHeading(lines, split, i)) {
      ++i;
      continue;
    }
    std::size_t last = i;
    for (std::size_t j = i + 1; j < lines.size() && j - last <= kLinesBetween + 1; ++j) {
      const bool row = IsRow(split[j], 2);
      const bool other = !SameSize(split[j], split[last]) || IsHeading(lines, split, j);
      if (other && !(row && split[j].HasValue())) break;
      if (!row && EndsClause(lines[j].text)) break;
      if (row) last = j;
    }
    const Evidence evidence = Weigh(split, i, last);
    const bool titles = IsRow(split[last], kTitlePieces) ||
                        (evidence.rows > 0 && evidence.pairs >= kLeastRows);
    const std::size_t tail = WithTail(lines, split, i, last);
    if (IsTable(evidence) || (titles && tail + 1 == lines.size())) {
      const std::size_t first = WithHeader(lines, split, i, last, least);
      last = WithTail(lines, split, first, last);
      runs.push_back({first, last, {}});
      least = last + 1;
    }
    i = last + 1;
  }
  return runs;
}

// The last line below the titles in line i that has its labels left of them, or values in them. A
// heading ends the table, but where the page has larger text, which headings then have.
std::size_t LastUnderTitles(const std::vector<Line>& lines, const std::vector<SegmentedLine>& split,
                            std::size_t i, double titles_from, bool larger_text) {
  std::size_t last = i;
  for (std::size_t j = i + 1; j < lines.size(); ++j) {
    const SegmentedLine& line = split[j];
    const bool size = std::abs(line.font_size - split[i].font_size) <= kOneSize * line.font_size;
    if (!size || line.box.y0 - split[last].box.y1 > kHeaderGap * line.font_size) break;
    if (EndsClause(lines[j].text) || (!larger_text && IsHeading(lines, split, j))) break;
    const bool label = line.box.x1 <= titles_from && line.segments.size() <= 2;
    const bool beside = line.box.y0 < split[last].box.y1;
    if (!label && !beside && !line.HasValue() && !IsRow(line, 2)) break;
    last = j;
  }
  return last;
}

// Tables whose values are blank, most of them or all: titles side by side, labels below the first.
std::vector<AlignedRegion> FindTitled(const std::vector<Line>& lines,
                                      const std::vector<SegmentedLine>& split) {
  double largest = 0;
  for (const Line& line : lines) largest = std::max(largest, line.font_size);
  std::vector<AlignedRegion> found;
  std::size_t least = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<double> starts = TitleStarts(split[i]);
    if (starts.empty() || lines[i].rotation != 0) continue;
    const bool larger_text = split[i].font_size < (1 - kOneSize) * largest;
    const std::size_t last = LastUnderTitles(lines, split, i, starts[1], larger_text);
    if (last - i < kLeastRows - 1) continue;
    found.push_back({WithHeader(lines, split, i, last, least), last, {}});
    least = last + 1;
    i = last;
  }
  return found;
}

// Whether what stands between two rules parts two tables: headings and prose, but no row.
class Partings {
 public:
  Partings(const std::vector<Line>& lines, const std::vector<SegmentedLine>& split) {
    for (std::size_t i = 0; i < split.size(); ++i) {
      const bool row = split[i].segments.size() > 1;
      at_.push_back(split[i].box.MidY());
      const Kind other = IsHeading(lines, split, i) ? Kind::kParting : Kind::kOther;
      kind_.push_back(row ? Kind::kRow : other);
    }
  }

  bool Between(double above, double below) const {
    bool heading = false;
    for (auto i = std::lower_bound(at_.begin(), at_.end(), above); i != at_.end() && *i < below;
         ++i) {
      const Kind kind = kind_[static_cast<std::size_t>(i - at_.begin())];
      if (kind == Kind::kRow) return false;
      heading = heading || kind == Kind::kParting;
    }
    return heading;
  }

 private:
  enum class Kind { kRow, kParting, kOther };
  std::vector<double> at_;
  std::vector<Kind> kind_;
};

// Stacks of rules that end at the same place.
std::vector<std::vector<Edge>> FindStacks(std::vector<Edge> rules, const Partings& partings) {
  std::stable_sort(rules.begin(), rules.end(),
                   [](const Edge& a, const Edge& b) { return a.at < b.at; });
  std::vector<std::vector<Edge>> stacks;
  for (const Edge& rule : rules) {
    const auto stack = std::find_if(stacks.rbegin(), stacks.rend(), [&](const auto& s) {
      return std::abs(s.front().to - rule.to) <= kSameEnd && rule.at - s.back().at <= kRowHeight &&
             !partings.Between(s.back().at, rule.at);
    });
    if (stack != stacks.rend()) {
      stack->push_back(rule);
    } else {
      stacks.push_back({rule});
    }
  }
  std::erase_if(stacks, [](const auto& s) { return s.size() < kLeastRows; });
  return stacks;
}

// The lines between the first and the last rule of the stack, where they look like rows.
void AppendStack(const std::vector<SegmentedLine>& split, const std::vector<Edge>& stack,
                 std::vector<AlignedRegion>& out) {
  double left = stack.front().from;
  for (const Edge& rule : stack) left = std::min(left, rule.from);
  std::size_t first = split.size(), last = 0, rows = 0, prose = 0;
  for (std::size_t i = 0; i < split.size(); ++i) {
    const Box& box = split[i].box;
    if (box.MidY() < stack.front().at || box.MidY() > stack.back().at) continue;
    if (box.x0 < left - kSameEnd || box.x1 > stack.front().to + kSameEnd) return;
    first = std::min(first, i);
    last = std::max(last, i);
    if (IsRow(split[i], 2)) ++rows;
    if (Cover(split[i]) > kProseCover && box.Width() > kProseCover * (stack.front().to - left)) {
      ++prose;
    }
  }
  if (first <= last && rows >= 2 && rows > prose) out.push_back({first, last, stack});
}

std::vector<AlignedRegion> MergeOverlapping(std::vector<AlignedRegion> regions) {
  std::stable_sort(regions.begin(), regions.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  std::vector<AlignedRegion> out;
  for (AlignedRegion& r : regions) {
    if (out.empty() || r.first > out.back().last) {
      out.push_back(std::move(r));
      continue;
    }
    out.back().last = std::max(out.back().last, r.last);
    out.back().rules.insert(out.back().rules.end(), r.rules.begin(), r.rules.end());
  }
  return out;
}

}  // namespace

bool LooksLikeValue(std::string_view text) {
  std::u32string c = DecodeUtf8(FoldTight(text));
  if (c == U"无" || c == U"--" || c == U"-" || c == U"/") return true;
  constexpr std::u32string_view kUnits = U"件项宗条元万次份个人名";
  while (!c.empty() && kUnits.find(c.back()) != std::u32string_view::npos) c.pop_back();
  constexpr std::u32string_view kSigns = U"0123456789.,-+/%";
  const bool signs = std::all_of(c.begin(), c.end(), [&](char32_t x) {
    return kSigns.find(x) != std::u32string_view::npos;
  });
  return signs && std::any_of(c.begin(), c.end(), [](char32_t x) { return x >= '0' && x <= '9'; });
}

std::vector<double> TitleStarts(const SegmentedLine& line) {
  if (line.HasValue()) return {};
  std::vector<double> starts;
  double end = 0, covered = 0;
  for (const Segment& s : line.segments) {
    for (const Box& word : s.words) {
      if (starts.empty() || word.x0 - end >= kTitleGap * s.em) starts.push_back(word.x0);
      end = word.x1;
      covered += word.Width();
    }
  }
  const bool titles =
      starts.size() >= kTitlePieces && covered <= kProseCover * line.box.Width();
  return titles ? starts : std::vector<double>{};
}

bool SegmentedLine::HasValue() const {
  return std::any_of(segments.begin(), segments.end(), [](const Segment& s) { return s.value; });
}

bool RunsAcross(const Segment& segment, double x) {
  if (segment.box.x0 >= x - kCrosses || segment.box.x1 <= x + kCrosses) return false;
  for (std::size_t i = 1; i < segment.words.size(); ++i) {
    const double from = segment.words[i - 1].x1, to = segment.words[i].x0;
    const bool apart = to - from >= kWordGap * segment.em;
    if (apart && x >= from - kCrosses && x <= to + kCrosses) return false;
  }
  return true;
}

SegmentedLine SplitLine(const Line& line) {
  SegmentedLine out{{}, line.box, line.font_size, BeginsItem(line.text)};
  std::string text;
  const auto close = [&] {
    if (!out.segments.empty()) out.segments.back().value = LooksLikeValue(text);
    text.clear();
  };
  for (const Word& word : line.words) {
    const double em = Em(word);
    if (out.segments.empty() || word.box.x0 - out.segments.back().box.x1 >= kCellGap * em) {
      close();
      out.segments.push_back({word.box, em, false, {}});
    }
    Segment& segment = out.segments.back();
    segment.box = Union(segment.box, word.box);
    segment.words.push_back(word.box);
    text += word.text;
  }
  close();
  return out;
}

std::vector<AlignedRegion> FindAlignedRegions(const std::vector<Line>& lines,
                                              const std::vector<SegmentedLine>& split,
                                              const std::vector<Edge>& rules) {
  std::vector<AlignedRegion> regions = FindRuns(lines, split);
  for (AlignedRegion& region : FindTitled(lines, split)) regions.push_back(std::move(region));
  const Partings partings(lines, split);
  for (const auto& stack : FindStacks(rules, partings)) AppendStack(split, stack, regions);
  regions = MergeOverlapping(std::move(regions));
  for (AlignedRegion& region : regions) {
    const double top = split[region.first].box.y0, bottom = split[region.last].box.y1;
    region.rules.clear();
    for (const Edge& rule : rules) {
      // A rule right above the first line or below the last one belongs to the table.
      if (rule.at >= top - 2 * split[region.first].font_size &&
          rule.at <= bottom + 2 * split[region.last].font_size) {
        region.rules.push_back(rule);
      }
    }
  }
  return regions;
}

}  // namespace gongkai
