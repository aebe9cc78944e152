// Every line that could open a section is a candidate; then the level is chosen at which the report
// numbers its sections, and the candidates are taken or left in order: what fits is taken, what
// merely counts on is taken where nothing that fits comes later with the same number, and points
// numbered inside a part (一、二、三 within （三）) are left in their section's text.
#include "normalize/headings_plan.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "model/unicode.h"
#include "normalize/headings_candidates.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// A numbered line without any known word is a heading only where it is this short.
constexpr std::size_t kLongestUnknown = 30;
// Words that open a glued sentence with a known word in it: 二、主动公开工作。2023年…
constexpr std::size_t kLongestGlued = 25;
constexpr std::size_t kNumbers = 100;  // of headings: 0 to 99

// The keys that certain headings of one style name.
std::set<std::string_view> KeysOf(const std::vector<HeadingCandidate>& candidates,
                                  NumberStyle style) {
  std::set<std::string_view> keys;
  for (const HeadingCandidate& candidate : candidates) {
    const Heading& heading = candidate.placed.heading;
    if (heading.number.style == style && IsStrong(heading)) keys.insert(heading.match.key);
  }
  return keys;
}

// （一）主动公开 and （二）依申请公开 are parts of 总体情况 as well; these are sections only.
bool HasSectionOnly(const std::set<std::string_view>& keys) {
  constexpr std::array<std::string_view, 6> kOnly{
      "overview", "review_litigation", "problems", "other_matters", "fees", "statistics"};
  return keys.size() >= 2 && std::any_of(kOnly.begin(), kOnly.end(),
                                         [&](std::string_view key) { return keys.contains(key); });
}

NumberStyle ChooseLevel(const std::vector<HeadingCandidate>& candidates) {
  if (HasSectionOnly(KeysOf(candidates, NumberStyle::kPart))) return NumberStyle::kPart;
  if (!KeysOf(candidates, NumberStyle::kComma).empty()) return NumberStyle::kComma;
  for (const NumberStyle style : {NumberStyle::kBracket, NumberStyle::kArabic}) {
    if (HasSectionOnly(KeysOf(candidates, style))) return style;
  }
  const bool commas =
      std::any_of(candidates.begin(), candidates.end(), [](const HeadingCandidate& c) {
        return c.placed.heading.number.style == NumberStyle::kComma &&
               c.placed.heading.number.value == 1 && c.placed.heading.short_line;
      });
  return commas ? NumberStyle::kComma : NumberStyle::kNone;
}

// From the end to the front: what certain headings are still to come. A certain heading numbered 一
// opens a new count.
void LookAhead(std::vector<HeadingCandidate>& candidates, NumberStyle level) {
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

  bool Take(HeadingCandidate& candidate) {
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
  bool TakesNumbered(const HeadingCandidate& candidate) const {
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
           (nameless ||
            (heading.short_line && heading.Length() > 0 && heading.Length() <= kLongestUnknown));
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
  const HeadingLine& line = plan.lines[placed.line];
  const HeadingLine& next = plan.lines[plan.headings[i + 1].line];
  const Words rest = Words(line.text.text).substr(placed.heading.rest);
  return next.block == line.block + 1 && std::none_of(rest.begin(), rest.end(), IsHan);
}

// A table of contents: three or more bare headings (the last one may be followed by the report's
// first words) before one of them comes again, and all of them do.
void DropContents(HeadingPlan& plan) {
  std::set<std::string_view> keys;
  std::size_t listed = 0;
  while (listed < plan.headings.size() && !keys.contains(plan.headings[listed].key)) {
    keys.insert(plan.headings[listed++].key);
  }
  if (listed < 3) return;
  for (std::size_t i = 0; i + 1 < listed; ++i) {
    if (!IsBare(plan, i)) return;
  }
  const auto end = plan.headings.begin() + static_cast<std::ptrdiff_t>(listed);
  for (auto later = end; later != plan.headings.end(); ++later) keys.erase(later->key);
  if (!keys.empty()) return;
  for (auto heading = plan.headings.begin(); heading != end; ++heading) {
    plan.lines[heading->line].used = true;
  }
  plan.headings.erase(plan.headings.begin(), end);
}

}  // namespace

HeadingPlan PlanHeadings(const Document& document, const std::vector<bool>& used) {
  HeadingPlan plan;
  plan.lines = MakeLines(document, used);
  std::vector<HeadingCandidate> candidates = FindHeadingCandidates(plan.lines);
  plan.level = ChooseLevel(candidates);
  LookAhead(candidates, plan.level);
  Taker taker(plan.level, plan.level == NumberStyle::kNone ? std::set<std::string_view>{}
                                                           : KeysOf(candidates, plan.level));
  for (HeadingCandidate& candidate : candidates) {
    if (taker.Take(candidate)) plan.headings.push_back(candidate.placed);
  }
  DropContents(plan);
  return plan;
}

}  // namespace gongkai
