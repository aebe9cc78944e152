// Every line that could open a section is a candidate; then the level is chosen at which the report
// numbers its sections, and the candidates are taken or left in order: what fits a section is taken,
// what merely counts on is taken where nothing that fits comes later with the same number, and
// points numbered inside a part (一、二、三 within （三）) are left in their section's text.
#include "normalize/headings_plan.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "model/unicode.h"
#include "normalize/chinese_number.h"
#include "normalize/sections_furniture.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// A numbered line without any known word is a heading only where it is this short.
constexpr std::size_t kLongestUnknown = 30;
// Words that open a glued sentence with a known word in it: 二、主动公开工作。2023年…
constexpr std::size_t kLongestGlued = 25;
// The longest row label of table 3 has 45 characters; its wrapped lines have less.
constexpr std::size_t kLongestRest = 40;
constexpr std::size_t kNumbers = 100;  // of headings: 0 to 99

struct Candidate {
  PlacedHeading placed;
  bool same_number_fits_later = false;  // a certain heading with its number follows in this count
  bool same_key_fits_later = false;
};

bool IsStrong(const Heading& heading) { return heading.match.fit == HeadingFit::kStrong; }

bool InTable(const Document& document, const std::vector<bool>& used, std::size_t block) {
  return block < document.blocks.size() && ((block < used.size() && used[block]) ||
                                            std::holds_alternative<Grid>(document.blocks[block]));
}

// 第二十条第(一)项 above a table, or a short line between two blocks of tables that is neither a
// sentence nor numbered as a section.
bool IsTableRest(const Document& document, const std::vector<bool>& used, const Line& line) {
  const Words text(line.text.text);
  if (text.size() > kLongestRest || text.ends_with(U"。") || line.block == 0) return false;
  const bool article = text.starts_with(U"第二十条第") && text.ends_with(U"项");
  if (article && InTable(document, used, line.block + 1)) return true;
  const NumberStyle style = ParseHeadingNumber(line.text).style;
  return style != NumberStyle::kComma && style != NumberStyle::kPart &&
         InTable(document, used, line.block - 1) && InTable(document, used, line.block + 1);
}

std::vector<Line> MakeLines(const Document& document, const std::vector<bool>& used) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr) continue;
    Line line{i, paragraph, Compact(paragraph->text), i < used.size() && used[i]};
    line.used = line.used || IsTableRest(document, used, line);
    lines.push_back(std::move(line));
  }
  return lines;
}

// A heading inside a paragraph follows a sentence's end or a space, has its number, is certain,
// and is no item of a list: 包括一、总体情况,二、…
bool OpensInline(const CompactText& line, std::size_t i) {
  const char32_t before = line.text[i - 1];
  const bool after_stop = Words(U"。!?]").find(before) != Words::npos;
  const bool in_list = Words(U",;:、").find(before) != Words::npos;
  return (after_stop || (line.GapBefore(i) && !in_list)) && IsChineseNumeral(line.text[i]) &&
         (line.text[i + 1] == U'、' || line.text[i + 1] == '.');
}

std::vector<PlacedHeading> FindInline(const Line& line, std::size_t index) {
  std::vector<PlacedHeading> found;
  const CompactText& text = line.text;
  for (std::size_t i = 1; i + 3 < text.text.size(); ++i) {
    if (!OpensInline(text, i)) continue;
    const Heading heading = ReadHeading(text, i);
    if (!IsStrong(heading) || heading.number.style != NumberStyle::kComma) continue;
    const char32_t next = heading.end < text.text.size() ? text.text[heading.end] : U'\0';
    if (next == ',' || next == ';') continue;
    found.push_back({index, i, heading, heading.match.key});
  }
  return found;
}

// Headings that follow one another with nothing between them are a list of contents.
void DropListed(std::vector<PlacedHeading>& inline_headings) {
  std::vector<PlacedHeading> kept;
  for (std::size_t i = 0; i < inline_headings.size(); ++i) {
    const bool next = i + 1 < inline_headings.size() &&
                      inline_headings[i].heading.rest == inline_headings[i + 1].begin;
    const bool before =
        i > 0 && inline_headings[i - 1].heading.rest == inline_headings[i].begin;
    if (!next && !before) kept.push_back(inline_headings[i]);
  }
  inline_headings = std::move(kept);
}

// 附件1：某县2012年政府信息公开情况统计表
bool NamesStatistics(const Heading& heading) {
  return heading.match.key == "statistics" && heading.short_line && heading.ends_as_heading;
}

bool MayOpen(const Line& line, const Heading& heading) {
  const bool numbered = heading.number.style != NumberStyle::kNone;
  if (line.used || line.paragraph->lone_cell) {
    return numbered && heading.short_line && IsStrong(heading);
  }
  if (!numbered) return IsStrong(heading) || NamesStatistics(heading);
  return !IsTableRowLabel(Words(line.text.text).substr(heading.begin, heading.Length()));
}

std::vector<Candidate> FindCandidates(const std::vector<Line>& lines) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.text.empty()) continue;
    const Heading heading = ReadHeading(lines[i].text);
    if (MayOpen(lines[i], heading)) {
      candidates.push_back({{i, 0, heading, heading.match.key}, false, false});
    }
    if (lines[i].used || IsHeadFurniture(lines[i].text)) continue;
    std::vector<PlacedHeading> inside = FindInline(lines[i], i);
    DropListed(inside);
    for (PlacedHeading& placed : inside) candidates.push_back({placed, false, false});
  }
  return candidates;
}

// The keys that certain headings of one style name.
std::set<std::string_view> KeysOf(const std::vector<Candidate>& candidates, NumberStyle style) {
  std::set<std::string_view> keys;
  for (const Candidate& candidate : candidates) {
    const Heading& heading = candidate.placed.heading;
    if (heading.number.style == style && IsStrong(heading)) keys.insert(heading.match.key);
  }
  return keys;
}

// （一）主动公开 and （二）依申请公开 are parts of 总体情况 as well; these are sections only.
bool HasSectionOnly(const std::set<std::string_view>& keys) {
  constexpr std::array<std::string_view, 6> kOnly{"overview",      "review_litigation", "problems",
                                                  "other_matters", "fees",              "statistics"};
  return keys.size() >= 2 && std::any_of(kOnly.begin(), kOnly.end(),
                                         [&](std::string_view key) { return keys.contains(key); });
}

NumberStyle ChooseLevel(const std::vector<Candidate>& candidates) {
  if (HasSectionOnly(KeysOf(candidates, NumberStyle::kPart))) return NumberStyle::kPart;
  if (!KeysOf(candidates, NumberStyle::kComma).empty()) return NumberStyle::kComma;
  for (const NumberStyle style : {NumberStyle::kBracket, NumberStyle::kArabic}) {
    if (HasSectionOnly(KeysOf(candidates, style))) return style;
  }
  const bool commas = std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) {
    return c.placed.heading.number.style == NumberStyle::kComma &&
           c.placed.heading.number.value == 1 && c.placed.heading.short_line;
  });
  return commas ? NumberStyle::kComma : NumberStyle::kNone;
}

// From the end to the front: what certain headings are still to come. A certain heading numbered 一
// opens a new count.
void LookAhead(std::vector<Candidate>& candidates, NumberStyle level) {
  std::array<bool, kNumbers> numbers{};
  std::set<std::string_view> keys;
  for (auto candidate = candidates.rbegin(); candidate != candidates.rend(); ++candidate) {
    const Heading& heading = candidate->placed.heading;
    const auto value = static_cast<std::size_t>(heading.number.value);
    candidate->same_number_fits_later = numbers[value];
    candidate->same_key_fits_later = keys.contains(heading.match.key);
    if (heading.number.style != level || !IsStrong(heading)) continue;
    if (value == 1) numbers.fill(false);
    numbers[value] = true;
    keys.insert(heading.match.key);
  }
}

// Goes through the candidates in order and remembers where the count stands.
class Taker {
 public:
  Taker(NumberStyle level, std::set<std::string_view> numbered_keys)
      : level_(level), numbered_keys_(std::move(numbered_keys)) {}

  bool Take(Candidate& candidate) {
    const Heading& heading = candidate.placed.heading;
    if (OpensProblems(heading)) {
      candidate.placed.heading = {};  // the line is a part's heading and stays in the text
      key_ = candidate.placed.key;
      taken_keys_.insert(key_);
      return true;
    }
    const bool taken = heading.number.style == level_ && level_ != NumberStyle::kNone
                           ? TakesNumbered(candidate)
                           : TakesUnnumbered(heading);
    if (taken) {
      if (heading.Length() == 0) candidate.placed.key = KeyOfNumber(heading.number.value);
      last_ = heading.number.value > 0 ? heading.number.value : last_ + 1;
      key_ = candidate.placed.key;
      taken_keys_.insert(key_);
      inner_ = 0;
    } else if (heading.number.style == level_) {
      if (heading.number.value == 1 || heading.number.value == inner_ + 1) {
        inner_ = heading.number.value;
      }
    }
    return taken;
  }

 private:
  bool TakesNumbered(const Candidate& candidate) const {
    const Heading& heading = candidate.placed.heading;
    const int value = heading.number.value;
    const bool counts_on = value == last_ + 1;
    const bool inside = inner_ > 0 && value == inner_ + 1;
    const bool at_its_place = FormNumber(heading.match.key) == value;
    switch (heading.match.fit) {
      case HeadingFit::kStrong:
        if (heading.match.key == key_ && !counts_on) return false;
        if (value == 1 && last_ == 1 && !at_its_place) return false;
        return !inside || at_its_place || !candidate.same_key_fits_later;
      case HeadingFit::kWeak:
        return (counts_on || at_its_place) && !inside && !candidate.same_number_fits_later &&
               !candidate.same_key_fits_later &&
               (heading.short_line || (counts_on && heading.Length() <= kLongestGlued));
      case HeadingFit::kNone:
        break;
    }
    const bool nameless = heading.Length() == 0 && heading.short_line;
    return counts_on && !inside && !candidate.same_number_fits_later &&
           (nameless || (heading.short_line && heading.Length() > 0 &&
                         heading.Length() <= kLongestUnknown));
  }

  // （一）主要问题 right in the part on reviews: the heading 五、存在的主要问题… above it is lost.
  bool OpensProblems(const Heading& heading) const {
    return heading.number.style == NumberStyle::kBracket && level_ != NumberStyle::kBracket &&
           heading.number.value == 1 && IsStrong(heading) && heading.match.key == "problems" &&
           key_ == "review_litigation" && !numbered_keys_.contains("problems") &&
           !taken_keys_.contains("problems");
  }

  // Without its number a heading must be certain, must not stand elsewhere with a number, and must
  // come in the form's order.
  bool TakesUnnumbered(const Heading& heading) const {
    const NumberStyle style = heading.number.style;
    if (style != NumberStyle::kNone && style != NumberStyle::kLost) return false;
    if (!heading.short_line || !heading.ends_as_heading) return false;
    const std::string_view key = heading.match.key;
    if (taken_keys_.contains(key) || numbered_keys_.contains(key)) return false;
    if (!IsStrong(heading)) return NamesStatistics(heading) && !key_.empty();
    if (key_.empty()) return FormNumber(key) == 1 || style == NumberStyle::kLost;
    return FormNumber(key) == 0 || FormNumber(key) > FormNumber(key_);
  }

  std::string_view KeyOfNumber(int value) const {
    const std::string_view key = FormKey(value);
    const bool free = !taken_keys_.contains(key) && !numbered_keys_.contains(key);
    return free ? key : "unknown";
  }

  NumberStyle level_;
  std::set<std::string_view> numbered_keys_;
  std::set<std::string_view> taken_keys_;
  int last_ = 0;   // the number of the section that is open
  int inner_ = 0;  // of the last point that was left inside it
  std::string_view key_;
};

// Does the section end where the next line begins, in the very next block?
bool IsBare(const HeadingPlan& plan, std::size_t i) {
  if (i + 1 >= plan.headings.size()) return false;
  const PlacedHeading& placed = plan.headings[i];
  const Line& line = plan.lines[placed.line];
  const Line& next = plan.lines[plan.headings[i + 1].line];
  const Words rest = Words(line.text.text).substr(placed.heading.rest);
  return next.block == line.block + 1 && std::none_of(rest.begin(), rest.end(), IsHan);
}

// A table of contents: three or more bare headings in a row that all come again.
void DropContents(HeadingPlan& plan) {
  std::size_t bare = 0;
  while (IsBare(plan, bare)) ++bare;
  const std::size_t listed = bare + 1;  // the last one is followed by the report's text
  if (listed < 4 || listed >= plan.headings.size()) return;
  std::set<std::string_view> later;
  for (std::size_t i = listed; i < plan.headings.size(); ++i) later.insert(plan.headings[i].key);
  for (std::size_t i = 0; i < listed; ++i) {
    if (!later.contains(plan.headings[i].key)) return;
  }
  plan.headings.erase(plan.headings.begin(),
                      plan.headings.begin() + static_cast<std::ptrdiff_t>(listed));
}

}  // namespace

HeadingPlan PlanHeadings(const Document& document, const std::vector<bool>& used) {
  HeadingPlan plan;
  plan.lines = MakeLines(document, used);
  std::vector<Candidate> candidates = FindCandidates(plan.lines);
  plan.level = ChooseLevel(candidates);
  LookAhead(candidates, plan.level);
  Taker taker(plan.level, plan.level == NumberStyle::kNone ? std::set<std::string_view>{}
                                                           : KeysOf(candidates, plan.level));
  for (Candidate& candidate : candidates) {
    if (taker.Take(candidate)) plan.headings.push_back(candidate.placed);
  }
  DropContents(plan);
  return plan;
}

}  // namespace gongkai
