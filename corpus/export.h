// What an archive holds, for other programs: JSON lines, CSV, a workbook.
//
// An export depends on what was read and on nothing else: not on the order of the import, its time,
// the archive's own ids. Reports come by agency, year and SHA-256 (those without an agency first),
// their cells as the form prints them, their findings as the report lists them, files by their
// path. It streams: the memory that it takes does not depend on the number of reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/export_rows.h"
#include "corpus/sqlite.h"
#include "model/result.h"
#include "model/texts.h"

namespace gongkai {

enum class ExportFormat {
  kJsonl,  // a report's JSON a line
  kCsv,    // UTF-8 with BOM, RFC 4180
  kXlsx,   // a workbook with a sheet a kind of rows
};

inline constexpr std::uint32_t kExcelRows = 1'048'576;  // of one sheet, its header included

struct ExportOptions {
  ExportFormat format = ExportFormat::kJsonl;
  // A file, or "-" for standard output (not of kXlsx). A folder, which is made where it is missing,
  // for CSV of all kinds: reports.csv, cells.csv, findings.csv, files.csv.
  std::string path;
  std::optional<RowKind> rows;         // of kCsv: one file of that kind
  Language language = Language::kZh;   // of messages and names; of a workbook's headers
  std::uint32_t sheet_rows = kExcelRows;  // rows beyond go to a further sheet
};

// Whole or not at all (corpus/output_file.h). Error kNotWritable with the file filled in, or the
// fault of the archive.
std::optional<Error> ExportArchive(Database& archive, const ExportOptions& options);

}  // namespace gongkai
