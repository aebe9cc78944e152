// Candidates from three places, each with a rank; the best rank wins, and the first of that rank.
#include <algorithm>
#include <array>
#include <utility>

#include "model/unicode.h"
#include "normalize/identity_year.h"
#include "normalize/sections_furniture.h"
#include "normalize/title.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// A title is broken over four lines at most (organ, office, year, 年度报告).
constexpr std::size_t kMostLines = 4;
constexpr std::size_t kLongestTitleLine = 40;
// Pages have some hundred lines of navigation before the report; more are not looked through.
constexpr std::size_t kMostHeadLines = 2000;

// In the order of preference.
enum class Rank {
  kCompleteLine,
  kCompleteName,
  kPartLine,
  kCompleteSentence,
  kPartName,
  kLine,
  kPartSentence,
  kGeneric,
  kNone
};

struct Candidate {
  Rank rank = Rank::kNone;
  Title title;
  std::size_t first_line = 0, last_line = 0;
};

Words OrganOf(const CompactText& text, const TitleShape& shape) {
  return Words(text.text).substr(shape.agency_begin, shape.agency_end - shape.agency_begin);
}

// 办公室 alone: the organ's name began a line before.
bool OrganIsCut(Words organ) {
  constexpr std::array<Words, 5> kOffices{U"办公室", U"办公厅", U"委员会", U"管理委员会",
                                          U"办事处"};
  return std::find(kOffices.begin(), kOffices.end(), organ) != kOffices.end();
}

Title MakeTitle(const CompactText& text, const TitleShape& shape, double confidence) {
  Title title;
  title.fact.value = text.Raw(shape.begin, shape.end);
  title.fact.raw = title.fact.value;
  title.fact.confidence = confidence;
  title.agency = WithoutSpaces(text.Raw(shape.agency_begin, shape.agency_end));
  title.year = shape.year;
  title.complete = shape.Complete();
  return title;
}

void SetPlace(TextFact& fact, const Paragraph& paragraph) {
  fact.place = paragraph.place;
  fact.kind = paragraph.reading;
  fact.confidence = std::min(fact.confidence, paragraph.confidence);
}

// The place of a title over several lines is all of them, as far as they stand on one page.
void CoverToo(TextFact& fact, const Place& place) {
  if (fact.place.page == place.page && fact.place.box && place.box) {
    fact.place.box = Union(*fact.place.box, *place.box);
  }
}

// The lines joined as one: without a space where a wide character stands at the break.
CompactText Join(const HeadingPlan& plan, std::size_t first, std::size_t last) {
  std::string joined;
  for (std::size_t i = first; i <= last; ++i) {
    const std::u32string& raw = plan.lines[i].text.raw;
    const bool wide = i > first && !raw.empty() && !plan.lines[i - 1].text.raw.empty() &&
                      (IsWide(raw.front()) || IsWide(plan.lines[i - 1].text.raw.back()));
    if (i > first && !wide) joined += ' ';
    joined += plan.lines[i].paragraph->text;
  }
  return Compact(joined);
}

// A line that may hold the first part of a broken title.
bool MayBePart(const HeadingLine& line) {
  const Words text(line.text.text);
  return !line.used && !text.empty() && text.size() <= kLongestTitleLine &&
         text.find_first_of(U"。:;!?>|《》<") == Words::npos && !IsHeadFurniture(line.text);
}

constexpr Words kTitleWords = U"政府信息公开工作年度报告";

// The title's words up to some point, none of them included: what a line broken inside of them ends
// with.
bool BeginsTitleWords(Words text) {
  return kTitleWords.starts_with(text) || Words(U"政务公开工作年度报告").starts_with(text);
}

// Does the line begin inside of 政府信息公开: 府信息公开工作年度报告?
bool BeginsInsideWords(Words text) {
  constexpr std::size_t kDisclosure = 6;
  for (std::size_t i = 1; i < kDisclosure; ++i) {
    if (text.starts_with(kTitleWords.substr(i, kDisclosure - i))) return true;
  }
  return false;
}

// Does the line before belong to a title that goes on here? It names the organ or the year, or the
// break is inside the words.
bool LeadsOn(const HeadingPlan& plan, std::size_t line, bool inside_words) {
  const HeadingLine& before = plan.lines[line - 1];
  if (!MayBePart(before) || plan.lines[line].block != before.block + 1) return false;
  if (plan.lines[line].paragraph->heading && !before.paragraph->heading) return false;
  const Words text(before.text.text);
  const auto years = FindYears(text);
  return inside_words || EndsAsOrgan(text) ||
         (!years.empty() && BeginsTitleWords(text.substr(years.back().end)));
}

struct Window {
  std::size_t first = 0, last = 0;
  CompactText text;
  TitleShape shape;
};

bool IsEnough(const Window& window) {
  return window.shape.Complete() && !OrganIsCut(OrganOf(window.text, window.shape));
}

// 报告, 年报 or their last character alone, with or without a year in brackets behind it.
bool EndsAsTitle(Words text) {
  const std::size_t bracket = text.ends_with(U')') ? text.rfind('(') : text.size();
  const Words words = text.substr(0, bracket == Words::npos ? text.size() : bracket);
  return words.ends_with(U"告") || words.ends_with(U"报");
}

// …年度报告 / 有关事项的通知: a notice about reports whose title is broken behind the words.
bool NamesNotice(const HeadingPlan& plan, std::size_t last) {
  if (last + 1 >= plan.lines.size()) return false;
  const Words next(plan.lines[last + 1].text.text);
  return next.size() <= 20 && next.ends_with(U"通知");
}

// The title that ends on line `last`, joined with as few lines before it as make it complete.
std::optional<Window> FindWindow(const HeadingPlan& plan, std::size_t last) {
  const HeadingLine& line = plan.lines[last];
  if (OpensWithLatinKey(line.text.text) || NamesNotice(plan, last)) return std::nullopt;
  auto shape = ParseTitle(line.text);
  const bool ends_broken = !shape && MayBePart(line) && EndsAsTitle(line.text.text);
  if (!shape && !ends_broken) return std::nullopt;
  if (shape && (shape->quoted || shape->sentence)) return std::nullopt;
  std::optional<Window> best;
  if (shape) best = Window{last, last, line.text, *shape};
  const bool at_begin = !shape || shape->begin == 0;
  for (std::size_t first = last; at_begin && first > 0 && last - first + 1 < kMostLines; --first) {
    if (best && IsEnough(*best)) break;
    const bool inside_words =
        !best || best->shape.generic || (first == last && BeginsInsideWords(line.text.text));
    if (!LeadsOn(plan, first, inside_words)) break;
    const CompactText joined = Join(plan, first - 1, last);
    const auto longer = ParseTitle(joined);
    if (!longer || longer->generic || longer->quoted || longer->sentence) continue;
    // The title must take in something of its first and of its last line.
    const std::size_t before_last = joined.text.size() - plan.lines[last].text.text.size();
    if (longer->begin >= plan.lines[first - 1].text.text.size()) break;
    if (longer->end <= before_last) continue;
    best = Window{first - 1, last, joined, *longer};
  }
  return best;
}

// A title without its year takes it from a line （2023年） behind.
void TakeYearBehind(const HeadingPlan& plan, std::size_t end, Window& window) {
  if (window.shape.year || window.last + 1 >= end) return;
  const HeadingLine& next = plan.lines[window.last + 1];
  if (next.text.text.size() > 8 || next.text.text.empty() || next.text.text.front() != '(') return;
  const CompactText joined = Join(plan, window.first, window.last + 1);
  const auto shape = ParseTitle(joined);
  if (!shape || !shape->year) return;
  window = {window.first, window.last + 1, joined, *shape};
}

Rank RankOfLine(const TitleShape& shape) {
  if (shape.generic) return Rank::kGeneric;
  if (shape.Complete()) return Rank::kCompleteLine;
  return shape.year || shape.NamesAgency() ? Rank::kPartLine : Rank::kLine;
}

void Offer(std::optional<Candidate>& best, Candidate candidate) {
  const Rank rank = candidate.rank;
  if (!best || rank < best->rank) best = std::move(candidate);
}

// What may stand behind a title in its line and is no text of the report.
bool IsText(Words rest) {
  constexpr std::array<Words, 9> kNoText{U"来源", U"发布", U"时间",     U"日期", U"信息来源",
                                         U"字号", U"字体", U"浏览次数", U"索引"};
  constexpr std::size_t kShortest = 12;  // of a sentence; a site's name is shorter
  return rest.size() >= kShortest && Words(U"-_|<([").find(rest.front()) == Words::npos &&
         std::none_of(kNoText.begin(), kNoText.end(),
                      [rest](Words word) { return rest.starts_with(word); });
}

void FindInLines(const HeadingPlan& plan, std::size_t end, std::optional<Candidate>& best,
                 TitleChoice& choice) {
  for (std::size_t i = 0; i < end; ++i) {
    if (plan.lines[i].used) continue;
    auto window = FindWindow(plan, i);
    if (!window) continue;
    TakeYearBehind(plan, end, *window);
    Candidate candidate{RankOfLine(window->shape), MakeTitle(window->text, window->shape, 1.0),
                        window->first, window->last};
    SetPlace(candidate.title.fact, *plan.lines[window->first].paragraph);
    for (std::size_t line = window->first + 1; line <= window->last; ++line) {
      CoverToo(candidate.title.fact, plan.lines[line].paragraph->place);
    }
    if (window->shape.generic) candidate.title.fact.confidence = 0.8;
    Offer(best, std::move(candidate));
    for (std::size_t line = window->first; line <= window->last; ++line)
      choice.lines.push_back(line);
    if (window->first == window->last &&
        IsText(Words(window->text.text).substr(window->shape.end))) {
      choice.glued = {window->last, window->shape.end};
    }
    i = window->last;
  }
}

void FindInNames(const Document& document, std::optional<Candidate>& best) {
  for (const std::string& name : document.titles) {
    const CompactText text = Compact(name);
    const auto shape = ParseTitle(text);
    if (!shape || shape->quoted || shape->sentence) continue;
    const Rank rank = shape->generic      ? Rank::kGeneric
                      : shape->Complete() ? Rank::kCompleteName
                                          : Rank::kPartName;
    Offer(best, {rank, MakeTitle(text, *shape, shape->Complete() ? 0.95 : 0.8), 0, 0});
  }
}

void FindInSentences(const HeadingPlan& plan, std::size_t end, std::optional<Candidate>& best) {
  for (std::size_t i = 0; i < end; ++i) {
    if (plan.lines[i].used || IsHeadFurniture(plan.lines[i].text)) continue;
    const CompactText& text = plan.lines[i].text;
    const auto shape = ParseTitle(text);
    if (!shape || !(shape->quoted || shape->sentence) || !shape->year || shape->generic) continue;
    const Rank rank = shape->Complete() ? Rank::kCompleteSentence : Rank::kPartSentence;
    Candidate candidate{rank, MakeTitle(text, *shape, 0.8), 0, 0};
    SetPlace(candidate.title.fact, *plan.lines[i].paragraph);
    Offer(best, std::move(candidate));
  }
}

}  // namespace

TitleChoice FindTitle(const Document& document, const HeadingPlan& plan) {
  const std::size_t heading =
      plan.headings.empty() ? plan.lines.size() : plan.headings.front().line;
  const std::size_t end = std::min(heading, kMostHeadLines);
  TitleChoice choice;
  std::optional<Candidate> best;
  FindInLines(plan, end, best, choice);
  FindInNames(document, best);
  // The preamble may stand inside the first section.
  FindInSentences(plan, std::min(end + 3, plan.lines.size()), best);
  if (best) choice.best = std::move(best->title);
  return choice;
}

}  // namespace gongkai
