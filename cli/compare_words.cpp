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

constexpr auto kAbsences = std::to_array<NamedText<Absence>>({
    {Absence::kMissing, "compare.cell.missing"},
    {Absence::kNotInForm, "compare.cell.not_in_form"},
    {Absence::kUnplaced, "compare.cell.unplaced"},
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
  std::size_t cells = 0, differ = 0, other_form = 0;
  const auto count = [&](const NumberPair& numbers) {
    if (!numbers.before && !numbers.after) return;
    ++cells;
    if (!numbers.same()) ++differ;
  };
  for (const ComparedTable& table : comparison.tables) {
    for (const ComparedRow& row : table.rows) {
      for (const ComparedCell& cell : row.cells) {
        const bool both = cell.numbers.before && cell.numbers.after;
        if (cell.in_form_before != cell.in_form_after && !both) {
          ++other_form;
        } else {
          count(cell.numbers);
        }
      }
    }
  }
  for (const ComparedStatistic& row : comparison.statistics) {
    for (const NumberPair* numbers : {&row.value, &row.cumulative}) {
      const bool one_sided = numbers->before.has_value() != numbers->after.has_value();
      one_sided ? void(++other_form) : count(*numbers);
    }
  }
  const std::string line =
      Text(cells == 0 ? "compare.summary.no_cells" : "compare.summary.cells", language,
           {{"cells", std::to_string(cells)}, {"differ", std::to_string(differ)}});
  if (other_form == 0) return line;
  return line +
         Text("compare.summary.other_form", language, {{"cells", std::to_string(other_form)}});
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

std::string NumberText(const std::optional<Reading>& reading, Absence absence, Language language) {
  if (!reading) return NameIn(kAbsences, absence, language);
  std::string text = reading->value ? reading->value->ToString()
                                    : NameIn(kStates, reading->state, language);
  if (text.empty()) text = "“" + reading->raw + "”";
  const bool doubtful = reading->confidence < kDoubtful;
  return doubtful ? Text("compare.cell.doubtful", language, {{"number", text}}) : text;
}

NumberTexts TextsOf(const ComparedCell& cell, const ComparedRow& row, Language language) {
  const auto absence = [](bool placed, bool in_form) {
    return !placed ? Absence::kUnplaced : in_form ? Absence::kMissing : Absence::kNotInForm;
  };
  const Absence before = absence(row.placed_before, cell.in_form_before);
  const Absence after = absence(row.placed_after, cell.in_form_after);
  return {NumberText(cell.numbers.before, before, language),
          NumberText(cell.numbers.after, after, language)};
}

NumberTexts TextsOf(const NumberPair& numbers, Language language) {
  return {NumberText(numbers.before, Absence::kNotInForm, language),
          NumberText(numbers.after, Absence::kNotInForm, language)};
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

std::string SectionSummary(const ComparedSection& section, Language language) {
  const std::size_t before = section.characters_before, after = section.characters_after;
  if (before + after == 0) return Text("compare.no_text", language);
  const std::string text =
      Text("compare.section", language,
           {{"change", ChangeName(section.change, language)}, {"before", std::to_string(before)},
            {"after", std::to_string(after)}});
  const bool shares = section.change == TextChange::kChanged && before > 0 && after > 0;
  if (!shares) return text;
  return text + Text("compare.section.share", language,
                     {{"percent", Share(section.characters_same, after)}});
}

bool HasNewHeading(const ComparedSection& section) {
  return section.at_before && section.at_after && section.heading_before != section.heading_after;
}

std::string MissingTableText(const ComparedTable& table, const SideNames& sides,
                             Language language) {
  if (table.there_before == table.there_after) return "";
  return Text("compare.no_table", language,
              {{"side", table.there_before ? sides.after : sides.before}});
}

std::string MissingStatisticsText(const Comparison& comparison, const SideNames& sides,
                                  Language language) {
  bool before = false, after = false;
  for (const ComparedStatistic& row : comparison.statistics) {
    before = before || row.at_before;
    after = after || row.at_after;
  }
  if (before == after) return "";
  return Text("compare.no_table", language, {{"side", before ? sides.after : sides.before}});
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

bool IsWorthShowing(const ComparedCell& cell) {
  if (cell.in_form_before != cell.in_form_after) {
    return !IsZero(cell.numbers.before) || !IsZero(cell.numbers.after);
  }
  return !cell.numbers.same() || !IsZero(cell.numbers.before);
}

bool IsWorthShowing(const NumberPair& numbers) {
  const bool one_sided = numbers.before.has_value() != numbers.after.has_value();
  if (one_sided) return !IsZero(numbers.before) || !IsZero(numbers.after);
  return !numbers.same() || !IsZero(numbers.before);
}

}  // namespace gongkai
