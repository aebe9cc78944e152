#include "rules/places.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "normalize/indicators.h"
#include "normalize/report_json_pointers.h"

namespace gongkai {
namespace {

// Table 1 of the report is its text; auditors count the tables from the sections' numbers.
struct PlaceWords {
  std::string_view key, zh, en;
};
constexpr auto kTables = std::to_array<PlaceWords>({
    {"active_disclosure", "表二", "table 2"},
    {"applications", "表三", "table 3"},
    {"review_litigation", "表四", "table 4"},
});

constexpr auto kHeads = std::to_array<PlaceWords>({
    {"/title", "标题", "the title"},
    {"/agency", "机关名称", "the agency's name"},
    {"/year", "年度", "the year"},
});

// Group labels with the numbers that the form prints before them.
struct GroupNumber {
  std::string_view group, number;
};
constexpr auto kGroups = std::to_array<GroupNumber>({
    {"不予公开", "（三）"},
    {"无法提供", "（四）"},
    {"不予处理", "（五）"},
    {"其他处理", "（六）"},
});

constexpr std::string_view kStatisticsStep = "/statistics/";

// How many places a list names before it only counts: three fit a line.
constexpr std::size_t kNamed = 3;

using FormPlaces = std::unordered_map<std::string_view, FormPlace>;

const FormPlaces& AllPlaces() {
  static const FormPlaces kPlaces = [] {
    FormPlaces places;
    int rank = 0;
    for (const RowPointers& row : TablePointers()) {
      const auto key = PointerSteps(row.row->pointer).front();
      const auto tables = FormTables();
      const FormTable* table = *std::find_if(tables.begin(), tables.end(),
                                             [&](const auto* t) { return t->key == key; });
      places[row.row->pointer] = {table, row.row, nullptr, ++rank};
      for (const auto& cell : row.cells) {
        places[cell.pointer] = {table, row.row, cell.column, ++rank};
      }
    }
    return places;
  }();
  return kPlaces;
}

std::string PrintedNumber(std::string_view number) {
  if (number.empty()) return "";
  if (number.front() == '(') return "（" + std::string(number.substr(1, number.size() - 2)) + "）";
  const bool digit = number.front() >= '0' && number.front() <= '9';
  return std::string(number) + (digit ? "." : "、");
}

std::string PrintedGroup(std::string_view group) {
  if (group.empty() || group == kOutcomeGroup) return "";
  const auto it = std::find_if(kGroups.begin(), kGroups.end(),
                               [&](const GroupNumber& entry) { return entry.group == group; });
  return (it == kGroups.end() ? "" : std::string(it->number)) + std::string(group) + " ";
}

}  // namespace

void AddDetail(TextDetails& details, std::string_view name, const Wording& wording) {
  details.emplace_back(name, wording.zh);
  details.emplace_back(std::string(name) + "_en", wording.en);
}

Wording TableName(std::string_view table_key) {
  const auto it = std::find_if(kTables.begin(), kTables.end(),
                               [&](const PlaceWords& words) { return words.key == table_key; });
  if (it == kTables.end()) return {std::string(table_key), std::string(table_key)};
  return {std::string(it->zh), std::string(it->en)};
}

std::string RowLabel(const FormRow& row) {
  return PrintedGroup(row.group) + PrintedNumber(row.number) + std::string(row.label);
}

Wording RowName(const FormRow& row) {
  const Wording table = TableName(PointerSteps(row.pointer).front());
  const std::string quoted = "“" + RowLabel(row) + "”";
  return {table.zh + quoted, table.en + ", row " + quoted};
}

FormPlace FindFormPlace(std::string_view pointer) {
  const auto it = AllPlaces().find(pointer);
  return it == AllPlaces().end() ? FormPlace{} : it->second;
}

Wording PlaceName(std::string_view pointer) {
  for (const PlaceWords& head : kHeads) {
    if (head.key == pointer) return {std::string(head.zh), std::string(head.en)};
  }
  const FormPlace place = FindFormPlace(pointer);
  if (place.row == nullptr) {
    return TableName(pointer.starts_with('/') ? pointer.substr(1) : pointer);
  }
  Wording name = RowName(*place.row);
  if (place.column != nullptr) {
    name.zh += place.column->label;
    name.en += ", column “" + std::string(place.column->label) + "”";
  }
  return name;
}

Wording PlaceName(const Report& report, std::string_view pointer) {
  if (!pointer.starts_with(kStatisticsStep)) return PlaceName(pointer);
  const auto [row, field] = FindStatistic(report, pointer);
  std::string name(row != nullptr ? row->label : pointer.substr(kStatisticsStep.size()));
  if (row == nullptr && name.starts_with('@')) name = name.substr(1, name.find('/') - 1);
  const bool cumulative = pointer.ends_with("/cumulative");
  return {"统计表“" + name + "”" + (cumulative ? "历年累计" : ""),
          "the statistics, “" + name + "”" + (cumulative ? ", cumulative" : "")};
}

std::pair<const StatisticsRow*, std::string_view> FindStatistic(const Report& report,
                                                                std::string_view pointer) {
  if (!pointer.starts_with(kStatisticsStep)) return {};
  pointer.remove_prefix(kStatisticsStep.size());
  std::size_t number = 0;
  const char* const last = pointer.data() + pointer.size();
  const auto [end, error] = std::from_chars(pointer.data(), last, number);
  pointer.remove_prefix(static_cast<std::size_t>(end - pointer.data()));
  if (error != std::errc() || number >= report.statistics.size()) return {};
  if (pointer != "/value" && pointer != "/cumulative") return {};
  return {&report.statistics[number], pointer.substr(1)};
}

std::vector<std::string_view> StatisticNames(const Report& report) {
  return FindIndicators(report.statistics);
}

Wording PlaceList(const std::vector<std::string>& pointers) {
  Wording list;
  const std::size_t named = std::min(pointers.size(), kNamed);
  for (std::size_t i = 0; i < named; ++i) {
    const Wording name = PlaceName(pointers[i]);
    list.zh += (i == 0 ? "" : "、") + name.zh;
    list.en += (i == 0 ? "" : "; ") + name.en;
  }
  if (pointers.size() > named) {
    list.zh += "等" + std::to_string(pointers.size()) + "处";
    list.en += "; and " + std::to_string(pointers.size() - named) + " more";
  }
  return list;
}

int PlaceRank(std::string_view pointer) {
  // Each kind of place begins where the one before it cannot reach.
  constexpr auto kHeadRanks = std::to_array<std::pair<std::string_view, int>>({
      {"/title", 0}, {"/agency", 1}, {"/year", 2}, {"/period", 3}, {"/form", 4},
  });
  constexpr int kSections = 10, kTablesFrom = 1'000'000, kPerTable = 10'000;
  constexpr int kElsewhere = 100'000'000;
  for (const auto& [head, rank] : kHeadRanks) {
    if (pointer == head) return rank;
  }
  constexpr std::string_view kSectionStep = "/sections";
  if (pointer.starts_with(kSectionStep)) {
    int number = 0;
    const auto rest = pointer.substr(std::min(pointer.size(), kSectionStep.size() + 1));
    std::from_chars(rest.data(), rest.data() + rest.size(), number);
    return kSections + std::clamp(number, 0, kTablesFrom - kSections - 1);
  }
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    if (!pointer.starts_with("/" + std::string(kTables[i].key))) continue;
    return kTablesFrom + static_cast<int>(i) * kPerTable + FindFormPlace(pointer).rank;
  }
  return kElsewhere;
}

}  // namespace gongkai
