// The rows of an export: which kinds there are, their columns, and the rows themselves one by one.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "corpus/sqlite.h"
#include "model/texts.h"

namespace gongkai {

enum class RowKind { kReports, kCells, kFindings, kFiles };
inline constexpr std::array kRowKinds{RowKind::kReports, RowKind::kCells, RowKind::kFindings,
                                      RowKind::kFiles};

std::string_view RowKindName(RowKind kind);  // "reports"

struct ExportColumn {
  std::string_view key;  // "agency"; the catalogue has export.column.<key>
  std::string_view sql;  // what it is made of
  int width;             // of a sheet's column, in digits
  bool code = false;     // its values are codes: the catalogue has export.code.<value>
};
std::span<const ExportColumn> ExportColumns(RowKind kind);

// The ids of all readings by agency, year and SHA-256. Stops where `each` returns false.
void ForEachReading(Database& archive, const std::function<bool(std::int64_t)>& each);

// Makes the temporary table that the rows take their names of places from. Once a snapshot,
// before ForEachRow.
void MakePlaceNames(Database& archive, Language language);

// Every row of a kind, in the order that export.h tells; its columns are those of ExportColumns.
// Stops where `each` returns false.
void ForEachRow(Database& archive, RowKind kind, Language language,
                const std::function<bool(const Statement&)>& each);

}  // namespace gongkai
