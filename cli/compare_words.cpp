#include "cli/compare_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "normalize/report_json_out.h"

namespace gongkai {
namespace {

// CONTRACT: below it a person has to look.
constexpr double kDoubtful = 0.9;

template <typename E>
struct NamedText {
  E value;
  std::string_view id;
};
constexpr auto kChanges = std::to_array<NamedText<TextChange>>({
    {TextChange::kSame, "compare.change.same"},
    {TextChange::kNumbers, "compare.change.numbers"},
    {TextChange::kChanged, "compare.change.changed"},
    {TextChange::kAdded, "compare.change.added"},
    {TextChange::kRemoved, "compare.change.removed"},
});
constexpr auto kAgreements = std::to_array<NamedText<Agreement>>({
    {Agreement::kAgrees, "compare.agreement.agrees"},
    {Agreement::kDiffers, "compare.agreement.differs"},
    {Agreement::kOpen, "compare.agreement.open"},
});
constexpr auto kStates = std::to_array<NamedText<CellState>>({
    {CellState::kBlank, "compare.cell.blank"},
    {CellState::kUnreadable, "compare.cell.unreadable"},
});

template <typename Names, typename E>
std::string NameIn(const Names& names, E value, Language language) {
  const auto row = std::find_if(names.begin(), names.end(),
                                [&](const auto& candidate) { return candidate.value == value; });
  return row == names.end() ? "" : Text(row->id, language);
}

std::string Signed(const Decimal& number, std::string digits) {
  return (number < Decimal(0) ? "" : "+") + std::move(digits);
}

bool IsZero(const std::optional<Reading>& reading) {
  return !reading || reading->state == CellState::kBlank ||
         reading->state == CellState::kPlaceholder || reading->value == Decimal(0);
}

std::string Share(std::size_t part, std::size_t whole) {
  return std::to_string(whole == 0 ? 0 : part * 100 / whole);
}

std::string CellsLine(const Comparison& comparison, Language language) {
  std::size_t cells = 0, differ = 0;
  const auto count = [&](const NumberPair& numbers) {
    if (!numbers.before && !numbers.after) return;
    ++cells;
    if (!numbers.same()) ++differ;
  };
  for (const ComparedTable& table : comparison.tables) {
    for (const ComparedRow& row : table.rows) {
      for (const ComparedCell& cell : row.cells) count(cell.numbers);
    }
  }
  for (const ComparedStatistic& row : comparison.statistics) {
    count(row.value);
    count(row.cumulative);
  }
  return Text("compare.summary.cells", language,
              {{"cells", std::to_string(cells)}, {"differ", std::to_string(differ)}});
}

std::string SectionsLine(const Comparison& comparison, Language language) {
  std::string counts;
  std::size_t sections = 0, same = 0, all = 0;
  for (const auto& [change, id] : kChanges) {
    const auto of_this = [&, wanted = change](const ComparedSection& section) {
      const bool empty = section.characters_before + section.characters_after == 0;
      return !empty && section.change == wanted;
    };
    const auto count = static_cast<std::size_t>(std::count_if(
        comparison.sections.begin(), comparison.sections.end(), of_this));
    if (count == 0) continue;
    sections += count;
    counts += (counts.empty() ? "" : Text("compare.separator", language)) + Text(id, language) +
              " " + std::to_string(count);
  }
  for (const ComparedSection& section : comparison.sections) {
    same += section.characters_same;
    all += section.characters_after;
  }
  return Text("compare.summary.sections", language,
              {{"sections", std::to_string(sections)}, {"counts", counts},
               {"percent", Share(same, all)}});
}

std::string CarryOverLine(const Comparison& comparison, Language language) {
  std::string counts;
  for (const auto& [agreement, id] : kAgreements) {
    const auto count = std::count_if(
        comparison.carry_over.begin(), comparison.carry_over.end(),
        [wanted = agreement](const ComparedCarryOver& c) { return c.agreement == wanted; });
    if (count == 0) continue;
    counts += (counts.empty() ? "" : Text("compare.separator", language)) + Text(id, language) +
              " " + std::to_string(count);
  }
  return Text("compare.summary.carry_over", language, {{"counts", counts}});
}

}  // namespace

SideNames NameSides(const ComparedReports& reports) {
  const auto &before = reports.before.year, &after = reports.after.year;
  if (!before || !after || before == after) return {"A", "B"};
  const auto name = [&](int year) {
    return Text("compare.year", reports.language, {{"year", std::to_string(year)}});
  };
  return {name(*before), name(*after)};
}

std::string FactName(const std::string& key, Language language) {
  return Text("compare.fact." + key, language);
}

std::string TableTitle(const std::string& key, Language language) {
  return Text("compare.table." + key, language);
}

std::string ChangeName(TextChange change, Language language) {
  return NameIn(kChanges, change, language);
}

std::string AgreementName(Agreement agreement, Language language) {
  return NameIn(kAgreements, agreement, language);
}

std::string NumberText(const std::optional<Reading>& reading, bool placed, Language language) {
  if (!reading) return Text(placed ? "compare.cell.absent" : "compare.cell.unplaced", language);
  std::string text = reading->value ? reading->value->ToString()
                                    : NameIn(kStates, reading->state, language);
  if (text.empty()) text = "“" + reading->raw + "”";
  const bool doubtful = reading->confidence < kDoubtful;
  return doubtful ? Text("compare.cell.doubtful", language, {{"number", text}}) : text;
}

std::string DifferenceText(const NumberPair& numbers) {
  if (!numbers.difference) return "";
  if (*numbers.difference == Decimal(0)) return "0";
  return Signed(*numbers.difference, numbers.difference->ToString());
}

std::string PercentText(const NumberPair& numbers) {
  if (!numbers.percent || numbers.difference == Decimal(0)) return "";
  return Signed(*numbers.percent, WithPoint(*numbers.percent)) + "%";
}

std::string StatisticLabel(const ComparedStatistic& row) {
  const std::string& label = row.at_after ? row.label_after : row.label_before;
  const bool one_unit = !row.at_before || !row.at_after || row.unit_before == row.unit_after;
  const std::string unit = one_unit ? (row.at_after ? row.unit_after : row.unit_before)
                                    : row.unit_before + "→" + row.unit_after;
  return unit.empty() ? label : label + "（" + unit + "）";
}

std::string SectionTitle(const ComparedSection& section, Language language) {
  const bool later = section.at_after.has_value();
  const std::string& number = later ? section.number_after : section.number_before;
  const std::string& heading = later ? section.heading_after : section.heading_before;
  if (section.key == "preamble" && heading.empty()) return Text("compare.preamble", language);
  return number.empty() ? heading : number + "、" + heading;
}

int PercentSame(const ComparedSection& section) {
  if (section.characters_after == 0) return 0;
  return static_cast<int>(section.characters_same * 100 / section.characters_after);
}

std::vector<std::string> SummaryLines(const ComparedReports& reports) {
  const Comparison& comparison = reports.comparison;
  std::vector<std::string> lines{CellsLine(comparison, reports.language),
                                 SectionsLine(comparison, reports.language)};
  if (!comparison.carry_over.empty()) {
    lines.push_back(CarryOverLine(comparison, reports.language));
  }
  return lines;
}

bool IsWorthShowing(const NumberPair& numbers) {
  return !numbers.same() || !IsZero(numbers.before) || !IsZero(numbers.after);
}

}  // namespace gongkai
