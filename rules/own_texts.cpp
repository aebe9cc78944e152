// Patterns of a rules file that must or must not occur in the text. They are looked for in folded
// text, one paragraph at a time, and quoted in the document's own characters.
#include <algorithm>

#include <re2/re2.h>

#include "model/unicode.h"
#include "rules/check.h"
#include "rules/places.h"

namespace gongkai {
namespace {

constexpr std::string_view kTitle = "title";

// A stretch of the report's text, and what rules call the place.
struct Stretch {
  std::string pointer;
  std::string_view section;  // a key, or "title"
  std::string_view heading;
  std::string_view text;
};

std::vector<Stretch> FindStretches(const Report& report) {
  std::vector<Stretch> all;
  if (!report.title.value.empty()) all.push_back({"/title", kTitle, "", report.title.value});
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const Section& section = report.sections[i];
    const std::string pointer = "/sections/" + std::to_string(i);
    all.push_back({pointer + "/heading", section.key, section.heading, section.heading});
    all.push_back({pointer + "/text", section.key, section.heading, section.text});
  }
  return all;
}

bool IsSearched(const TextRule& rule, const Stretch& stretch) {
  const auto& sections = rule.sections;
  return sections.empty() ||
         std::find(sections.begin(), sections.end(), stretch.section) != sections.end();
}

struct Occurrences {
  std::size_t count = 0;
  std::string quote;  // of the first
};

// The sentence around a stretch of a paragraph, or as much of it as a line holds. Folding keeps the
// number of characters.
std::string Quote(std::string_view original, std::string_view folded, std::size_t begin,
                  std::size_t end) {
  constexpr std::size_t kAround = 30, kMost = 200;  // characters
  constexpr std::u32string_view kEnds = U"。！？；";
  const std::u32string all = DecodeUtf8(original);
  const std::size_t first = DecodeUtf8(folded.substr(0, begin)).size();
  const std::size_t last = first + DecodeUtf8(folded.substr(begin, end - begin)).size();
  std::size_t from = std::min(first, all.size()), to = std::min(last, all.size());
  while (from > 0 && first - from < kAround && kEnds.find(all[from - 1]) == kEnds.npos) --from;
  while (to < all.size() && to - last < kAround && kEnds.find(all[to]) == kEnds.npos) ++to;
  return EncodeUtf8(std::u32string_view(all).substr(from, std::min(to - from, kMost)));
}

void FindInParagraph(const re2::RE2& pattern, std::string_view original, Occurrences& found) {
  const std::string folded = Fold(original);
  const re2::StringPiece text(folded);
  re2::StringPiece match;
  std::size_t at = 0;
  while (at < folded.size() &&
         pattern.Match(text, at, folded.size(), re2::RE2::UNANCHORED, &match, 1)) {
    const auto begin = static_cast<std::size_t>(match.data() - folded.data());
    const std::size_t end = begin + match.size();
    if (found.count++ == 0) found.quote = Quote(original, folded, begin, end);
    if (end == at) break;  // an assertion that stands for nothing: \b
    at = end;
  }
}

Occurrences FindIn(const re2::RE2& pattern, std::string_view text) {
  Occurrences found;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    FindInParagraph(pattern, text.substr(0, end), found);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

Finding MakeFinding(const TextRule& rule, TextDetails details, std::string at) {
  Finding finding;
  finding.rule = rule.id;
  finding.message = "own.message";
  finding.severity = rule.severity;
  finding.details = std::move(details);
  const Wording message{FillIn(rule.message.zh, finding.details),
                        FillIn(rule.message.en, finding.details)};
  AddDetail(finding.details, "message", message);
  finding.at.push_back(std::move(at));
  return finding;
}

void CheckMustNot(const std::vector<Stretch>& stretches, const TextRule& rule, Findings& out) {
  for (const Stretch& stretch : stretches) {
    if (!IsSearched(rule, stretch)) continue;
    const Occurrences found = FindIn(*rule.pattern, stretch.text);
    if (found.count == 0) continue;
    out.found.push_back(MakeFinding(rule,
                                    {{"quote", found.quote},
                                     {"count", std::to_string(found.count)},
                                     {"section", std::string(stretch.heading)}},
                                    stretch.pointer));
  }
}

void CheckMust(const std::vector<Stretch>& stretches, const TextRule& rule, Findings& out) {
  const Stretch* searched = nullptr;
  for (const Stretch& stretch : stretches) {
    if (!IsSearched(rule, stretch)) continue;
    if (FindIn(*rule.pattern, stretch.text).count > 0) return;
    searched = &stretch;
  }
  if (searched != nullptr) {
    const bool anywhere = rule.sections.empty();
    out.found.push_back(MakeFinding(rule, {{"section", std::string(searched->heading)}},
                                    anywhere ? "/sections" : searched->pointer));
    return;
  }
  NotAssessed entry{rule.id, "/sections", "not_assessed.section_missing", {}};
  std::string names;
  for (const std::string& key : rule.sections) names += (names.empty() ? "" : ", ") + key;
  AddDetail(entry.details, "sections", {names, names});
  out.not_assessed.push_back(std::move(entry));
}

}  // namespace

void CheckOwnTexts(const ReportIndex& index, const RuleSet& rules, Findings& out) {
  if (rules.texts.empty()) return;
  const std::vector<Stretch> stretches = FindStretches(index.report());
  for (const TextRule& rule : rules.texts) {
    (rule.must ? CheckMust : CheckMustNot)(stretches, rule, out);
  }
}

}  // namespace gongkai
