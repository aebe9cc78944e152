#include "normalize/identity.h"

#include <algorithm>
#include <map>
#include <utility>

#include "normalize/identity_agency.h"
#include "normalize/identity_year.h"
#include "normalize/sections_furniture.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

constexpr double kFromText = 0.8;
constexpr double kFromPublication = 0.5;

TextFact MakeFact(int year, std::string raw, const HeadingLine& line, double confidence) {
  TextFact fact;
  fact.value = std::to_string(year);
  fact.raw = std::move(raw);
  fact.place = line.paragraph->place;
  fact.confidence = std::min(confidence, line.paragraph->confidence);
  fact.kind = line.paragraph->reading;
  return fact;
}

struct PlacedPeriod {
  Period period;
  const HeadingLine* line = nullptr;
};

// The period usually stands in the preamble, in some reports at the end of the first section.
std::optional<PlacedPeriod> FindPlacedPeriod(const HeadingPlan& plan) {
  for (const HeadingLine& line : plan.lines) {
    if (line.used) continue;
    if (const auto period = FindPeriod(line.text)) return PlacedPeriod{*period, &line};
  }
  return std::nullopt;
}

int YearOf(const Period& period) {
  const std::string& date = period.from.empty() ? period.to : period.from;
  if (date.size() < 4) return 0;
  int year = 0;
  for (const char c : date.substr(0, 4)) year = year * 10 + (c - '0');
  return year;
}

// A year that is part of a date, of a document's number or of another document's name says nothing
// about the report.
bool IsOtherYear(Words text, const FoundYear& year) {
  if (!year.marked) return true;
  if (year.end < text.size() && IsDigit(text[year.end])) return true;
  const std::size_t open = text.substr(0, year.begin).find_last_of(U"《》");
  return open != Words::npos && text[open] == U'《';
}

// How often each year is named, and where first.
struct YearVotes {
  std::map<int, int> count;
  std::vector<TextFact> first;  // one a year, in the order of the document
};

void Vote(YearVotes& votes, const CompactText& text, const Place& place, ReadingKind kind) {
  for (const FoundYear& year : FindYears(text.text)) {
    if (IsOtherYear(text.text, year) || votes.count[year.year]++ > 0) continue;
    votes.first.push_back(
        {std::to_string(year.year), text.Raw(year.begin, year.end), place, kFromText, kind});
  }
}

// The year that is named most. Of equals the first, or the latest where that is asked for.
TextFact Winner(const YearVotes& votes, bool latest) {
  const auto rank = [&](const TextFact& fact) {
    return std::pair(votes.count.at(std::stoi(fact.value)), latest ? std::stoi(fact.value) : 0);
  };
  const auto best =
      std::max_element(votes.first.begin(), votes.first.end(),
                       [&](const TextFact& a, const TextFact& b) { return rank(a) < rank(b); });
  return best == votes.first.end() ? TextFact{} : *best;
}

TextFact FindYearInText(const HeadingPlan& plan) {
  YearVotes votes;
  for (const HeadingLine& line : plan.lines) {
    if (line.used || IsHeadFurniture(line.text)) continue;
    Vote(votes, line.text, line.paragraph->place, line.paragraph->reading);
  }
  return Winner(votes, false);
}

// Years in the tables: 2012年度 above a column, 指2020年办件量 in a label. Heads name the year before
// beside the report's own, never the year after: of equals the latest is meant.
TextFact FindYearInTables(const Document& document, const HeadingPlan& plan) {
  YearVotes votes;
  for (const HeadingLine& line : plan.lines) {
    if (line.used) Vote(votes, line.text, line.paragraph->place, line.paragraph->reading);
  }
  for (const Block& block : document.blocks) {
    const auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) continue;
    for (const Cell& cell : grid->cells) Vote(votes, Compact(cell.text), cell.place, cell.reading);
  }
  return Winner(votes, true);
}

// A report is published in the year after the one it is on.
TextFact FindYearOfPublication(const HeadingPlan& plan) {
  for (const HeadingLine& line : plan.lines) {
    if (line.used || !IsHeadFurniture(line.text)) continue;
    const Words text(line.text.text);
    if (!ContainsAny(text, {U"日期", U"时间"}) && !IsDateLine(text)) continue;
    const auto years = FindYears(text);
    if (years.empty()) continue;
    const FoundYear& year = years.front();
    return MakeFact(year.year - 1, line.text.Raw(year.begin, year.end), line, kFromPublication);
  }
  return {};
}

// What a collection says of a page in a line of its own: 年份：2020, YEAR: 2020.
TextFact FindYearOfCollection(const HeadingPlan& plan) {
  for (const HeadingLine& line : plan.lines) {
    const Words text(line.text.text);
    const std::size_t colon = text.find(U':');
    if (colon == Words::npos || text.size() != colon + 5) continue;
    const Words key = text.substr(0, colon);
    const auto years = FindYears(text);
    if (years.size() != 1 || years.front().begin != colon + 1) continue;
    if (key != U"YEAR" && key != U"Year" && key != U"年份" && key != U"年度" && key != U"报告年度") {
      continue;
    }
    return MakeFact(years.front().year, line.text.RawFrom(colon + 1), line, kFromPublication);
  }
  return {};
}

TextFact FindYearFact(const Document& document, const HeadingPlan& plan,
                      const std::optional<Title>& title,
                      const std::optional<PlacedPeriod>& period) {
  if (title && title->year) {
    TextFact fact = title->fact;
    fact.value = std::to_string(*title->year);
    return fact;
  }
  if (period && YearOf(period->period) > 0) {
    const int year = YearOf(period->period);
    return MakeFact(year, std::to_string(year), *period->line, kFromText + 0.15);
  }
  TextFact fact = FindYearInText(plan);
  if (fact.value.empty()) fact = FindYearInTables(document, plan);
  if (fact.value.empty()) fact = FindYearOfCollection(plan);
  return fact.value.empty() ? FindYearOfPublication(plan) : fact;
}

}  // namespace

Identity FindIdentity(const Document& document, const HeadingPlan& plan,
                      const TitleChoice& choice) {
  Identity identity;
  if (choice.best) identity.title = choice.best->fact;
  if (choice.best && !choice.best->agency.empty()) {
    identity.agency = choice.best->fact;
    identity.agency.value = choice.best->agency;
  } else {
    identity.agency = FindAgencyInText(document, plan);
  }
  const auto period = FindPlacedPeriod(plan);
  if (period) identity.period = period->period;
  identity.year_evidence = FindYearFact(document, plan, choice.best, period);
  if (!identity.year_evidence.value.empty())
    identity.year = std::stoi(identity.year_evidence.value);
  return identity;
}

}  // namespace gongkai
