// What places are called, and in which order the form prints them, as a temporary table: everything
// else is then a query. There are some hundreds of places, whatever the number of reports.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "corpus/export_rows.h"
#include "rules/places.h"

namespace gongkai {
namespace {

constexpr std::string_view kStatistics = "/statistics/", kSections = "/sections/",
                           kThisYear = "/value", kCumulative = "/cumulative";

// In name_before and name_after: what is only known by report (a row's label, a heading) goes
// between.
constexpr const char* kTable =
    "CREATE TEMP TABLE export_places (pointer TEXT PRIMARY KEY, rank INTEGER, table_name TEXT, "
    "row_name TEXT, column_name TEXT, name_before TEXT, name_after TEXT, statistic INTEGER, "
    "section INTEGER) WITHOUT ROWID";

std::optional<int> NumberAfter(std::string_view prefix, std::string_view pointer) {
  if (!pointer.starts_with(prefix)) return std::nullopt;
  pointer.remove_prefix(prefix.size());
  int number = 0;
  const char* const end = pointer.data() + pointer.size();
  const auto error = std::from_chars(pointer.data(), end, number).ec;
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

struct ExportPlace {
  std::string pointer;
  int rank = 0;
  std::optional<int> statistic, section;

  auto Order() const {
    return std::tuple(rank, statistic.value_or(-1), pointer.ends_with(kCumulative),
                      std::string_view(pointer));
  }
};

std::vector<ExportPlace> FindPlaces(Database& archive) {
  std::vector<ExportPlace> places;
  Statement pointers = archive.Prepare(
      "SELECT pointer FROM places UNION SELECT place FROM findings WHERE place IS NOT NULL");
  while (pointers.Step()) {
    ExportPlace place;
    place.pointer = pointers.String(0);
    place.rank = PlaceRank(place.pointer);
    place.statistic = NumberAfter(kStatistics, place.pointer);
    place.section = NumberAfter(kSections, place.pointer);
    places.push_back(std::move(place));
  }
  std::sort(places.begin(), places.end(),
            [](const ExportPlace& a, const ExportPlace& b) { return a.Order() < b.Order(); });
  return places;
}

struct PlaceNames {
  std::string table, row, column, before, after;
};

PlaceNames NamesOf(const ExportPlace& place, Language language) {
  const auto in_language = [&](const Wording& wording) {
    return language == Language::kZh ? wording.zh : wording.en;
  };
  PlaceNames names;
  if (place.statistic) {
    names.table = Text("export.statistics", language);
    if (place.pointer.ends_with(kCumulative)) names.column = Text("export.cumulative", language);
    if (place.pointer.ends_with(kThisYear)) names.column = Text("export.this_year", language);
    names.before = names.table + "“";
    names.after = "”" + names.column;
  } else if (place.section) {
    names.before = Text("export.section", language) + "“";
    names.after = "”";
  } else {
    const FormPlace form = FindFormPlace(place.pointer);
    if (form.table != nullptr) names.table = in_language(TableName(form.table->key));
    if (form.row != nullptr) names.row = RowLabel(*form.row);
    if (form.column != nullptr) names.column = form.column->label;
    names.before = in_language(PlaceName(place.pointer));
  }
  return names;
}

}  // namespace

void MakePlaceNames(Database& archive, Language language) {
  archive.Execute("PRAGMA temp_store = MEMORY");  // it is small, and no disk can be too full for it
  archive.Execute(kTable);
  Statement add = archive.Prepare("INSERT INTO export_places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int rank = 0;
  for (const ExportPlace& place : FindPlaces(archive)) {
    const PlaceNames names = NamesOf(place, language);
    add.With(place.pointer, ++rank, names.table, names.row, names.column, names.before, names.after,
             place.statistic, place.section)
        .Run();
  }
}

}  // namespace gongkai
