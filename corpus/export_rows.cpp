// A kind of rows is data: its columns, each with the SQL that makes it, and where they come from.
// Reports are gone through one by one, so that only the rows of one report are ever put in order.
#include "corpus/export_rows.h"

#include <algorithm>
#include <string>

#include "corpus/export_tables.h"

namespace gongkai {
namespace {

// "/applications/new_received/total" stands for the number at that place of the report, and
// "@applications.received" for this year's number of that indicator of the statistics,
// "#f.severity = 'error'" for the number of such findings.
std::string ColumnSql(const ExportColumn& column) {
  const std::string sql(column.sql);
  if (sql.starts_with('/')) {
    return "(SELECT c.value FROM places p JOIN cells c ON c.place = p.id "
           "WHERE p.pointer = '" + sql + "' AND c.reading = r.id)";
  }
  if (sql.starts_with('@')) {
    return "(SELECT n.value FROM numbers n WHERE n.report_id = r.id AND n.column_key = 'value' AND "
           "n.label_key = '" + sql.substr(1) + "' ORDER BY n.row_key + 0 LIMIT 1)";
  }
  if (sql.starts_with('#')) {
    return "(SELECT count(*) FROM problems f WHERE f.report_id = r.id AND " + sql.substr(1) + ")";
  }
  return sql;
}

std::string QueryOf(const ExportTable& table, Language language) {
  std::string sql = "SELECT ";
  for (const ExportColumn& column : table.columns) {
    if (&column != &table.columns.front()) sql += ", ";
    sql += ColumnSql(column);
  }
  sql += " FROM " + std::string(table.from);
  return FillIn(sql, {{"lang", language == Language::kZh ? "zh" : "en"}});
}

// False where `each` wants no more.
bool StepAll(Statement& rows, const std::function<bool(const Statement&)>& each) {
  while (rows.Step()) {
    if (!each(rows)) return false;
  }
  return true;
}

}  // namespace

std::string_view RowKindName(RowKind kind) { return ExportTableOf(kind).name; }

std::span<const ExportColumn> ExportColumns(RowKind kind) { return ExportTableOf(kind).columns; }

void ForEachReading(Database& archive, const std::function<bool(std::int64_t)>& each) {
  Statement readings = archive.Prepare(
      "SELECT r.id FROM readings r JOIN documents d ON d.id = r.document "
      "ORDER BY r.agency, r.year, d.sha256");
  StepAll(readings, [&](const Statement& row) { return each(row.Integer(0)); });
}

void ForEachRow(Database& archive, RowKind kind, Language language,
                const std::function<bool(const Statement&)>& each) {
  const ExportTable& table = ExportTableOf(kind);
  Statement rows = archive.Prepare(QueryOf(table, language));
  if (!table.by_reading) {
    StepAll(rows, each);
    return;
  }
  ForEachReading(archive,
                 [&](std::int64_t reading) { return StepAll(rows.With(reading), each); });
}

}  // namespace gongkai
